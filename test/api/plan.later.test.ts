import {
  hangsOnActions,
  hangsOnAreas,
  hangsOnPlan,
} from '@boardwork/server/src/features/plan/planNow.reads.ts'
import type { PlanDraft } from '@boardwork/shared/plan/import/planDraft.ts'
import { Client } from 'pg'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { makeComment, makeNote, makeShare, makeUpdate } from '../support/factories.ts'
import { startTestServer } from '../support/server.ts'
import type { ApiClient, TestServer } from '../support/server.ts'
import { id, importPlan, makePlanWorld, saveImportDraft, savePlan, shortPlan } from './plan.fixture.ts'
import type { PlanWorld } from './plan.fixture.ts'

let server: TestServer
let world: PlanWorld
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.close())
beforeEach(async () => {
  world = await makePlanWorld(server)
})

/** A later version of the short plan: an action is new, one has gone, one was rewritten, and one was moved. */
const laterPlan = `Improvement Plan of an Invented Board

Improvement Area 1 – Better recording of decisions
Action\tExpected evidence\tTimescale\tResponsible
1.1 Appoint a lead for records\tMinutes\tMay 2027\tHead of Service
1.2 Write down each decision on the day\tAudit of 50 records\tEnd March 2027\tHead of Service
1.3 Answer each concern within two days\tMonthly report\tOngoing\tTeam Manager

Improvement Area 2 – Faster answers
Action\tExpected evidence\tTimescale\tResponsible
2.1 Publish how long answers take\tWeb page\tJuly 2027\tTeam Manager
`

interface Row {
  key: string
  label: string
  earlier: string | null
  plan: string
  document: string
  bothChanged: boolean
  choice: string
  chosen: boolean
  cannotBecause: string | null
}
interface Item {
  key: string
  kind: string
  what: string
  name: string
  areaName: string
  seen: string
  rows: Row[]
}
interface Started {
  id: string
  version: number
}
interface Later extends Started {
  state: string
  planId: string | null
  difference: {
    compared: boolean
    toMend: number
    items: Item[]
    editedHere: { name: string; labels: string[] }[]
  } | null
  changes: Record<string, number> | null
  builtOn: string[] | null
  savedByName: string | null
}
interface Result {
  __typename: string
  id: string
  message: string
  version: number
  problems?: { field: string; message: string }[]
  fields?: { field: string; theirs: string; yours: string }[]
}

const laterFields = `id version state planId savedByName builtOn changes { added changed moved gone updates }
  difference { compared toMend editedHere { name labels }
    items { key kind what name areaName seen rows { key label earlier plan document bothChanged choice chosen cannotBecause } } }`
const refused = `... on InvalidInput { message problems { field message } } ... on NotReady { message }
  ... on Conflict { message fields { field theirs yours } }`
const readLater = `query($id: ID!) { planImport(id: $id) { ${laterFields} } }`
const mergePlan = `mutation($input: MergePlanInput!) { result: mergePlan(input: $input) { __typename
  ... on Plan { id version } ${refused} } }`
const choose = `mutation($input: ChooseDifferencesInput!) { result: chooseDifferences(input: $input) { __typename
  ... on PlanImport { id version } ${refused} } }`
const undoImport = `mutation($input: ImportInput!) { result: undoImport(input: $input) { __typename
  ... on PlanImport { id version state draft } ... on NotReady { message } ... on Conflict { message } } }`
const readTree = `query($id: ID!) { plan(id: $id) { title areas { id reference theme title actions { id reference title
  outcome progress comments expectedEvidence { text deadline } responsible { part postTitle organisationId personId }
  activities { title } updates { period status narrative } } } } }`

interface Tree {
  title: string
  areas: { id: string; title: string; actions: { id: string; reference: string; title: string }[] }[]
}

async function start(client: ApiClient, text: string, planId?: string): Promise<Started> {
  const { importPlan: started } = await client.data<{ importPlan: Started }>(importPlan, {
    input: {
      boardId: world.board,
      source: { text },
      fileName: planId ? 'second.txt' : 'first.txt',
      clientMutationId: id(),
      ...(planId ? { planId } : {}),
    },
  })
  return started
}

/** Brings in the short plan and saves it. */
async function firstPlan(text = shortPlan): Promise<{ planId: string; importId: string }> {
  const started = await start(world.coordinator, text)
  const data = await world.coordinator.data<{ savePlan: Result }>(savePlan, {
    input: { importId: started.id, version: started.version, clientMutationId: id() },
  })
  expect(data.savePlan.__typename).toBe('Plan')
  return { planId: data.savePlan.id, importId: started.id }
}

async function read(importId: string, client = world.coordinator): Promise<Later> {
  const { planImport } = await client.data<{ planImport: Later }>(readLater, { id: importId })
  return planImport
}

const tree = async (planId: string): Promise<Tree> =>
  (await world.coordinator.data<{ plan: Tree }>(readTree, { id: planId })).plan

const outline = ({ areas }: Tree) =>
  areas.flatMap((area) => [
    `# ${area.title}`,
    ...area.actions.map(({ reference, title }) => `${reference} ${title}`),
  ])

async function merge(later: Later, client = world.coordinator, clientMutationId = id()): Promise<Result> {
  const { result } = await client.data<{ result: Result }>(mergePlan, {
    input: {
      importId: later.id,
      version: later.version,
      seen: (later.difference?.items ?? []).map(({ key, seen }) => ({ key, seen })),
      clientMutationId,
    },
  })
  return result
}

async function chooseAll(later: Later, choice: string, client = world.coordinator): Promise<Later> {
  const rows = (later.difference?.items ?? []).flatMap((item) => item.rows)
  const { result } = await client.data<{ result: Result }>(choose, {
    input: {
      importId: later.id,
      version: later.version,
      choices: rows.map(({ key }) => ({ key, choice })),
      clientMutationId: id(),
    },
  })
  expect(result.__typename).toBe('PlanImport')
  return read(later.id)
}

async function undo(importId: string, clientMutationId = id(), client = world.coordinator): Promise<Result> {
  const { version } = await read(importId)
  const { result } = await client.data<{ result: Result }>(undoImport, {
    input: { importId, version, clientMutationId },
  })
  return result
}

async function editTitle(planId: string, from: string, to: string): Promise<void> {
  const { rows } = await server.db.query<{ id: string; version: number; reference: string }>(
    'select id, version, reference from plan_action where plan_id = $1 and title = $2',
    [planId, from],
  )
  const [action] = rows
  const { rows: evidence } = await server.db.query(
    `select coalesce(text, '') as text, coalesce(deadline, '') as deadline from expected_evidence
    where action_id = $1 order by position`,
    [action?.id],
  )
  const { rows: responsible } = await server.db.query(
    'select part, post_title as "postTitle" from action_responsible where action_id = $1 order by position',
    [action?.id],
  )
  const data = await world.second.data<{ editAction: Result }>(
    `mutation($input: EditActionInput!) { editAction(input: $input) { __typename } }`,
    {
      input: {
        actionId: action?.id,
        version: action?.version,
        reference: action?.reference,
        title: to,
        outcome: '',
        evidence,
        responsible,
        clientMutationId: id(),
      },
    },
  )
  expect(data.editAction.__typename).toBe('PlanAction')
}

const adopt = async (planId: string) => {
  await world.chair.data(`mutation($input: AdoptPlanInput!) { adoptPlan(input: $input) { __typename } }`, {
    input: { planId, version: 1, clientMutationId: id() },
  })
}

const placeOf = async (planId: string, title: string) => {
  const { rows } = await server.db.query<{ id: string; areaId: string }>(
    'select id, area_id as "areaId" from plan_action where plan_id = $1 and title = $2',
    [planId, title],
  )
  const [action] = rows
  if (!action) throw new Error(`The plan has no action ${title}.`)
  return { actionId: action.id, place: { boardId: world.board, planId, areaId: action.areaId } }
}

const kinds = (later: Later) =>
  later.difference?.items.map(({ kind, what, name }) => `${kind} ${what} ${name}`)

describe('a later version of a document', () => {
  it('is shown as added, changed, moved and gone, and becomes what was chosen', async () => {
    const { planId } = await firstPlan()
    await adopt(planId)
    await editTitle(planId, 'Train the staff who record', 'Train all staff who record')
    const later = await read((await start(world.coordinator, laterPlan, planId)).id)
    expect(later.difference).toMatchObject({ compared: true, toMend: 0, editedHere: [] })
    expect(kinds(later)).toEqual([
      'ADDED ACTION 1.1 Appoint a lead for records',
      'CHANGED ACTION 1.1 Write down each decision on the day',
      'MOVED ACTION 2.1 Answer each concern within two days',
      'ADDED ACTION 2.1 Publish how long answers take',
      'GONE ACTION 1.2 Train all staff who record',
    ])
    expect(later.difference?.items[1]?.rows).toMatchObject([
      { label: 'Reference', earlier: '1.1', plan: '1.1', document: '1.2', choice: 'TAKE', chosen: false },
      {
        label: 'Evidence and deadlines',
        earlier: 'Audit of 20 records — End March 2027',
        document: 'Audit of 50 records — End March 2027',
      },
    ])
    const merged = await merge(later)
    expect(merged).toMatchObject({ __typename: 'Plan', id: planId })
    expect(outline(await tree(planId))).toEqual([
      '# Better recording of decisions',
      '1.1 Appoint a lead for records',
      '1.2 Write down each decision on the day',
      '1.3 Answer each concern within two days',
      '1.2 Train all staff who record',
      '# Faster answers',
      '2.1 Publish how long answers take',
    ])
    const saved = await read(later.id)
    expect(saved).toMatchObject({
      state: 'SAVED',
      planId,
      savedByName: 'Casey Brook',
      builtOn: [],
      changes: { added: 2, changed: 1, moved: 1, gone: 0, updates: 0 },
      difference: null,
    })
    const { rows } = await server.db.query(
      `select record_type, before, after from audit_event where chain_id = $1 and action = 'plan.merge'
      order by sequence`,
      [world.board],
    )
    expect(rows[0]).toMatchObject({ record_type: 'Plan', after: { fileName: 'second.txt', added: 2 } })
    expect(rows).toContainEqual({
      record_type: 'PlanAction',
      before: { reference: '1.1', evidence: 'Audit of 20 records — End March 2027' },
      after: { reference: '1.2', evidence: 'Audit of 50 records — End March 2027' },
    })
    // The same document once more has nothing new, and what was left in the plan is not asked again.
    expect(kinds(await read((await start(world.second, laterPlan, planId)).id))).toEqual([])
  })

  it('leaves the plan as it is where everything is kept, and gives the document where all is taken', async () => {
    const { planId } = await firstPlan()
    const before = await tree(planId)
    const kept = await chooseAll(await read((await start(world.coordinator, laterPlan, planId)).id), 'KEEP')
    expect(await merge(kept)).toMatchObject({ __typename: 'Plan' })
    expect(await tree(planId)).toEqual(before)
    expect((await undo(kept.id)).__typename).toBe('PlanImport')

    const taken = await chooseAll(await read(kept.id), 'TAKE')
    expect(await merge(taken)).toMatchObject({ __typename: 'Plan' })
    const { planId: fresh } = await firstPlan(laterPlan)
    const words = async (of: string) =>
      JSON.parse(
        JSON.stringify(await tree(of), (key, value: unknown) => (key === 'id' ? undefined : value)),
      ) as Tree
    expect(await words(planId)).toEqual(await words(fresh))
  })

  it('asks where both sides changed a field, and says what was changed here alone', async () => {
    const { planId } = await firstPlan()
    await editTitle(planId, 'Write down each decision on the day', 'Write down each decision at once')
    await editTitle(planId, 'Train the staff who record', 'Train the staff who keep records')
    const document = shortPlan.replace('each decision on the day', 'each decision within a day')
    const later = await read((await start(world.coordinator, document, planId)).id)
    expect(later.difference?.items.map(({ rows }) => rows)).toMatchObject([
      [
        {
          earlier: 'Write down each decision on the day',
          plan: 'Write down each decision at once',
          document: 'Write down each decision within a day',
          bothChanged: true,
          choice: 'KEEP',
        },
      ],
    ])
    expect(later.difference?.editedHere).toEqual([
      { name: '1.2 Train the staff who keep records', labels: ['what is to be done'] },
    ])
  })

  it('comes to a plan that was typed in, and takes nothing from it unasked', async () => {
    const { planId, importId } = await firstPlan()
    await server.db.query('delete from plan_import where id = $1', [importId])
    const later = await read((await start(world.coordinator, laterPlan, planId)).id)
    expect(later.difference?.compared).toBe(false)
    expect(
      later.difference?.items.flatMap(({ kind, rows }) => rows.map(({ choice }) => `${kind} ${choice}`)),
    ).toEqual(['ADDED TAKE', 'CHANGED KEEP', 'CHANGED KEEP', 'MOVED KEEP', 'MOVED KEEP', 'ADDED TAKE'])
  })

  it('never removes what was reported on, and says why', async () => {
    const { planId } = await firstPlan()
    await adopt(planId)
    const { place, actionId } = await placeOf(planId, 'Train the staff who record')
    await makeUpdate(server.db, place, actionId, 'Q1 2026/27')
    await makeNote(server.db, place, actionId, world.memberId)
    const later = await chooseAll(await read((await start(world.coordinator, laterPlan, planId)).id), 'TAKE')
    expect(later.difference?.items.at(-1)?.rows).toMatchObject([
      {
        choice: 'KEEP',
        cannotBecause:
          'It has 1 progress update and 1 piece of evidence, which would go with it. So it stays in the plan.',
      },
    ])
    expect(await merge(later)).toMatchObject({ __typename: 'Plan' })
    expect(outline(await tree(planId))).toContain('1.2 Train the staff who record')
  })

  it('removes by choice what nothing hangs on', async () => {
    const { planId } = await firstPlan()
    const later = await chooseAll(await read((await start(world.coordinator, laterPlan, planId)).id), 'TAKE')
    await merge(later)
    expect(outline(await tree(planId))).not.toContain('1.2 Train the staff who record')
    expect((await read(later.id)).changes).toMatchObject({ gone: 1 })
  })

  it('knows everything that can hang on an action or an area', async () => {
    const { rows } = await server.db.query<{ child: string; parent: string }>(
      `select c.conrelid::regclass::text as child, c.confrelid::regclass::text as parent from pg_constraint c
      where c.contype = 'f' and c.confrelid in ('plan'::regclass, 'plan_action'::regclass, 'plan_area'::regclass)`,
    )
    const itself = new Set([
      'plan_area',
      'plan_action',
      'expected_evidence',
      'action_responsible',
      'activity',
    ])
    const hanging = (parent: string) =>
      rows.filter((row) => row.parent === parent && !itself.has(row.child)).map(({ child }) => child)
    expect(hanging('plan_action').toSorted()).toEqual(Object.keys(hangsOnActions).toSorted())
    expect(hanging('plan')).toEqual(hangsOnPlan)
    expect(hanging('plan_area').toSorted()).toEqual(Object.keys(hangsOnAreas).toSorted())
  })

  it('brings no empty lines of its lists along', async () => {
    const { planId } = await firstPlan()
    const started = await start(world.coordinator, laterPlan, planId)
    const { planImport } = await world.coordinator.data<{ planImport: { draft: PlanDraft } }>(
      `query($id: ID!) { planImport(id: $id) { draft } }`,
      { id: started.id },
    )
    const { draft } = planImport
    const action = draft.areas[0]?.actions[1]
    action?.expectedEvidence.push({ text: ' ', deadline: '' })
    action?.responsible.push({ postTitle: ' ', part: 'LEAD' }, { postTitle: 'Chair', part: 'LEAD' })
    await world.coordinator.data(saveImportDraft, {
      input: { importId: started.id, version: started.version, draft, clientMutationId: id() },
    })
    expect(await merge(await read(started.id))).toMatchObject({ __typename: 'Plan' })
    const { actionId } = await placeOf(planId, 'Write down each decision on the day')
    const rowsIn = async (table: string) =>
      (await server.db.query(`select from ${table} where action_id = $1`, [actionId])).rowCount
    expect([await rowsIn('expected_evidence'), await rowsIn('action_responsible')]).toEqual([1, 2])
  })

  it('has to be mended first like any document, and is not saved as a plan of its own', async () => {
    const { planId } = await firstPlan()
    const started = await start(world.coordinator, laterPlan, planId)
    const { planImport } = await world.coordinator.data<{ planImport: { draft: { title: string } } }>(
      `query($id: ID!) { planImport(id: $id) { draft } }`,
      { id: started.id },
    )
    await world.coordinator.data(saveImportDraft, {
      input: {
        importId: started.id,
        version: started.version,
        draft: { ...planImport.draft, title: '' },
        clientMutationId: id(),
      },
    })
    const later = await read(started.id)
    expect(later.difference?.toMend).toBe(1)
    expect(await merge(later)).toMatchObject({ __typename: 'InvalidInput', problems: [{ field: 'title' }] })
    const data = await world.coordinator.data<{ savePlan: Result }>(savePlan, {
      input: { importId: later.id, version: later.version, clientMutationId: id() },
    })
    expect(data.savePlan).toMatchObject({ __typename: 'NotReady' })
  })
})

describe('updates in a later version', () => {
  const withStatus = (status: string, more = '') =>
    shortPlan
      .replaceAll('\tResponsible', `\tResponsible\tQ1 2026/27 Status${more && '\tQ2 2026/27 Status'}`)
      .replaceAll(/(Manager|Head of Service)\n/g, `$1\t${status}${more && `\t${more}`}\n`)

  it('are brought in for periods that the plan does not have, and go with the import', async () => {
    const { planId } = await firstPlan(withStatus('On target'))
    const later = await read((await start(world.coordinator, withStatus('At risk', 'Complete'), planId)).id)
    expect(later.difference?.items[0]?.rows).toMatchObject([
      { label: 'Progress update for Q1 2026/27', plan: 'On target', document: 'At risk', choice: 'KEEP' },
      { label: 'Progress update for Q2 2026/27', plan: '', document: 'Complete', choice: 'TAKE' },
    ])
    expect(later.difference?.items[0]?.rows[0]?.cannotBecause).toContain('stays as it is')
    await merge(later)
    const updates = async () => {
      const { rows } = await server.db.query<{ said: string }>(
        `select distinct period || ' ' || status as said from progress_update where plan_id = $1 order by said`,
        [planId],
      )
      return rows.map(({ said }) => said)
    }
    expect(await updates()).toEqual(['Q1 2026/27 ON_TARGET', 'Q2 2026/27 COMPLETE'])
    expect((await read(later.id)).changes).toMatchObject({ added: 0, changed: 0, updates: 3 })
    expect((await undo(later.id)).__typename).toBe('PlanImport')
    expect(await updates()).toEqual(['Q1 2026/27 ON_TARGET'])
  })

  it('are not brought in to a period that the board has closed', async () => {
    const { planId } = await firstPlan(withStatus('On target'))
    await adopt(planId)
    await server.db.query(
      `insert into period_closing (board_id, id, starts_on, ends_on, name, closed_at, closed_by_id, closed_by_name)
      values ($1, $2, '2026-07-01', '2026-09-30', 'Q2 2026/27', now(), $3, 'Casey Brook')`,
      [world.board, id(), world.coordinatorId],
    )
    const later = await read((await start(world.coordinator, withStatus('On target', 'Complete'), planId)).id)
    expect(later.difference?.items.flatMap(({ rows }) => rows.map((row) => row.cannotBecause))).toEqual(
      Array.from({ length: 3 }, () => 'Q2 2026/27 is closed, and what the board read of it stays as it is.'),
    )
  })
})

describe('choosing and saving', () => {
  it('choices are there again, for somebody else too; a stale one is refused', async () => {
    const { planId } = await firstPlan()
    const later = await read((await start(world.coordinator, laterPlan, planId)).id)
    const chosen = await chooseAll(later, 'KEEP')
    const rows = (await read(later.id, world.second)).difference?.items.flatMap((item) => item.rows)
    expect(new Set(rows?.map(({ choice, chosen: isChosen }) => `${choice} ${isChosen}`))).toEqual(
      new Set(['KEEP true']),
    )
    expect(chosen.version).toBe(later.version + 1)
    const { result } = await world.second.data<{ result: Result }>(choose, {
      input: { importId: later.id, version: later.version, choices: [], clientMutationId: id() },
    })
    expect(result.__typename).toBe('Conflict')
  })

  it('what was edited between looking and saving comes as a conflict, and nothing is done', async () => {
    const { planId } = await firstPlan()
    const later = await read((await start(world.coordinator, laterPlan, planId)).id)
    await editTitle(planId, 'Write down each decision on the day', 'Write down each decision at once')
    const before = await tree(planId)
    const late = await merge(later)
    expect(late.__typename).toBe('Conflict')
    expect(late.fields).toContainEqual({
      field: expect.stringContaining('/reference') as string,
      theirs: '1.1',
      yours: '1.2',
    })
    expect(await tree(planId)).toEqual(before)
    // Once it was looked at, it can be saved, and the edit stays.
    expect(await merge(await read(later.id))).toMatchObject({ __typename: 'Plan' })
    expect(outline(await tree(planId))).toContain('1.2 Write down each decision at once')
  })

  it('what somebody hangs on a row that was to go keeps it, as a conflict', async () => {
    const { planId } = await firstPlan()
    await adopt(planId)
    const later = await chooseAll(await read((await start(world.coordinator, laterPlan, planId)).id), 'TAKE')
    const { place, actionId } = await placeOf(planId, 'Train the staff who record')
    await makeUpdate(server.db, place, actionId, 'Q1 2026/27')
    expect((await merge(later)).__typename).toBe('Conflict')
    expect(outline(await tree(planId))).toContain('1.2 Train the staff who record')
  })

  it('a repeated save gives the first result, and of two who save at once one comes late', async () => {
    const { planId } = await firstPlan()
    const later = await read((await start(world.coordinator, laterPlan, planId)).id)
    const tries = [
      { client: world.coordinator, once: id() },
      { client: world.second, once: id() },
    ]
    const results = await Promise.all(tries.map(({ client, once }) => merge(later, client, once)))
    expect(results.map((result) => result.__typename).toSorted()).toEqual(['NotReady', 'Plan'])
    const won = results.findIndex((result) => result.__typename === 'Plan')
    expect(await merge(later, tries[won]?.client, tries[won]?.once)).toEqual(results[won])
    const actions = (await tree(planId)).areas.flatMap((area) => area.actions)
    expect(actions).toHaveLength(5)
  })

  it('members and other boards can do none of it', async () => {
    const { planId, importId } = await firstPlan()
    await adopt(planId)
    const started = await start(world.coordinator, laterPlan, planId)
    const input = { importId: started.id, version: started.version, clientMutationId: id() }
    for (const client of [world.member, world.chair]) {
      expect(await client.codes(mergePlan, { input: { ...input, seen: [] } })).toEqual(['NOT_ALLOWED'])
      expect(await client.codes(choose, { input: { ...input, choices: [] } })).toEqual(['NOT_ALLOWED'])
      expect(await client.codes(undoImport, { input: { ...input, importId } })).toEqual(['NOT_ALLOWED'])
    }
    expect(await world.outsider.codes(mergePlan, { input: { ...input, seen: [] } })).toEqual(['NOT_FOUND'])
    expect(await world.outsider.codes(choose, { input: { ...input, choices: [] } })).toEqual(['NOT_FOUND'])
    expect(await world.outsider.codes(undoImport, { input: { ...input, importId } })).toEqual(['NOT_FOUND'])
    expect(
      await world.outsider.codes(importPlan, {
        input: {
          boardId: world.otherBoard,
          planId,
          source: { text: shortPlan },
          fileName: 'x',
          clientMutationId: id(),
        },
      }),
    ).toEqual(['NOT_FOUND'])
    const imports = `query($id: ID!) { plan(id: $id) { viewerCanImport imports { id state } } }`
    expect(await world.member.data(imports, { id: planId })).toEqual({
      plan: { viewerCanImport: false, imports: [] },
    })
    expect(await world.coordinator.data(imports, { id: planId })).toEqual({
      plan: {
        viewerCanImport: true,
        imports: [
          { id: started.id, state: 'PREVIEW' },
          { id: importId, state: 'SAVED' },
        ],
      },
    })
  })
})

describe('undoing an import', () => {
  it('of a first document takes its plan away and gives the preview back as it was mended', async () => {
    const started = await start(world.coordinator, shortPlan)
    const { planImport } = await world.coordinator.data<{ planImport: { draft: { title: string } } }>(
      `query($id: ID!) { planImport(id: $id) { draft } }`,
      { id: started.id },
    )
    const draft = { ...planImport.draft, title: 'A mended title' }
    await world.coordinator.data(saveImportDraft, {
      input: { importId: started.id, version: started.version, draft, clientMutationId: id() },
    })
    const save = async () =>
      (
        await world.coordinator.data<{ savePlan: Result }>(savePlan, {
          input: { importId: started.id, version: (await read(started.id)).version, clientMutationId: id() },
        })
      ).savePlan
    const plan = await save()
    const once = id()
    const undone = await undo(started.id, once)
    expect(undone).toMatchObject({ __typename: 'PlanImport', state: 'PREVIEW', draft })
    expect(await undo(started.id, once)).toMatchObject({ __typename: 'PlanImport', state: 'PREVIEW' })
    expect(await world.coordinator.data(readTree, { id: plan.id })).toEqual({ plan: null })
    expect(await undo(started.id)).toMatchObject({ __typename: 'NotReady' })
    expect((await save()).__typename).toBe('Plan')
  })

  /** What the plan goes out as. */
  async function layoutOf(planId: string): Promise<unknown> {
    const { rows } = await server.db.query<{ layout: unknown }>('select layout from plan where id = $1', [
      planId,
    ])
    return rows[0]?.layout
  }

  it('of a later document gives back earlier values, areas and actions, and keeps what was edited elsewhere', async () => {
    const { planId } = await firstPlan()
    await adopt(planId)
    const before = await tree(planId)
    // As of a plan that was typed in.
    await server.db.query('update plan set layout = null where id = $1', [planId])
    const withoutArea = laterPlan.slice(0, laterPlan.indexOf('Improvement Area 2'))
    const later = await chooseAll(
      await read((await start(world.coordinator, withoutArea, planId)).id),
      'TAKE',
    )
    await merge(later)
    expect(outline(await tree(planId))).toEqual([
      '# Better recording of decisions',
      '1.1 Appoint a lead for records',
      '1.2 Write down each decision on the day',
      '1.3 Answer each concern within two days',
    ])
    expect(await layoutOf(planId)).toMatchObject({ style: {} })
    expect((await undo(later.id)).__typename).toBe('PlanImport')
    expect(await tree(planId)).toEqual(before)
    expect(await layoutOf(planId)).toBeNull()
    // The choices are there again, and it can be saved once more.
    const again = await read(later.id)
    expect(again.difference?.items.every((item) => item.rows.every(({ choice }) => choice === 'TAKE'))).toBe(
      true,
    )
    expect((await merge(again)).__typename).toBe('Plan')
  })

  it.each([
    [
      'an edit',
      (planId: string) => editTitle(planId, 'Write down each decision on the day', 'Another'),
      'was changed',
    ],
    ['an adoption', adopt, 'The plan was adopted.'],
    [
      'an update',
      async (planId: string) => {
        const { place, actionId } = await placeOf(planId, 'Write down each decision on the day')
        await makeUpdate(server.db, place, actionId, 'Q1 2026/27')
      },
      'worked on',
    ],
    [
      'evidence',
      async (planId: string) => {
        const { place, actionId } = await placeOf(planId, 'Write down each decision on the day')
        await makeNote(server.db, place, actionId, world.memberId)
      },
      'worked on',
    ],
    [
      'a comment',
      async (planId: string) => {
        const { place } = await placeOf(planId, 'Write down each decision on the day')
        await makeComment(server.db, place, world.memberId)
      },
      'worked on',
    ],
    [
      'a share',
      async (planId: string) => {
        const { place } = await placeOf(planId, 'Write down each decision on the day')
        await makeShare(server.db, place, world.coordinatorId, { organisationId: world.police })
      },
      'shared it',
    ],
    [
      'a later version',
      async (planId: string) => {
        await start(world.second, laterPlan, planId)
      },
      'A later version was brought in: second.txt. Undo that first, or put it away.',
    ],
  ])('is refused with a sentence once somebody has built on it: %s', async (_, build, sentence) => {
    const { planId, importId } = await firstPlan()
    expect((await read(importId)).builtOn).toEqual([])
    await build(planId)
    expect((await read(importId)).builtOn?.join(' ')).toContain(sentence)
    const refusal = await undo(importId)
    expect(refusal.__typename).toBe('NotReady')
    expect(refusal.message).toContain(sentence)
    expect((await tree(planId)).areas).toHaveLength(2)
  })

  it('of a later document is possible while only other things were edited', async () => {
    const { planId } = await firstPlan()
    const later = await read((await start(world.coordinator, laterPlan, planId)).id)
    await merge(later)
    await editTitle(planId, 'Train the staff who record', 'Train everybody who records')
    expect((await read(later.id)).builtOn).toEqual([])
    expect((await undo(later.id)).__typename).toBe('PlanImport')
    expect(outline(await tree(planId))).toContain('1.2 Train everybody who records')
  })

  it('waits for a later one to be undone first', async () => {
    const { planId, importId } = await firstPlan()
    const later = await read((await start(world.coordinator, laterPlan, planId)).id)
    await merge(later)
    expect((await undo(importId)).__typename).toBe('NotReady')
    expect((await undo(later.id)).__typename).toBe('PlanImport')
    await world.coordinator.data(
      `mutation($input: ImportInput!) { discardImport(input: $input) { __typename } }`,
      { input: { importId: later.id, version: (await read(later.id)).version, clientMutationId: id() } },
    )
    expect((await undo(importId)).__typename).toBe('PlanImport')
  })
})

describe('an import that stops half way', () => {
  it('leaves nothing behind in the plan, and the same request does it once', async () => {
    const started = await start(world.coordinator, shortPlan)
    const input = { importId: started.id, version: started.version, clientMutationId: id() }
    // Somebody holds a table, so that the save waits in its middle, where its connection breaks.
    await server.db.query('begin')
    await server.db.query('lock table expected_evidence in access exclusive mode')
    const broken = world.coordinator.codes(savePlan, { input })
    const killer = new Client({ connectionString: server.database.serverUrl })
    await killer.connect()
    let killed = 0
    while (killed === 0) {
      const { rows } = await killer.query(
        'select pg_terminate_backend(pid) from pg_locks where not granted and relation is not null',
      )
      killed = rows.length
    }
    await killer.end()
    expect(await broken).toHaveLength(1)
    await server.db.query('rollback')

    const count = async (table: string) => {
      const { rows: counted } = await server.db.query<{ count: number }>(
        `select count(*)::int as count from ${table} where board_id = $1`,
        [world.board],
      )
      return counted[0]?.count
    }
    expect([await count('plan'), await count('plan_area'), await count('plan_action')]).toEqual([0, 0, 0])
    expect(await read(started.id)).toMatchObject({ state: 'PREVIEW', version: started.version })
    const save = () => world.coordinator.data<{ savePlan: Result }>(savePlan, { input })
    const { savePlan: plan } = await save()
    expect(plan.__typename).toBe('Plan')
    expect((await save()).savePlan.id).toBe(plan.id)
    expect([await count('plan'), await count('plan_action')]).toEqual([1, 3])
  })
})

describe('where the fields of a plan come from', () => {
  const readOrigins = `query($id: ID!) { planAction(id: $id) { origins { field fileName } } }`
  const filesOf = async (actionId: string): Promise<Record<string, string>> => {
    const { planAction } = await world.coordinator.data<{
      planAction: { origins: { field: string; fileName: string }[] }
    }>(readOrigins, { id: actionId })
    return Object.fromEntries(planAction.origins.map(({ field, fileName }) => [field, fileName]))
  }
  const actionId = async (planId: string, title: string) => {
    const { areas } = await tree(planId)
    return areas.flatMap(({ actions }) => actions).find((action) => action.title === title)?.id ?? ''
  }

  it('is the document that gave them last, and after undoing it the one before', async () => {
    const { planId } = await firstPlan()
    const changed = await actionId(planId, 'Write down each decision on the day')
    expect(await filesOf(changed)).toMatchObject({ title: 'first.txt', expectedEvidence: 'first.txt' })
    const { id: later } = await start(world.coordinator, laterPlan, planId)
    await merge(await read(later))
    expect(await filesOf(changed)).toMatchObject({
      title: 'first.txt',
      reference: 'second.txt',
      expectedEvidence: 'second.txt',
    })
    const added = await actionId(planId, 'Publish how long answers take')
    expect(await filesOf(added)).toMatchObject({ title: 'second.txt', responsible: 'second.txt' })
    expect((await undo(later)).__typename).toBe('PlanImport')
    expect(new Set(Object.values(await filesOf(changed)))).toEqual(new Set(['first.txt']))
  })

  it('is in the history of those who see no import without the document and how much it changed', async () => {
    const { planId } = await firstPlan()
    await adopt(planId)
    const { id: later } = await start(world.coordinator, laterPlan, planId)
    await merge(await read(later))
    const history = `query($id: ID!) { planHistory(of: PLAN, id: $id) { entries { sentence fields { words } } } }`
    const told = async (client: ApiClient) => JSON.stringify(await client.data(history, { id: planId }))
    expect(await told(world.chair)).toMatch(/from “second\.txt”[^]*"Moved"/)
    const member = await told(world.member)
    expect(member).toContain('Casey Brook brought in a later version of the plan.')
    expect(member).not.toMatch(/second\.txt|"Moved"/)
  })
})

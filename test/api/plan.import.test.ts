import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import type { PlanDraft } from '@boardwork/shared/plan/import/planDraft.ts'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
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

interface Started {
  __typename: string
  id: string
  version: number
  draft: PlanDraft
  message: string
  earlier: { importId: string; planId: string | null; planTitle: string | null }[]
}

async function start(client: ApiClient, text = shortPlan, clientMutationId = id()): Promise<Started> {
  const { importPlan: started } = await client.data<{ importPlan: Started }>(importPlan, {
    input: { boardId: world.board, source: { text }, fileName: 'Pasted text', clientMutationId },
  })
  return started
}

async function save(client: ApiClient, started: { id: string; version: number }, clientMutationId = id()) {
  const data = await client.data<{
    savePlan: { __typename: string; id: string; message: string; problems?: { field: string }[] }
  }>(savePlan, {
    input: { importId: started.id, version: started.version, clientMutationId },
  })
  return data.savePlan
}

const mend = (
  client: ApiClient,
  started: { id: string; version: number },
  draft: unknown,
  clientMutationId = id(),
) =>
  client.data<{ saveImportDraft: Record<string, unknown> }>(saveImportDraft, {
    input: { importId: started.id, version: started.version, draft, clientMutationId },
  })

/** Stands beside the repository, not in it. */
const seftonPlan = new URL('../../../shared/plans/sefton-improvement-plan-2010.txt', import.meta.url)
const seftonIsHere = existsSync(seftonPlan)

interface UploadAnswer {
  id?: string
  message?: string
}

async function upload(
  client: ApiClient,
  content: Uint8Array | ReadableStream<Uint8Array>,
  headers: Record<string, string> = {},
): Promise<{ status: number; answer: UploadAnswer }> {
  const init: RequestInit & { duplex?: 'half' } = {
    method: 'POST',
    headers: {
      'content-type': 'application/octet-stream',
      'x-boardwork-upload': '1',
      'x-boardwork-file-name': encodeURIComponent('Plan – année.txt'),
      ...(client.cookie ? { cookie: client.cookie } : {}),
      ...headers,
    },
    body: content as RequestInit['body'] & object,
    duplex: 'half',
  }
  const response = await fetch(`${server.url}/uploads/${world.board}`, init)
  return { status: response.status, answer: (await response.json()) as UploadAnswer }
}

const bytes = (text: string) => new TextEncoder().encode(text)

async function importUpload(client: ApiClient, uploadId: string | undefined, fileName = 'plan.txt') {
  const data = await client.data<{ importPlan: Started }>(importPlan, {
    input: { boardId: world.board, source: { uploadId }, fileName, clientMutationId: id() },
  })
  return data.importPlan
}

describe('bringing in a document', () => {
  it('a pasted plan becomes a preview, then one draft plan with everything in it', async () => {
    const started = await start(world.coordinator)
    expect(started.__typename).toBe('PlanImport')
    expect(started.draft.areas.map((area) => area.actions.length)).toEqual([2, 1])
    expect(started.earlier).toEqual([])
    const plan = await save(world.coordinator, started)
    expect(plan).toMatchObject({ __typename: 'Plan', state: 'DRAFT', counts: { areas: 2, actions: 3 } })
    const tree = await world.coordinator.data(
      `query($id: ID!) { plan(id: $id) { areas { reference title actions { reference title
        expectedEvidence { text deadline } responsible { postTitle } updates { period } latestUpdate { period } } } } }`,
      { id: plan.id },
    )
    expect(tree).toMatchObject({
      plan: {
        areas: [
          {
            reference: '1',
            title: 'Better recording of decisions',
            actions: [
              {
                reference: '1.1',
                title: 'Write down each decision on the day',
                expectedEvidence: [{ text: 'Audit of 20 records', deadline: 'End March 2027' }],
                responsible: [{ postTitle: 'Head of Service' }],
                updates: [],
                latestUpdate: null,
              },
              { reference: '1.2' },
            ],
          },
          { reference: '2', actions: [{ reference: '2.1' }] },
        ],
      },
    })
    const { rows } = await server.db.query(
      'select action from audit_event where chain_id = $1 order by sequence',
      [world.board],
    )
    expect(rows).toEqual([{ action: 'plan.import' }, { action: 'plan.save' }])
  })

  it(
    seftonIsHere
      ? 'the real plan of 19 areas and 53 actions arrives whole through an upload'
      : 'NOT TRIED, because the folder with real plans is not here: a real plan arrives whole',
    async () => {
      if (!seftonIsHere) return
      const sent = await upload(world.coordinator, await readFile(seftonPlan))
      expect(sent.status).toBe(200)
      const started = await importUpload(world.coordinator, sent.answer.id)
      const plan = await save(world.coordinator, started)
      expect(plan).toMatchObject({ counts: { areas: 19, actions: 53 } })
      const { rows } = await server.db.query('select id from upload where board_id = $1', [world.board])
      expect(rows).toEqual([])
    },
  )

  it('a repeated clientMutationId gives the first import and the first plan', async () => {
    const once = id()
    const first = await start(world.coordinator, shortPlan, once)
    expect((await start(world.coordinator, shortPlan, once)).id).toBe(first.id)
    const saving = id()
    const plan = await save(world.coordinator, first, saving)
    expect((await save(world.coordinator, first, saving)).id).toBe(plan.id)
  })

  it('a second import of the same document names the earlier one and its plan', async () => {
    const first = await start(world.coordinator)
    const plan = await save(world.coordinator, first)
    const again = await start(world.second)
    expect(again.earlier).toMatchObject([{ importId: first.id, planId: plan.id }])
    expect((await start(world.second, `${shortPlan}\nOne more line.`)).earlier).toEqual([])
  })

  it('a text without a plan, an empty text and neither text nor file are refused with a sentence', async () => {
    for (const text of ['Dear all,\nplease find attached the minutes of our last meeting.\n', '   \n']) {
      const refused = await start(world.coordinator, text)
      expect(refused.__typename).toBe('InvalidInput')
      expect(refused.message).toMatch(/\.$/)
    }
    const data = await world.coordinator.data<{ importPlan: Started }>(importPlan, {
      input: { boardId: world.board, source: {}, fileName: '', clientMutationId: id() },
    })
    expect(data.importPlan.__typename).toBe('InvalidInput')
    const { rows } = await server.db.query('select id from plan_import where board_id = $1', [world.board])
    expect(rows).toEqual([])
  })

  it('members may not import, and to other boards the board and its imports do not exist', async () => {
    const input = { boardId: world.board, source: { text: shortPlan }, fileName: 'x', clientMutationId: id() }
    expect(await world.member.codes(importPlan, { input })).toEqual(['NOT_ALLOWED'])
    expect(await world.chair.codes(importPlan, { input })).toEqual(['NOT_ALLOWED'])
    expect(await server.anonymous().codes(importPlan, { input })).toEqual(['NOT_SIGNED_IN'])
    const started = await start(world.coordinator)
    const read = `query($id: ID!) { planImport(id: $id) { id } }`
    expect(await world.outsider.data(read, { id: started.id })).toEqual({ planImport: null })
    expect(await world.member.data(read, { id: started.id })).toEqual({ planImport: null })
    const theft = { input: { importId: started.id, version: started.version, clientMutationId: id() } }
    expect(await world.outsider.codes(savePlan, theft)).toEqual(['NOT_FOUND'])
    expect(
      await world.outsider.codes(saveImportDraft, { input: { ...theft.input, draft: started.draft } }),
    ).toEqual(['NOT_FOUND'])
    // A neighbouring board is known by name, and still nobody of another board imports to it.
    expect(await world.outsider.codes(importPlan, { input })).toEqual(['NOT_ALLOWED'])
  })
})

describe('mending the preview', () => {
  it('a mended draft is kept and becomes the plan', async () => {
    const started = await start(world.coordinator)
    const draft = { ...started.draft, title: 'A better title' }
    const { saveImportDraft: kept } = await mend(world.coordinator, started, draft)
    expect(kept).toMatchObject({ __typename: 'PlanImport', draft: { title: 'A better title' } })
    const plan = await save(world.second, { id: started.id, version: Number(kept?.['version']) })
    expect(plan).toMatchObject({ title: 'A better title' })
  })

  it('what two people mended at once comes back as a conflict that shows both', async () => {
    const started = await start(world.coordinator)
    await mend(world.coordinator, started, { ...started.draft, title: 'First' })
    const { saveImportDraft: late } = await mend(world.second, started, { ...started.draft, title: 'Second' })
    expect(late).toMatchObject({
      __typename: 'Conflict',
      fields: [{ field: 'title', theirs: 'First', yours: 'Second' }],
    })
    expect(await save(world.second, started)).toMatchObject({ __typename: 'Conflict' })
  })

  it('what has not the form of a draft is refused and changes nothing', async () => {
    const started = await start(world.coordinator)
    const [area] = started.draft.areas
    const wrong = [
      null,
      [],
      { ...started.draft, title: 7 },
      { ...started.draft, strange: true },
      { ...started.draft, areas: [area, area] },
      { ...started.draft, lastKey: 1 },
      { ...started.draft, areas: [{ ...area, source: { line: -1 } }] },
      { ...started.draft, title: 'a\0b' },
    ]
    for (const draft of wrong.slice(1)) {
      const { saveImportDraft: refused } = await mend(world.coordinator, started, draft)
      expect(refused).toMatchObject({ __typename: 'InvalidInput' })
    }
    expect(
      await world.coordinator.data(`query($id: ID!) { planImport(id: $id) { version } }`, { id: started.id }),
    ).toEqual({ planImport: { version: started.version } })
  })

  it('a draft without a title, and one with an agency of no seat, cannot become a plan', async () => {
    const started = await start(world.coordinator)
    const { saveImportDraft: kept } = await mend(world.coordinator, started, { ...started.draft, title: ' ' })
    const untitled = { id: started.id, version: Number(kept?.['version']) }
    expect(await save(world.coordinator, untitled)).toMatchObject({ problems: [{ field: 'title' }] })

    const foreign = structuredClone(started.draft)
    const [post] = foreign.areas[0]?.actions[0]?.responsible ?? []
    if (post) post.organisationId = world.otherBoard
    const { saveImportDraft: named } = await mend(world.coordinator, untitled, foreign)
    expect(
      await save(world.coordinator, { id: started.id, version: Number(named?.['version']) }),
    ).toMatchObject({
      problems: [{ field: 'areas.0.actions.0.responsible.0.organisationId' }],
    })

    if (post) post.organisationId = world.police
    const { saveImportDraft: right } = await mend(
      world.coordinator,
      { id: started.id, version: Number(named?.['version']) },
      foreign,
    )
    expect(
      await save(world.coordinator, { id: started.id, version: Number(right?.['version']) }),
    ).toMatchObject({
      __typename: 'Plan',
    })
  })

  it('two who save at once make one plan', async () => {
    const started = await start(world.coordinator)
    const results = await Promise.all([save(world.coordinator, started), save(world.second, started)])
    expect(results.map((result) => result.__typename).toSorted()).toEqual(['NotReady', 'Plan'])
    expect(results.find((result) => result.message)?.message).toContain('saved already')
    const { rows } = await server.db.query('select id from plan where board_id = $1', [world.board])
    expect(rows).toHaveLength(1)
  })

  it('an import that was put away cannot be saved any more', async () => {
    const started = await start(world.coordinator)
    const discard = `mutation($input: ImportInput!) { discardImport(input: $input) { __typename
      ... on PlanImport { state } ... on NotReady { message } } }`
    const input = { importId: started.id, version: started.version, clientMutationId: id() }
    expect(await world.coordinator.data(discard, { input })).toMatchObject({
      discardImport: { state: 'DISCARDED' },
    })
    expect(
      await world.coordinator.data(discard, { input: { ...input, clientMutationId: id() } }),
    ).toMatchObject({
      discardImport: { __typename: 'NotReady' },
    })
    expect(await save(world.coordinator, started)).toMatchObject({ __typename: 'NotReady' })
  })
})

describe('sending a file', () => {
  it('the name of the file may hold any letters', async () => {
    const sent = await upload(world.coordinator, bytes(shortPlan))
    expect(sent.status).toBe(200)
    const { rows } = await server.db.query('select file_name from upload where id = $1', [sent.answer.id])
    expect(rows).toEqual([{ file_name: 'Plan – année.txt' }])
  })

  it('an empty file and a damaged PDF under the name of a text are refused with a clear message', async () => {
    const empty = await upload(world.coordinator, bytes(''))
    expect(await importUpload(world.coordinator, empty.answer.id)).toMatchObject({
      __typename: 'InvalidInput',
      message: expect.stringContaining('empty') as string,
    })
    const pdf = await upload(world.coordinator, bytes('%PDF-1.7\n%âãÏÓ\n1 0 obj'))
    expect(await importUpload(world.coordinator, pdf.answer.id)).toMatchObject({
      __typename: 'InvalidInput',
      message: expect.stringContaining('is damaged') as string,
    })
  })

  it('50 MB are refused, with and without a length said beforehand', async () => {
    const large = await upload(world.coordinator, new Uint8Array(50 * 1024 * 1024))
    expect(large).toMatchObject({
      status: 413,
      answer: { message: expect.stringContaining('25 MB') as string },
    })
    let sent = 0
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        sent += 1
        if (sent > 50) controller.close()
        else controller.enqueue(new Uint8Array(1024 * 1024))
      },
    })
    expect(await upload(world.coordinator, endless)).toMatchObject({ status: 413 })
    const { rows } = await server.db.query('select id from upload where board_id = $1', [world.board])
    expect(rows).toEqual([])
  })

  it('only a coordinator of the board may send, from a page of Boardwork', async () => {
    expect(await upload(server.anonymous(), bytes('x'))).toMatchObject({ status: 401 })
    expect(await upload(world.member, bytes('x'))).toMatchObject({ status: 403 })
    expect(await upload(world.outsider, bytes('x'))).toMatchObject({ status: 403 })
    expect(await upload(world.coordinator, bytes('x'), { 'x-boardwork-upload': '0' })).toMatchObject({
      status: 400,
    })
    expect(await upload(world.coordinator, bytes('x'), { 'content-type': 'text/plain' })).toMatchObject({
      status: 415,
    })
    expect(
      await upload(world.coordinator, bytes('x'), { 'x-boardwork-file-name': '%E0%A4%A' }),
    ).toMatchObject({
      status: 400,
    })
  })

  it('nobody imports what somebody else sent', async () => {
    const sent = await upload(world.coordinator, bytes(shortPlan))
    const input = {
      boardId: world.board,
      source: { uploadId: sent.answer.id },
      fileName: 'x',
      clientMutationId: id(),
    }
    expect(await world.second.codes(importPlan, { input })).toEqual(['NOT_FOUND'])
  })
})

describe('documents of other kinds', () => {
  const sample = (name: string) => readFile(new URL(`../../docs/samples/${name}`, import.meta.url))

  it.each(['improvement-plan.docx', 'improvement-plan.pdf', 'improvement-plan.csv'])(
    '%s arrives as the same plan of five areas and sixteen actions',
    async (name) => {
      const sent = await upload(world.coordinator, await sample(name))
      const started = await importUpload(world.coordinator, sent.answer.id, name)
      const draft = { ...started.draft, title: started.draft.title || 'A plan' }
      await mend(world.coordinator, started, draft)
      expect(await save(world.coordinator, { ...started, version: 2 })).toMatchObject({
        __typename: 'Plan',
        counts: { areas: 5, actions: 16 },
      })
    },
  )

  it('a monitoring sheet brings its updates along, as authorised ones in the words of the document', async () => {
    const sent = await upload(world.coordinator, await sample('quarterly-monitoring.xlsx'))
    const started = await importUpload(world.coordinator, sent.answer.id, 'quarterly-monitoring.xlsx')
    const plan = await save(world.coordinator, started)
    expect(plan).toMatchObject({ __typename: 'Plan', counts: { areas: 2, actions: 7 } })
    const { rows } = await server.db.query<{ period: string; state: string; written_by_id: string }>(
      'select distinct period, state, written_by_id from progress_update where plan_id = $1 order by period',
      [plan.id],
    )
    expect(rows.map(({ period, state }) => `${period} ${state}`)).toEqual([
      'Q1 2026/27 AUTHORISED',
      'Q2 2026/27 AUTHORISED',
    ])
    const { rows: parts } = await server.db.query<{ part: string }>(
      'select distinct part from action_responsible where plan_id = $1 order by part',
      [plan.id],
    )
    expect(parts.map(({ part }) => part)).toEqual(['AUTHORISING', 'LEAD'])
  })

  it('a status without a period waits for somebody to say which one it describes', async () => {
    const text = shortPlan
      .replaceAll('\tResponsible', '\tResponsible\tStatus')
      .replaceAll(/(Manager|Head of Service)\n/g, '$1\tGoing swimmingly\n')
    const started = await start(world.coordinator, text)
    const refused = await save(world.coordinator, started)
    expect(refused.problems?.map(({ field }) => field)).toEqual(['statuses', 'period'])
    const draft: PlanDraft = {
      ...started.draft,
      period: 'Q2 2026/27',
      statuses: [{ words: 'Going swimmingly', status: 'ON_TARGET' }],
    }
    await mend(world.coordinator, started, draft)
    const plan = await save(world.coordinator, { ...started, version: 2 })
    expect(plan.__typename).toBe('Plan')
    const { rows } = await server.db.query(
      'select distinct period, status, status_words, percent_complete from progress_update where plan_id = $1',
      [plan.id],
    )
    expect(rows).toEqual([
      { period: 'Q2 2026/27', status: 'ON_TARGET', status_words: 'Going swimmingly', percent_complete: null },
    ])
  })
})

describe('the columns of a document', () => {
  const chooseColumns = `mutation($input: ChooseColumnsInput!) { chooseColumns(input: $input) { __typename
    ... on PlanImport { version draft columns { key field chosen } }
    ... on InvalidInput { problems { field message } } ... on NotReady { message } ... on Conflict { currentVersion } } }`
  const text = shortPlan.replaceAll('Expected evidence', 'Plan B')
  const choose = async (client: ApiClient, started: Started, field: string) =>
    (
      await client.data<{
        chooseColumns: Started & { columns: { key: string; field: string; chosen: boolean }[] }
      }>(chooseColumns, {
        input: {
          importId: started.id,
          version: started.version,
          columns: [{ key: 'plan b', field }],
          clientMutationId: id(),
        },
      })
    ).chooseColumns

  it('are read again by choice, and the board’s next document begins with the choice', async () => {
    const started = await start(world.coordinator, text)
    const chosen = await choose(world.coordinator, started, 'outcome')
    expect(chosen.columns).toContainEqual({ key: 'plan b', field: 'outcome', chosen: true })
    expect(chosen.draft.areas[0]?.actions[0]?.outcome).toBe('Audit of 20 records')
    const next = await start(world.second, text)
    expect(next.draft.areas[0]?.actions[0]?.outcome).toBe('Audit of 20 records')
  })

  it('stay as they are once somebody has mended the plan, and with a stale version', async () => {
    const started = await start(world.coordinator, text)
    expect(await choose(world.coordinator, { ...started, version: 9 }, 'outcome')).toMatchObject({
      __typename: 'Conflict',
    })
    await mend(world.coordinator, started, { ...started.draft, title: 'Mended' })
    expect(await choose(world.coordinator, { ...started, version: 2 }, 'outcome')).toMatchObject({
      __typename: 'NotReady',
    })
  })

  it('are chosen by the coordinators of the board alone', async () => {
    const started = await start(world.coordinator, text)
    const input = { importId: started.id, version: 1, columns: [], clientMutationId: id() }
    expect(await world.member.codes(chooseColumns, { input })).toEqual(['NOT_ALLOWED'])
    expect(await world.outsider.codes(chooseColumns, { input })).toEqual(['NOT_FOUND'])
  })
})

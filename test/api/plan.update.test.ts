import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { periodBefore, periodOn } from '@boardwork/shared/plan/reportingPeriod.ts'
import { todayInLondon } from '@boardwork/shared/board/dates.ts'
import {
  makeAction,
  makeArea,
  makeGrant,
  makePerson,
  makePlan,
  makeResponsible,
  makeSeat,
} from '../support/factories.ts'
import type { AreaPlace } from '../support/factories.ts'
import { startTestServer } from '../support/server.ts'
import type { ApiClient, TestServer } from '../support/server.ts'
import { id, makePlanWorld } from './plan.fixture.ts'
import type { PlanWorld } from './plan.fixture.ts'

const refusals = `... on InvalidInput { problems { field message } } ... on NotReady { message }
  ... on Conflict { currentVersion fields { field theirs yours } }`
const updateFields = `id state status percentComplete narrative returnReason correctsId corrected late version
  writtenByName decidedByName viewerCan { write authorise correct }`
const writeUpdate = `mutation($input: WriteUpdateInput!) { result: writeUpdate(input: $input) { __typename
  ... on ProgressUpdate { ${updateFields} } ${refusals} } }`
const authoriseUpdate = `mutation($input: AuthoriseUpdateInput!) { result: authoriseUpdate(input: $input) { __typename
  ... on ProgressUpdate { ${updateFields} } ... on NotReady { message } ... on Conflict { currentVersion } } }`
const returnUpdate = `mutation($input: ReturnUpdateInput!) { result: returnUpdate(input: $input) { __typename
  ... on ProgressUpdate { ${updateFields} } ${refusals} } }`
const closePeriod = `mutation($input: ClosePeriodInput!) { result: closePeriod(input: $input) { __typename
  ... on PeriodClosing { id name closedByName } ... on NotReady { message } } }`
const setCalendar = `mutation($input: SetCalendarInput!) { result: setCalendar(input: $input) { __typename
  ... on ReportingCalendar { startsOn frequency version } ... on InvalidInput { problems { field } }
  ... on Conflict { currentVersion fields { field theirs yours } } } }`
const readAction = `query($id: ID!) { planAction(id: $id) { latestUpdate { id narrative } updates { id }
  allUpdates { ${updateFields} } report { missed { period { name } update { id } } period { name startsOn state } update { id } awaiting { id } viewerCanWrite } } }`

const running = periodOn([], todayInLondon())
const last = periodBefore([], running)

interface Update {
  __typename: string
  id: string
  state: string
  version: number
  message?: string
  viewerCan: { write: boolean; authorise: boolean; correct: boolean }
}

let server: TestServer
let world: PlanWorld
let place: AreaPlace
let actionId: string
/** Named in person to authorise the updates; holds the seat of another agency. */
let officer: ApiClient
let officerId: string
/** Leads the police, and has no seat. */
let lead: ApiClient
let bystander: ApiClient
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.close())
beforeEach(async () => {
  world = await makePlanWorld(server)
  const { db } = server
  const planId = await makePlan(db, world.board)
  await db.query(`update plan set adopted_at = now() - interval '400 days' where id = $1`, [planId])
  place = await makeArea(db, world.board, planId)
  actionId = await makeAction(db, place)
  const { rows } = await db.query<{ id: string }>(
    `insert into organisation (id, region_id, name, kind) select uuidv7(), region_id, gen_random_uuid(), 'FIRE'
    from organisation where id = $1 returning id`,
    [world.police],
  )
  const fire = rows[0]?.id ?? ''
  officerId = await makePerson(db, { name: 'Jo Marsh' })
  const leadId = await makePerson(db, { name: 'Lee Ford' })
  const bystanderId = await makePerson(db, { name: 'Kim Glen' })
  const other = await makePerson(db)
  await makeSeat(db, world.board, fire, { holderId: bystanderId })
  await makeSeat(db, world.board, world.police, {
    startsOn: '2020-01-01',
    holderId: other,
    endsOn: '2020-02-01',
  })
  await db.query(
    `insert into deputy (board_id, id, seat_id, person_id) select board_id, uuidv7(), id, $2 from seat
    where board_id = $1 and organisation_id = $3`,
    [world.board, officerId, fire],
  )
  await makeGrant(db, leadId, 'AGENCY_LEAD', world.police)
  await makeResponsible(db, place, actionId, world.police, { part: 'LEAD' })
  officer = await server.as(officerId)
  lead = await server.as(leadId)
  bystander = await server.as(bystanderId)
})

const input = (more: Record<string, unknown> = {}) => ({
  actionId,
  periodStartsOn: last.startsOn,
  status: 'ON_TARGET',
  percentComplete: 40,
  narrative: 'Two teams were trained.',
  issues: '',
  correctiveActions: '',
  submit: false,
  version: 0,
  clientMutationId: id(),
  ...more,
})
const ask = async (client: ApiClient, mutation: string, given: Record<string, unknown>) =>
  (await client.data<{ result: Update }>(mutation, { input: { clientMutationId: id(), ...given } })).result
const write = (client: ApiClient, more: Record<string, unknown> = {}) => ask(client, writeUpdate, input(more))
const read = async (client: ApiClient) =>
  (await client.data<{ planAction: Record<string, unknown> }>(readAction, { id: actionId })).planAction
const close = (client: ApiClient, startsOn = last.startsOn) =>
  ask(client, closePeriod, { boardId: world.board, startsOn })
/** Starts them while the lock is taken, and lets them go once all of them wait for it. */
async function heldBack(of: string, kind: number, start: () => Promise<Update>[]): Promise<Update[]> {
  const { db } = server
  await db.query('begin')
  await db.query(`select pg_advisory_xact_lock(hashtextextended('${of}', ${kind}))`)
  const started = start()
  const waiting = async () => {
    const { rows } = await db.query<{ count: number }>(
      `select count(*)::int from pg_locks where locktype = 'advisory' and not granted
        and database = (select oid from pg_database where datname = current_database())`,
    )
    return rows[0]?.count
  }
  try {
    await expect.poll(waiting, { timeout: 10_000 }).toBe(started.length)
  } finally {
    await db.query('commit')
  }
  return Promise.all(started)
}
const name = (part: 'AUTHORISING' | 'LEAD', personId: string) =>
  makeResponsible(server.db, place, actionId, null, { part, personId })

describe('a progress update', () => {
  it('is written, returned with a reason, submitted again and authorised', async () => {
    await name('AUTHORISING', officerId)
    const draft = await write(world.member)
    expect(draft).toMatchObject({ state: 'DRAFT', version: 1, writtenByName: 'Morgan Lake' })
    expect(draft.viewerCan).toEqual({ write: true, authorise: false, correct: false })
    const submitted = await write(world.member, { submit: true, version: 1 })
    expect(submitted).toMatchObject({ id: draft.id, state: 'SUBMITTED', version: 2 })

    const empty = await ask(officer, returnUpdate, { updateId: draft.id, version: 2, reason: ' ' })
    expect(empty).toMatchObject({ problems: [{ field: 'reason' }] })
    const returned = await ask(officer, returnUpdate, { updateId: draft.id, version: 2, reason: 'How many?' })
    expect(returned).toMatchObject({
      state: 'RETURNED',
      returnReason: 'How many?',
      decidedByName: 'Jo Marsh',
    })
    const again = await write(world.member, { submit: true, version: 3, narrative: 'Two teams of five.' })
    const authorised = await ask(officer, authoriseUpdate, { updateId: draft.id, version: again.version })
    expect(authorised).toMatchObject({ state: 'AUTHORISED', narrative: 'Two teams of five.' })
    expect(await write(world.member, { version: 5 })).toMatchObject({
      __typename: 'NotReady',
      message: expect.stringContaining('has been authorised') as string,
    })
    const { rows } = await server.db.query(
      `select action, after ->> 'state' as state from audit_event where chain_id = $1 order by sequence`,
      [world.board],
    )
    expect(rows).toEqual([
      { action: 'update.write', state: 'DRAFT' },
      { action: 'update.write', state: 'SUBMITTED' },
      { action: 'update.authorise', state: 'RETURNED' },
      { action: 'update.write', state: 'SUBMITTED' },
      { action: 'update.authorise', state: 'AUTHORISED' },
    ])
  })

  it('is seen by others once it is authorised, and by those who work on it and the officers before', async () => {
    const { id: updateId } = await write(world.member, { submit: true })
    for (const client of [world.member, lead, world.chair, world.coordinator])
      expect(await read(client)).toMatchObject({ latestUpdate: null, allUpdates: [{ id: updateId }] })
    expect(await read(bystander)).toMatchObject({ latestUpdate: null, allUpdates: [] })
    await ask(world.coordinator, authoriseUpdate, { updateId, version: 1 })
    expect(await read(bystander)).toMatchObject({
      latestUpdate: { id: updateId },
      allUpdates: [{ id: updateId }],
      report: { viewerCanWrite: false },
    })
  })

  it('is written by those who are responsible and by the coordinator, and by nobody else', async () => {
    expect(await write(lead)).toMatchObject({ state: 'DRAFT' })
    expect(await write(world.coordinator, { version: 1 })).toMatchObject({ state: 'DRAFT', version: 2 })
    for (const client of [bystander, world.chair])
      expect(await client.codes(writeUpdate, { input: input() })).toEqual(['NOT_ALLOWED'])
    expect(await world.outsider.codes(writeUpdate, { input: input() })).toEqual(['NOT_FOUND'])
    // Whoever authorises alone does not write.
    await name('AUTHORISING', officerId)
    expect(await officer.codes(writeUpdate, { input: input() })).toEqual(['NOT_ALLOWED'])
    await name('LEAD', officerId)
    expect(await write(officer, { version: 2 })).toMatchObject({ state: 'DRAFT', version: 3 })
  })

  it('is authorised by whoever is named, else by the coordinator or chair, and not by who wrote it', async () => {
    const { id: updateId } = await write(world.coordinator, { submit: true })
    const authorise = { updateId, version: 1, clientMutationId: id() }
    for (const client of [world.coordinator, world.member, lead])
      expect(await client.codes(authoriseUpdate, { input: authorise })).toEqual(['NOT_ALLOWED'])
    await name('AUTHORISING', officerId)
    expect(await world.chair.codes(authoriseUpdate, { input: authorise })).toEqual(['NOT_ALLOWED'])
    // Once the person who is named sits at the board no more, it falls to the officers again.
    await server.db.query('update deputy set ended_at = now() where person_id = $1', [officerId])
    expect(await ask(world.chair, authoriseUpdate, authorise)).toMatchObject({ state: 'AUTHORISED' })
  })

  it('a sole coordinator may authorise what they wrote', async () => {
    await server.db.query(`update "grant" set ended_at = now() where board_id = $1 and person_id <> $2`, [
      world.board,
      world.coordinatorId,
    ])
    const { id: updateId } = await write(world.coordinator, { submit: true })
    expect(await ask(world.coordinator, authoriseUpdate, { updateId, version: 1 })).toMatchObject({
      state: 'AUTHORISED',
    })
  })

  it('a repeat changes nothing; two people who write at once see both texts', async () => {
    const first = input()
    const draft = await ask(world.member, writeUpdate, first)
    expect(await ask(world.member, writeUpdate, first)).toEqual(draft)
    const both = await Promise.all([
      write(lead, { version: 1, narrative: 'From the lead.' }),
      write(world.coordinator, { version: 1, narrative: 'From the coordinator.' }),
    ])
    expect(both.map((each) => each.__typename).toSorted()).toEqual(['Conflict', 'ProgressUpdate'])
    const conflict = both.find((each) => each.__typename === 'Conflict')
    expect(conflict).toMatchObject({ currentVersion: 2, fields: [{ field: 'narrative' }] })
    const { rows } = await server.db.query('select from progress_update where action_id = $1', [actionId])
    expect(rows).toHaveLength(1)
  })

  it('two people who begin it at once take turns, and make one', async () => {
    const both = await heldBack(actionId, 6, () => [write(lead), write(world.member, { narrative: 'Mine.' })])
    expect(both.map((each) => each.__typename).toSorted()).toEqual(['Conflict', 'ProgressUpdate'])
  })

  it('needs a percentage, and words before it is submitted', async () => {
    expect(await write(world.member, { percentComplete: 101, narrative: '', submit: true })).toMatchObject({
      problems: [{ field: 'percentComplete' }, { field: 'narrative' }],
    })
    expect(await write(world.member, { narrative: '' })).toMatchObject({ state: 'DRAFT' })
  })

  it('is for a period of the board’s calendar that has begun', async () => {
    const next = periodOn([], new Date(Date.parse(running.endsOn) + 86_400_000).toISOString().slice(0, 10))
    expect(await write(world.member, { periodStartsOn: next.startsOn })).toMatchObject({
      message: expect.stringContaining('begins on') as string,
    })
    expect(await write(world.member, { periodStartsOn: last.endsOn })).toMatchObject({
      message: expect.stringContaining('calendar has changed') as string,
    })
    expect(await write(world.member, { periodStartsOn: running.startsOn })).toMatchObject({ state: 'DRAFT' })
  })
})

describe('a closed period', () => {
  it('changes no more: a correction names what it corrects and takes its place once it is authorised', async () => {
    const { id: updateId } = await write(world.member, { submit: true })
    await ask(world.coordinator, authoriseUpdate, { updateId, version: 1 })
    expect(await close(world.coordinator)).toMatchObject({ name: last.name, closedByName: 'Casey Brook' })
    const late = await write(lead, { version: 2 })
    expect(late).toMatchObject({
      __typename: 'NotReady',
      message: expect.stringContaining(last.name) as string,
    })

    const correction = { correctsId: updateId, correctionReason: 'Three teams, not two.' }
    expect(await write(lead, { ...correction, correctionReason: '' })).toMatchObject({
      problems: [{ field: 'correctionReason' }],
    })
    const corrected = await write(lead, {
      ...correction,
      narrative: 'Three teams were trained.',
      submit: true,
    })
    expect(corrected).toMatchObject({ state: 'SUBMITTED', correctsId: updateId })
    expect(await read(bystander)).toMatchObject({ latestUpdate: { id: updateId } })
    await ask(world.coordinator, authoriseUpdate, { updateId: corrected.id, version: 1 })
    expect(await read(bystander)).toMatchObject({
      latestUpdate: { id: corrected.id, narrative: 'Three teams were trained.' },
      updates: [{ id: corrected.id }],
    })
    const { rows } = await server.db.query('select narrative, corrected from progress_update where id = $1', [
      updateId,
    ])
    expect(rows).toEqual([{ narrative: 'Two teams were trained.', corrected: true }])
    // The correction can be corrected in its turn; what it corrected cannot a second time.
    expect(await write(lead, { ...correction, version: 2 })).toMatchObject({ __typename: 'NotReady' })
    expect(await write(lead, { ...correction, correctsId: corrected.id })).toMatchObject({ state: 'DRAFT' })
  })

  it('takes a late report of an action for which nothing was written, marked as late', async () => {
    const counts = async (client: ApiClient) => {
      const { boardReporting } = await client.data<{
        boardReporting: { periods: { period: { startsOn: string }; counts: Record<string, number> }[] }
      }>(
        `query($id: ID!) { boardReporting(boardId: $id) { periods { period { startsOn }
          counts { authorised late submitted unreported } } } }`,
        { id: world.board },
      )
      return boardReporting.periods.find(({ period }) => period.startsOn === last.startsOn)?.counts
    }
    expect(await write(world.member, { late: true })).toMatchObject({
      message: expect.stringContaining('is open') as string,
    })
    await close(world.coordinator)
    expect(await write(world.member)).toMatchObject({
      message: expect.stringContaining('Hand in a late report') as string,
    })
    expect(await read(lead)).toMatchObject({
      report: { missed: [{ period: { name: last.name }, update: null }] },
    })
    expect(await bystander.codes(writeUpdate, { input: input({ late: true }) })).toEqual(['NOT_ALLOWED'])
    const draft = await write(world.member, { late: true })
    expect(draft).toMatchObject({ state: 'DRAFT', late: true, viewerCan: { write: true } })
    await write(lead, { late: true, submit: true, version: 1 })
    expect(await counts(world.chair)).toEqual({ authorised: 0, late: 0, submitted: 1, unreported: 0 })
    // Those who see the plan read of it what is the board's word.
    expect(await counts(bystander)).toEqual({ authorised: 0, late: 0, submitted: 0, unreported: 1 })
    const authorised = await ask(world.chair, authoriseUpdate, { updateId: draft.id, version: 2 })
    expect(authorised).toMatchObject({ state: 'AUTHORISED', late: true })
    expect(await counts(bystander)).toEqual({ authorised: 1, late: 1, submitted: 0, unreported: 0 })
    expect(await read(lead)).toMatchObject({ latestUpdate: { id: draft.id }, report: { missed: [] } })
  })

  it('takes no late report where something was written in time', async () => {
    await write(world.member)
    await close(world.coordinator)
    expect(await write(world.member, { late: true, version: 1 })).toMatchObject({
      message: expect.stringContaining('before it was closed') as string,
    })
  })

  it('is read by everybody who sees the board’s plan, and by nobody else', async () => {
    const query = `query($boardId: ID!, $startsOn: LocalDate!) { boardPeriod(boardId: $boardId, startsOn: $startsOn) {
      actions { actionId update { id } } viewerCan { readUnauthorised close } } }`
    const { id: updateId } = await write(world.member, { submit: true })
    const period = { boardId: world.board, startsOn: last.startsOn }
    expect(await world.chair.data(query, period)).toMatchObject({
      boardPeriod: {
        actions: [{ update: { id: updateId } }],
        viewerCan: { readUnauthorised: true, close: false },
      },
    })
    expect(await bystander.data(query, period)).toMatchObject({
      boardPeriod: {
        actions: [{ actionId, update: null }],
        viewerCan: { readUnauthorised: false, close: false },
      },
    })
    expect(await world.outsider.codes(query, period)).toEqual(['NOT_ALLOWED'])
  })

  it('holds what was not authorised as it is', async () => {
    const { id: updateId } = await write(world.member, { submit: true })
    await close(world.coordinator)
    for (const mutation of [authoriseUpdate, returnUpdate]) {
      const reason = mutation === returnUpdate ? { reason: 'Late' } : {}
      expect(await ask(world.chair, mutation, { updateId, version: 1, ...reason })).toMatchObject({
        message: expect.stringContaining('has been closed') as string,
      })
    }
  })

  it('is closed by the coordinator once it is over, and once', async () => {
    const repeated = { boardId: world.board, startsOn: last.startsOn, clientMutationId: id() }
    for (const client of [world.chair, world.member])
      expect(await client.codes(closePeriod, { input: repeated })).toEqual(['NOT_ALLOWED'])
    expect(await world.outsider.codes(closePeriod, { input: repeated })).toEqual(['NOT_ALLOWED'])
    expect(await close(world.coordinator, running.startsOn)).toMatchObject({ __typename: 'NotReady' })
    const closed = await ask(world.coordinator, closePeriod, repeated)
    expect(await ask(world.coordinator, closePeriod, repeated)).toEqual(closed)
    expect(await close(world.second)).toMatchObject({ message: `${last.name} has been closed already.` })
  })

  it('an update that is saved while the period is closed is in time or refused, never half', async () => {
    const [closed, written] = await heldBack(world.board, 5, () => [
      close(world.coordinator),
      write(world.member),
    ])
    expect(closed?.__typename).toBe('PeriodClosing')
    const { rows } = await server.db.query('select from progress_update where action_id = $1', [actionId])
    expect(rows).toHaveLength(written?.__typename === 'ProgressUpdate' ? 1 : 0)
  })
})

describe('the calendar of a board', () => {
  const calendar = (more: Record<string, unknown> = {}) => ({
    boardId: world.board,
    frequency: 'MONTHLY',
    firstMonth: 4,
    daysToReport: 10,
    version: 0,
    ...more,
  })

  it('leaves the periods that have updates as they were', async () => {
    await write(world.member)
    const changed = await ask(world.coordinator, setCalendar, calendar())
    expect(changed).toMatchObject({ startsOn: running.startsOn, frequency: 'MONTHLY', version: 1 })
    expect(await write(world.member, { version: 1, narrative: 'Still that quarter.' })).toMatchObject({
      state: 'DRAFT',
    })
    const query = `query($id: ID!) { boardReporting(boardId: $id) { frequency version
      periods { period { name startsOn } counts { begun unreported } } } }`
    expect(await world.chair.data(query, { id: world.board })).toMatchObject({
      boardReporting: {
        frequency: 'MONTHLY',
        version: 1,
        periods: expect.arrayContaining([
          { period: { name: last.name, startsOn: last.startsOn }, counts: { begun: 1, unreported: 0 } },
        ]) as unknown[],
      },
    })
  })

  it('is set by the coordinator; a stale version shows both', async () => {
    expect(
      await world.chair.codes(setCalendar, { input: { ...calendar(), clientMutationId: id() } }),
    ).toEqual(['NOT_ALLOWED'])
    expect(await ask(world.coordinator, setCalendar, calendar({ daysToReport: 93 }))).toMatchObject({
      problems: [{ field: 'daysToReport' }],
    })
    expect(await ask(world.coordinator, setCalendar, calendar())).toMatchObject({ startsOn: '1900-01-01' })
    expect(await ask(world.second, setCalendar, calendar({ frequency: 'HALF_YEARLY' }))).toMatchObject({
      currentVersion: 1,
      fields: [{ field: 'frequency', theirs: 'MONTHLY', yours: 'HALF_YEARLY' }],
    })
  })
})

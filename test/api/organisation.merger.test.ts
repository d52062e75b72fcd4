import { todayInLondon } from '@boardwork/shared/board/dates.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { day, makeGrant, makeMerger, makeOrganisation, makePerson, makeRegion } from '../support/factories.ts'
import { startTestServer } from '../support/server.ts'
import type { ApiClient, TestServer } from '../support/server.ts'

const refusals = `... on InvalidInput { problems { field message } } ... on NotReady { message }
  ... on Conflict { currentVersion fields { field theirs yours } }`
const record = `mutation($input: RecordMergerInput!) { result: recordMerger(input: $input) {
  __typename ... on Organisation { id version partOf { organisationId organisationName since } } ${refusals} } }`
const takeBack = `mutation($input: TakeBackMergerInput!) { result: takeBackMerger(input: $input) {
  __typename ... on Organisation { id version partOf { organisationId } } ${refusals} } }`

let server: TestServer
let administrator: ApiClient
let region: string
let attempt = 0
const again = () => `attempt ${(attempt += 1)}`

beforeAll(async () => {
  server = await startTestServer()
  const person = await makePerson(server.db, { name: 'Ada Fern' })
  await makeGrant(server.db, person, 'ADMINISTRATOR')
  administrator = await server.as(person)
  region = await makeRegion(server.db)
})
afterAll(() => server.close())

const organisation = (name?: string) => makeOrganisation(server.db, region, 'NHS_TRUST', name)
const merge = (organisationId: string, intoId: string, since = day(-60), version = 1) =>
  administrator.data<{ result: { __typename: string } }>(record, {
    input: { organisationId, intoId, since, version, clientMutationId: again() },
  })
const refusedIn = (field: string) => ({ result: { __typename: 'InvalidInput', problems: [{ field }] } })

describe('an organisation that became part of another one', () => {
  it('is recorded once, says so on both sides, and is taken back with a reason; the log tells it all', async () => {
    const [old, next] = [await organisation('Old Trust'), await organisation('New Trust')]
    const since = day(-60)
    const input = { organisationId: old, intoId: next, since, version: 1, clientMutationId: again() }
    const first = await administrator.data(record, { input })
    const partOf = { organisationId: next, organisationName: 'New Trust', since }
    expect(first).toEqual({ result: { __typename: 'Organisation', id: old, version: 2, partOf } })
    expect(await administrator.data(record, { input })).toEqual(first)
    expect(
      await administrator.data(
        'query($id: ID!) { organisation(id: $id) { joined { organisationId organisationName since } } }',
        { id: next },
      ),
    ).toEqual({ organisation: { joined: [{ organisationId: old, organisationName: 'Old Trust', since }] } })

    const back = { organisationId: old, reason: '  Another trust was meant  ', version: 2 }
    const empty = { ...back, reason: ' ', clientMutationId: again() }
    expect(await administrator.data(takeBack, { input: empty })).toMatchObject(refusedIn('reason'))
    const stale = { ...back, version: 1, clientMutationId: again() }
    expect(await administrator.data(takeBack, { input: stale })).toMatchObject({
      result: { __typename: 'Conflict', currentVersion: 2, fields: [{ yours: back.reason }] },
    })
    const done = { ...back, clientMutationId: again() }
    expect(await administrator.data(takeBack, { input: done })).toEqual({
      result: { __typename: 'Organisation', id: old, version: 3, partOf: null },
    })
    expect(
      await administrator.data(takeBack, { input: { ...back, version: 3, clientMutationId: again() } }),
    ).toMatchObject({ result: { __typename: 'NotReady' } })

    const { rows } = await server.db.query(
      `select action, before ->> 'partOf' as before, after ->> 'partOf' as after, after ->> 'partOfSince' as since,
         after ->> 'reason' as reason
       from audit_event where record_id = $1 order by sequence`,
      [old],
    )
    expect(rows).toEqual([
      { action: 'organisation.recordMerger', before: null, after: 'New Trust', since, reason: null },
      {
        action: 'organisation.takeBackMerger',
        before: 'New Trust',
        after: null,
        since: null,
        reason: 'Another trust was meant',
      },
    ])
  })

  it('may be one of a chain, in whatever order it is recorded, and never of a circle', async () => {
    const [oldest, old, next] = [await organisation(), await organisation(), await organisation()]
    expect(await merge(old, next, day(-30))).toMatchObject({ result: { __typename: 'Organisation' } })
    expect(await merge(oldest, old, day(-20))).toMatchObject(refusedIn('intoId'))
    expect(await merge(oldest, old, day(-40))).toMatchObject({ result: { __typename: 'Organisation' } })
    expect(await merge(next, oldest, day(-10))).toMatchObject(refusedIn('intoId'))
    const [fourth, fifth] = [await organisation(), await organisation()]
    await merge(fourth, fifth, day(-5))
    expect(await merge(fifth, next, day(-6))).toMatchObject(refusedIn('since'))
  })

  it('two who would close a circle at one moment do not', async () => {
    const [one, two, three] = [await organisation(), await organisation(), await organisation()]
    const since = day(-30)
    await makeMerger(server.db, three, one, since)
    const waiting = async () => {
      // A transaction sees who is connected as it was at first, unless it says otherwise.
      await server.db.query('select pg_stat_clear_snapshot()')
      const { rows } = await server.db.query<{ count: number }>(
        `select count(distinct pid)::int as count from pg_locks join pg_stat_activity using (pid)
         where not granted and datname = current_database()`,
      )
      return rows[0]?.count
    }
    // Somebody holds the third one, so that the first of the two is kept waiting after its checks.
    await server.db.query('begin')
    await server.db.query('select from organisation where id = $1 for update', [three])
    const first = merge(two, three, since)
    await expect.poll(waiting, { timeout: 30_000 }).toBe(1)
    const second = merge(one, two, since)
    await expect.poll(waiting, { timeout: 30_000 }).toBe(2)
    await server.db.query('commit')
    expect(await first).toMatchObject({ result: { __typename: 'Organisation' } })
    expect(await second).toMatchObject(refusedIn('intoId'))
  })

  it('is refused where one of the two cannot be, and where somebody else was first', async () => {
    const [old, next] = [await organisation(), await organisation('Next Trust')]
    const elsewhere = await makeOrganisation(server.db, await makeRegion(server.db))
    const tomorrow = new Date(Date.parse(todayInLondon()) + 86_400_000).toISOString().slice(0, 10)
    expect(await merge(old, old)).toMatchObject(refusedIn('intoId'))
    expect(await merge(old, elsewhere)).toMatchObject(refusedIn('intoId'))
    expect(await merge(old, region)).toMatchObject(refusedIn('intoId'))
    expect(await merge(old, next, tomorrow)).toMatchObject(refusedIn('since'))
    expect(await merge(old, next)).toMatchObject({ result: { __typename: 'Organisation' } })
    expect(await merge(old, elsewhere)).toMatchObject({
      result: {
        __typename: 'Conflict',
        currentVersion: 2,
        fields: [{ field: 'intoId', theirs: 'Next Trust' }, { field: 'since' }],
      },
    })
    expect(await merge(old, elsewhere, day(-60), 2)).toMatchObject({ result: { __typename: 'NotReady' } })
  })
})

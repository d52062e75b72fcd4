import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import {
  day,
  makeAction,
  makeArea,
  makeGrant,
  makePerson,
  makePlan,
  makeUpdate,
} from '../support/factories.ts'
import type { AreaPlace } from '../support/factories.ts'
import { startTestServer } from '../support/server.ts'
import type { ApiClient, TestServer } from '../support/server.ts'
import { id, makePlanWorld } from './plan.fixture.ts'
import type { PlanWorld } from './plan.fixture.ts'

const share = `mutation($input: ShareAreaInput!) { shareArea(input: $input) { __typename
  ... on AreaShare { id version live boardName receiverName reason endsOn level areaTitle viewerCan { revoke } }
  ... on InvalidInput { problems { field message } } ... on NotReady { message } } }`
const revoke = `mutation($input: RevokeShareInput!) { revokeShare(input: $input) { __typename
  ... on AreaShare { live revokedAt area { id } } ... on NotReady { message } ... on Conflict { currentVersion } } }`
const comment = `mutation($input: CommentOnAreaInput!) { commentOnArea(input: $input) { __typename
  ... on AreaComment { id body authorName authorFor area { comments { body } } }
  ... on InvalidInput { problems { field } } } }`
const readArea = `query($id: ID!) { area(id: $id) { title plan { title wholeVisible areas { id } } actions { title updates { period } }
  comments { body authorFor } shares { receiverName live } sharedWithViewer { reason level boardName }
  viewerCan { comment share edit } } }`

let server: TestServer
let world: PlanWorld
let place: AreaPlace
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.close())
beforeEach(async () => {
  world = await makePlanWorld(server)
  const planId = await makePlan(server.db, world.board)
  place = await makeArea(server.db, world.board, planId, 'Recording')
  const actionId = await makeAction(server.db, place)
  await makeUpdate(server.db, place, actionId)
  await makeArea(server.db, world.board, planId, 'Another area')
})

const shareInput = (more: Record<string, unknown> = {}) => ({
  areaId: place.areaId,
  toBoardId: world.otherBoard,
  level: 'READ',
  reason: 'Both boards work on it.',
  endsOn: day(30),
  clientMutationId: id(),
  ...more,
})

interface Shared {
  shareArea: { __typename: string; id: string; version: number; message?: string }
}

const shareWith = (client: ApiClient, more: Record<string, unknown> = {}) =>
  client.data<Shared>(share, { input: shareInput(more) })

const write = (client: ApiClient, body: string, clientMutationId = id()) =>
  client.data(comment, { input: { areaId: place.areaId, body, clientMutationId } })

describe('sharing an area', () => {
  it('the other board sees the area and nothing else of the plan, with the reason; both sides see the share', async () => {
    expect(await world.outsider.data(readArea, { id: place.areaId })).toEqual({ area: null })
    const input = shareInput()
    const { shareArea: made } = await world.coordinator.data<Shared>(share, { input })
    expect(made).toMatchObject({
      __typename: 'AreaShare',
      live: true,
      areaTitle: 'Recording',
      viewerCan: { revoke: true },
    })
    expect((await world.coordinator.data<Shared>(share, { input })).shareArea.id).toBe(made.id)
    expect(await world.outsider.data(readArea, { id: place.areaId })).toMatchObject({
      area: {
        title: 'Recording',
        plan: { wholeVisible: false, areas: [{ id: place.areaId }] },
        actions: [{ updates: [{ period: 'Q1 2026/27' }] }],
        sharedWithViewer: { reason: 'Both boards work on it.', level: 'READ' },
        shares: [{ live: true }],
        viewerCan: { comment: false, share: false, edit: false },
      },
    })
    expect(await world.member.data(readArea, { id: place.areaId })).toMatchObject({
      area: { plan: { wholeVisible: true }, shares: [{ live: true }], sharedWithViewer: null },
    })
    expect(await world.outsider.data(`{ sharedAreas { id areaTitle planTitle } }`)).toEqual({
      sharedAreas: [{ id: made.id, areaTitle: 'Recording', planTitle: 'A plan' }],
    })
    const { rows } = await server.db.query('select action from audit_event where chain_id = $1', [
      world.otherBoard,
    ])
    expect(rows).toEqual([{ action: 'plan.share' }])
  })

  it('a revoked share is gone with the next request', async () => {
    const { shareArea: made } = await shareWith(world.coordinator)
    const input = { shareId: made.id, version: made.version, clientMutationId: id() }
    expect(await world.outsider.codes(revoke, { input })).toEqual(['NOT_ALLOWED'])
    expect(await world.member.codes(revoke, { input })).toEqual(['NOT_ALLOWED'])
    const ended = { revokeShare: { __typename: 'AreaShare', live: false, area: { id: place.areaId } } }
    expect(await world.coordinator.data(revoke, { input })).toMatchObject(ended)
    expect(await world.coordinator.data(revoke, { input })).toMatchObject(ended)
    expect(await world.outsider.data(readArea, { id: place.areaId })).toEqual({ area: null })
    expect(await world.outsider.data(`{ sharedAreas { id } }`)).toEqual({ sharedAreas: [] })
    expect(
      await world.coordinator.data(revoke, { input: { ...input, clientMutationId: id() } }),
    ).toMatchObject({
      revokeShare: { __typename: 'NotReady' },
    })
  })

  it('the lead of an agency sees what is shared with the agency, and may comment where asked to contribute', async () => {
    const lead = await makePerson(server.db, { name: 'Lee Moor' })
    await makeGrant(server.db, lead, 'AGENCY_LEAD', world.police)
    const client = await server.as(lead)
    expect(await client.data(readArea, { id: place.areaId })).toEqual({ area: null })
    await shareWith(world.coordinator, {
      toBoardId: null,
      toOrganisationId: world.police,
      level: 'CONTRIBUTE',
    })
    expect(await client.data(readArea, { id: place.areaId })).toMatchObject({
      area: { viewerCan: { comment: true }, sharedWithViewer: { level: 'CONTRIBUTE' } },
    })
    expect(await write(client, 'We can help.')).toMatchObject({
      commentOnArea: { authorName: 'Lee Moor', authorFor: expect.stringContaining('Police') as string },
    })
  })

  it('a draft is not shared, an open share not doubled, and one side gets a clear message', async () => {
    const planId = await makePlan(server.db, world.board, 'DRAFT')
    const draft = await makeArea(server.db, world.board, planId)
    expect(await shareWith(world.coordinator, { areaId: draft.areaId })).toMatchObject({
      shareArea: { __typename: 'NotReady', message: expect.stringContaining('draft') as string },
    })
    await shareWith(world.coordinator)
    expect(await shareWith(world.coordinator)).toMatchObject({ shareArea: { __typename: 'NotReady' } })
  })

  it('a share needs one receiver that is known, a reason and an end', async () => {
    const problems = async (more: Record<string, unknown>) => {
      const data = await world.coordinator.data<{ shareArea: { problems: { field: string }[] } }>(share, {
        input: shareInput(more),
      })
      return data.shareArea.problems.map((problem) => problem.field)
    }
    expect(await problems({ toBoardId: null })).toEqual(['receiver'])
    expect(await problems({ toOrganisationId: world.police })).toEqual(['receiver'])
    expect(await problems({ toBoardId: world.board })).toEqual(['receiver'])
    expect(await problems({ toBoardId: id() })).toEqual(['receiver'])
    expect(await problems({ reason: ' ' })).toEqual(['reason'])
    expect(await problems({ endsOn: day(-2) })).toEqual(['endsOn'])
    expect(await problems({ endsOn: day(3 * 365) })).toEqual(['endsOn'])
  })

  it('only a coordinator of the board shares, and an outsider finds no area', async () => {
    expect(await world.member.codes(share, { input: shareInput() })).toEqual(['NOT_ALLOWED'])
    expect(await world.chair.codes(share, { input: shareInput() })).toEqual(['NOT_ALLOWED'])
    expect(await world.outsider.codes(share, { input: shareInput({ toBoardId: world.board }) })).toEqual([
      'NOT_FOUND',
    ])
  })
})

describe('commenting on an area', () => {
  it('members comment for their agency and officers for the board, once for each try', async () => {
    const once = id()
    const said = await write(world.member, 'We agree.', once)
    expect(said).toMatchObject({
      commentOnArea: {
        body: 'We agree.',
        authorName: 'Morgan Lake',
        authorFor: expect.stringContaining('Police') as string,
      },
    })
    expect(await write(world.member, 'We agree.', once)).toEqual(said)
    expect(await write(world.coordinator, 'Thank you.')).toMatchObject({
      commentOnArea: {
        authorFor: expect.stringContaining('Adults board') as string,
        area: { comments: [{ body: 'We agree.' }, { body: 'Thank you.' }] },
      },
    })
  })

  it('an empty comment is refused', async () => {
    expect(await write(world.member, ' ')).toMatchObject({ commentOnArea: { problems: [{ field: 'body' }] } })
  })

  it('a share to read does not let comment; a share to contribute does; without a share there is no area', async () => {
    const input = { areaId: place.areaId, body: 'Hello', clientMutationId: id() }
    expect(await world.outsider.codes(comment, { input })).toEqual(['NOT_FOUND'])
    const { shareArea: made } = await shareWith(world.coordinator)
    expect(await world.outsider.codes(comment, { input })).toEqual(['NOT_ALLOWED'])
    await world.coordinator.data(revoke, {
      input: { shareId: made.id, version: made.version, clientMutationId: id() },
    })
    await shareWith(world.coordinator, { level: 'CONTRIBUTE' })
    expect(await world.outsider.data(comment, { input })).toMatchObject({
      commentOnArea: { __typename: 'AreaComment' },
    })
  })

  it('scrutiny reads and does not comment', async () => {
    const scrutiny = await makePerson(server.db)
    await makeGrant(server.db, scrutiny, 'SCRUTINY', world.board)
    const client = await server.as(scrutiny)
    expect(await client.data(readArea, { id: place.areaId })).toMatchObject({
      area: { viewerCan: { comment: false } },
    })
    const input = { areaId: place.areaId, body: 'Hello', clientMutationId: id() }
    expect(await client.codes(comment, { input })).toEqual(['NOT_ALLOWED'])
  })
})

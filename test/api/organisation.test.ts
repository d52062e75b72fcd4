import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  makeAction,
  makeArea,
  makeBoard,
  makeGrant,
  makeOrganisation,
  makePerson,
  makePlan,
  makeRegion,
  makeResponsible,
  makeSeat,
  makeUpdate,
} from '../support/factories.ts'
import { startTestServer } from '../support/server.ts'
import type { ApiClient, TestServer } from '../support/server.ts'

const refusals = `... on InvalidInput { problems { field message } } ... on Conflict { currentVersion fields { field theirs yours } }`
const createRegion = `mutation($input: CreateRegionInput!) { result: createRegion(input: $input) {
  __typename ... on Region { id name } ... on InvalidInput { problems { field message } } } }`
const createOrganisation = `mutation($input: CreateOrganisationInput!) { result: createOrganisation(input: $input) {
  __typename ... on Organisation { id name kind version region { name } } ... on InvalidInput { problems { field message } } } }`
const changeOrganisation = `mutation($input: ChangeOrganisationInput!) { result: changeOrganisation(input: $input) {
  __typename ... on Organisation { id name kind version } ${refusals} } }`

let server: TestServer
let administrator: ApiClient
let attempt = 0
const again = () => `attempt ${(attempt += 1)}`

beforeAll(async () => {
  server = await startTestServer()
  const person = await makePerson(server.db)
  await makeGrant(server.db, person, 'ADMINISTRATOR')
  administrator = await server.as(person)
})
afterAll(() => server.close())

describe('regions and organisations', () => {
  it('an administrator adds a region once, whatever is repeated', async () => {
    const input = { name: '  Northmoor  ', clientMutationId: again() }
    const first = await administrator.data<{ result: { id: string } }>(createRegion, { input })
    expect(first).toMatchObject({ result: { __typename: 'Region', name: 'Northmoor' } })
    expect(await administrator.data(createRegion, { input })).toEqual(first)
    const { rows } = await server.db.query(`select action, record_id from audit_event where record_id = $1`, [
      first.result.id,
    ])
    expect(rows).toEqual([{ action: 'organisation.createRegion', record_id: first.result.id }])
    const taken = await administrator.data(createRegion, {
      input: { name: 'Northmoor', clientMutationId: again() },
    })
    expect(taken).toMatchObject({ result: { __typename: 'InvalidInput', problems: [{ field: 'name' }] } })
  })

  it('an administrator adds an organisation, changes it, and meets somebody else’s change as a conflict', async () => {
    const regionId = await makeRegion(server.db, 'Southfen')
    const input = { regionId, name: 'Southfen Police', kind: 'POLICE', clientMutationId: again() }
    const { result } = await administrator.data<{ result: { id: string } }>(createOrganisation, { input })
    expect(result).toMatchObject({
      name: 'Southfen Police',
      kind: 'POLICE',
      version: 1,
      region: { name: 'Southfen' },
    })
    const change = { organisationId: result.id, version: 1, name: 'Fen Fire', kind: 'FIRE' }
    expect(
      await administrator.data(changeOrganisation, { input: { ...change, clientMutationId: again() } }),
    ).toMatchObject({ result: { name: 'Fen Fire', kind: 'FIRE', version: 2 } })
    expect(
      await administrator.data(changeOrganisation, {
        input: { ...change, name: 'Fen Police', clientMutationId: again() },
      }),
    ).toMatchObject({
      result: {
        __typename: 'Conflict',
        currentVersion: 2,
        fields: [{ field: 'name', theirs: 'Fen Fire', yours: 'Fen Police' }, { field: 'kind' }],
      },
    })
  })

  it('an empty name, a long name and a name that is taken are refused beside the field', async () => {
    const regionId = await makeRegion(server.db)
    await makeOrganisation(server.db, regionId, 'POLICE', 'Taken Police')
    for (const name of ['   ', 'x'.repeat(201), 'a\u0000b', 'Taken Police']) {
      const input = { regionId, name, kind: 'POLICE', clientMutationId: again() }
      expect(await administrator.data(createOrganisation, { input })).toMatchObject({
        result: { __typename: 'InvalidInput', problems: [{ field: 'name' }] },
      })
    }
  })

  it('nobody else may add or change one', async () => {
    const regionId = await makeRegion(server.db)
    const council = await makeOrganisation(server.db, regionId)
    const board = await makeBoard(server.db, council)
    const coordinator = await makePerson(server.db)
    await makeGrant(server.db, coordinator, 'COORDINATOR', board)
    const client = await server.as(coordinator)
    const input = { regionId, name: 'Mine', kind: 'POLICE', clientMutationId: again() }
    expect(await client.codes(createOrganisation, { input })).toEqual(['NOT_ALLOWED'])
    expect(await server.anonymous().codes(createOrganisation, { input })).toEqual(['NOT_SIGNED_IN'])
  })

  it('people see the organisations of their regions alone', async () => {
    const [here, elsewhere] = [await makeRegion(server.db), await makeRegion(server.db)]
    const council = await makeOrganisation(server.db, here)
    const police = await makeOrganisation(server.db, here, 'POLICE', 'Aldmarsh Police')
    const hidden = await makeOrganisation(server.db, elsewhere)
    const board = await makeBoard(server.db, council)
    const holder = await makePerson(server.db)
    await makeSeat(server.db, board, police, { holderId: holder })
    const client = await server.as(holder)
    const list = await client.data<{ organisations: { id: string }[] }>('{ organisations { id } }')
    expect(list.organisations.map(({ id }) => id).toSorted()).toEqual([council, police].toSorted())
    expect(await client.data('query($id: ID!) { organisation(id: $id) { id } }', { id: hidden })).toEqual({
      organisation: null,
    })
    expect(await client.data('{ organisations(search: "aldM") { id } }')).toEqual({
      organisations: [{ id: police }],
    })
  })
})

describe('an agency', () => {
  const agency = `query($id: ID!) { agency(id: $id) { name
    seats { board { name } live viewerCan { change } }
    agencyActions { title boardName planTitle areaTitle status }
    viewerCan { readAgency appoint } grants { person { name } role } } }`

  it('its lead sees its seats and actions at all of its boards, and nothing of the boards beside that', async () => {
    const { db } = server
    const council = await makeOrganisation(db, await makeRegion(db))
    const police = await makeOrganisation(db, await makeRegion(db), 'POLICE', 'Aldmarsh Police')
    const fire = await makeOrganisation(db, await makeRegion(db), 'FIRE')
    const boards = [
      await makeBoard(db, council, { name: 'One' }),
      await makeBoard(db, council, { name: 'Two' }),
    ]
    for (const board of boards) {
      await makeSeat(db, board, police)
      await makeSeat(db, board, fire)
      const place = await makeArea(db, board, await makePlan(db, board, 'ADOPTED', 'Plan'))
      const ours = await makeAction(db, place, 'Ours')
      await makeResponsible(db, place, ours, police)
      await makeUpdate(db, place, ours)
      const theirs = await makeAction(db, await makeArea(db, board, place.planId), 'Theirs')
      await makeResponsible(db, place, await makeAction(db, place, 'Beside ours'), fire)
      expect(theirs).toBeTruthy()
    }
    const lead = await makePerson(db)
    await makeGrant(db, lead, 'AGENCY_LEAD', police)
    const client = await server.as(lead)
    const row = { title: 'Ours', planTitle: 'Plan', areaTitle: 'An area', status: 'ON_TARGET' }
    expect(await client.data(agency, { id: police })).toMatchObject({
      agency: {
        name: 'Aldmarsh Police',
        seats: [
          { board: { name: 'One' }, live: true, viewerCan: { change: false } },
          { board: { name: 'Two' }, live: true },
        ],
        agencyActions: [
          { ...row, boardName: 'One' },
          { ...row, boardName: 'Two' },
        ],
        viewerCan: { readAgency: true, appoint: true },
        grants: [{ role: 'AGENCY_LEAD' }],
      },
    })
    expect(await client.codes(agency, { id: fire })).toEqual(['NOT_FOUND'])
  })

  it('somebody who only sits beside it may not open its page', async () => {
    const { db } = server
    const region = await makeRegion(db)
    const council = await makeOrganisation(db, region)
    const [police, fire] = [
      await makeOrganisation(db, region, 'POLICE'),
      await makeOrganisation(db, region, 'FIRE'),
    ]
    await makeSeat(db, await makeBoard(db, council), police)
    const lead = await makePerson(db)
    await makeGrant(db, lead, 'AGENCY_LEAD', fire)
    expect(await (await server.as(lead)).codes(agency, { id: police })).toEqual(['NOT_ALLOWED'])
  })
})

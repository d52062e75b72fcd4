import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  day,
  makeBoard,
  makeDeputy,
  makeGrant,
  makeOrganisation,
  makePerson,
  makeRegion,
  makeSeat,
} from '../support/factories.ts'
import { startTestServer } from '../support/server.ts'
import type { ApiClient, TestServer } from '../support/server.ts'

const refused = `... on InvalidInput { problems { field message } }`
const notReady = `... on NotReady { message }`
const conflict = `... on Conflict { currentVersion fields { field theirs yours } }`
const createBoard = `mutation($input: CreateBoardInput!) { result: createBoard(input: $input) {
  __typename ... on Board { id name kind coordinators people { email person { name } grants { role } } invitations { email role } } ${refused} } }`
const createSubGroup = `mutation($input: CreateSubGroupInput!) { result: createSubGroup(input: $input) {
  __typename ... on Board { id name kind parent { id } coordinators } ${refused} ${notReady} } }`
const renameBoard = `mutation($input: RenameBoardInput!) { result: renameBoard(input: $input) {
  __typename ... on Board { name version } ${refused} ${conflict} } }`
const addSeat = `mutation($input: AddSeatInput!) { result: addSeat(input: $input) {
  __typename ... on Seat { id version required voting holder { name } organisation { name } live } ${refused} } }`
const changeSeat = `mutation($input: ChangeSeatInput!) { result: changeSeat(input: $input) {
  __typename ... on Seat { id version required voting endsOn holder { name } } ${refused} ${conflict} } }`
const nameDeputy = `mutation($input: NameDeputyInput!) { result: nameDeputy(input: $input) {
  __typename ... on Deputy { id person { name } endedAt } ${refused} ${notReady} } }`
const endDeputy = `mutation($input: EndDeputyInput!) { result: endDeputy(input: $input) {
  __typename ... on Deputy { id endedAt } ${notReady} } }`
const grantRole = `mutation($input: GrantRoleInput!) { result: grantRole(input: $input) {
  __typename ... on Grant { id version role live person { name } grantedByName viewerCan { change end } } ${refused} } }`
const changeGrant = `mutation($input: ChangeGrantInput!) { result: changeGrant(input: $input) {
  __typename ... on Grant { version reason endsOn } ${refused} ${conflict} ${notReady} } }`
const endGrant = `mutation($input: EndGrantInput!) { result: endGrant(input: $input) {
  __typename ... on Grant { id live endedAt } ${conflict} ${notReady} } }`

type Result = { result: { __typename: string; id: string; message: string } }

let server: TestServer
let administrator: ApiClient
let attempt = 0
const clientMutationId = () => `attempt ${(attempt += 1)}`

/** A council's board with a coordinator, a chair and a police seat. */
async function makeWorld() {
  const { db } = server
  const region = await makeRegion(db)
  const council = await makeOrganisation(db, region)
  const police = await makeOrganisation(db, region, 'POLICE')
  const fire = await makeOrganisation(db, region, 'FIRE')
  const board = await makeBoard(db, council)
  const [coordinator, chair, holder] = [
    await makePerson(db, { name: 'Ada Fern' }),
    await makePerson(db, { name: 'Basil Reed' }),
    await makePerson(db, { name: 'Cato Moss' }),
  ]
  const coordinates = await makeGrant(db, coordinator, 'COORDINATOR', board)
  await makeGrant(db, chair, 'CHAIR', board)
  const seat = await makeSeat(db, board, police, { holderId: holder })
  const client = await server.as(coordinator)
  return { region, council, police, fire, board, coordinator, chair, holder, coordinates, seat, client }
}

beforeAll(async () => {
  server = await startTestServer()
  const person = await makePerson(server.db, { name: 'Vera Admin' })
  await makeGrant(server.db, person, 'ADMINISTRATOR')
  administrator = await server.as(person)
})
afterAll(() => server.close())

describe('boards', () => {
  it('an administrator makes a council’s board and appoints a person whom the platform knows', async () => {
    const { db } = server
    const council = await makeOrganisation(db, await makeRegion(db))
    const person = await makePerson(db, { name: 'Ada Fern', email: 'ada@council.example' })
    const input = {
      organisationId: council,
      name: 'Fernshire Safeguarding Adults Board',
      kind: 'ADULTS',
      coordinatorId: person,
      clientMutationId: clientMutationId(),
    }
    const { result } = await administrator.data<Result>(createBoard, { input })
    expect(result).toMatchObject({
      __typename: 'Board',
      coordinators: ['Ada Fern'],
      people: [
        { email: 'ada@council.example', person: { name: 'Ada Fern' }, grants: [{ role: 'COORDINATOR' }] },
      ],
    })
    const { rows } = await db.query('select action from audit_event where chain_id = $1 order by sequence', [
      result.id,
    ])
    expect(rows).toEqual([{ action: 'board.create' }, { action: 'appointment.grant' }])
    const mine = await (
      await server.as(person)
    ).data('{ boards { id viewerTies { role kind } viewerCan { addSeat createSubGroup readLog } } }')
    expect(mine).toEqual({
      boards: [
        {
          id: result.id,
          viewerTies: [{ role: 'COORDINATOR', kind: 'GRANT' }],
          viewerCan: { addSeat: true, createSubGroup: true, readLog: true },
        },
      ],
    })
    const twice = await administrator.data(createBoard, {
      input: { ...input, clientMutationId: clientMutationId() },
    })
    expect(twice).toMatchObject({ result: { __typename: 'InvalidInput', problems: [{ field: 'name' }] } })
  })

  it('an administrator makes a board and invites its coordinator by e-mail', async () => {
    const council = await makeOrganisation(server.db, await makeRegion(server.db))
    const input = {
      organisationId: council,
      name: 'New board',
      kind: 'CHILDREN',
      coordinatorEmail: ' New.Person@council.example ',
      clientMutationId: clientMutationId(),
    }
    expect(await administrator.data(createBoard, { input })).toMatchObject({
      result: {
        coordinators: [],
        invitations: [{ email: 'new.person@council.example', role: 'COORDINATOR' }],
      },
    })
    const wrong = {
      ...input,
      name: 'Other',
      coordinatorEmail: 'nobody',
      clientMutationId: clientMutationId(),
    }
    expect(await administrator.data(createBoard, { input: wrong })).toMatchObject({
      result: { __typename: 'InvalidInput', problems: [{ field: 'coordinatorEmail' }] },
    })
  })

  it('a board without anybody to coordinate it, or of a body that is no council, is refused', async () => {
    const { police, coordinator } = await makeWorld()
    const input = {
      organisationId: police,
      name: 'A board',
      kind: 'ADULTS',
      clientMutationId: clientMutationId(),
    }
    expect(await administrator.data(createBoard, { input })).toMatchObject({
      result: { problems: [{ field: 'coordinatorId' }] },
    })
    expect(
      await administrator.data(createBoard, { input: { ...input, coordinatorId: coordinator } }),
    ).toMatchObject({
      result: { problems: [{ field: 'organisationId' }] },
    })
  })

  it('a coordinator adds a sub-group and coordinates it; a sub-group has none of its own', async () => {
    const { client, board } = await makeWorld()
    const input = { boardId: board, name: 'Quality group', clientMutationId: clientMutationId() }
    const { result } = await client.data<Result>(createSubGroup, { input })
    expect(result).toMatchObject({
      name: 'Quality group',
      kind: 'ADULTS',
      parent: { id: board },
      coordinators: ['Ada Fern'],
    })
    expect(await client.data(createSubGroup, { input })).toEqual({ result })
    const deeper = { boardId: result.id, name: 'Deeper', clientMutationId: clientMutationId() }
    expect(await client.data(createSubGroup, { input: deeper })).toMatchObject({
      result: { __typename: 'NotReady' },
    })
    const { rows } = await server.db.query(
      `select chain_id, action from audit_event where chain_id = any($1) order by chain_id = $2, sequence`,
      [[board, result.id], result.id],
    )
    expect(rows).toEqual([
      { chain_id: board, action: 'board.createSubGroup' },
      { chain_id: result.id, action: 'board.createSubGroup' },
      { chain_id: result.id, action: 'appointment.grant' },
    ])
  })

  it('a chair cannot let themselves into a sub-group that somebody else coordinates', async () => {
    const { board, chair, client } = await makeWorld()
    const input = { boardId: board, name: 'Closed group', clientMutationId: clientMutationId() }
    const { result } = await client.data<Result>(createSubGroup, { input })
    const intruder = await server.as(chair)
    const grant = {
      scope: 'BOARD',
      scopeId: result.id,
      personId: chair,
      role: 'COORDINATOR',
      reason: 'Me',
      startsOn: day(0),
    }
    expect(
      await intruder.codes(grantRole, { input: { ...grant, clientMutationId: clientMutationId() } }),
    ).toEqual(['NOT_ALLOWED'])
  })

  it('a coordinator adds a sub-group that somebody else coordinates', async () => {
    const { client, board, holder } = await makeWorld()
    const input = {
      boardId: board,
      name: 'Data group',
      coordinatorId: holder,
      clientMutationId: clientMutationId(),
    }
    expect(await client.data(createSubGroup, { input })).toMatchObject({
      result: { name: 'Data group', parent: { id: board } },
    })
    const { boards } = await (
      await server.as(holder)
    ).data<{ boards: object[] }>('{ boards { name coordinators } }')
    expect(boards).toContainEqual({ name: 'Data group', coordinators: ['Cato Moss'] })
  })

  it('an administrator adds a sub-group for somebody else to coordinate, and not for themselves', async () => {
    const { board, chair } = await makeWorld()
    const input = { boardId: board, name: 'Learning group' }
    expect(
      await administrator.data(createSubGroup, { input: { ...input, clientMutationId: clientMutationId() } }),
    ).toMatchObject({ result: { problems: [{ field: 'coordinatorId' }] } })
    expect(
      await administrator.data(createSubGroup, {
        input: { ...input, coordinatorId: chair, clientMutationId: clientMutationId() },
      }),
    ).toMatchObject({ result: { coordinators: ['Basil Reed'] } })
  })

  it('a coordinator renames the board; a change in between comes back as a conflict', async () => {
    const { client, board } = await makeWorld()
    const input = { boardId: board, version: 1, name: 'New name' }
    expect(
      await client.data(renameBoard, { input: { ...input, clientMutationId: clientMutationId() } }),
    ).toMatchObject({ result: { name: 'New name', version: 2 } })
    expect(
      await client.data(renameBoard, {
        input: { ...input, name: 'Newer', clientMutationId: clientMutationId() },
      }),
    ).toMatchObject({
      result: { __typename: 'Conflict', fields: [{ field: 'name', theirs: 'New name', yours: 'Newer' }] },
    })
  })

  it('an outsider finds no board, and a member may neither run it nor read its people and log', async () => {
    const { board, holder } = await makeWorld()
    const page = `query($id: ID!) { board(id: $id) { coordinators chairs people { email } grants { id } invitations { id }
      seats { holder { name } } viewerCan { addSeat invite grant readPeople readLog importPlan createSubGroup rename } } }`
    const outsider = await server.as(await makePerson(server.db))
    expect(await outsider.data(page, { id: board })).toEqual({ board: null })
    expect(await outsider.data('{ boards { id } }')).toEqual({ boards: [] })
    const can = {
      addSeat: false,
      invite: false,
      grant: false,
      readPeople: false,
      readLog: false,
      importPlan: false,
      createSubGroup: false,
      rename: false,
    }
    expect(await (await server.as(holder)).data(page, { id: board })).toEqual({
      board: {
        coordinators: ['Ada Fern'],
        chairs: ['Basil Reed'],
        people: null,
        grants: null,
        invitations: null,
        seats: [{ holder: { name: 'Cato Moss' } }],
        viewerCan: can,
      },
    })
  })

  it('whoever knows a board by its name alone is not told that it has no seats', async () => {
    const { board } = await makeWorld()
    const { rows } = await server.db.query<{ region_id: string }>(
      'select region_id from organisation o join board b on b.organisation_id = o.id where b.id = $1',
      [board],
    )
    const council = await makeOrganisation(server.db, rows[0]?.region_id ?? '')
    const neighbour = await makeBoard(server.db, council)
    const seatsAt = async (personId: string, id: string) =>
      (await server.as(personId)).data('query($id: ID!) { board(id: $id) { id seats { id } } }', { id })
    for (const [role, place] of [
      ['COORDINATOR', neighbour],
      ['CHAIR', neighbour],
      ['SCRUTINY', board],
    ] as const) {
      const person = await makePerson(server.db)
      await makeGrant(server.db, person, role, place)
      expect(await seatsAt(person, board), role).toEqual({ board: { id: board, seats: null } })
    }
    // At the own board it is known that there is none yet.
    const coordinator = await makePerson(server.db)
    await makeGrant(server.db, coordinator, 'COORDINATOR', neighbour)
    expect(await seatsAt(coordinator, neighbour)).toEqual({ board: { id: neighbour, seats: [] } })
  })
})

describe('seats', () => {
  it('a coordinator adds a seat, gives it a holder, changes it and ends it', async () => {
    const { client, board, fire, chair } = await makeWorld()
    const input = {
      boardId: board,
      organisationId: fire,
      required: true,
      voting: false,
      holderId: chair,
      startsOn: day(-1),
    }
    const { result } = await client.data<Result>(addSeat, {
      input: { ...input, clientMutationId: clientMutationId() },
    })
    expect(result).toMatchObject({
      required: true,
      voting: false,
      holder: { name: 'Basil Reed' },
      live: true,
    })
    const change = {
      seatId: result.id,
      version: 1,
      required: false,
      voting: true,
      holderId: null,
      endsOn: day(10),
    }
    expect(
      await client.data(changeSeat, { input: { ...change, clientMutationId: clientMutationId() } }),
    ).toMatchObject({ result: { version: 2, required: false, voting: true, holder: null, endsOn: day(10) } })
    expect(
      await client.data(changeSeat, { input: { ...change, clientMutationId: clientMutationId() } }),
    ).toMatchObject({ result: { __typename: 'Conflict', currentVersion: 2 } })
    const { rows } = await server.db.query<{ before: object; after: object }>(
      `select before, after from audit_event where record_id = $1 and action = 'board.changeSeat'`,
      [result.id],
    )
    expect(rows[0]).toMatchObject({
      before: { holder: 'Basil Reed', voting: false },
      after: { holder: null, voting: true },
    })
  })

  it('a save that changes nothing is no change: no new version and no event', async () => {
    const { client, seat, holder, board, coordinates } = await makeWorld()
    const same = { seatId: seat, version: 1, required: true, voting: true, holderId: holder, endsOn: null }
    expect(
      await client.data(changeSeat, { input: { ...same, clientMutationId: clientMutationId() } }),
    ).toMatchObject({ result: { __typename: 'Seat', version: 1 } })
    const grant = { grantId: coordinates, version: 1, reason: 'For a test', endsOn: null }
    expect(
      await client.data(changeGrant, { input: { ...grant, clientMutationId: clientMutationId() } }),
    ).toMatchObject({ result: { __typename: 'Grant', version: 1 } })
    const { rows } = await server.db.query('select 1 from audit_event where chain_id = $1', [board])
    expect(rows).toEqual([])
  })

  it('an organisation has one seat at a time, and a seat does not end before it began', async () => {
    const { client, board, police, seat } = await makeWorld()
    const second = { boardId: board, organisationId: police, required: true, voting: true, startsOn: day(5) }
    expect(
      await client.data(addSeat, { input: { ...second, clientMutationId: clientMutationId() } }),
    ).toMatchObject({ result: { problems: [{ field: 'organisationId' }] } })
    const change = { seatId: seat, version: 1, required: true, voting: true }
    expect(
      await client.data(changeSeat, {
        input: { ...change, endsOn: day(-40), clientMutationId: clientMutationId() },
      }),
    ).toMatchObject({ result: { problems: [{ field: 'endsOn' }] } })
    expect(
      await client.data(changeSeat, {
        input: { ...change, endsOn: day(4), clientMutationId: clientMutationId() },
      }),
    ).toMatchObject({ result: { __typename: 'Seat' } })
    expect(
      await client.data(addSeat, { input: { ...second, clientMutationId: clientMutationId() } }),
    ).toMatchObject({ result: { __typename: 'Seat' } })
  })

  it('a seat may have begun earlier than was written, but not later, nor within another seat', async () => {
    const { client, board, police, seat } = await makeWorld()
    await makeSeat(server.db, board, police, { startsOn: day(-900), endsOn: day(-800) })
    const change = { seatId: seat, version: 1, required: true, voting: true }
    const save = (startsOn: string) =>
      client.data(changeSeat, { input: { ...change, startsOn, clientMutationId: clientMutationId() } })
    for (const startsOn of [day(1), day(-850), day(-950)])
      expect(await save(startsOn)).toMatchObject({ result: { problems: [{ field: 'startsOn' }] } })
    expect(await save(day(-799))).toMatchObject({ result: { __typename: 'Seat', version: 2 } })
    const { rows } = await server.db.query<{ starts_on: string; began: string }>(
      `select s.starts_on::text, e.after ->> 'startsOn' as began from seat s
       join audit_event e on e.record_id = s.id where s.id = $1`,
      [seat],
    )
    expect(rows).toEqual([{ starts_on: day(-799), began: day(-799) }])
  })

  it('a stranger cannot be made a holder or a deputy: they have to be invited', async () => {
    const { client, seat } = await makeWorld()
    const stranger = await makePerson(server.db)
    const change = { seatId: seat, version: 1, required: true, voting: true, holderId: stranger }
    expect(
      await client.data(changeSeat, { input: { ...change, clientMutationId: clientMutationId() } }),
    ).toMatchObject({ result: { problems: [{ field: 'holderId' }] } })
    expect(
      await client.data(nameDeputy, {
        input: { seatId: seat, personId: stranger, clientMutationId: clientMutationId() },
      }),
    ).toMatchObject({ result: { problems: [{ field: 'personId' }] } })
  })

  it('a deputy is named, sees the board, and is out with the next request once the naming ends', async () => {
    const { client, seat, board, region } = await makeWorld()
    const other = await makeBoard(server.db, await makeOrganisation(server.db, region))
    const known = await makePerson(server.db, { name: 'Dora Elm' })
    await makeGrant(server.db, known, 'SCRUTINY', board, { ended: true })
    const input = { seatId: seat, personId: known }
    const { result } = await client.data<Result>(nameDeputy, {
      input: { ...input, clientMutationId: clientMutationId() },
    })
    expect(result).toMatchObject({ person: { name: 'Dora Elm' } })
    expect(
      await client.data(nameDeputy, { input: { ...input, clientMutationId: clientMutationId() } }),
    ).toMatchObject({ result: { problems: [{ field: 'personId' }] } })
    const deputy = await server.as(known)
    expect(await deputy.data('{ boards { id viewerTies { kind role } } }')).toEqual({
      boards: [{ id: board, viewerTies: [{ kind: 'DEPUTY', role: 'DEPUTY' }] }],
    })
    const end = { deputyId: result.id }
    await client.data(endDeputy, { input: { ...end, clientMutationId: clientMutationId() } })
    expect(await deputy.data('{ boards { id } }')).toEqual({ boards: [] })
    expect(
      await client.data(endDeputy, { input: { ...end, clientMutationId: clientMutationId() } }),
    ).toMatchObject({ result: { __typename: 'NotReady' } })
    expect(other).toBeTruthy()
  })

  it('a member may not change a seat, and an outsider does not find it', async () => {
    const { seat, holder } = await makeWorld()
    const input = {
      seatId: seat,
      version: 1,
      required: false,
      voting: false,
      clientMutationId: clientMutationId(),
    }
    const { client: elsewhere } = await makeWorld()
    expect(await (await server.as(holder)).codes(changeSeat, { input })).toEqual(['NOT_ALLOWED'])
    expect(await elsewhere.codes(changeSeat, { input })).toEqual(['NOT_FOUND'])
  })
})

describe('grants', () => {
  const role = (board: string, personId: string, more: object = {}) => ({
    input: {
      scope: 'BOARD',
      scopeId: board,
      personId,
      role: 'MODERATOR',
      reason: 'Settles grades',
      startsOn: day(0),
      clientMutationId: clientMutationId(),
      ...more,
    },
  })

  it('a coordinator gives a role to somebody known, and changes and ends it', async () => {
    const { client, board, holder } = await makeWorld()
    const { result } = await client.data<Result>(grantRole, role(board, holder))
    expect(result).toMatchObject({
      role: 'MODERATOR',
      live: true,
      person: { name: 'Cato Moss' },
      grantedByName: 'Ada Fern',
      viewerCan: { change: true, end: true },
    })
    expect(await client.data(grantRole, role(board, holder))).toMatchObject({
      result: { __typename: 'InvalidInput', problems: [{ field: 'personId' }] },
    })
    const change = { grantId: result.id, version: 1, reason: 'Until the summer', endsOn: day(90) }
    expect(
      await client.data(changeGrant, { input: { ...change, clientMutationId: clientMutationId() } }),
    ).toMatchObject({ result: { reason: 'Until the summer', endsOn: day(90), version: 2 } })
    const end = { grantId: result.id, version: 2 }
    expect(
      await client.data(endGrant, { input: { ...end, clientMutationId: clientMutationId() } }),
    ).toMatchObject({
      result: { __typename: 'Grant', live: false },
    })
    expect(
      await client.data(endGrant, { input: { ...end, clientMutationId: clientMutationId() } }),
    ).toMatchObject({
      result: { __typename: 'NotReady' },
    })
  })

  it('wrong dates, an empty reason, a role of a seat and a stranger are refused beside the field', async () => {
    const { client, board, holder } = await makeWorld()
    const stranger = await makePerson(server.db)
    const closed = await makePerson(server.db, { disabled: true })
    await makeGrant(server.db, closed, 'SCRUTINY', board)
    const cases: [object, string][] = [
      [{ reason: ' ' }, 'reason'],
      [{ reason: 'x'.repeat(501) }, 'reason'],
      [{ endsOn: day(-1) }, 'endsOn'],
      [{ startsOn: day(5), endsOn: day(4) }, 'endsOn'],
      [{ role: 'MEMBER' }, 'role'],
      [{ personId: stranger }, 'personId'],
      [{ personId: closed }, 'personId'],
    ]
    expect(await client.codes(grantRole, role(board, holder, { role: 'AGENCY_LEAD' }))).toEqual([
      'NOT_ALLOWED',
    ])
    for (const [wrong, field] of cases) {
      expect(await client.data(grantRole, role(board, holder, wrong))).toMatchObject({
        result: { __typename: 'InvalidInput', problems: [{ field }] },
      })
    }
  })

  it('a coordinator appoints at their own board alone, a chair nobody, an administrator not themselves', async () => {
    const { client, board, chair, holder } = await makeWorld()
    const other = await makeWorld()
    expect(await client.codes(grantRole, role(other.board, holder))).toEqual(['NOT_FOUND'])
    expect(await (await server.as(chair)).codes(grantRole, role(board, holder))).toEqual(['NOT_ALLOWED'])
    const sisters = await makeBoard(server.db, await makeOrganisation(server.db, await regionOf(board)))
    expect(await client.codes(grantRole, role(sisters, holder))).toEqual(['NOT_ALLOWED'])
    const { rows } = await server.db.query<{ id: string }>(`select id from person where name = 'Vera Admin'`)
    expect(await administrator.data(grantRole, role(board, rows[0]?.id ?? ''))).toMatchObject({
      result: { problems: [{ field: 'personId' }] },
    })
  })

  it('an agency lead makes people of the agency contributors and nothing else', async () => {
    const { police, holder } = await makeWorld()
    const lead = await makePerson(server.db)
    await makeGrant(server.db, lead, 'AGENCY_LEAD', police)
    const client = await server.as(lead)
    const forAgency = { scope: 'ORGANISATION', scopeId: police }
    expect(
      await client.data(grantRole, role(police, holder, { ...forAgency, role: 'CONTRIBUTOR' })),
    ).toMatchObject({ result: { role: 'CONTRIBUTOR', live: true } })
    expect(
      await client.codes(grantRole, role(police, holder, { ...forAgency, role: 'AGENCY_LEAD' })),
    ).toEqual(['NOT_ALLOWED'])
  })

  it('the last coordinator of a board stays, until there is another', async () => {
    const { client, board, coordinates, holder } = await makeWorld()
    const end = { grantId: coordinates, version: 1 }
    const tryToEnd = () => client.data(endGrant, { input: { ...end, clientMutationId: clientMutationId() } })
    expect(await tryToEnd()).toMatchObject({ result: { __typename: 'NotReady' } })
    const until = (endsOn: string) => ({
      input: { ...end, reason: 'Leaves', endsOn, clientMutationId: clientMutationId() },
    })
    expect(await client.data(changeGrant, until(day(0)))).toMatchObject({
      result: { __typename: 'NotReady' },
    })
    await makeGrant(server.db, await makePerson(server.db, { disabled: true }), 'COORDINATOR', board)
    await makeGrant(server.db, holder, 'COORDINATOR', board, { startsOn: day(3) })
    await makeGrant(server.db, holder, 'COORDINATOR', board, { ended: true })
    await makeGrant(server.db, holder, 'CHAIR', board)
    expect(await tryToEnd()).toMatchObject({ result: { __typename: 'NotReady' } })
    const second = await makeGrant(server.db, holder, 'COORDINATOR', board, { endsOn: day(2) })
    expect(await client.data(changeGrant, until(day(2)))).toMatchObject({
      result: { __typename: 'NotReady' },
    })
    await server.db.query('update "grant" set ends_on = null where id = $1', [second])
    expect(await tryToEnd()).toMatchObject({ result: { __typename: 'Grant', live: false } })
    expect(
      await client.codes(endGrant, {
        input: { grantId: second, version: 1, clientMutationId: clientMutationId() },
      }),
    ).toEqual(['NOT_ALLOWED'])
  })

  it('two coordinators who end each other at the same moment do not both succeed', async () => {
    for (let round = 0; round < 5; round += 1) {
      const { client, board, coordinates, holder } = await makeWorld()
      const others = await makeGrant(server.db, holder, 'COORDINATOR', board)
      const other = await server.as(holder)
      const input = (grantId: string) => ({
        input: { grantId, version: 1, clientMutationId: clientMutationId() },
      })
      const answers = await Promise.all([
        client.ask<Result>(endGrant, input(others)),
        other.ask<Result>(endGrant, input(coordinates)),
      ])
      expect(answers.filter(({ data }) => data?.result.__typename === 'Grant')).toHaveLength(1)
      const { rows } = await server.db.query(
        `select id from "grant" where board_id = $1 and role = 'COORDINATOR' and ended_at is null`,
        [board],
      )
      expect(rows).toHaveLength(1)
    }
  })

  it('the last administrator stays', async () => {
    const { rows } = await server.db.query<{ id: string }>(
      `select id from "grant" where role = 'ADMINISTRATOR'`,
    )
    expect(rows).toHaveLength(1)
    const input = { grantId: rows[0]?.id, version: 1, clientMutationId: clientMutationId() }
    expect(await administrator.data(endGrant, { input })).toMatchObject({
      result: { __typename: 'NotReady' },
    })
  })

  it('a role that ends is gone with the next request', async () => {
    const { client, board, holder } = await makeWorld()
    const scrutineer = await makePerson(server.db)
    const grant = await makeGrant(server.db, scrutineer, 'SCRUTINY', board)
    const theirs = await server.as(scrutineer)
    expect(await theirs.data('{ boards { id } }')).toEqual({ boards: [{ id: board }] })
    await client.data(endGrant, {
      input: { grantId: grant, version: 1, clientMutationId: clientMutationId() },
    })
    expect(await theirs.data('{ boards { id } }')).toEqual({ boards: [] })
    expect(holder).toBeTruthy()
  })

  it('the people of a board stand with their e-mail addresses, roles, seats and what ended', async () => {
    const { client, board, seat } = await makeWorld()
    const deputy = await makePerson(server.db, { name: 'Dora Elm', email: 'dora@police.example' })
    await makeDeputy(server.db, board, seat, deputy)
    const { board: read } = await client.data<{ board: { people: unknown[] } }>(
      `query($id: ID!) { board(id: $id) { people { person { name } email grants { role live } seats { organisation { kind } } deputies { endedAt seat { organisation { kind } } } } } }`,
      { id: board },
    )
    expect(read.people).toMatchObject([
      { person: { name: 'Ada Fern' }, grants: [{ role: 'COORDINATOR', live: true }] },
      { person: { name: 'Basil Reed' }, grants: [{ role: 'CHAIR' }] },
      { person: { name: 'Cato Moss' }, seats: [{ organisation: { kind: 'POLICE' } }] },
      {
        person: { name: 'Dora Elm' },
        email: 'dora@police.example',
        deputies: [{ endedAt: null, seat: { organisation: { kind: 'POLICE' } } }],
      },
    ])
  })
})

async function regionOf(board: string): Promise<string> {
  const { rows } = await server.db.query<{ region_id: string }>(
    'select o.region_id from board b join organisation o on o.id = b.organisation_id where b.id = $1',
    [board],
  )
  return rows[0]?.region_id ?? ''
}

import { checkInCode } from '@boardwork/server/src/features/attendance/checkIn/checkInCode.ts'
import { newId } from '@boardwork/server/src/db/newId.ts'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { makeMark, makeMeeting } from '../support/attendanceFactories.ts'
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

interface Meeting {
  expected: { placeId: string; mark: { mark: string; cameName: string | null; source: string } | null }[]
  checkIn: {
    endedAt: string | null
    code: { code: string; millisecondsLeft: number } | null
    wrongTries: { personName: string }[]
  } | null
  viewerPlaces: { placeId: string }[]
  viewerCanRegister: { checkIn: boolean; openCheckIn: boolean }
}

interface Answer {
  __typename: string
  message: string
  problems: { field: string; message: string }[]
}

const saying = (words: string): unknown => expect.stringContaining(words)

let server: TestServer
let board: string
let meeting: string
let police: string
let fire: string
let ada: ApiClient
let mina: ApiClient
let dee: ApiClient
let stranger: ApiClient

beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.close())
beforeEach(async () => {
  const { db } = server
  const region = await makeRegion(db)
  board = await makeBoard(db, await makeOrganisation(db, region))
  const person = async (name: string) => {
    const personId = await makePerson(db, { name })
    return { personId, client: await server.as(personId) }
  }
  const coordinator = await person('Ada Fern')
  const holder = await person('Mina Reed')
  const deputy = await person('Dee Puty')
  const other = await person('Sam Vole')
  await makeGrant(db, coordinator.personId, 'COORDINATOR', board)
  police = await makeSeat(db, board, await makeOrganisation(db, region, 'POLICE'), {
    holderId: holder.personId,
  })
  fire = await makeSeat(db, board, await makeOrganisation(db, region, 'FIRE'))
  await makeDeputy(db, board, police, deputy.personId)
  await makeDeputy(db, board, fire, deputy.personId)
  const elsewhere = await makeBoard(db, await makeOrganisation(db, region))
  await makeSeat(db, elsewhere, await makeOrganisation(db, region, 'FIRE'), { holderId: other.personId })
  ada = coordinator.client
  mina = holder.client
  dee = deputy.client
  stranger = other.client
  meeting = await makeMeeting(db, board, { heldOn: day(0) })
})

const fields = `expected { placeId mark { mark cameName source } } viewerPlaces { placeId }
  checkIn { endedAt code { code millisecondsLeft } wrongTries { personName } }
  viewerCanRegister { checkIn openCheckIn }`
const read = async (client: ApiClient) =>
  (
    await client.data<{ meeting: Meeting | null }>(`query($id: ID!) { meeting(id: $id) { ${fields} } }`, {
      id: meeting,
    })
  ).meeting

const checkInText = `mutation($input: CheckInInput!) { result: checkIn(input: $input) { __typename
  ... on InvalidInput { problems { field message } } ... on NotReady { message } } }`
const checkInput = (code: string, more: object = {}) => ({
  input: { clientMutationId: newId(), meetingId: meeting, code, ...more },
})
const checkIn = async (client: ApiClient, code: string, more: object = {}) =>
  (await client.data<{ result: Answer }>(checkInText, checkInput(code, more))).result

async function change(what: 'open' | 'end'): Promise<string> {
  const { result } = await ada.data<{ result: { __typename: string } }>(
    `mutation($input: CheckInOfMeetingInput!) { result: ${what}CheckIn(input: $input) { __typename } }`,
    { input: { clientMutationId: newId(), meetingId: meeting } },
  )
  return result.__typename
}

const shown = async () => (await read(ada))?.checkIn?.code?.code ?? ''
const markAt = async (placeId: string) =>
  (await read(ada))?.expected.find((place) => place.placeId === placeId)?.mark ?? null
/** A code that is neither that of now nor one of the minutes around it. */
const wrong = async () => {
  const { rows } = await server.db.query<{ secret: Buffer }>(
    'select secret from check_in_secret where meeting_id = $1',
    [meeting],
  )
  const secret = rows[0]?.secret ?? Buffer.alloc(32)
  const right = new Set(
    [-1, 0, 1, 2].map((minute) => checkInCode(secret, new Date(Date.now() + minute * 60_000))),
  )
  return ['111111', '222222', '333333', '444444', '555555'].find((code) => !right.has(code)) ?? ''
}

describe('the code that is shown in the room', () => {
  it('is for officers alone, and new each time check-in is opened', async () => {
    expect((await read(mina))?.viewerCanRegister).toEqual({ checkIn: false, openCheckIn: false })
    expect(await change('open')).toBe('Meeting')
    const { checkIn: ofAda, viewerCanRegister } = (await read(ada)) ?? {}
    expect(ofAda?.code?.code).toMatch(/^\d{6}$/)
    expect(ofAda?.code?.millisecondsLeft).toBeGreaterThan(0)
    expect(viewerCanRegister).toEqual({ checkIn: false, openCheckIn: true })
    const ofMina = await read(mina)
    expect(ofMina?.checkIn).toMatchObject({ endedAt: null, code: null, wrongTries: [] })
    expect(ofMina?.viewerCanRegister.checkIn).toBe(true)
    const secret = () =>
      server.db.query<{ secret: Buffer }>('select secret from check_in_secret where meeting_id = $1', [
        meeting,
      ])
    const before = await secret()
    await change('end')
    expect((await read(ada))?.checkIn?.code).toBeNull()
    await change('open')
    expect((await secret()).rows).not.toEqual(before.rows)
  })

  it('marks the holder as present, and the named deputy as a deputy', async () => {
    await change('open')
    expect(await checkIn(mina, ` ${await shown()} `)).toMatchObject({ __typename: 'Meeting' })
    expect(await markAt(police)).toEqual({ mark: 'PRESENT', cameName: null, source: 'CODE' })
    expect(await checkIn(dee, await shown())).toMatchObject({ problems: [{ field: 'seatId' }] })
    expect(await checkIn(dee, await shown(), { seatId: fire })).toMatchObject({ __typename: 'Meeting' })
    expect(await markAt(fire)).toEqual({ mark: 'DEPUTY', cameName: 'Dee Puty', source: 'CODE' })
    expect(await checkIn(dee, await shown(), { seatId: police })).toMatchObject({
      message: saying('says something else of your seat'),
    })
    const { rows } = await server.db.query(
      `select person_name, after from audit_event where chain_id = $1 and action = 'register.checkIn'`,
      [board],
    )
    expect(rows).toHaveLength(2)
  })

  it('twice is once', async () => {
    await change('open')
    const code = await shown()
    const again = { clientMutationId: newId() }
    await checkIn(mina, code, again)
    expect(await checkIn(mina, code, again)).toMatchObject({ __typename: 'Meeting' })
    expect(await checkIn(mina, await shown())).toMatchObject({ __typename: 'Meeting' })
    const { rows } = await server.db.query('select version from register_mark where meeting_id = $1', [
      meeting,
    ])
    expect(rows).toEqual([{ version: 1 }])
  })

  it('changes nothing that an officer marked, but for what was unknown', async () => {
    await change('open')
    await makeMark(server.db, board, meeting, fire, 'UNKNOWN')
    await makeMark(server.db, board, meeting, police, 'APOLOGIES')
    expect(await checkIn(mina, await shown())).toMatchObject({
      message: saying('Tell the coordinator'),
    })
    expect((await markAt(police))?.mark).toBe('APOLOGIES')
    expect(await checkIn(dee, await shown(), { seatId: fire })).toMatchObject({ __typename: 'Meeting' })
    expect((await markAt(fire))?.mark).toBe('DEPUTY')
  })

  it('is worth nothing once it has ended, at a closed register, or for somebody without a seat', async () => {
    await change('open')
    const code = await shown()
    expect(await stranger.codes(checkInText, checkInput(code))).toEqual(['NOT_FOUND'])
    await change('end')
    expect(await checkIn(mina, code)).toMatchObject({ message: saying('not open') })
    await change('open')
    await server.db.query('update meeting set register_closed_at = now() where id = $1', [meeting])
    expect(await checkIn(mina, code)).toMatchObject({ __typename: 'NotReady' })
    expect(await markAt(police)).toBeNull()
  })
})

describe('somebody who guesses', () => {
  it('has ten tries in a quarter of an hour, and the coordinator sees each', async () => {
    await change('open')
    const guess = await wrong()
    for (let tries = 0; tries < 10; tries += 1)
      // One after the other, as somebody types.
      expect(await checkIn(mina, guess)).toMatchObject({ problems: [{ field: 'code' }] })
    expect(await mina.codes(checkInText, checkInput(await shown()))).toEqual(['TOO_MANY'])
    expect((await read(ada))?.checkIn?.wrongTries).toEqual(
      Array.from({ length: 10 }, () => ({ personName: 'Mina Reed' })),
    )
    expect(await markAt(police)).toBeNull()
    // Nobody else is kept out by it.
    expect(await checkIn(dee, await shown(), { seatId: fire })).toMatchObject({ __typename: 'Meeting' })
  })
})

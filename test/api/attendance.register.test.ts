import { newId } from '@boardwork/server/src/db/newId.ts'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { makeInvitee, makeMeeting } from '../support/attendanceFactories.ts'
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
import { makeRule, ruleTerms } from '../support/flagFactories.ts'
import { startTestServer } from '../support/server.ts'
import type { ApiClient, TestServer } from '../support/server.ts'

interface Mark {
  id: string
  mark: string
  cameName: string | null
  seniorEnough: boolean | null
  holderName: string | null
  reason: string | null
  source: string
  markedByName: string
  version: number
  corrections: { beforeMark: string; afterMark: string; why: string; correctedByName: string }[]
}

interface Meeting {
  id: string
  registerBegunAt: string | null
  registerClosedAt: string | null
  expected: { placeId: string; mark: Mark | null }[]
  guests: { id: string; name: string; kind: string; version: number }[]
  quorumResult: { met: boolean; result: { has: number; needs: number } } | null
}

interface Answer {
  __typename: string
  message: string
  problems: { field: string }[]
  currentVersion: number
  meeting: Meeting
  unsaved: { placeId: string; message: string; currentVersion: number; current: Mark | null }[]
}

const markFields = `id mark cameName seniorEnough holderName reason source markedByName version
  corrections { beforeMark afterMark why correctedByName }`
const meetingFields = `id registerBegunAt registerClosedAt expected { placeId mark { ${markFields} } }
  guests { id name kind version } quorumResult { met result }`
const refusals = `... on InvalidInput { problems { field message } } ... on NotReady { message }`
const texts = {
  setMarks: `mutation($input: SetMarksInput!) { result: setMarks(input: $input) { __typename
    ... on SavedMarks { meeting { ${meetingFields} } unsaved { placeId message currentVersion current { ${markFields} } } }
    ${refusals} } }`,
  closeRegister: `mutation($input: CloseRegisterInput!) { result: closeRegister(input: $input) { __typename
    ... on Meeting { ${meetingFields} } ... on NotReady { message } } }`,
  correctMark: `mutation($input: CorrectMarkInput!) { result: correctMark(input: $input) { __typename
    ... on RegisterMark { ${markFields} } ... on Conflict { currentVersion } ${refusals} } }`,
  saveGuest: `mutation($input: SaveGuestInput!) { result: saveGuest(input: $input) { __typename
    ... on Meeting { ${meetingFields} } ... on Conflict { currentVersion } ${refusals} } }`,
  removeGuest: `mutation($input: RemoveGuestInput!) { result: removeGuest(input: $input) { __typename
    ... on Meeting { ${meetingFields} } ... on Conflict { currentVersion } ... on NotReady { message } } }`,
  setQuorum: `mutation($input: SetQuorumInput!) { result: setQuorum(input: $input) { __typename
    ... on Quorum { number } ... on Conflict { currentVersion } ... on InvalidInput { problems { field message } } } }`,
}

const saying = (words: string): unknown => expect.stringContaining(words)

let server: TestServer
let board: string
let meeting: string
/** Held by Mina, with Dee as the one named deputy. */
let police: string
let fire: string
let vacant: string
let dee: string
let ada: ApiClient
let gareth: ApiClient
let mina: ApiClient
let minaId: string

beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.close())
beforeEach(async () => {
  const { db } = server
  const region = await makeRegion(db)
  board = await makeBoard(db, await makeOrganisation(db, region))
  minaId = await makePerson(db, { name: 'Mina Reed' })
  dee = await makePerson(db, { name: 'Dee Puty' })
  const seatOf = async (kind: 'POLICE' | 'FIRE' | 'PROBATION', holderId?: string) =>
    makeSeat(db, board, await makeOrganisation(db, region, kind), {
      startsOn: day(-300),
      ...(holderId && { holderId }),
    })
  police = await seatOf('POLICE', minaId)
  fire = await seatOf('FIRE', await makePerson(db))
  vacant = await seatOf('PROBATION')
  await makeDeputy(db, board, police, dee)
  meeting = await makeMeeting(db, board, { heldOn: day(-1) })
  const officer = async (role: 'COORDINATOR' | 'CHAIR', name: string) => {
    const personId = await makePerson(db, { name })
    await makeGrant(db, personId, role, board)
    return server.as(personId)
  }
  ada = await officer('COORDINATOR', 'Ada Fern')
  gareth = await officer('CHAIR', 'Gareth Moss')
  mina = await server.as(minaId)
})

async function ask(client: ApiClient, what: keyof typeof texts, input: object): Promise<Answer & Meeting> {
  const variables = { input: { clientMutationId: newId(), ...input } }
  return (await client.data<{ result: Answer & Meeting }>(texts[what], variables)).result
}

const made = (placeId: string, mark: string, more: object = {}) => ({
  placeId,
  mark,
  version: 0,
  markedAt: '2026-09-01T10:00:00.000Z',
  ...more,
})
const set = (client: ApiClient, marks: object[], more: object = {}) =>
  ask(client, 'setMarks', { meetingId: meeting, marks, ...more })
const markAt = (found: Meeting, placeId: string) =>
  found.expected.find((place) => place.placeId === placeId)?.mark ?? null
const close = (unmarked: number) => ask(ada, 'closeRegister', { meetingId: meeting, unmarked })
const read = async (client: ApiClient) =>
  (
    await client.data<{ meeting: Meeting }>(`query($id: ID!) { meeting(id: $id) { ${meetingFields} } }`, {
      id: meeting,
    })
  ).meeting

describe('marks', () => {
  it('are set together, each with what belongs to it', async () => {
    const { meeting: after, unsaved } = await set(ada, [
      made(police, 'DEPUTY', { cameId: dee, seniorEnough: true }),
      made(fire, 'APOLOGIES', { reason: ' On leave ', cameName: 'Nobody' }),
      made(vacant, 'DEPUTY', { cameName: 'Ann Other' }),
    ])
    expect(unsaved).toEqual([])
    expect(after.registerBegunAt).not.toBeNull()
    expect(markAt(after, police)).toMatchObject({
      mark: 'DEPUTY',
      cameName: 'Dee Puty',
      seniorEnough: true,
      holderName: 'Mina Reed',
      source: 'OFFICER',
      markedByName: 'Ada Fern',
      version: 1,
    })
    expect(markAt(after, fire)).toMatchObject({ mark: 'APOLOGIES', reason: 'On leave', cameName: null })
    expect(markAt(after, vacant)).toMatchObject({ cameName: 'Ann Other', holderName: null })
    // A member sees the mark and not the reason.
    expect(markAt(await read(mina), fire)).toMatchObject({ mark: 'APOLOGIES', reason: null })
  })

  it('that are not right come back with why, and the others are saved', async () => {
    const { meeting: after, unsaved } = await set(ada, [
      made(vacant, 'PRESENT'),
      made(police, 'DEPUTY'),
      made(newId(), 'PRESENT'),
      made(fire, 'PRESENT'),
    ])
    expect(unsaved.map(({ message }) => message)).toEqual([
      saying('Nobody holds this seat'),
      saying('Enter the name of who came'),
      saying('Nobody is expected at this place any more'),
    ])
    expect(markAt(after, fire)?.mark).toBe('PRESENT')
    expect(markAt(after, police)).toBeNull()
  })

  it('of two people who fill in one register at once are all kept, or both shown', async () => {
    await Promise.all([
      set(ada, [made(police, 'PRESENT'), made(fire, 'PRESENT')]),
      set(gareth, [made(vacant, 'ABSENT')]),
    ])
    const late = await set(gareth, [made(police, 'ABSENT'), made(fire, 'PRESENT')])
    // What says the same is no conflict.
    expect(late.unsaved).toMatchObject([
      { placeId: police, currentVersion: 1, current: { mark: 'PRESENT', markedByName: 'Ada Fern' } },
    ])
    expect(markAt(late.meeting, police)?.mark).toBe('PRESENT')
    const settled = await set(gareth, [made(police, 'ABSENT', { version: 1 })])
    expect(settled.unsaved).toEqual([])
    expect(markAt(settled.meeting, police)).toMatchObject({ mark: 'ABSENT', version: 2 })
    const { rows } = await server.db.query('select id from register_mark where meeting_id = $1', [meeting])
    expect(rows).toHaveLength(3)
  })

  it('sent again after a lost answer change nothing, and say again what was not saved', async () => {
    await set(gareth, [made(fire, 'ABSENT')])
    const input = { clientMutationId: newId() }
    const marks = [made(police, 'PRESENT'), made(fire, 'PRESENT')]
    const first = await set(ada, marks, input)
    const again = await set(ada, marks, input)
    expect(again).toEqual(first)
    expect(again.unsaved).toMatchObject([{ placeId: fire, current: { mark: 'ABSENT' } }])
    expect(markAt(again.meeting, police)?.version).toBe(1)
    const { rows } = await server.db.query(
      `select after from audit_event where chain_id = $1 and action = 'register.fill'`,
      [board],
    )
    expect(rows).toHaveLength(2)
  })

  it('keep the reason that stands where none is said, and lose it with the apologies', async () => {
    await set(ada, [made(fire, 'APOLOGIES', { reason: 'On leave' })])
    const kept = await set(ada, [made(fire, 'APOLOGIES', { version: 1 })])
    expect(markAt(kept.meeting, fire)).toMatchObject({ reason: 'On leave', version: 1 })
    const gone = await set(ada, [made(fire, 'PRESENT', { version: 1 })])
    expect(markAt(gone.meeting, fire)?.reason).toBeNull()
    const back = await set(ada, [made(fire, 'APOLOGIES', { version: 2 })])
    expect(markAt(back.meeting, fire)?.reason).toBeNull()
  })

  it('made on a device whose clock is ahead are of now', async () => {
    await set(ada, [made(police, 'PRESENT', { markedAt: '2099-01-01T00:00:00.000Z' }), made(fire, 'PRESENT')])
    const { rows } = await server.db.query<{ marked_at: Date }>(
      'select marked_at from register_mark where meeting_id = $1 order by marked_at',
      [meeting],
    )
    expect(rows[0]?.marked_at.toISOString()).toBe('2026-09-01T10:00:00.000Z')
    expect(rows[1]?.marked_at.getTime()).toBeLessThanOrEqual(Date.now())
  })

  it('keep the holder of their day when a seat changes hands later', async () => {
    await set(ada, [made(police, 'PRESENT')])
    const newHolder = await makePerson(server.db, { name: 'New Holder' })
    await server.db.query('update seat set holder_id = $1 where id = $2', [newHolder, police])
    const changed = await set(ada, [made(police, 'ABSENT', { version: 1 })])
    expect(markAt(changed.meeting, police)).toMatchObject({ mark: 'ABSENT', holderName: 'Mina Reed' })
    await server.db.query('update seat set ends_on = $1 where id = $2', [day(-200), police])
    expect((await close(2)).__typename).toBe('Meeting')
    expect(markAt(await read(ada), police)).toMatchObject({ holderName: 'Mina Reed' })
  })

  it('of a meeting that was cancelled stay to be read, and none is added', async () => {
    await set(ada, [made(police, 'PRESENT')])
    await server.db.query(
      `update meeting set cancelled_at = now(), cancelled_reason = 'Snow' where id = $1`,
      [meeting],
    )
    const refused = await set(ada, [made(fire, 'PRESENT')])
    expect(refused).toMatchObject({ __typename: 'NotReady', message: saying('cancelled') })
    expect((await close(2)).__typename).toBe('NotReady')
    expect(markAt(await read(ada), police)?.mark).toBe('PRESENT')
  })
})

describe('closing', () => {
  it('makes unknown of what nobody marked, and of nothing else', async () => {
    await set(ada, [made(police, 'PRESENT')])
    const closed = await close(2)
    expect(closed.registerClosedAt).not.toBeNull()
    expect(markAt(closed, police)?.mark).toBe('PRESENT')
    expect(markAt(closed, fire)?.mark).toBe('UNKNOWN')
    expect(markAt(closed, vacant)?.mark).toBe('UNKNOWN')
    expect(await set(gareth, [made(fire, 'PRESENT', { version: 1 })])).toMatchObject({
      __typename: 'NotReady',
      message: saying('closed'),
    })
  })

  it('is refused when somebody marked in the meantime, and before the meeting began', async () => {
    await set(gareth, [made(police, 'PRESENT')])
    expect(await close(3)).toMatchObject({ message: saying('Now 2 places have no mark') })
    await server.db.query(
      `update meeting set starts_at = now() + interval '1 hour', ends_at = now() + interval '2 hours' where id = $1`,
      [meeting],
    )
    expect(await close(2)).toMatchObject({ message: saying('has not begun') })
  })

  it('happens once, whoever comes first', async () => {
    const both = await Promise.all([
      ask(ada, 'closeRegister', { meetingId: meeting, unmarked: 3 }),
      ask(gareth, 'closeRegister', { meetingId: meeting, unmarked: 3 }),
      set(gareth, [made(police, 'PRESENT')]),
    ])
    const closings = both.slice(0, 2).map(({ __typename }) => __typename)
    expect(closings.filter((name) => name === 'Meeting').length).toBeLessThanOrEqual(1)
    const { rows } = await server.db.query('select id from register_mark where meeting_id = $1', [meeting])
    // Either the register was closed with three marks, or the mark came first and both were told.
    expect(rows).toHaveLength(closings.includes('Meeting') ? 3 : 1)
  })

  it('writes down the quorum, and a later rule changes nothing of it', async () => {
    const rule = { kind: 'SEATS', votingOnly: false, needs: { seats: 2 }, deputies: 'ALL' }
    const quorum = (more: object) =>
      ask(ada, 'setQuorum', { boardId: board, rule, startsOn: day(-30), version: 0, ...more })
    expect(await quorum({})).toMatchObject({ number: 1 })
    expect(await quorum({})).toMatchObject({ __typename: 'Conflict', currentVersion: 1 })
    expect(await quorum({ rule: { kind: 'SEATS' }, version: 1 })).toMatchObject({
      __typename: 'InvalidInput',
    })
    // It holds from a later day: not for this meeting.
    await quorum({ rule: { ...rule, needs: { seats: 3 } }, startsOn: day(30), version: 1 })
    await set(ada, [made(police, 'PRESENT'), made(fire, 'PRESENT')])
    const closed = await close(1)
    expect(closed.quorumResult).toMatchObject({ met: true, result: { has: 2, needs: 2 } })
    await quorum({ rule: { ...rule, needs: { seats: 9 } }, startsOn: day(-60), version: 2 })
    expect((await read(mina)).quorumResult).toMatchObject({ met: true, result: { needs: 2 } })
  })
})

describe('a correction', () => {
  it('names its reason, and shows what the mark was', async () => {
    await close(3)
    const mark = markAt(await read(ada), police)
    const input = { markId: mark?.id, mark: 'PRESENT', why: 'She was on the call.', version: 1 }
    expect(await ask(ada, 'correctMark', { ...input, why: ' ' })).toMatchObject({
      problems: [{ field: 'why' }],
    })
    expect(await ask(ada, 'correctMark', { ...input, mark: 'UNKNOWN' })).toMatchObject({
      problems: [{ field: 'mark' }],
    })
    expect(await ask(ada, 'correctMark', input)).toMatchObject({ mark: 'PRESENT', version: 2 })
    expect(await ask(ada, 'correctMark', input)).toMatchObject({ __typename: 'Conflict', currentVersion: 2 })
    expect(markAt(await read(mina), police)?.corrections).toEqual([
      {
        beforeMark: 'UNKNOWN',
        afterMark: 'PRESENT',
        why: 'She was on the call.',
        correctedByName: 'Ada Fern',
      },
    ])
    expect(await gareth.codes(texts.correctMark, { input: { clientMutationId: newId(), ...input } })).toEqual(
      ['NOT_ALLOWED'],
    )
  })

  it('takes along what the rules of the board found in the mark', async () => {
    await makeRule(server.db, board, ruleTerms('AGENCY_ABSENT', 0))
    await server.db.query('update meeting set held_on = access.today() where id = $1', [meeting])
    await set(ada, [made(police, 'ABSENT'), made(fire, 'PRESENT')])
    await close(1)
    const flags = async () =>
      (await server.db.query<{ state: string }>('select state from flag where board_id = $1', [board])).rows
    expect(await flags()).toEqual([{ state: 'RAISED' }])
    const mark = markAt(await read(ada), police)
    await ask(ada, 'correctMark', { markId: mark?.id, mark: 'PRESENT', why: 'She came late.', version: 1 })
    expect(await flags()).toEqual([{ state: 'CLOSED' }])
  })

  it('waits until the register is closed', async () => {
    const { meeting: open } = await set(ada, [made(police, 'ABSENT')])
    const input = { markId: markAt(open, police)?.id, mark: 'PRESENT', why: 'She came.', version: 1 }
    expect(await ask(ada, 'correctMark', input)).toMatchObject({ message: saying('open') })
  })
})

it('guests are written down, changed and taken away until the register is closed', async () => {
  const guest = { meetingId: meeting, kind: 'GUEST', name: ' Sam Vole ', organisation: '', version: 0 }
  expect(await ask(ada, 'saveGuest', { ...guest, name: '' })).toMatchObject({ problems: [{ field: 'name' }] })
  for (const name of ['x'.repeat(201), 'Margaret Thompson (mother)', 'Sam Vole, born 03/02/1962'])
    expect(await ask(ada, 'saveGuest', { ...guest, name })).toMatchObject({ problems: [{ field: 'name' }] })
  const [saved] = (await ask(ada, 'saveGuest', guest)).guests
  expect(saved).toMatchObject({ name: 'Sam Vole', kind: 'GUEST', version: 1 })
  const change = { ...guest, guestId: saved?.id, kind: 'OBSERVER', version: 1 }
  expect((await ask(gareth, 'saveGuest', change)).guests).toMatchObject([{ kind: 'OBSERVER', version: 2 }])
  expect(await ask(ada, 'saveGuest', change)).toMatchObject({ __typename: 'Conflict', currentVersion: 2 })
  expect(await ask(ada, 'removeGuest', { guestId: saved?.id, version: 1 })).toMatchObject({
    __typename: 'Conflict',
  })
  expect((await ask(ada, 'removeGuest', { guestId: saved?.id, version: 2 })).guests).toEqual([])
  await close(3)
  expect(await ask(ada, 'saveGuest', guest)).toMatchObject({ message: saying('closed') })
})

it('of a strategy meeting, those who are invited have the places, and no other member sees it', async () => {
  const { db } = server
  const invited = await makePerson(db, { name: 'Ivy Vine' })
  const agency = await makeOrganisation(db, await makeRegion(db), 'HOUSING')
  meeting = await makeMeeting(db, board, { heldOn: day(-1), caseReference: 'SA-2026-0001' })
  const named = await makeInvitee(db, board, meeting, agency, { personId: invited })
  const led = await makeInvitee(db, board, meeting, agency)
  const { unsaved, meeting: after } = await set(ada, [
    made(named, 'APOLOGIES', { reason: 'On leave' }),
    made(led, 'PRESENT'),
    made(police, 'PRESENT'),
  ])
  expect(unsaved.map(({ placeId }) => placeId)).toEqual([police])
  expect(markAt(after, led)?.mark).toBe('PRESENT')
  expect(markAt(await read(await server.as(invited)), named)).toMatchObject({ reason: 'On leave' })
  expect(await read(mina)).toBeNull()
  expect((await close(0)).quorumResult).toBeNull()
})

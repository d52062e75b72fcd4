import { Client } from 'pg'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { remindOfFlags } from '@boardwork/server/src/features/attendance/flag/flagReminders.ts'
import { boardYearOf } from '@boardwork/shared/attendance/figures/boardYear.ts'
import type { Mark } from '@boardwork/shared/attendance/register/mark.ts'
import { drawSample } from '@boardwork/shared/attendance/sample/sample.ts'
import { makeInvitee, makeInviteeMark, makeMark, makeMeeting } from '../support/attendanceFactories.ts'
import { day, makeDeputy, makeGrant, makeOrganisation, makePerson, makeSeat } from '../support/factories.ts'
import { makeFlag, makeRule, makeRuleOf, ruleTerms, thisYear } from '../support/flagFactories.ts'
import { startTestServer } from '../support/server.ts'
import type { ApiClient, TestServer } from '../support/server.ts'
import { id, makePlanWorld } from './plan.fixture.ts'
import type { PlanWorld } from './plan.fixture.ts'

let server: TestServer
let world: PlanWorld
/** The seat of the police, and three meetings of this board year with closed registers. */
let seat: string
let meetings: string[]
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.close())
beforeEach(async () => {
  world = await makePlanWorld(server)
  const { rows } = await server.db.query<{ id: string }>('select id from seat where board_id = $1', [
    world.board,
  ])
  seat = rows[0]?.id ?? ''
  await server.db.query(`update seat set starts_on = '2020-01-01' where id = $1`, [seat])
  meetings = []
  for (const _ of [1, 2, 3])
    meetings.push(await makeMeeting(server.db, world.board, { heldOn: day(0), closed: true }))
})

interface Flag {
  __typename: string
  id: string
  state: string
  words: string
  ruleWords: string
  rulesNumber: number
  version: number
  message?: string
  problems?: { field: string }[]
  steps: { kind: string; personName: string | null; meeting: { title: string } | null }[]
  behind: {
    recordId: string
    goneAt: string | null
    mark: { mark: Mark } | null
    meeting: { id: string } | null
  }[]
  viewerCan: Record<string, boolean>
}

const fields = `__typename id state words ruleWords rulesNumber version steps { kind personName meeting { title } }
  behind { recordId goneAt mark { mark } meeting { id } } viewerCan { put answer discuss address accept close }`
const refusals = `... on InvalidInput { problems { field message } } ... on NotReady { message }
  ... on Conflict { currentVersion fields { field theirs yours } }`
const mutation = (name: string, type: string) =>
  `mutation($input: ${type}!) { result: ${name}(input: $input) { __typename ... on Flag { ${fields} } ${refusals} } }`
const texts = {
  put: mutation('putFlag', 'PutFlagInput'),
  answer: mutation('answerFlag', 'AnswerFlagInput'),
  discuss: mutation('discussFlag', 'DiscussFlagInput'),
  address: mutation('addressFlag', 'AddressFlagInput'),
  accept: mutation('acceptFlag', 'AcceptFlagInput'),
  close: mutation('closeFlag', 'CloseFlagInput'),
}

async function move(
  client: ApiClient,
  what: keyof typeof texts,
  flag: Flag,
  more: object = {},
): Promise<Flag> {
  const input = { flagId: flag.id, version: flag.version, clientMutationId: id(), ...more }
  return (await client.data<{ result: Flag }>(texts[what], { input })).result
}
const codes = (client: ApiClient, what: keyof typeof texts, flag: Flag, more: object = {}) =>
  client.codes(texts[what], {
    input: { flagId: flag.id, version: flag.version, clientMutationId: id(), words: 'Well', ...more },
  })

async function flagsOf(client: ApiClient, board = world.board): Promise<Flag[]> {
  const found = await client.data<{ board: { flagsOfYear: { flags: Flag[] } } | null }>(
    `query($id: ID!) { board(id: $id) { flagsOfYear { flags { ${fields} } } } }`,
    { id: board },
  )
  return found.board?.flagsOfYear.flags ?? []
}

async function look(client: ApiClient, year = thisYear()): Promise<Flag[]> {
  await client.data(`mutation($input: LookForFlagsInput!) { lookForFlags(input: $input) { __typename } }`, {
    input: { boardId: world.board, year, clientMutationId: id() },
  })
  return flagsOf(client)
}

async function cancel(meetingId: string): Promise<{ __typename: string }> {
  const { result } = await world.coordinator.data<{ result: { __typename: string } }>(
    `mutation($input: CancelMeetingInput!) { result: cancelMeeting(input: $input) { __typename } }`,
    { input: { meetingId, reason: 'Snow', version: 1, clientMutationId: id() } },
  )
  return result
}

interface Saved {
  __typename: string
  id: string
  number: number
  currentVersion: number
  problems: { field: string; message: string }[]
  rules: { ruleId: string; words: string }[]
}

async function saveRules(client: ApiClient, rules: object[], version: number): Promise<Saved> {
  const { result } = await client.data<{ result: Saved }>(
    `mutation($input: SaveRulesInput!) { result: saveRules(input: $input) { __typename
      ... on RuleSet { id number rules { ruleId words } } ... on Conflict { currentVersion }
      ... on InvalidInput { problems { field message } } } }`,
    { input: { boardId: world.board, year: thisYear(), rules, version, clientMutationId: id() } },
  )
  return result
}

const mark = (place: number, said: Mark) =>
  makeMark(server.db, world.board, meetings[place] ?? '', seat, said)

/** A flag about the police, who missed two of three meetings; and the ids of the two marks. */
async function raised(): Promise<{ flag: Flag; marks: string[] }> {
  await mark(0, 'PRESENT')
  const marks = [await mark(1, 'APOLOGIES'), await mark(2, 'ABSENT')]
  await makeRule(server.db, world.board)
  const [flag] = await look(world.coordinator)
  if (!flag) throw new Error('No flag was raised.')
  return { flag, marks }
}

describe('what the rules find', () => {
  it('is raised as a flag with the very marks behind it, once', async () => {
    const { flag, marks } = await raised()
    expect(flag).toMatchObject({
      state: 'RAISED',
      ruleWords: 'An agency misses more than 1 meeting in a year, with or without apologies.',
      rulesNumber: 1,
      steps: [{ kind: 'RAISED', personName: null }],
      viewerCan: { put: true, answer: false, discuss: true, address: true, accept: false, close: false },
    })
    expect(flag.words).toMatch(/^Police .* missed 2 of 3 meetings\. The rule allows 1\.$/)
    expect(flag.behind.map((each) => each.recordId).toSorted()).toEqual(marks.toSorted())
    expect(flag.behind.map((each) => each.meeting?.id ?? '').toSorted()).toEqual(meetings.slice(1).toSorted())
    expect(await look(world.chair)).toMatchObject([{ id: flag.id, version: flag.version, steps: [{}] }])
  })

  it('stays as it was found when the rules change, and a rule that stays finds nothing twice', async () => {
    const { flag } = await raised()
    const absent = { kind: 'AGENCY_ABSENT', limit: 1, countsApologies: true }
    const second = await saveRules(world.coordinator, [absent, { kind: 'NO_APOLOGIES', limit: 3 }], 1)
    expect(second).toMatchObject({ __typename: 'RuleSet', number: 2 })
    expect(await flagsOf(world.coordinator)).toMatchObject([{ id: flag.id, rulesNumber: 1 }])
    // A changed rule is another one: it finds for itself, and the first flag stands.
    await saveRules(world.coordinator, [{ ...absent, limit: 0 }], 2)
    const both = await flagsOf(world.coordinator)
    expect(both.map(({ rulesNumber, state }) => `${rulesNumber} ${state}`).toSorted()).toEqual([
      '1 RAISED',
      '3 RAISED',
    ])
    await saveRules(world.coordinator, [], 3)
    expect(await look(world.coordinator)).toHaveLength(2)
  })

  it('is taken back when a mark is put right, and opens by itself when it happens again', async () => {
    const { flag, marks } = await raised()
    const addressed = await move(world.coordinator, 'address', flag, { words: 'A new deputy is named.' })
    expect(addressed.state).toBe('ADDRESSED')
    const fourth = await makeMeeting(server.db, world.board, { heldOn: day(0), closed: true })
    await makeMark(server.db, world.board, fourth, seat, 'ABSENT')
    const [again] = await look(world.coordinator)
    expect(again).toMatchObject({ id: flag.id, state: 'RAISED' })
    expect(again?.steps.map(({ kind }) => kind)).toEqual(['RAISED', 'ADDRESSED', 'REOPENED'])
    expect(again?.behind).toHaveLength(3)

    await server.db.query(`update register_mark set mark = 'PRESENT' where seat_id = $1 and id <> $2`, [
      seat,
      marks[0],
    ])
    const [gone] = await look(world.coordinator)
    expect(gone).toMatchObject({ state: 'CLOSED' })
    expect(gone?.steps.at(-1)).toMatchObject({ kind: 'NO_LONGER_FOUND' })
    expect(gone?.behind.every(({ goneAt }) => goneAt !== null)).toBe(true)

    await server.db.query(`update register_mark set mark = 'UNKNOWN' where seat_id = $1 and id <> $2`, [
      seat,
      marks[0],
    ])
    expect(await look(world.coordinator)).toMatchObject([{ state: 'CLOSED' }])
    await server.db.query(`update register_mark set mark = 'ABSENT' where id = $1`, [marks[1]])
    const [back] = await look(world.coordinator)
    expect(back).toMatchObject({ state: 'RAISED' })
    expect(back?.behind.filter(({ goneAt }) => goneAt === null)).toHaveLength(2)
  })

  it('knows from the log how long a seat was vacant, and counts nothing that was cancelled', async () => {
    await server.db.query('update meeting set cancelled_at = now() where board_id = $1', [world.board])
    await mark(1, 'ABSENT')
    await server.db.query(`update seat set holder_id = null, starts_on = $2 where id = $1`, [seat, day(-28)])
    const rules = (days: number) => [
      { kind: 'AGENCY_ABSENT', limit: 0, countsApologies: true },
      { kind: 'SEAT_VACANT', limit: days },
    ]
    await saveRules(world.coordinator, rules(29), 0)
    expect(await flagsOf(world.coordinator)).toEqual([])
    // Somebody holds it from today: that it was vacant until yesterday, only the log says.
    const holder = { seatId: seat, required: true, voting: true, holderId: world.coordinatorId, version: 1 }
    await world.coordinator.data(
      `mutation($input: ChangeSeatInput!) { changeSeat(input: $input) { __typename ... on Seat { holderId } } }`,
      { input: { ...holder, clientMutationId: id() } },
    )
    await saveRules(world.coordinator, rules(28), 1)
    expect(await flagsOf(world.coordinator)).toEqual([])
    await saveRules(world.coordinator, rules(27), 2)
    const { board } = await world.coordinator.data<{ board: { openFlags: Flag[] } }>(
      `query($id: ID!) { board(id: $id) { openFlags { ${fields} } } }`,
      { id: world.board },
    )
    // On 1 April the day on which it was vacant too long lies in the year before, which is not looked at here.
    expect(board.openFlags).toMatchObject(
      boardYearOf(day(-1), 4) === thisYear()
        ? [{ ruleWords: 'A seat is vacant for more than 27 days.', behind: [{ recordId: seat }] }]
        : [],
    )
  })

  it('loses a meeting that is cancelled although its register was begun, at once, and none of its marks counts', async () => {
    const lastYear = thisYear() - 1
    const heldOn = `${thisYear()}-03-02`
    await makeMeeting(server.db, world.board, { heldOn, closed: true })
    const begun = await makeMeeting(server.db, world.board, { heldOn })
    await server.db.query('update meeting set register_begun_at = now() where id = $1', [begun])
    await makeMark(server.db, world.board, begun, seat, 'ABSENT')
    const { ruleSetId } = await makeRule(server.db, world.board, ruleTerms('FEWER_MEETINGS', 3))
    await server.db.query('update rule_set set year = $1 where id = $2', [lastYear, ruleSetId])
    await makeRuleOf(server.db, world.board, ruleSetId, ruleTerms('NO_APOLOGIES', 0))
    const open = async () => {
      const { board } = await world.chair.data<{ board: { openFlags: Flag[] } }>(
        `query($id: ID!) { board(id: $id) { openFlags { ${fields} } } }`,
        { id: world.board },
      )
      return board.openFlags
    }
    await look(world.coordinator, lastYear)
    const [flag, ...more] = await open()
    expect(more).toEqual([])
    expect(flag?.words).toMatch(/^1 meeting was held .* Not counted: 1 with an open register\.$/)

    await cancel(begun)
    expect(await open()).toMatchObject([
      { id: flag?.id, words: expect.stringMatching(/ Not counted: 1 cancelled\.$/) as string },
    ])
    // What was held is not cancelled: what rests on its marks stands.
    expect(await cancel(meetings[0] ?? '')).toMatchObject({ __typename: 'NotReady' })
  })
})

describe('the rules of a year', () => {
  it('are versions, written by the coordinator, with what is wrong said field by field', async () => {
    const wrong = await saveRules(world.coordinator, [{ kind: 'AGENCY_ABSENT', limit: 99 }], 0)
    expect(wrong.problems.map(({ field }) => field)).toEqual(['rules.0.limit', 'rules.0.countsApologies'])
    const first = await saveRules(world.coordinator, [{ kind: 'FEWER_MEETINGS', limit: 8 }], 0)
    expect(first).toMatchObject({
      number: 1,
      rules: [{ words: 'Fewer than 8 meetings are held in the year.' }],
    })
    expect(await saveRules(world.second, [], 0)).toMatchObject({ __typename: 'Conflict', currentVersion: 1 })
    // Saved as they are, they make no new version.
    expect(await saveRules(world.second, [{ kind: 'FEWER_MEETINGS', limit: 8 }], 1)).toMatchObject({
      id: first.id,
    })
    const second = await saveRules(
      world.second,
      [
        { kind: 'SEAT_LAPSES', limit: 6 },
        { kind: 'FEWER_MEETINGS', limit: 8 },
      ],
      1,
    )
    expect(second.rules[1]?.ruleId).toBe(first.rules[0]?.ruleId)
    expect(
      await world.member.data(
        `query($id: ID!) { board(id: $id) { rulesOfYear { viewerCanChange versions { number } usual { kind limit } } } }`,
        { id: world.board },
      ),
    ).toMatchObject({
      board: {
        rulesOfYear: {
          viewerCanChange: false,
          versions: [{ number: 2 }, { number: 1 }],
          usual: [
            { kind: 'AGENCY_ABSENT', limit: 1 },
            { kind: 'AGENCY_DEPUTIES' },
            { kind: 'FULL_ATTENDANCE' },
          ],
        },
      },
    })
  })

  it('are tried on what is past, and nothing is kept of it', async () => {
    const marks = [await mark(0, 'ABSENT'), await mark(1, 'UNKNOWN')]
    const preview = `query($boardId: ID!, $rules: [RuleInput!]!) {
      previewRules(boardId: $boardId, year: ${thisYear()}, rules: $rules) {
        problems { field } years { year ended rules { rule words findings { words behind { recordId mark { mark } } } } } } }`
    const rules = [{ kind: 'NO_APOLOGIES', limit: 0 }]
    const { previewRules } = await world.chair.data<{ previewRules: object }>(preview, {
      boardId: world.board,
      rules,
    })
    expect(previewRules).toMatchObject({
      problems: [],
      years: [
        { year: thisYear() - 1, ended: true, rules: [{ findings: [] }] },
        {
          year: thisYear(),
          ended: false,
          rules: [{ findings: [{ behind: [{ recordId: marks[0], mark: { mark: 'ABSENT' } }] }] }],
        },
      ],
    })
    expect(await flagsOf(world.chair)).toEqual([])
    expect(await world.member.codes(preview, { boardId: world.board, rules })).toEqual(['NOT_ALLOWED'])
    expect(await world.outsider.codes(preview, { boardId: world.board, rules })).toEqual(['NOT_ALLOWED'])
  })
})

describe('the life of a flag', () => {
  it('goes from raised to closed; the agency gets a letter, sees it and answers', async () => {
    const { flag } = await raised()
    const lead = await server.as(await leadOf(world.police))
    expect([await flagsOf(world.member), await flagsOf(lead)]).toEqual([[], []])
    expect(await move(world.coordinator, 'put', flag, { answerDueOn: day(-1) })).toMatchObject({
      problems: [{ field: 'answerDueOn' }],
    })
    const put = await move(world.coordinator, 'put', flag, { answerDueOn: day(14), words: 'Please say why.' })
    expect(put.state).toBe('PUT')
    const { rows: mails } = await server.db.query<{ recipient: string; body: string }>(
      `select recipient, body from mail where body like $1`,
      [`%/flags/${flag.id}%`],
    )
    expect(mails).toHaveLength(2)
    expect(mails.map(({ recipient }) => recipient)).toContain(`${world.memberId}@example.org`)
    expect(mails[0]?.body).toContain('missed 2 of 3 meetings')

    const [seen] = await flagsOf(lead)
    expect(seen).toMatchObject({ id: flag.id, viewerCan: { answer: true, put: false, address: false } })
    expect(seen?.behind.map((each) => each.mark?.mark).toSorted()).toEqual(['ABSENT', 'APOLOGIES'])
    expect(await codes(world.coordinator, 'answer', put)).toEqual(['NOT_ALLOWED'])
    expect(await move(world.member, 'answer', put, { words: ' ' })).toMatchObject({
      problems: [{ field: 'words' }],
    })
    const answered = await move(world.member, 'answer', put, {
      words: 'Two officers left. One is named anew.',
    })
    expect(answered.state).toBe('ANSWERED')
    expect(await move(lead, 'answer', put, { words: 'Me, too' })).toMatchObject({ __typename: 'Conflict' })
    expect(await codes(world.member, 'discuss', answered, { meetingId: meetings[2] })).toEqual([
      'NOT_ALLOWED',
    ])

    const strategy = await makeMeeting(server.db, world.board, { caseReference: 'SA-1' })
    expect(
      await move(world.chair, 'discuss', answered, { words: 'Agreed.', meetingId: strategy }),
    ).toMatchObject({ problems: [{ field: 'meetingId' }] })
    const discussed = await move(world.chair, 'discuss', answered, {
      words: 'Agreed.',
      meetingId: meetings[2],
    })
    expect(await move(world.coordinator, 'close', discussed)).toMatchObject({ __typename: 'NotReady' })
    expect(await codes(world.coordinator, 'accept', discussed)).toEqual(['NOT_ALLOWED'])
    const accepted = await move(world.chair, 'accept', discussed, { words: 'The seat was vacant.' })
    const closed = await move(world.coordinator, 'close', accepted)
    expect(closed.steps.map(({ kind }) => kind)).toEqual([
      'RAISED',
      'PUT',
      'ANSWERED',
      'DISCUSSED',
      'ACCEPTED',
      'CLOSED',
    ])
    expect(closed.steps[3]?.meeting?.title).toBe('Quarterly meeting')
    expect(Object.values(closed.viewerCan)).not.toContain(true)
    const { rows } = await server.db.query<{ action: string }>(
      'select action from audit_event where record_id = $1 order by sequence',
      [flag.id],
    )
    expect(rows.map(({ action }) => action)).toEqual([
      'flag.find',
      'flag.put',
      'flag.answer',
      'flag.discuss',
      'flag.accept',
      'flag.close',
    ])
  })

  it('is seen by no other agency and no other board, and answered by nothing but an answer', async () => {
    const rule = await makeRule(server.db, world.board)
    const flag = await makeFlag(server.db, world.board, rule, world.police, { put: true })
    const { rows } = await server.db.query<{ region_id: string }>(
      'select region_id from organisation where id = $1',
      [world.police],
    )
    const fire = await makeOrganisation(server.db, rows[0]?.region_id ?? '', 'FIRE')
    const [deputyId, otherId] = [await makePerson(server.db), await makePerson(server.db)]
    await makeDeputy(server.db, world.board, seat, deputyId)
    await makeSeat(server.db, world.board, fire, { holderId: otherId })
    const ids = async (client: ApiClient) => (await flagsOf(client)).map((each) => each.id)
    expect(await ids(await server.as(deputyId))).toEqual([flag])
    expect(await ids(await server.as(otherId))).toEqual([])
    expect(await ids(world.outsider)).toEqual([])

    // Past the API: the floor itself lets the agency do nothing but answer.
    const client = new Client({ connectionString: server.database.serverUrl })
    await client.connect()
    await client.query(`select set_config('app.person_id', $1, false)`, [deputyId])
    await expect(client.query(`update flag set state = 'ACCEPTED' where id = $1`, [flag])).rejects.toThrow(
      'row-level security',
    )
    const answered = await client.query(`update flag set state = 'ANSWERED' where id = $1`, [flag])
    await client.end()
    expect(answered.rowCount).toBe(1)
  })

  it('about strategy meetings is for whoever leads the agency, without what it may not see', async () => {
    const meeting = await makeMeeting(server.db, world.board, {
      heldOn: day(0),
      closed: true,
      caseReference: 'SA-1',
    })
    const invited = await makePerson(server.db)
    const invitee = await makeInvitee(server.db, world.board, meeting, world.police, { personId: invited })
    const missed = await makeInviteeMark(server.db, world.board, meeting, invitee, 'ABSENT')
    await makeRule(server.db, world.board, ruleTerms('PARTNER_MISSING', 0))
    const [flag] = await look(world.chair)
    expect(flag?.behind).toMatchObject([
      { recordId: missed, mark: { mark: 'ABSENT' }, meeting: { id: meeting } },
    ])
    if (!flag) throw new Error('No flag was raised.')
    await move(world.chair, 'put', flag, { answerDueOn: day(14) })
    const lead = await server.as(await leadOf(world.police))
    expect(await flagsOf(world.member)).toEqual([])
    // The person was asked by name: whoever leads the agency does not see that meeting.
    expect(await flagsOf(lead)).toMatchObject([{ id: flag.id, behind: [] }])
    expect(flag.words).not.toContain('SA-1')
  })
})

describe('reminders', () => {
  it('go to the agency while its answer is late: once a week, three times, and never after an answer', async () => {
    const rule = await makeRule(server.db, world.board)
    const flag = await makeFlag(server.db, world.board, rule, world.police, {
      put: true,
      answerDueOn: day(-1),
    })
    const mails = async () => {
      await remindOfFlags(server.platform)
      const { rows } = await server.db.query<{ recipient: string; subject: string }>(
        'select recipient, subject from mail where body like $1 order by written_at',
        [`%/flags/${flag}%`],
      )
      return rows
    }
    const weekLater = () =>
      server.db.query('update flag set reminded_on = reminded_on - 7 where id = $1', [flag])
    const [first, ...more] = await mails()
    expect(more).toEqual([])
    expect(first?.recipient).toBe(`${world.memberId}@example.org`)
    expect(first?.subject).toMatch(/^Reminder: /)
    expect(await mails()).toHaveLength(1)
    await weekLater()
    expect(await mails()).toHaveLength(2)
    await weekLater()
    await server.db.query(`update flag set state = 'ANSWERED' where id = $1`, [flag])
    expect(await mails()).toHaveLength(2)
    await server.db.query(`update flag set state = 'PUT' where id = $1`, [flag])
    expect(await mails()).toHaveLength(3)
    await weekLater()
    expect(await mails()).toHaveLength(3)
  })
})

describe('the sample of strategy meetings', () => {
  it('is drawn once, openly, and can be drawn again by anyone who sees it', async () => {
    const strategy: string[] = []
    for (const missed of [true, true, true, true, false]) {
      const meeting = await makeMeeting(server.db, world.board, {
        heldOn: day(0),
        closed: true,
        caseReference: 'SA-1',
      })
      const invitee = await makeInvitee(server.db, world.board, meeting, world.police)
      await makeInviteeMark(server.db, world.board, meeting, invitee, missed ? 'ABSENT' : 'PRESENT')
      strategy.push(meeting)
    }
    await makeRule(server.db, world.board, ruleTerms('FULL_ATTENDANCE', 85))
    expect(await look(world.chair)).toEqual([])
    const draw = async (client: ApiClient, sharePercent: number) => {
      const { result } = await client.data<{ result: Sample }>(
        `mutation($input: DrawSampleInput!) { result: drawSample(input: $input) { __typename
          ... on MeetingSample { id seed sharePercent population populationHash drawn drawnByName
            result { numerator denominator unknown interval { low high } } }
          ... on NotReady { message } ... on InvalidInput { problems { field } } } }`,
        { input: { boardId: world.board, year: thisYear(), sharePercent, clientMutationId: id() } },
      )
      return result
    }
    expect(await draw(world.chair, 0)).toMatchObject({ problems: [{ field: 'sharePercent' }] })
    const sample = await draw(world.coordinator, 100)
    expect(sample).toMatchObject({ drawnByName: 'Casey Brook', result: { numerator: 1, denominator: 5 } })
    expect(await drawSample(strategy.toReversed(), sample.seed, 100)).toEqual({
      population: sample.population,
      populationHash: sample.populationHash,
      sample: sample.drawn,
    })
    expect((await draw(world.chair, 50)).__typename).toBe('NotReady')
    const [flag] = await flagsOf(world.chair)
    expect(flag?.words).toBe('Full attendance: 1 of 5 (20%), 95% interval 20% to 20%. The target is 85%.')
    expect(flag?.behind.filter(({ mark: said }) => said !== null)).toHaveLength(4)
    expect(
      await world.member.codes(`query($id: ID!) { meetingSample(id: $id) { id } }`, { id: sample.id }),
    ).toEqual(['NOT_ALLOWED'])
  })
})

interface Sample {
  __typename: string
  id: string
  seed: string
  population: string[]
  populationHash: string
  drawn: string[]
}

async function leadOf(organisationId: string): Promise<string> {
  const leadId = await makePerson(server.db)
  await makeGrant(server.db, leadId, 'AGENCY_LEAD', organisationId)
  return leadId
}

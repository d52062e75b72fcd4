import { readPlainText } from '@boardwork/server/src/documents/readDelimited.ts'
import { strToU8, zipSync } from 'fflate'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { makeMeeting } from '../support/attendanceFactories.ts'
import { makeRegisterImport } from '../support/registerImportFactory.ts'
import { makeRule, ruleTerms } from '../support/flagFactories.ts'
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

let server: TestServer
let boardId: string
let coordinator: ApiClient
let chair: ApiClient
let member: ApiClient
let police: string
let coordinatorId: string
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.close())
beforeEach(async () => {
  const { db } = server
  const region = await makeRegion(db)
  boardId = await makeBoard(db, await makeOrganisation(db, region))
  const council = await makeOrganisation(db, region, 'COUNCIL', 'Dalby Council')
  police = await makeOrganisation(db, region, 'POLICE', 'Dalby Police')
  const annId = await makePerson(db, { name: 'Ann Fell' })
  const boId = await makePerson(db, { name: 'Bo Ray' })
  const seat = await makeSeat(db, boardId, council, { holderId: annId, startsOn: '2020-01-01' })
  await makeDeputy(db, boardId, seat, boId)
  await makeSeat(db, boardId, police, { startsOn: '2024-06-01' })
  coordinatorId = await makePerson(db, { name: 'Casey Brook' })
  const chairId = await makePerson(db, { name: 'Chris Hill' })
  await makeGrant(db, coordinatorId, 'COORDINATOR', boardId)
  await makeGrant(db, chairId, 'CHAIR', boardId)
  coordinator = await server.as(coordinatorId)
  chair = await server.as(chairId)
  member = await server.as(annId)
})

const id = () => crypto.randomUUID()

interface Waiting {
  questions: number
  agencies: number
  people: number
  meetings: number
  seats: number
}

interface Started {
  __typename: string
  id: string
  version: number
  state: string
  message: string
  builtOn: string[] | null
  counts: Record<string, number> | null
  earlier: { saved: boolean }[]
  words: { words: string; place: string; use: string }[]
  preview: {
    questions: { key: string; suggestion: string | null; answer: string | null }[]
    agencies: { key: string; choice: string | null; suggestions: { id: string; name: string }[] }[]
    people: { key: string; suggestion: string | null; role: string | null }[]
    meetingChoices: { key: string; known: { id: string }[]; choice: string | null }[]
    missingSeats: { organisationId: string; days: string[]; choice: string | null }[]
    meetings: { day: string; isNew: boolean; marks: { organisation: string; mark: string }[] }[]
    leftOut: { words: string; why: string }[]
    waiting: Waiting
  } | null
}

const fields = `... on RegisterImport { id version state builtOn counts { newMeetings knownMeetings marks guests leftOut }
  earlier { saved } words { words place use } preview { questions { key suggestion answer }
  agencies { key choice suggestions { id name } } people { key suggestion role } meetingChoices { key choice known { id } }
  missingSeats { organisationId days choice } meetings { day isNew marks { organisation mark } } leftOut { words why }
  waiting { questions agencies people meetings seats } } }`
const refusals: Record<string, string[]> = {
  bringInRegister: ['InvalidInput'],
  chooseInRegister: ['InvalidInput', 'Conflict', 'NotReady'],
}
const change = (name: string, input: string) =>
  `mutation($input: ${input}!) { answer: ${name}(input: $input) { __typename ${fields} ${(
    refusals[name] ?? ['Conflict', 'NotReady']
  )
    .map((type) => `... on ${type} { message }`)
    .join(' ')} } }`

async function ask(client: ApiClient, name: string, type: string, input: Record<string, unknown>) {
  const { answer } = await client.data<{ answer: Started }>(change(name, type), {
    input: { clientMutationId: id(), ...input },
  })
  return answer
}

const bringIn = (text: string, client = coordinator, more = {}) =>
  ask(client, 'bringInRegister', 'BringInRegisterInput', {
    boardId,
    source: { text },
    fileName: 'attendance.csv',
    ...more,
  })
type Choice = [part: string, key: string, value: string | null]
const choose = (started: Started, ...choices: Choice[]) =>
  ask(coordinator, 'chooseInRegister', 'ChooseInRegisterInput', {
    importId: started.id,
    version: started.version,
    choices: choices.map(([part, key, value]) => ({ part, key, value })),
  })
const step =
  (name: string) =>
  (started: Started, more: Record<string, unknown> = {}) =>
    ask(coordinator, name, 'RegisterImportInput', { importId: started.id, version: started.version, ...more })
const [save, undo, discard] = [step('saveRegister'), step('undoRegister'), step('discardRegister')]
const look = async (client: ApiClient, importId: string) =>
  (
    await client.data<{ answer: Started | null }>(
      `query($id: ID!) { answer: registerImport(id: $id) { ${fields} } }`,
      { id: importId },
    )
  ).answer

/** Words and letters, a name that waits for a choice, an agency of another name, and one without a seat in April. */
const list = `Agency,Name,25/04/2024,25/07/2024,Total
Dalby Council,Ann Fell,P,Apologies - on leave,1
Dalby Council,Bo Ray,x,P,1
Police,,P,x,1
Quality Watch,Cy Dow,P,x,1
Total,,3,1,`

/** The list as if it had been read already: reading takes a process of its own each time. */
async function listRead(): Promise<Started> {
  const importId = await makeRegisterImport(server.db, boardId, coordinatorId, readPlainText(list))
  const started = await look(coordinator, importId)
  if (!started) throw new Error('The coordinator does not see the import.')
  return started
}

async function ready(): Promise<Started> {
  const started = await listRead()
  return choose(
    started,
    ['ANSWER', 'mark:x', 'ABSENT'],
    ['AGENCY', 'police', police],
    ['AGENCY', 'quality watch', 'GUEST'],
    ['SEAT', police, 'LEAVE_OUT'],
  )
}

/** The registers as the database has them: "2024-04-25 Dalby Council PRESENT Ann Fell". */
async function registers(): Promise<string[]> {
  const { rows } = await server.db.query<{ line: string }>(
    `select concat_ws(' ', m.held_on, o.name, k.mark, k.holder_name, k.came_name, r.reason, k.source) as line
     from register_mark k join meeting m on m.id = k.meeting_id join organisation o on o.id = k.organisation_id
     left join mark_reason r on r.mark_id = k.id where k.board_id = $1
     union all select concat_ws(' ', m.held_on, 'guest', g.name, g.organisation) from guest g join meeting m on m.id = g.meeting_id
     where g.board_id = $1 order by line`,
    [boardId],
  )
  return rows.map(({ line }) => line)
}

const meetings = async () =>
  (
    await server.db.query<{ line: string }>(
      `select concat_ws(' ', to_char(starts_at at time zone 'Europe/London', 'YYYY-MM-DD HH24:MI'), title,
         case when register_closed_at is not null then 'closed by ' || register_closed_by_name else 'open' end) as line
       from meeting where board_id = $1 order by starts_at, title`,
      [boardId],
    )
  ).rows.map(({ line }) => line)

const actions = async () =>
  (
    await server.db.query<{ action: string }>(
      `select action from audit_event where chain_id = $1 and record_type in ('RegisterImport', 'Meeting') order by sequence`,
      [boardId],
    )
  ).rows.map(({ action }) => action)

describe('from a list to registers', () => {
  it('asks what the list leaves open, and keeps each answer', async () => {
    const started = await bringIn(list)
    expect(started.preview?.questions).toEqual([{ key: 'mark:x', suggestion: 'ABSENT', answer: null }])
    expect(started.preview?.waiting).toEqual({ questions: 1, agencies: 2, people: 0, meetings: 0, seats: 0 })
    expect(started.preview?.agencies.find(({ key }) => key === 'police')).toMatchObject({
      choice: null,
      suggestions: [{ id: police, name: 'Dalby Police' }],
    })
    expect((await save(started)).message).toContain('3 things still wait for you.')
    const chosen = await ready()
    expect(chosen.preview?.waiting).toEqual({ questions: 0, agencies: 0, people: 0, meetings: 0, seats: 0 })
    // Another officer, later, sees the same.
    expect((await look(chair, chosen.id))?.preview).toEqual(chosen.preview)
    expect(chosen.preview?.missingSeats).toEqual([
      { organisationId: police, days: ['2024-04-25'], choice: 'LEAVE_OUT' },
    ])
  })

  it('writes meetings, marks, reasons and guests in one go, and the words stay to be read', async () => {
    const chosen = await choose(await ready(), ['TIME', 'startsAt', '14:00'], ['TIME', 'endsAt', '16:30'])
    const saved = await save(chosen)
    expect(saved).toMatchObject({
      state: 'SAVED',
      builtOn: [],
      preview: null,
      counts: { newMeetings: 2, knownMeetings: 0, marks: 3, guests: 1, leftOut: 3 },
    })
    expect(await meetings()).toEqual([
      '2024-04-25 14:00 Board meeting closed by Casey Brook',
      '2024-07-25 14:00 Board meeting closed by Casey Brook',
    ])
    expect(await registers()).toEqual([
      '2024-04-25 Dalby Council PRESENT Ann Fell IMPORT',
      '2024-04-25 guest Cy Dow Quality Watch',
      '2024-07-25 Dalby Council DEPUTY Ann Fell Bo Ray IMPORT',
      '2024-07-25 Dalby Police ABSENT IMPORT',
    ])
    expect(saved.words.map(({ words }) => words).join(' ')).toBe(list.replaceAll(/[,\n]+/g, ' ').trim())
    expect(await actions()).toEqual([
      'registerImport.choose',
      'registerImport.choose',
      'registerImport.fill',
      'registerImport.fill',
      'registerImport.save',
    ])
  })

  it('reads a file that was uploaded, and takes it away once it is read', async () => {
    const cells = list.split('\n').map(
      (line) =>
        `<row>${line
          .split(',')
          .map((text) => `<c t="inlineStr"><is><t>${text}</t></is></c>`)
          .join('')}</row>`,
    )
    const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
    const related = (type: string, target: string) =>
      `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="${office}/${type}" Target="${target}"/></Relationships>`
    const file = zipSync({
      '[Content_Types].xml': strToU8('<Types/>'),
      '_rels/.rels': strToU8(related('officeDocument', 'xl/workbook.xml')),
      'xl/_rels/workbook.xml.rels': strToU8(related('worksheet', 'worksheets/sheet1.xml')),
      'xl/workbook.xml': strToU8(
        `<workbook xmlns:r="${office}"><sheets><sheet name="2024" r:id="r1"/></sheets></workbook>`,
      ),
      'xl/worksheets/sheet1.xml': strToU8(`<worksheet><sheetData>${cells.join('')}</sheetData></worksheet>`),
    })
    const sent = await fetch(`${server.url}/uploads/${boardId}`, {
      method: 'POST',
      headers: {
        'content-type': 'application/octet-stream',
        'x-boardwork-upload': '1',
        'x-boardwork-file-name': 'attendance.xlsx',
        cookie: coordinator.cookie ?? '',
      },
      body: Buffer.from(file),
    })
    const uploaded = (await sent.json()) as { id: string }
    const more = { source: { uploadId: uploaded.id }, fileName: 'attendance.xlsx', clientMutationId: id() }
    const started = await bringIn('', coordinator, more)
    expect(started.words[0]).toEqual({ words: 'Agency', place: '2024, cell A1', use: 'HEADING' })
    expect((await bringIn('', coordinator, more)).id).toBe(started.id)
    const { rows } = await server.db.query('select 1 from upload where id = $1', [uploaded.id])
    expect(rows).toEqual([])
  })

  it('offers a meeting that the board has on that day, and leaves what its register says', async () => {
    const known = await makeMeeting(server.db, boardId, { heldOn: '2024-07-25' })
    const chosen = await ready()
    expect(chosen.preview?.waiting.meetings).toBe(1)
    const key = chosen.preview?.meetingChoices[0]?.key ?? ''
    await save(await choose(chosen, ['MEETING', key, known]))
    expect(await meetings()).toEqual([
      '2024-04-25 10:00 Board meeting closed by Casey Brook',
      '2024-07-25 11:00 Quarterly meeting closed by Casey Brook',
    ])
  })

  it('says when the same list was brought in before', async () => {
    await save(await ready())
    expect((await listRead()).earlier).toEqual([{ saved: true }])
  })
})

describe('undoing', () => {
  it('takes back all of it, and it can be saved again', async () => {
    const known = await makeMeeting(server.db, boardId, { heldOn: '2024-07-25' })
    const chosen = await ready()
    const key = chosen.preview?.meetingChoices[0]?.key ?? ''
    const saved = await save(await choose(chosen, ['MEETING', key, known]))
    const undone = await undo(saved)
    expect(undone).toMatchObject({ state: 'PREVIEW', counts: null })
    expect(undone.preview?.waiting).toEqual({ questions: 0, agencies: 0, people: 0, meetings: 0, seats: 0 })
    expect(await registers()).toEqual([])
    expect(await meetings()).toEqual(['2024-07-25 11:00 Quarterly meeting open'])
    expect((await actions()).slice(-3)).toEqual([
      'registerImport.empty',
      'registerImport.empty',
      'registerImport.undo',
    ])
    expect((await save(undone)).counts).toEqual(saved.counts)
  })

  it('names what was built on it, and takes nothing back then', async () => {
    const saved = await save(await ready())
    await server.db.query(
      `update register_mark set mark = 'APOLOGIES', version = version + 1 where board_id = $1 and mark = 'ABSENT'`,
      [boardId],
    )
    const refused = await undo(saved)
    expect(refused.message).toBe(
      'These registers cannot be undone any more. A mark was corrected in the register of “Board meeting” of 25 July 2024.',
    )
    expect((await look(coordinator, saved.id))?.builtOn).toHaveLength(1)
    expect(await registers()).toHaveLength(4)
  })
})

describe('the rules of the board', () => {
  it('look at what was brought in; a flag on which somebody worked stands against undoing it', async () => {
    await makeRule(server.db, boardId, ruleTerms('AGENCY_ABSENT', 0))
    const text = `Agency\t${day(0)}\nDalby Council\tP\nDalby Police\tDNA`
    const importId = await makeRegisterImport(server.db, boardId, coordinatorId, readPlainText(text))
    const started = await look(coordinator, importId)
    if (!started) throw new Error('The coordinator does not see the import.')
    const flags = async () =>
      (
        await server.db.query<{ state: string }>('select state from flag where board_id = $1', [boardId])
      ).rows.map(({ state }) => state)
    const undone = await undo(await save(started))
    expect(undone.state).toBe('PREVIEW')
    expect(await flags()).toEqual(['CLOSED'])

    const saved = await save(undone)
    expect(await flags()).toEqual(['RAISED'])
    await server.db.query(
      `insert into flag_step (board_id, id, flag_id, position, kind, words, person_name, happened_at)
       select board_id, gen_random_uuid(), id, 90, 'PUT', 'Why?', 'Casey Brook', now() from flag where board_id = $1`,
      [boardId],
    )
    expect((await undo(saved)).message).toContain('Somebody worked on a flag that stands on the register of')
  })
})

describe('trouble', () => {
  it('a repeated save writes once', async () => {
    const chosen = await ready()
    const again = { clientMutationId: id() }
    const first = await save(chosen, again)
    expect((await save(chosen, again)).id).toBe(first.id)
    expect(await registers()).toHaveLength(4)
    expect((await save(first)).message).toContain('saved already')
  })

  it('who chose from an older version is told what stands there now', async () => {
    const started = await listRead()
    await choose(started, ['ANSWER', 'mark:x', 'ABSENT'])
    expect((await choose(started, ['ANSWER', 'mark:x', 'UNKNOWN'])).__typename).toBe('Conflict')
    expect((await save(started)).__typename).toBe('Conflict')
  })

  it('two who save at the same time write once', async () => {
    const chosen = await ready()
    const answers = await Promise.all([save(chosen), save(chosen)])
    expect(answers.map(({ __typename: type }) => type).toSorted()).toEqual(['NotReady', 'RegisterImport'])
    expect(await registers()).toHaveLength(4)
  })

  it('an agency that never had a seat on the board cannot be chosen', async () => {
    const started = await listRead()
    expect((await choose(started, ['AGENCY', 'police', id()])).message).toContain('Choose an agency')
  })

  it('a document without a list is refused with what we looked for', async () => {
    expect((await bringIn('Minutes of the board')).message).toContain('We found no list of attendance')
  })

  it('what was put away is gone from the list, and cannot be saved', async () => {
    const put = await discard(await listRead())
    expect(put.state).toBe('DISCARDED')
    expect((await save(put)).message).toContain('put away')
    const { board } = await coordinator.data<{ board: { registerImports: unknown[] } }>(
      'query($id: ID!) { board(id: $id) { registerImports { id } } }',
      { id: boardId },
    )
    expect(board.registerImports).toEqual([])
  })

  it('the chair reads an import and changes nothing; a member does not know of it', async () => {
    const started = await listRead()
    expect((await look(chair, started.id))?.id).toBe(started.id)
    expect(await look(member, started.id)).toBeNull()
    const input = { importId: started.id, version: started.version, clientMutationId: id() }
    const refused = async (client: ApiClient) =>
      (await client.ask(change('saveRegister', 'RegisterImportInput'), { input })).errors?.[0]?.extensions?.[
        'code'
      ]
    expect(await refused(chair)).toBe('NOT_ALLOWED')
    expect(await refused(member)).toBe('NOT_ALLOWED')
  })
})

it('lists of people for each meeting become marks of the seats whose agencies and people they name', async () => {
  const started = await bringIn(
    [
      'Date,Present,Apologies',
      '12 April 2025,"Ann Fell (Dalby Council); D. Oak (Dalby Police)",None',
      '10 July 2025,"Bo Ray (Dalby Council), for Ann Fell","D. Oak (Dalby Police)"',
    ].join('\n'),
  )
  expect(started.preview?.agencies.map(({ choice }) => choice !== null)).toEqual([true, true])
  const [stranger] = started.preview?.people.filter(({ role }) => role === null) ?? []
  const known = await choose(started, ['PERSON', stranger?.key ?? '', 'HOLDER'])
  expect(known.preview?.waiting).toEqual({ questions: 0, agencies: 0, people: 0, meetings: 0, seats: 0 })
  const saved = await save(known)
  expect(saved.counts).toMatchObject({ newMeetings: 2, marks: 4, leftOut: 0 })
  const { rows } = await server.db.query<{ mark: string; came_name: string | null }>(
    `select k.mark, k.came_name from register_mark k join meeting m on m.id = k.meeting_id
     join organisation o on o.id = k.organisation_id where k.board_id = $1 order by m.held_on, o.name`,
    [boardId],
  )
  expect(rows.map(({ mark, came_name: came }) => [mark, came])).toEqual([
    ['PRESENT', null],
    ['PRESENT', null],
    ['DEPUTY', 'Bo Ray'],
    ['APOLOGIES', null],
  ])
})

it('a list of 60 agencies and 60 meetings is brought in within the limits', async () => {
  const days = Array.from({ length: 60 }, (_, at) =>
    new Date(Date.UTC(2015, at, 25)).toISOString().slice(0, 10),
  )
  const rows = Array.from(
    { length: 60 },
    (_, at) =>
      `Agency of place ${at},${days.map((one) => (one.endsWith('25') && at % 3 === 0 ? 'Apologies' : 'P')).join(',')}`,
  )
  const started = await bringIn([['Agency', ...days].join(','), ...rows].join('\n'))
  expect(started.preview?.agencies).toHaveLength(60)
  expect(started.preview?.agencies.every(({ choice }) => choice === null)).toBe(true)
})

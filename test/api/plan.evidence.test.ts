import { createHash } from 'node:crypto'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { files } from '@boardwork/server/src/files/files.fixture.ts'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import {
  makeAction,
  makeArea,
  makeDeputy,
  makeGrant,
  makeNote,
  makeOrganisation,
  makePerson,
  makePlan,
  makeResponsible,
  makeSeat,
  makeShare,
} from '../support/factories.ts'
import type { AreaPlace } from '../support/factories.ts'
import { startTestServer } from '../support/server.ts'
import type { ApiClient, TestServer } from '../support/server.ts'
import { id, makePlanWorld } from './plan.fixture.ts'
import type { PlanWorld } from './plan.fixture.ts'

// Where files are while they come: a folder of this test alone, so that what stays behind is its own.
const incoming = await mkdtemp(path.join(tmpdir(), 'boardwork-incoming-'))
process.env['TMPDIR'] = incoming

let server: TestServer
let world: PlanWorld
let place: AreaPlace
/** The police are responsible for it. */
let action: string
/** Nobody is. */
let other: string
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(async () => {
  await server.close()
  await rm(incoming, { recursive: true })
})
beforeEach(async () => {
  world = await makePlanWorld(server)
  place = await makeArea(server.db, world.board, await makePlan(server.db, world.board))
  action = await makeAction(server.db, place)
  other = await makeAction(server.db, place)
  await makeResponsible(server.db, place, action, world.police)
})

interface Piece {
  __typename: string
  id: string
  kind: string
  words: string
  address: string | null
  fileName: string | null
  mediaType: string | null
  bytes: number | null
  addedByName: string
  addedByFor: string
  withdrawnReason: string | null
  version: number
  viewerCan: { withdraw: boolean }
  message?: string
  problems?: { field: string }[]
}

const pieceFields = `__typename id kind words address fileName mediaType bytes addedByName addedByFor withdrawnReason
  version viewerCan { withdraw }`

async function add(
  client: ApiClient,
  actionId: string,
  words: string,
  address?: string,
  clientMutationId = id(),
): Promise<Piece> {
  const { addEvidence } = await client.data<{ addEvidence: Piece }>(
    `mutation($input: AddEvidenceInput!) { addEvidence(input: $input) { __typename ... on Evidence { ${pieceFields} }
      ... on InvalidInput { problems { field message } } ... on NotReady { message } } }`,
    { input: { actionId, words, address, clientMutationId } },
  )
  return addEvidence
}

const addCodes = (client: ApiClient, actionId: string) =>
  client.codes(`mutation($input: AddEvidenceInput!) { addEvidence(input: $input) { __typename } }`, {
    input: { actionId, words: 'A note', clientMutationId: id() },
  })

const withdrawal = `mutation($input: WithdrawEvidenceInput!) { withdrawEvidence(input: $input) { __typename
  ... on Evidence { ${pieceFields} } ... on InvalidInput { problems { field message } }
  ... on Conflict { currentVersion } ... on NotReady { message } } }`

async function withdraw(client: ApiClient, evidenceId: string, reason = 'The wrong one.', version = 1) {
  const { withdrawEvidence } = await client.data<{ withdrawEvidence: Piece }>(withdrawal, {
    input: { evidenceId, reason, version, clientMutationId: id() },
  })
  return withdrawEvidence
}

async function evidenceOf(client: ApiClient, actionId: string): Promise<Piece[]> {
  const { planAction } = await client.data<{ planAction: { evidence: Piece[] } | null }>(
    `query($id: ID!) { planAction(id: $id) { evidence { ${pieceFields} } } }`,
    { id: actionId },
  )
  return planAction?.evidence ?? []
}

async function mayAdd(client: ApiClient, actionId: string): Promise<boolean | undefined> {
  const { planAction } = await client.data<{ planAction: { viewerCanAddEvidence: boolean } | null }>(
    `query($id: ID!) { planAction(id: $id) { viewerCanAddEvidence } }`,
    { id: actionId },
  )
  return planAction?.viewerCanAddEvidence
}

interface Sent {
  status: number
  id: string
  message: string
}

async function send(
  client: ApiClient,
  actionId: string,
  content: Uint8Array | ReadableStream<Uint8Array>,
  fileName = 'Report – année.pdf',
  headers: Record<string, string> = {},
): Promise<Sent> {
  const init: RequestInit & { duplex: 'half' } = {
    method: 'POST',
    headers: { ...headersFor(client, fileName), ...headers },
    body: content as RequestInit['body'] & object,
    duplex: 'half',
  }
  const response = await fetch(`${server.url}/uploads/evidence/${actionId}`, init)
  return { status: response.status, ...((await response.json()) as Omit<Sent, 'status'>) }
}

const headersFor = (client: ApiClient, fileName: string) => ({
  'content-type': 'application/octet-stream',
  'x-boardwork-upload': '1',
  'x-boardwork-file-name': encodeURIComponent(fileName),
  'x-boardwork-words': encodeURIComponent('What we found – in short'),
  'x-boardwork-client-mutation-id': id(),
  ...(client.cookie ? { cookie: client.cookie } : {}),
})

const download = (client: ApiClient, evidenceId: string, method = 'GET') =>
  fetch(`${server.url}/evidence/${evidenceId}/file`, {
    method,
    headers: client.cookie ? { cookie: client.cookie } : {},
  })

async function stored(): Promise<string[]> {
  return (await readdir(server.settings.files)).toSorted()
}
const halfFiles = async () => (await readdir(incoming)).filter((name) => name.endsWith('.part'))

describe('who adds evidence', () => {
  it('nobody but the board’s officers and whoever is responsible', async () => {
    const { db } = server
    const scrutiny = await makePerson(db)
    await makeGrant(db, scrutiny, 'SCRUTINY', world.board)
    const fire = await makePerson(db)
    const fireService = await makeOrganisation(db, await regionOf(world.police), 'FIRE')
    await makeSeat(db, world.board, fireService, { holderId: fire })
    for (const client of [await server.as(scrutiny), await server.as(fire)]) {
      expect(await mayAdd(client, action)).toBe(false)
      expect(await addCodes(client, action)).toEqual(['NOT_ALLOWED'])
    }
    expect(await addCodes(world.outsider, action)).toEqual(['NOT_FOUND'])
    expect(await addCodes(server.anonymous(), action)).toEqual(['NOT_SIGNED_IN'])
    expect(await addCodes(world.member, other)).toEqual(['NOT_ALLOWED'])
    expect(await evidenceOf(world.coordinator, action)).toEqual([])
  })

  it('coordinators and chairs for every action of the board', async () => {
    expect(await mayAdd(world.chair, other)).toBe(true)
    expect(await add(world.chair, other, 'From the chair')).toMatchObject({ __typename: 'Evidence' })
    expect(await add(world.coordinator, other, 'From the coordinator')).toMatchObject({
      kind: 'NOTE',
      addedByName: 'Casey Brook',
      addedByFor: expect.stringContaining('Adults board') as string,
    })
  })

  it('members and deputies of the responsible agency, in its name', async () => {
    expect(await mayAdd(world.member, action)).toBe(true)
    expect(await add(world.member, action, ' A note ')).toMatchObject({
      words: 'A note',
      addedByName: 'Morgan Lake',
      addedByFor: expect.stringContaining('Police') as string,
      viewerCan: { withdraw: true },
    })
    const { rows } = await server.db.query<{ id: string }>('select id from seat where board_id = $1', [
      world.board,
    ])
    const deputy = await makePerson(server.db)
    await makeDeputy(server.db, world.board, rows[0]?.id ?? '', deputy)
    expect(await add(await server.as(deputy), action, 'A note')).toMatchObject({ __typename: 'Evidence' })
  })

  it('the lead of the responsible agency, while it has a seat', async () => {
    const lead = await makePerson(server.db)
    await makeGrant(server.db, lead, 'AGENCY_LEAD', world.police)
    const client = await server.as(lead)
    expect(await add(client, action, 'A note')).toMatchObject({
      addedByFor: expect.stringContaining('Police') as string,
    })
    await server.db.query('update seat set ends_on = access.today() - 1 where board_id = $1', [world.board])
    expect(await addCodes(client, action)).toEqual(['NOT_FOUND'])
  })

  it('nobody with whom the area is shared, also not to contribute', async () => {
    await makeShare(
      server.db,
      place,
      world.coordinatorId,
      { boardId: world.otherBoard },
      { level: 'CONTRIBUTE' },
    )
    await add(world.coordinator, action, 'To be read')
    expect(await evidenceOf(world.outsider, action)).toMatchObject([
      { words: 'To be read', viewerCan: { withdraw: false } },
    ])
    expect(await addCodes(world.outsider, action)).toEqual(['NOT_ALLOWED'])
  })
})

async function regionOf(organisationId: string): Promise<string> {
  const { rows } = await server.db.query<{ region_id: string }>(
    'select region_id from organisation where id = $1',
    [organisationId],
  )
  return rows[0]?.region_id ?? ''
}

describe('links and notes', () => {
  it('are kept once, however often they are sent', async () => {
    const once = id()
    const first = await add(world.member, action, 'The minutes', ' https://example.org/minutes ', once)
    expect(first).toMatchObject({ kind: 'LINK', address: 'https://example.org/minutes' })
    expect(await add(world.member, action, 'The minutes', 'https://example.org/minutes', once)).toEqual(first)
    expect(await evidenceOf(world.coordinator, action)).toHaveLength(1)
  })

  it('need words, and a link an address of the web', async () => {
    expect(await add(world.member, action, ' ')).toMatchObject({ problems: [{ field: 'words' }] })
    expect(await add(world.member, action, 'Minutes', 'javascript:alert(1)')).toMatchObject({
      problems: [{ field: 'address' }],
    })
    expect(await add(world.member, action, 'Minutes', '')).toMatchObject({ problems: [{ field: 'address' }] })
    expect(await evidenceOf(world.member, action)).toEqual([])
  })

  it('an action has up to 50 pieces, also when several are added at once', async () => {
    for (let made = 0; made < 48; made += 1) await makeNote(server.db, place, action, world.memberId)
    await makeNote(server.db, place, action, world.memberId, { withdrawn: true })
    const results = await Promise.all([1, 2, 3, 4].map((each) => add(world.member, action, `A note ${each}`)))
    expect(results.map((result) => result.__typename).toSorted()).toEqual([
      'Evidence',
      'Evidence',
      'NotReady',
      'NotReady',
    ])
    expect(await send(world.member, action, files.pdf)).toMatchObject({
      status: 409,
      message: expect.stringContaining('50 pieces') as string,
    })
    expect(await add(world.coordinator, other, 'Another action')).toMatchObject({ __typename: 'Evidence' })
  })

  it('stand in the log without their words', async () => {
    const { id: evidenceId } = await add(world.member, action, 'Secret words')
    const { rows } = await server.db.query(
      `select action, record_type, after from audit_event where record_id = $1`,
      [evidenceId],
    )
    expect(rows).toMatchObject([
      { action: 'evidence.add', record_type: 'Evidence', after: { actionId: action, kind: 'NOTE' } },
    ])
    expect(JSON.stringify(rows)).not.toContain('Secret')
  })
})

describe('withdrawing', () => {
  it('is for who added it and for the officers of the board, with a reason', async () => {
    const note = await add(world.member, action, 'A note')
    const chairs = await add(world.chair, action, 'From the chair')
    const codes = (client: ApiClient, evidenceId: string) =>
      client.codes(withdrawal, { input: { evidenceId, reason: 'x', version: 1, clientMutationId: id() } })
    expect(await codes(world.member, chairs.id)).toEqual(['NOT_ALLOWED'])
    expect(await codes(world.outsider, note.id)).toEqual(['NOT_FOUND'])
    expect(await codes(server.anonymous(), note.id)).toEqual(['NOT_SIGNED_IN'])
    expect(await withdraw(world.member, note.id, ' ')).toMatchObject({ problems: [{ field: 'reason' }] })
    expect(await withdraw(world.member, note.id, 'Wrong', 7)).toMatchObject({ currentVersion: 1 })
    expect(await withdraw(world.member, note.id, ' The wrong one. ')).toMatchObject({
      withdrawnReason: 'The wrong one.',
      version: 2,
      viewerCan: { withdraw: false },
    })
    expect(await withdraw(world.coordinator, note.id, 'Again', 2)).toMatchObject({ __typename: 'NotReady' })
    expect(await withdraw(world.coordinator, chairs.id)).toMatchObject({ version: 2 })
  })

  it('leaves it to the officers and to who added it, and to nobody else', async () => {
    const lead = await makePerson(server.db)
    await makeGrant(server.db, lead, 'AGENCY_LEAD', world.police)
    const leads = await server.as(lead)
    const sent = await send(world.member, action, files.pdf)
    expect((await download(leads, sent.id)).status).toBe(200)
    await withdraw(world.member, sent.id)
    expect(await evidenceOf(leads, action)).toEqual([])
    expect((await download(leads, sent.id)).status).toBe(404)
    for (const client of [world.member, world.chair, world.coordinator]) {
      expect(await evidenceOf(client, action)).toMatchObject([{ withdrawnReason: 'The wrong one.' }])
      expect((await download(client, sent.id)).status).toBe(200)
    }
  })

  it('once they are no longer responsible, people leave what they added to the officers', async () => {
    const note = await add(world.member, action, 'A note')
    await server.db.query('delete from action_responsible where action_id = $1', [action])
    expect(await evidenceOf(world.member, action)).toMatchObject([{ viewerCan: { withdraw: false } }])
    expect(
      await world.member.codes(withdrawal, {
        input: { evidenceId: note.id, reason: 'x', version: 1, clientMutationId: id() },
      }),
    ).toEqual(['NOT_ALLOWED'])
  })

  it('nothing else of a piece can be changed, nor can it be taken away', async () => {
    const may = async (right: string) => {
      const { rows } = await server.db.query<{ yes: boolean }>(
        `select has_table_privilege('boardwork_server', 'evidence', $1) as yes`,
        [right],
      )
      return rows[0]?.yes
    }
    expect(await may('delete')).toBe(false)
    expect(await may('update')).toBe(false)
  })
})

describe('files', () => {
  it('come back as they were sent, to be saved and not to be opened here', async () => {
    const sent = await send(world.member, action, files.pdf)
    expect(sent.status).toBe(200)
    expect(await evidenceOf(world.chair, action)).toMatchObject([
      {
        id: sent.id,
        kind: 'FILE',
        words: 'What we found – in short',
        fileName: 'Report – année.pdf',
        mediaType: 'application/pdf',
        bytes: files.pdf.length,
      },
    ])
    const answer = await download(world.chair, sent.id)
    expect(answer.status).toBe(200)
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'application/pdf',
      'content-length': String(files.pdf.length),
      'content-security-policy': "sandbox; default-src 'none'",
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-store',
    })
    expect(answer.headers.get('content-disposition')).toMatch(
      /^attachment; filename="[ -~]+"; filename\*=UTF-8''Report%20%E2%80%93%20ann%C3%A9e\.pdf$/,
    )
    expect(Buffer.from(await answer.arrayBuffer()).equals(files.pdf)).toBe(true)
    const { rows } = await server.db.query('select sha256, storage_key from evidence where id = $1', [
      sent.id,
    ])
    expect(rows).toMatchObject([{ sha256: createHash('sha256').update(files.pdf).digest('hex') }])
  })

  it('may also be asked for their head alone', async () => {
    const sent = await send(world.member, action, files.csv, 'figures.csv')
    const answer = await download(world.member, sent.id, 'HEAD')
    expect(answer.status).toBe(200)
    expect(answer.headers.get('content-type')).toBe('text/csv')
    expect(await answer.text()).toBe('')
  })

  it('are had by nobody for whom the piece does not exist', async () => {
    const sent = await send(world.member, action, files.pdf)
    const signedOut = await download(server.anonymous(), sent.id)
    expect(signedOut.status).toBe(401)
    for (const answer of [
      await download(world.outsider, sent.id),
      await download(await server.as(await makePerson(server.db)), sent.id),
      await download(world.member, id()),
      await download(world.member, 'nonsense'),
      await download(world.member, (await add(world.member, action, 'A note')).id),
    ]) {
      expect(answer.status).toBe(404)
      expect(await answer.text()).toContain('could not find')
    }
  })

  it('are refused before they are read, where the sender may not add evidence', async () => {
    // It never ends: an answer before that proves that nobody waits for the body.
    const open = (client: ApiClient, actionId: string, headers: Record<string, string> = {}) =>
      new Promise<number>((resolve, reject) => {
        const sending = request(`${server.url}/uploads/evidence/${actionId}`, {
          method: 'POST',
          headers: { ...headersFor(client, 'report.pdf'), 'content-length': '1000', ...headers },
        })
        sending.on('response', (answer) => {
          resolve(answer.statusCode ?? 0)
          sending.destroy()
        })
        sending.on('error', reject)
        sending.flushHeaders()
      })
    expect(await open(server.anonymous(), action)).toBe(401)
    expect(await open(world.member, other)).toBe(403)
    expect(await open(world.outsider, action)).toBe(404)
    expect(await open(world.member, 'nonsense')).toBe(404)
    expect(await open(world.member, action, { 'x-boardwork-upload': '0' })).toBe(400)
    expect(await open(world.member, action, { 'x-boardwork-words': '' })).toBe(400)
    expect(await open(world.member, action, { 'content-length': String(26 * 1024 * 1024) })).toBe(413)
  })

  it('of a false kind leave nothing behind', async () => {
    const before = await stored()
    for (const [content, name, words] of [
      [files.exe, 'report.pdf', 'a program'],
      [files.html, 'report.txt', 'a web page'],
      [files.docm, 'report.docx', 'macros'],
      [files.zip, 'report.docx', 'an archive'],
      [files.png, 'report.pdf', '.png'],
    ] as const)
      expect(await send(world.member, action, content, name)).toMatchObject({
        status: 415,
        message: expect.stringContaining(words) as string,
      })
    expect(await send(world.member, action, Buffer.alloc(0))).toMatchObject({ status: 400 })
    expect(await evidenceOf(world.member, action)).toEqual([])
    expect(await stored()).toEqual(before)
    expect(await halfFiles()).toEqual([])
  })

  it('that turn out too large while they come are refused, and leave nothing behind', async () => {
    const before = await stored()
    let sent = 0
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        sent += 1
        if (sent > 60) controller.close()
        else controller.enqueue(new Uint8Array(1024 * 1024))
      },
    })
    expect(await send(world.member, action, endless)).toMatchObject({
      status: 413,
      message: expect.stringContaining('25 MB') as string,
    })
    expect(await stored()).toEqual(before)
    expect(await halfFiles()).toEqual([])
  })

  it('whose connection is lost half way leave nothing behind', async () => {
    const before = await stored()
    const sending = request(`${server.url}/uploads/evidence/${action}`, {
      method: 'POST',
      headers: { ...headersFor(world.member, 'report.pdf'), 'content-length': '5000000' },
    })
    sending.on('error', () => undefined)
    sending.write(Buffer.concat([files.pdf, Buffer.alloc(1_000_000)]))
    while ((await halfFiles()).length === 0) await delay(20)
    sending.destroy()
    while ((await halfFiles()).length > 0) await delay(20)
    expect(await evidenceOf(world.member, action)).toEqual([])
    expect(await stored()).toEqual(before)
    expect(await send(world.member, action, files.pdf)).toMatchObject({ status: 200 })
  })

  it('are kept once, however often they are sent', async () => {
    const once = { 'x-boardwork-client-mutation-id': id() }
    const first = await send(world.member, action, files.pdf, 'report.pdf', once)
    const before = await stored()
    expect(await send(world.member, action, files.pdf, 'report.pdf', once)).toEqual(first)
    expect(await evidenceOf(world.member, action)).toHaveLength(1)
    expect(await stored()).toEqual(before)
    expect((await download(world.member, first.id)).status).toBe(200)
  })

  it('that the store has lost are said to be, with a number to tell', async () => {
    const sent = await send(world.member, action, files.pdf)
    const { rows } = await server.db.query<{ storage_key: string }>(
      'select storage_key from evidence where id = $1',
      [sent.id],
    )
    await server.files.delete(rows[0]?.storage_key ?? '')
    const answer = await download(world.member, sent.id)
    expect(answer.status).toBe(500)
    expect(await answer.text()).toContain('tell us this number')
  })

  it('of 25 MB come and go without being held in memory', async () => {
    const large = Buffer.alloc(25 * 1024 * 1024, 'A line of text.\n')
    const sent = await send(world.member, action, large, 'large.txt')
    expect(sent.status).toBe(200)
    const answer = await download(world.member, sent.id)
    expect(Buffer.from(await answer.arrayBuffer()).equals(large)).toBe(true)
  })
})

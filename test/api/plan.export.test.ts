import { unzipSync, strFromU8 } from 'fflate'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { readBytes } from '@boardwork/server/src/documents/readBytes.ts'
import { textsOfDocument } from '@boardwork/shared/plan/import/missingWords.ts'
import { recognisePlan } from '@boardwork/shared/plan/import/recognisePlan.ts'
import {
  makeAction,
  makeArea,
  makeComment,
  makeDeputy,
  makeEvidence,
  makeGrant,
  makeOrganisation,
  makePerson,
  makePlan,
  makeResponsible,
  makeSeat,
  makeShare,
  makeUpdate,
} from '../support/factories.ts'
import type { AreaPlace } from '../support/factories.ts'
import { startTestServer } from '../support/server.ts'
import type { ApiClient, TestServer } from '../support/server.ts'
import { id, importPlan, makePlanWorld, savePlan, shortPlan } from './plan.fixture.ts'
import type { PlanWorld } from './plan.fixture.ts'

let server: TestServer
let world: PlanWorld
let plan: string
let first: AreaPlace
let second: AreaPlace
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(async () => {
  await server.close()
})
beforeEach(async () => {
  world = await makePlanWorld(server)
  plan = await makePlan(server.db, world.board, 'ADOPTED', 'Plan of the board')
  first = await makeArea(server.db, world.board, plan, 'First area')
  second = await makeArea(server.db, world.board, plan, 'Second area')
  const action = await makeAction(server.db, first, 'Action of the police')
  await makeAction(server.db, second, 'Action of nobody', '2.1')
  await makeResponsible(server.db, first, action, world.police, { personId: world.memberId })
  await makeEvidence(server.db, first, action, 'A report')
  await makeUpdate(server.db, first, action, 'Q1 2026/27', { writtenById: world.memberId })
  await makeComment(server.db, first, world.memberId, 'A comment of the area')
})

const get = (client: ApiClient, address: string) =>
  fetch(`${server.url}${address}`, { headers: { cookie: client.cookie ?? '' } })

const take = (client: ApiClient, planId: string, as = 'excel', more = '') =>
  get(client, `/plans/${planId}/file?as=${as}${more}`)

async function documentOf(response: Response) {
  expect([response.status, response.headers.get('content-type')?.split('/')[0]]).toEqual([200, 'application'])
  const read = await readBytes(
    { name: 'plan', bytes: new Uint8Array(await response.arrayBuffer()) },
    () => undefined,
  )
  if (!read.ok) throw new Error(read.message)
  return read.document
}

const wordsOf = async (response: Response) => textsOfDocument(await documentOf(response)).join('\n')

describe('taking a plan out', () => {
  it('gives a document whose words are those of the plan today, in both forms', async () => {
    for (const as of ['word', 'excel']) {
      const words = await wordsOf(await take(world.member, plan, as))
      for (const word of [
        'Plan of the board',
        'First area',
        'Action of the police',
        'A report',
        'March',
        'Q1 2026/27',
        'Half of it is done.',
        '50%',
        'Second area',
        'Action of nobody',
      ])
        expect(words).toContain(word)
      expect(words).not.toContain('A comment of the area')
    }
  })

  it('the part of one agency has its actions with their areas, and its name', async () => {
    const words = await wordsOf(await take(world.coordinator, plan, 'word', `&agency=${world.police}`))
    expect(words).toContain('First area')
    expect(words).toContain('Action of the police')
    expect(words).toMatch(/Plan of the board – Police/)
    expect(words).not.toMatch(/Second area|Action of nobody/)
  })

  it('a document that was brought in comes out in its own columns, also for who may not see the import', async () => {
    const started = await world.coordinator.data(importPlan, {
      input: {
        clientMutationId: id(),
        boardId: world.board,
        fileName: 'plan.txt',
        source: { text: shortPlan },
      },
    })
    const { id: importId, version } = started['importPlan'] as { id: string; version: number }
    const saved = await world.coordinator.data(savePlan, {
      input: { clientMutationId: id(), importId, version },
    })
    const { id: savedId } = saved['savePlan'] as { id: string }
    await server.db.query(`update plan set state = 'ADOPTED', adopted_at = now() where id = $1`, [savedId])
    for (const as of ['word', 'excel']) {
      const again = recognisePlan(await documentOf(await take(world.member, savedId, as)))
      expect(again.headers[0]?.columns.map(({ heading }) => heading)).toEqual([
        'Action',
        'Expected evidence',
        'Timescale',
        'Responsible',
      ])
      expect(again.areas.map(({ numbering, title }) => `${numbering}${title}`)).toEqual([
        'Improvement Area 1 – Better recording of decisions',
        'Improvement Area 2 – Faster answers',
      ])
      expect(again.areas[0]?.actions.map(({ numbering, title }) => `${numbering}${title}`)).toEqual([
        '1.1 Write down each decision on the day',
        '1.2 Train the staff who record',
      ])
    }
  })

  it('who sees the plan may take out what they see of it, and nobody else', async () => {
    const { db } = server
    const region = await db.query<{ region_id: string }>('select region_id from organisation where id = $1', [
      world.police,
    ])
    const [{ region_id: regionId } = { region_id: '' }] = region.rows
    const someone = async (give: (personId: string) => Promise<unknown>) => {
      const personId = await makePerson(db)
      await give(personId)
      return server.as(personId)
    }
    const seat = await makeSeat(db, world.board, await makeOrganisation(db, regionId))
    const agency = await makeOrganisation(db, regionId)
    await makeShare(db, second, world.coordinatorId, { organisationId: agency })
    const people: [string, ApiClient, number, RegExp | null, RegExp | null][] = [
      ['coordinator', world.coordinator, 200, /Action of nobody/, null],
      ['chair', world.chair, 200, /Action of nobody/, null],
      ['member', world.member, 200, /Action of nobody/, null],
      [
        'deputy',
        await someone((one) => makeDeputy(db, world.board, seat, one)),
        200,
        /Action of nobody/,
        null,
      ],
      [
        'scrutiny',
        await someone((one) => makeGrant(db, one, 'SCRUTINY', world.board)),
        200,
        /Action of nobody/,
        null,
      ],
      [
        'lead of the agency',
        await someone((one) => makeGrant(db, one, 'AGENCY_LEAD', world.police)),
        200,
        /Action of the police/,
        /Second area|Action of nobody/,
      ],
      [
        'lead of an agency with a share',
        await someone((one) => makeGrant(db, one, 'AGENCY_LEAD', agency)),
        200,
        /Action of nobody/,
        /First area|Action of the police/,
      ],
      ['administrator', await someone((one) => makeGrant(db, one, 'ADMINISTRATOR')), 404, null, null],
      ['outsider', world.outsider, 404, null, null],
      ['nobody', server.anonymous(), 401, null, null],
    ]
    for (const [name, client, status, shown, hidden] of people) {
      const response = await take(client, plan)
      expect([name, response.status]).toEqual([name, status])
      if (!shown) continue
      const words = await wordsOf(response)
      expect([name, words]).toEqual([name, expect.stringMatching(shown)])
      expect([name, hidden?.exec(words)?.[0]]).toEqual([name, undefined])
    }
  })

  it('drafts come out for the board’s officers alone', async () => {
    const draft = await makePlan(server.db, world.board, 'DRAFT', 'A draft')
    expect((await take(world.coordinator, draft)).status).toBe(200)
    expect((await take(world.member, draft)).status).toBe(404)
  })

  it('a plan of others, a missing one and a form that there is not are answered alike', async () => {
    const answers = await Promise.all([
      take(world.outsider, plan),
      take(world.outsider, id()),
      take(world.coordinator, 'nonsense'),
      take(world.coordinator, plan, 'pdf'),
      get(world.coordinator, `/plans/${plan}/file`),
      take(world.coordinator, plan, 'word', `&agency=${id()}`),
      take(world.coordinator, plan, 'word', '&agency=nonsense'),
      take(world.coordinator, plan, 'word', `&agency=${world.police}&agency=${world.police}`),
      get(world.outsider, `/plans/${plan}/publication/file`),
    ])
    const texts = await Promise.all(answers.map((answer) => answer.text()))
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 404))
    expect(new Set(texts).size).toBe(1)
    expect(texts[0]).toMatch(/^We could not find this/)
  })

  it('the file has the name of the plan, with nothing in it that a computer takes in no name', async () => {
    await server.db.query('update plan set title = $2 where id = $1', [
      plan,
      '../Plan: "2026/27" – Ünïted?\u202e',
    ])
    const response = await take(world.coordinator, plan, 'word')
    const disposition = response.headers.get('content-disposition') ?? ''
    expect(disposition).toMatch(/^attachment/)
    expect(decodeURIComponent(/filename\*=UTF-8''(.*)$/.exec(disposition)?.[1] ?? '')).toBe(
      '-Plan- -2026-27- – Ünïted-.docx',
    )
    expect(response.headers.get('x-content-type-options')).toBe('nosniff')
    expect(response.headers.get('cache-control')).toBe('private, no-store')
  })

  it('a cell that would begin a formula begins with an apostrophe', async () => {
    await server.db.query('update plan_action set title = $2 where plan_id = $1', [
      plan,
      '=HYPERLINK("http://example.org")',
    ])
    const bytes = new Uint8Array(await (await take(world.coordinator, plan)).arrayBuffer())
    const xml = strFromU8(unzipSync(bytes)['xl/sharedStrings.xml'] ?? new Uint8Array())
    expect(xml).toMatch(/<t>'=HYPERLINK/)
    expect(xml).not.toMatch(/<t>=/)
  })
})

describe('the page for the public', () => {
  const publication = (client: ApiClient) => get(client, `/plans/${plan}/publication/file`)

  it('is one file without a script, with what was authorised, agencies and no name of a person', async () => {
    const draft = await makeAction(server.db, first, 'Report on homes', '1.2')
    await makeUpdate(server.db, first, draft, 'Q2 2026/27', {
      state: 'SUBMITTED',
      writtenById: world.memberId,
    })
    const response = await publication(world.chair)
    const html = await response.text()
    expect(response.status).toBe(200)
    expect(response.headers.get('content-disposition')).toBe('attachment; filename="Plan of the board.html"')
    expect(html).toMatch(/<html lang="en-GB">/)
    for (const word of [
      'Adults board',
      'First area',
      'Action of the police',
      'Police',
      'On target',
      'Half of it is done.',
      'March',
      'No update yet',
    ])
      expect(html).toContain(word)
    expect(html).not.toMatch(/<script|src=|Morgan Lake|A comment|Q2 2026|http:/)
  })

  it('what somebody typed is text in it', async () => {
    await server.db.query('update plan_action set title = $2 where plan_id = $1', [
      plan,
      '<script>alert(1)</script> & "more"',
    ])
    const html = await (await publication(world.chair)).text()
    expect(html).not.toContain('<script')
    expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;more&quot;')
  })

  it('coordinator and chair take it out, of adopted plans; others who see the plan may not', async () => {
    const scrutiny = await makePerson(server.db)
    await makeGrant(server.db, scrutiny, 'SCRUTINY', world.board)
    const lead = await makePerson(server.db)
    await makeGrant(server.db, lead, 'AGENCY_LEAD', world.police)
    const statuses = async (...clients: ApiClient[]) =>
      Promise.all(clients.map(async (client) => (await publication(client)).status))
    expect(
      await statuses(
        world.coordinator,
        world.chair,
        world.member,
        await server.as(scrutiny),
        await server.as(lead),
        world.outsider,
        server.anonymous(),
      ),
    ).toEqual([200, 200, 403, 403, 404, 404, 401])
    await server.db.query(`update plan set state = 'DRAFT' where id = $1`, [plan])
    expect(await statuses(world.chair)).toEqual([404])
  })
})

import { newId } from '@boardwork/server/src/db/newId.ts'
import { strFromU8, unzipSync } from 'fflate'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { makeBoard, makeGrant, makeOrganisation, makePerson, makeRegion } from '../support/factories.ts'
import { startTestServer } from '../support/server.ts'
import type { ApiClient, TestServer } from '../support/server.ts'
import { readFile } from '../tenancy/askedFile.ts'

const boards = 30
const meetings = 12
let server: TestServer
let agency: string
let lead: ApiClient

beforeAll(async () => {
  server = await startTestServer()
  const { db } = server
  const region = await makeRegion(db)
  const council = await makeOrganisation(db, region, 'COUNCIL')
  agency = await makeOrganisation(db, region, 'POLICE', '=Larkmere Police')
  const leadId = await makePerson(db, { name: 'Lee Fir' })
  await makeGrant(db, leadId, 'AGENCY_LEAD', agency)
  lead = await server.as(leadId)
  for (let place = 0; place < boards; place += 1) await makeBoard(db, council, { name: `Board ${place}` })
  await db.query(
    `insert into seat (board_id, id, organisation_id, required, voting, starts_on, version)
     select id, gen_random_uuid(), $1, true, true, '2025-04-01', 1 from board where name like 'Board %'`,
    [agency],
  )
  await db.query(
    `insert into meeting (board_id, id, kind, title, starts_at, ends_at, held_on, sequence, register_begun_at,
       register_closed_at, version)
     select b.id, gen_random_uuid(), 'BOARD', 'Monthly', d + interval '10 hours', d + interval '12 hours', d::date, 0, d, d, 1
     from board b cross join generate_series(timestamp '2025-04-07', '2026-03-07', '1 month') d where b.name like 'Board %'`,
  )
  await db.query(
    `insert into register_mark (board_id, id, meeting_id, meeting_kind, seat_id, organisation_id, required, voting,
       holder_name, mark, came_name, source, marked_by_name, marked_at, version)
     select m.board_id, gen_random_uuid(), m.id, 'BOARD', s.id, $1, true, true, '+44 Ann Fern', 'DEPUTY', '@Bo Moss',
       'OFFICER', 'Robin Ash', m.starts_at, 1
     from meeting m join seat s on s.board_id = m.board_id`,
    [agency],
  )
})
afterAll(() => server.close())

const take = (query: string, id = agency) =>
  fetch(`${server.url}/organisations/${id}/attendance/file?${query}`, {
    headers: { cookie: lead.cookie ?? '' },
  })

it.each(['excel', 'word'])('as %s holds each mark of a year at all boards, with who was sent', async (as) => {
  const response = await take(`as=${as}&year=2025`)
  expect(response.headers.get('content-disposition')).toContain('Attendance at all boards')
  const { rows, texts } = await readFile(response)
  expect(rows.filter((row) => row.includes('Deputy came')).length).toBe(boards * meetings)
  expect(rows.filter((row) => row.includes('100% (12 of 12)')).length).toBe(boards)
  expect(texts.join('\n')).toContain(
    `At all of its boards: 100% (${boards * meetings} of ${boards * meetings}).`,
  )
  expect(texts.join('\n')).toContain('No board has put a flag to this agency.')
})

it('has no text that would begin a formula, and is nothing for another year, agency or form', async () => {
  const bytes = new Uint8Array(await (await take('as=excel&year=2025')).arrayBuffer())
  const xml = strFromU8(unzipSync(bytes)['xl/sharedStrings.xml'] ?? new Uint8Array())
  expect(xml).toMatch(/<t>'\+44 Ann Fern/)
  expect(xml).toMatch(/<t>'@Bo Moss/)
  expect(xml).not.toMatch(/<t>[=+@-]/)
  const { texts } = await readFile(await take('as=excel&year=2019'))
  expect(texts).toContain('The agency had no seat in this year.')
  const missing = await Promise.all([take('as=pdf'), take('as=excel', newId()), take('as=excel', 'x')])
  expect(missing.map(({ status }) => status)).toEqual([404, 404, 404])
})

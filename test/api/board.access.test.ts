import type { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  day,
  makeAction,
  makeActivity,
  makeArea,
  makeBoard,
  makeComment,
  makeDeputy,
  makeGrant,
  makeNote,
  makeOrganisation,
  makePerson,
  makePlan,
  makeRegion,
  makeResponsible,
  makeSeat,
  makeShare,
  makeUpdate,
} from '../support/factories.ts'
import { startTestServer } from '../support/server.ts'
import type { TestServer } from '../support/server.ts'
import { newId } from '@boardwork/server/src/db/newId.ts'

const why = `query($record: RecordKind!, $id: ID!) {
  whyCanISee(record: $record, id: $id) { kind role text since until boardId grantId seatId deputyId shareId } }`

interface Reasons {
  whyCanISee: {
    kind: string
    role: string | null
    text: string
    grantId: string | null
    shareId: string | null
  }[]
}

/** The records of each kind, as SQL that row-level security filters. */
const records: Record<string, string> = {
  BOARD: 'select id from board',
  ORGANISATION: 'select id from organisation',
  SEAT: 'select id from seat',
  GRANT: 'select id from "grant"',
  PERSON: 'select id from person',
  PLAN: 'select id from plan',
  AREA: 'select id from plan_area',
  ACTION: 'select id from plan_action',
  COMMENT: 'select id from area_comment',
  SHARE: 'select id from area_share',
  IMPORT: 'select id from plan_import',
  ACTIVITY: 'select id from activity',
  EVIDENCE: 'select id from evidence',
  UPDATE: 'select id from progress_update',
  PERIOD: `select distinct board_id || ':2026-04-01' as id from plan where state = 'ADOPTED'`,
  LOG_EVENT: `select chain_id || ':' || sequence as id from audit_event`,
}

let server: TestServer

beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.close())

/** Two regions, boards with a sub-group, agencies at several of them, everybody's roles, shares, live and ended. */
async function makeWorld(db: Client): Promise<string[]> {
  const people: string[] = []
  const person = async (name: string) => {
    const id = await makePerson(db, { name })
    people.push(id)
    return id
  }
  const [north, south] = [await makeRegion(db, 'North'), await makeRegion(db, 'South')]
  const council = await makeOrganisation(db, north, 'COUNCIL', 'Fernshire Council')
  const neighbour = await makeOrganisation(db, north, 'COUNCIL', 'Mossford Council')
  const far = await makeOrganisation(db, south, 'COUNCIL', 'Reedham Council')
  const police = await makeOrganisation(db, north, 'POLICE', 'Fernshire Police')
  const fire = await makeOrganisation(db, south, 'FIRE', 'Reedham Fire')
  const board = await makeBoard(db, council, { name: 'Fernshire Safeguarding Adults Board' })
  const subGroup = await makeBoard(db, council, { name: 'Quality group', parentId: board })
  const beside = await makeBoard(db, neighbour, { name: 'Mossford Board' })
  const away = await makeBoard(db, far, { name: 'Reedham Board' })

  await makeGrant(db, await person('Administrator'), 'ADMINISTRATOR')
  for (const [place, name] of [
    [board, 'Fernshire'],
    [beside, 'Mossford'],
    [away, 'Reedham'],
  ] as const) {
    await makeGrant(db, await person(`Coordinator ${name}`), 'COORDINATOR', place, { startsOn: '2026-04-01' })
    await makeGrant(db, await person(`Chair ${name}`), 'CHAIR', place)
    await makeGrant(db, await person(`Moderator ${name}`), 'MODERATOR', place)
    await makeGrant(db, await person(`Scrutiny ${name}`), 'SCRUTINY', place)
    await makeGrant(db, await person(`Former ${name}`), 'COORDINATOR', place, { ended: true })
    await makeGrant(db, await person(`Future ${name}`), 'CHAIR', place, { startsOn: day(5) })
  }
  await makeGrant(db, await makePerson(db, { name: 'Closed account', disabled: true }), 'COORDINATOR', board)
  await makeGrant(db, await person('Group coordinator'), 'COORDINATOR', subGroup)
  await makeGrant(db, await person('Group scrutiny'), 'SCRUTINY', subGroup)
  await makeGrant(db, await person('Group moderator'), 'MODERATOR', subGroup)
  for (const [agency, name, role] of [
    [police, 'Police lead', 'AGENCY_LEAD'],
    [fire, 'Fire lead', 'AGENCY_LEAD'],
    [council, 'Council lead', 'AGENCY_LEAD'],
    [police, 'Police contributor', 'CONTRIBUTOR'],
  ] as const)
    await makeGrant(db, await person(name), role, agency)
  await makeGrant(db, await person('Analyst'), 'REGIONAL_ANALYST', south)
  await person('Nobody')

  const seats = [
    { board, agency: police, holder: 'Police at Fernshire' },
    { board, agency: fire, holder: 'Fire at Fernshire' },
    { board: subGroup, agency: police, holder: 'Police at the group' },
    { board: beside, agency: police, holder: 'Police at Mossford' },
    { board: away, agency: fire, holder: 'Fire at Reedham' },
  ]
  for (const seat of seats) {
    const id = await makeSeat(db, seat.board, seat.agency, { holderId: await person(seat.holder) })
    await makeDeputy(db, seat.board, id, await person(`Deputy of ${seat.holder}`))
    await makeDeputy(db, seat.board, id, await person(`Former deputy of ${seat.holder}`), true)
  }
  const over = { holderId: await person('Former member'), startsOn: day(-90), endsOn: day(-60) }
  await makeSeat(db, away, police, over)

  for (const [place, to] of [
    [board, { boardId: away }],
    [away, { organisationId: police }],
    [beside, { boardId: board }],
  ] as const) {
    const sharer = people[1] ?? ''
    for (const state of ['DRAFT', 'ADOPTED'] as const) {
      const planId = await makePlan(db, place, state)
      const areas = [
        await makeArea(db, place, planId),
        await makeArea(db, place, planId),
        await makeArea(db, place, planId),
      ]
      for (const area of areas) {
        const action = await makeAction(db, area)
        await makeResponsible(db, area, action, area === areas[2] ? fire : council)
        await makeComment(db, area, sharer)
        if (area !== areas[2]) continue
        await makeActivity(db, area, action)
        await makeNote(db, area, action, sharer)
        await makeNote(db, area, action, sharer, { withdrawn: true })
        await makeUpdate(db, area, action)
        await makeUpdate(db, area, action, 'Q2', { state: 'DRAFT', endsOn: '2026-09-30' })
      }
      const [shared, once] = areas
      if (shared) await makeShare(db, shared, sharer, to)
      if (once) await makeShare(db, once, sharer, to, { revoked: true })
      if (once) await makeShare(db, once, sharer, to, { endsOn: day(-1) })
    }
    await db.query(
      `insert into plan_import (board_id, id, file_name, text_hash, document, headers, draft, state, started_by_id, started_at, changed_at)
       values ($1, $2, 'plan.txt', 'hash', '{"blocks": []}', '[]', '{}', 'PREVIEW', $3, now(), now())`,
      [place, newId(), sharer],
    )
  }
  for (const chain of [board, subGroup, away, police, '00000000-0000-0000-0000-000000000000']) {
    await db.query(
      `insert into audit_event (chain_id, sequence, happened_at, person_name, under, action, record_type, record_id,
         before, after, previous_hash, hash)
       values ($1, 1, now(), 'Test', '{}', 'test', 'Board', $1, '{}', '{}', decode(repeat('00', 32), 'hex'), '\\x01')`,
      [chain],
    )
  }
  // What was done to a record is known to whoever sees it.
  await db.query(
    `insert into audit_event (chain_id, sequence, happened_at, person_name, under, action, record_type, record_id,
       before, after, previous_hash, hash)
     select $1, 2, now(), 'Test', '{}', 'test', 'PlanAction', id, '{}', '{}', '\\x01', '\\x02'
     from plan_action where board_id = $1 order by id desc limit 1`,
    [board],
  )
  return people
}

describe('“Why can I see this?”', () => {
  it('has a reason for every record that exists for somebody, and finds no other', async () => {
    const { db } = server
    const people = await makeWorld(db)
    const wrong: string[] = []
    let visibleCount = 0
    for (const person of people) {
      const client = await server.as(person)
      for (const [record, sql] of Object.entries(records)) {
        const visible = new Set(await visibleTo(person, sql))
        const hidden = (await ids(db, sql)).filter((id) => !visible.has(id))
        visibleCount += visible.size
        const check = async (id: string) => {
          const { data, errors } = await client.ask<Reasons>(why, { record, id })
          const answer = errors ? String(errors[0]?.extensions?.['code']) : (data?.whyCanISee ?? [])
          const right = visible.has(id) ? Array.isArray(answer) && answer.length > 0 : answer === 'NOT_FOUND'
          if (!right)
            wrong.push(
              `${person} ${record} ${visible.has(id) ? 'visible' : 'hidden'}: ${JSON.stringify(answer)}`,
            )
        }
        await Promise.all([...visible, ...hidden.slice(0, 4)].map(check))
      }
    }
    expect(wrong).toEqual([])
    // The world is large enough to mean something.
    expect(visibleCount).toBeGreaterThan(900)
  }, 180_000)

  it('says it in plain English, with the grant, seat or share', async () => {
    const text = async (name: string, record: string, sql: string) => {
      const { rows } = await server.db.query<{ id: string }>('select id from person where name = $1', [name])
      const [id] = await ids(server.db, sql)
      const answer = await (await server.as(rows[0]?.id ?? '')).data<Reasons>(why, { record, id })
      return answer.whyCanISee
    }
    const board = `select id from board where name = 'Fernshire Safeguarding Adults Board'`
    expect(await text('Coordinator Fernshire', 'BOARD', board)).toMatchObject([
      {
        kind: 'GRANT',
        role: 'COORDINATOR',
        text: 'You are Coordinator of Fernshire Safeguarding Adults Board since 1 April 2026.',
        grantId: expect.any(String) as string,
      },
    ])
    expect((await text('Police at Fernshire', 'BOARD', board))[0]?.text).toMatch(
      /^You hold the seat of Fernshire Police at Fernshire Safeguarding Adults Board since /,
    )
    const shared = `select s.area_id as id from area_share s join plan p on p.id = s.plan_id join board b on b.id = s.board_id
      where b.name = 'Fernshire Safeguarding Adults Board' and p.state = 'ADOPTED' and revoked_at is null and s.ends_on > now()`
    expect(await text('Fire at Reedham', 'AREA', shared)).toMatchObject([
      {
        kind: 'SHARE',
        shareId: expect.any(String) as string,
        text: expect.stringMatching(
          /^Fernshire Safeguarding Adults Board shares an area of its plan with Reedham Board until/,
        ) as string,
      },
    ])
    expect(await text('Administrator', 'BOARD', board)).toMatchObject([{ kind: 'ADMINISTRATOR' }])
  })

  it('finds nothing for what is no id at all', async () => {
    const client = await server.as(await makePerson(server.db))
    for (const record of Object.keys(records)) {
      expect(await client.codes(why, { record, id: `x' or '1'='1` })).toEqual(['NOT_FOUND'])
    }
  })
})

async function ids(db: Client, sql: string): Promise<string[]> {
  const { rows } = await db.query<{ id: string }>(sql)
  return rows.map((row) => row.id)
}

/** What the server's role sees with the person in the session, past every resolver. */
async function visibleTo(person: string, sql: string): Promise<string[]> {
  const { db } = server
  await db.query('reset role')
  await db.query('begin')
  try {
    await db.query('grant boardwork_server to current_user with set true')
    await db.query('set local role boardwork_server')
    await db.query(`select set_config('app.person_id', $1, true)`, [person])
    return await ids(db, sql)
  } finally {
    await db.query('rollback')
    await db.query('set role boardwork_maintenance')
  }
}

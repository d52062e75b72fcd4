import { verifyChains } from '@boardwork/server/src/audit/verifyChains.ts'
import type { Client } from 'pg'
import { expect } from 'vitest'
import type { Answer, Sent } from './traffic.ts'

/** Everything that was acknowledged is there. */
export async function expectKept(
  db: Client,
  acknowledged: readonly (Sent & { answer: Answer })[],
): Promise<void> {
  const { rows: results } = await db.query<{ client_mutation_id: string; record_id: string }>(
    'select client_mutation_id, record_id from mutation_result',
  )
  const recordOf = new Map(results.map((row) => [row.client_mutation_id, row.record_id]))
  const there = await readVersions(db)
  for (const { answer, input, mark } of acknowledged) {
    if (answer.__typename === 'Conflict') {
      expect(recordOf.has(input.clientMutationId), `refused: ${mark}`).toBe(false)
      continue
    }
    expect(recordOf.get(input.clientMutationId), mark).toBe(answer.id)
    const now = there.get(answer.id)
    expect(now, mark).toBeDefined()
    // A comment has no version.
    if (now === undefined || answer.version === undefined) continue
    expect(now.version, mark).toBeGreaterThanOrEqual(answer.version)
    if (typeof input['title'] === 'string' && now.version === answer.version)
      expect(now.text).toBe(input['title'])
  }
}

async function readVersions(db: Client): Promise<Map<string, { version: number; text: string }>> {
  const { rows } = await db.query<{ id: string; version: number; text: string }>(
    `select id, version, title as text from plan
     union all select id, version, title from plan_action
     union all select id, version, file_name from plan_import
     union all select id, 1, body from area_comment`,
  )
  return new Map(rows.map((row) => [row.id, row]))
}

/** Nothing is half there, nothing twice, and every chain of the log is whole. */
export async function expectWhole(db: Client): Promise<void> {
  const none = async (what: string, sql: string) => expect((await db.query(sql)).rows, what).toEqual([])
  await none(
    'imports that are saved without their plan, or not saved with one',
    `select i.id, i.state from plan_import i left join plan p on p.board_id = i.board_id and p.id = i.plan_id
     where (i.state = 'SAVED') is distinct from (p.id is not null)`,
  )
  await none(
    'plans without exactly one import',
    `select p.id from plan p left join plan_import i on i.plan_id = p.id group by p.id having count(i.id) <> 1`,
  )
  await none(
    'documents that came in twice',
    'select text_hash from plan_import group by 1 having count(*) > 1',
  )
  await none('comments that came in twice', 'select body from area_comment group by 1 having count(*) > 1')
  await none(
    'plans that lack areas or actions of their import, or have more',
    `select i.plan_id from plan_import i,
       lateral (select count(*) as areas from plan_area a where a.plan_id = i.plan_id),
       lateral (select count(*) as actions from plan_action a where a.plan_id = i.plan_id),
       lateral (select count(*) as wanted
         from jsonb_array_elements(i.draft -> 'areas') area, jsonb_array_elements(area -> 'actions'))
     where i.plan_id is not null and (actions <> wanted or areas <> jsonb_array_length(i.draft -> 'areas'))`,
  )
  await none(
    'actions without evidence or without anybody responsible, or with those of another edit',
    `select a.title, evidence, responsible from plan_action a,
       lateral (select array_agg(text || ' ' || deadline order by position) as evidence
         from expected_evidence e where e.action_id = a.id),
       lateral (select array_agg(post_title order by position) as responsible
         from action_responsible r where r.action_id = a.id)
     where case when a.outcome is null
       then cardinality(evidence) is distinct from 1 or cardinality(responsible) is distinct from 1
       else a.outcome <> a.title or responsible is distinct from array[a.title, a.title]
         or evidence is distinct from array[a.title || ' March', a.title || ' June'] end`,
  )
  await none(
    'changes without their one event in the log, or events without their change',
    `select coalesce(m.person_id, e.person_id), changes, events
     from (select person_id, count(*) as changes from mutation_result group by 1) m
     full join (select person_id, count(*) as events from audit_event group by 1) e using (person_id)
     where changes is distinct from events`,
  )
  let chains = 0
  for await (const { chainId, damage } of verifyChains(db)) {
    expect(damage, chainId).toBeNull()
    chains += 1
  }
  expect(chains).toBeGreaterThan(0)
}

import { createHash } from 'node:crypto'
import { newId } from '@boardwork/server/src/db/newId.ts'
import type { Client } from 'pg'
import { actionReportRows } from './actionReports.ts'
import { deputyNoticeRows } from './deputyNotices.ts'
import { agendaRows, agendaTables } from './agendaRows.ts'
import { attendanceKeys, attendanceRows, attendanceTables } from './attendanceRows.ts'
import { calendarKeys, calendarRows, calendarTables } from './calendarRows.ts'
import { publicationRows, publicationTables } from './publications.ts'
import { registerKeys, registerRows, registerTables } from './registerRows.ts'
import { flagRows, flagTables } from './flagRows.ts'
import { platform } from './world.ts'
import type { Day, World } from './world.ts'

export type Row = Record<string, unknown>

/** Every table that holds rows of tenants or people, in an order in which it can be filled. */
export const tables = [
  'region',
  'organisation',
  'board',
  'person',
  'account',
  'grant',
  'seat',
  'deputy',
  'plan',
  'plan_area',
  'plan_action',
  'expected_evidence',
  'activity',
  'evidence',
  'action_responsible',
  'progress_update',
  'pointer_answer',
  'measure',
  'measure_result',
  'milestone',
  'reporting_calendar',
  'period_closing',
  'area_comment',
  'area_share',
  'plan_import',
  'column_choice',
  'upload',
  'invitation',
  'mail',
  'session',
  'mutation_result',
  'audit_event',
  ...attendanceTables,
  ...calendarTables,
  ...registerTables,
  ...flagTables,
  ...agendaTables,
  'meeting_action_report',
  'deputy_notice',
  ...publicationTables,
] as const
export type Table = (typeof tables)[number]

/** How a row of the table is named in a comparison; `id` where nothing else is said. */
export const keyOf: Partial<Record<Table, string>> = {
  ...attendanceKeys,
  ...calendarKeys,
  ...registerKeys,
  account: 'person_id',
  column_choice: `board_id || ' ' || column_key`,
  mutation_result: `person_id || ' ' || client_mutation_id`,
  audit_event: `chain_id || ' ' || sequence`,
}

const now = new Date().toISOString()
const bytes = (of: string) => `\\x${createHash('sha256').update(of).digest('hex')}`
const firstHash = `\\x${'00'.repeat(32)}`
const eventHash = (chainId: string, sequence: number) =>
  sequence === 0 ? firstHash : bytes(`${chainId} ${sequence}`)

/** A day of its own for each, since no two periods of a board begin on one day. */
const dayOf = (index: number) => new Date(Date.UTC(2026, 0, 1 + index)).toISOString().slice(0, 10)

/** Gives the events of all worlds their numbers, chain by chain. */
export function numberEvents(worlds: readonly World[]): void {
  const last = new Map<string, number>()
  for (const event of worlds.flatMap((world) => world.events)) {
    event.sequence = (last.get(event.chainId) ?? 0) + 1
    last.set(event.chainId, event.sequence)
  }
}

/** The world as rows of the database. */
export function rowsOf(world: World, today: string): Record<Table, Row[]> {
  const date = (day: Day | null) =>
    day === null ? null : new Date(Date.parse(today) + day * 86_400_000).toISOString().slice(0, 10)
  const inAction = (row: {
    id: string
    boardId: string
    planId: string
    areaId: string
    actionId: string
  }): Row => ({
    board_id: row.boardId,
    id: row.id,
    plan_id: row.planId,
    area_id: row.areaId,
    action_id: row.actionId,
  })
  return {
    region: world.regions.map(({ id }) => ({ id, name: `Region ${id}` })),
    organisation: world.organisations.map(({ id, regionId, partOfId }) => ({
      id,
      region_id: regionId,
      name: `Organisation ${id}`,
      kind: 'COUNCIL',
      part_of_id: partOfId,
      part_of_since: partOfId && date(-90),
      version: 1,
    })),
    board: world.boards.map((board) => ({
      id: board.id,
      organisation_id: board.organisationId,
      parent_id: board.parentId,
      name: `Board ${board.id}`,
      kind: 'ADULTS',
      version: 1,
    })),
    person: world.people.map(({ id }) => ({ id, name: `Person ${id}`, version: 1 })),
    account: world.people.map(({ id, disabled }) => ({
      person_id: id,
      email: `${id}@example.org`,
      disabled_at: disabled ? now : null,
    })),
    grant: world.grants.map((grant) => ({
      scope_id: grant.scopeId,
      id: grant.id,
      scope: grant.scope,
      board_id: grant.scope === 'BOARD' ? grant.scopeId : null,
      organisation_id: grant.scope === 'ORGANISATION' ? grant.scopeId : null,
      region_id: grant.scope === 'REGION' ? grant.scopeId : null,
      person_id: grant.personId,
      role: grant.role,
      reason: 'For a test',
      starts_on: date(grant.startsOn),
      ends_on: date(grant.endsOn),
      ended_at: grant.endedByHand ? now : null,
      version: 1,
    })),
    seat: world.seats.map((seat) => ({
      board_id: seat.boardId,
      id: seat.id,
      organisation_id: seat.organisationId,
      required: true,
      voting: true,
      holder_id: seat.holderId,
      starts_on: date(seat.startsOn),
      ends_on: date(seat.endsOn),
      version: 1,
    })),
    deputy: world.deputies.map((deputy) => ({
      board_id: deputy.boardId,
      id: deputy.id,
      seat_id: deputy.seatId,
      person_id: deputy.personId,
      named_at: now,
      ended_at: deputy.ended ? now : null,
    })),
    plan: world.plans.map((plan) => ({
      board_id: plan.boardId,
      id: plan.id,
      title: `Plan ${plan.id}`,
      state: plan.adopted ? 'ADOPTED' : 'DRAFT',
      created_at: now,
      adopted_at: plan.adopted ? now : null,
      version: 1,
    })),
    plan_area: world.areas.map((area) => ({
      board_id: area.boardId,
      id: area.id,
      plan_id: area.planId,
      position: 1,
      reference: '1',
      title: `Area ${area.id}`,
      version: 1,
    })),
    plan_action: world.actions.map((action, index) => ({
      board_id: action.boardId,
      id: action.id,
      plan_id: action.planId,
      area_id: action.areaId,
      position: 1,
      reference: `1.${index + 1}`,
      title: `Action ${action.id}`,
      version: 1,
    })),
    expected_evidence: world.evidence.map((row) => ({
      ...inAction(row),
      position: 1,
      text: 'As in 1.1, 1.2 and 1.3',
    })),
    activity: world.activities.map((row) => ({ ...inAction(row), position: 1, title: 'A step' })),
    evidence: world.pieces.map(evidenceRow),
    action_responsible: world.responsibles.map((row) => ({
      ...inAction(row),
      position: 1,
      post_title: (row.organisationId ?? row.personId) ? null : 'Head of service',
      organisation_id: row.organisationId,
      person_id: row.personId,
    })),
    progress_update: world.updates.map((row, index) => ({
      ...inAction(row),
      period: `Period ${row.id}`,
      period_starts_on: dayOf(index),
      period_ends_on: dayOf(index),
      state: row.authorised ? 'AUTHORISED' : 'DRAFT',
      status: 'ON_TARGET',
      percent_complete: 50,
      narrative: 'Half of it is done.',
      written_at: now,
      written_by_id: row.writtenById,
      import_id: row.broughtIn ? row.id : null,
      corrected: false,
      version: 1,
    })),
    pointer_answer: world.answers.map((row) => ({
      ...inAction(row),
      kind: 'PAST_DEADLINE',
      facts: '2026-03-31',
      reason: 'For a test',
      answered_at: now,
      answered_by_id: row.answeredById,
      answered_by_name: 'Robin Ash',
    })),
    measure: world.measures.map((row) => ({
      ...inAction(row),
      kind: 'AT_LEAST',
      name: 'Visits',
      target: 12,
      set_at: now,
      version: 1,
    })),
    measure_result: world.results.map((row) => ({
      ...inAction(row),
      measure_id: row.measureId,
      measured_on: '2026-09-30',
      value: 11,
      recorded_by_id: row.recordedById,
      recorded_by_name: 'Robin Ash',
      recorded_by_for: 'An agency',
      recorded_at: now,
      retracts: false,
    })),
    milestone: world.milestones.map((row) => ({
      board_id: row.boardId,
      id: row.id,
      plan_id: row.planId,
      area_id: row.areaId,
      action_id: row.actionId,
      kind: row.review ? 'REVIEW' : 'MILESTONE',
      title: 'For a test',
      due_on: '2026-09-30',
      version: 1,
    })),
    reporting_calendar: world.calendars.map((calendar, index) => ({
      board_id: calendar.boardId,
      id: calendar.id,
      starts_on: dayOf(index),
      frequency: 'MONTHLY',
      first_month: 4,
      days_to_report: 10,
      version: index + 1,
    })),
    period_closing: world.closings.map((closing, index) => ({
      board_id: closing.boardId,
      id: closing.id,
      starts_on: dayOf(index),
      ends_on: dayOf(index),
      name: `Period ${closing.id}`,
      closed_at: now,
      closed_by_id: closing.closedById,
      closed_by_name: 'Robin Ash',
    })),
    area_comment: world.comments.map(commentRow),
    area_share: world.shares.map((share) => ({
      board_id: share.boardId,
      id: share.id,
      plan_id: share.planId,
      area_id: share.areaId,
      to_board_id: share.toBoardId,
      to_organisation_id: share.toOrganisationId,
      level: share.toContribute ? 'CONTRIBUTE' : 'READ',
      reason: 'For a test',
      ends_on: date(share.endsOn),
      shared_at: now,
      shared_by_id: share.sharedById,
      revoked_at: share.revoked ? now : null,
      version: 1,
    })),
    plan_import: world.imports.map((each) => ({
      board_id: each.boardId,
      id: each.id,
      file_name: 'plan.txt',
      text_hash: each.id,
      document: { blocks: [] },
      headers: JSON.stringify([]),
      draft: { title: 'A plan', areas: [], unplaced: [] },
      state: 'PREVIEW',
      into_plan_id: each.intoPlanId,
      started_by_id: each.startedById,
      started_at: now,
      changed_at: now,
      version: 1,
    })),
    column_choice: world.columnChoices.map((choice) => ({
      board_id: choice.boardId,
      column_key: choice.columnKey,
      field: 'action',
      chosen_at: now,
    })),
    upload: world.uploads.map((upload) => ({
      board_id: upload.boardId,
      id: upload.id,
      person_id: upload.personId,
      file_name: 'plan.txt',
      content: '\\x41',
      uploaded_at: now,
    })),
    invitation: world.invitations.map((invitation) => ({
      scope_id: invitation.scopeId,
      id: invitation.id,
      scope: invitation.scope,
      role: invitation.role,
      email: `${invitation.id}@example.org`,
      organisation_id: invitation.organisationId,
      token_hash: bytes(invitation.id),
      invited_by_id: invitation.invitedById,
      invited_at: now,
      expires_at: new Date(Date.now() + 7 * 86_400_000).toISOString(),
    })),
    mail: world.mails.map(({ id }) => ({
      id,
      recipient: `${id}@example.org`,
      subject: 'A letter',
      body: 'Good day',
      written_at: now,
      due_at: now,
      attempts: 0,
    })),
    session: world.sessions.map((session) => ({
      id: session.id,
      person_id: session.personId,
      token_hash: bytes(session.id),
      // A run takes longer than a session lasts without use.
      started_at: new Date().toISOString(),
      last_used_at: new Date().toISOString(),
      ended_at: session.ended ? now : null,
      device: 'Test',
    })),
    mutation_result: world.mutations.map((result) => ({
      person_id: result.personId,
      client_mutation_id: result.clientMutationId,
      action: 'plan.adopt',
      record_id: platform,
      happened_at: now,
    })),
    audit_event: world.events.map((event) => eventRow(event)),
    ...attendanceRows(world, today),
    ...calendarRows(world, today),
    ...registerRows(world),
    ...flagRows(world, today),
    ...agendaRows(world),
    ...actionReportRows(world, today),
    ...deputyNoticeRows(world),
    ...publicationRows(world),
  }
}

export function commentRow(comment: World['comments'][number]): Row {
  return {
    board_id: comment.boardId,
    id: comment.id,
    plan_id: comment.planId,
    area_id: comment.areaId,
    person_id: comment.personId,
    author_name: 'Robin Ash',
    author_for: 'An agency',
    body: 'A comment',
    written_at: now,
  }
}

export function evidenceRow(piece: World['pieces'][number]): Row {
  return {
    board_id: piece.boardId,
    id: piece.id,
    plan_id: piece.planId,
    area_id: piece.areaId,
    action_id: piece.actionId,
    kind: 'NOTE',
    words: 'A note',
    added_by_id: piece.addedById,
    added_by_name: 'Robin Ash',
    added_by_for: 'An agency',
    added_at: now,
    withdrawn_at: piece.withdrawn ? now : null,
    withdrawn_by_id: piece.withdrawn ? piece.addedById : null,
    withdrawn_by_name: piece.withdrawn ? 'Robin Ash' : null,
    withdrawn_reason: piece.withdrawn ? 'For a test' : null,
    version: 1,
  }
}

function eventRow(event: World['events'][number]): Row {
  const { about } = event
  return {
    chain_id: event.chainId,
    sequence: event.sequence,
    happened_at: about?.early ? '2001-01-01T00:00:00Z' : now,
    person_id: event.personId,
    person_name: 'Robin Ash',
    under: {},
    action: 'plan.adopt',
    record_type: about?.recordType ?? 'Plan',
    record_id: about?.recordId ?? platform,
    before: {},
    after: about ? { state: about.authorised ? 'AUTHORISED' : 'SUBMITTED' } : {},
    previous_hash: eventHash(event.chainId, event.sequence - 1),
    hash: eventHash(event.chainId, event.sequence),
  }
}

/** A second row like this one, with keys of its own: what somebody who may add the first could add too. */
export function twin(table: Table, row: Row, worlds: readonly World[]): Row {
  if (table === 'audit_event') {
    const chainId = String(row['chain_id'])
    const sequence =
      worlds.flatMap((world) => world.events).filter((event) => event.chainId === chainId).length + 1
    const personId = typeof row['person_id'] === 'string' ? row['person_id'] : null
    return eventRow({ chainId, sequence, personId })
  }
  const id = newId()
  const copy: Row = { ...row }
  if ('id' in copy) copy['id'] = id
  if ('name' in copy) copy['name'] = `Name ${id}`
  if ('token_hash' in copy) copy['token_hash'] = bytes(id)
  if ('column_key' in copy) copy['column_key'] = id
  if ('client_mutation_id' in copy) copy['client_mutation_id'] = id
  if (table === 'progress_update') copy['period'] = `Period ${id}`
  if ('period_ends_on' in copy) copy['period_ends_on'] = '2001-01-31'
  if (table === 'reporting_calendar' || table === 'period_closing') copy['starts_on'] = '2001-01-01'
  // No two seats of an agency at a board start on one day.
  if (table === 'seat') {
    copy['starts_on'] = '2001-01-01'
    copy['ends_on'] = '2001-12-31'
  }
  return copy
}

/** The statement that adds the row, with its values in it; every value is of our own making. */
export function insertStatement(table: Table, row: Row): string {
  const columns = Object.keys(row).map((column) => `"${column}"`)
  const json = JSON.stringify([row]).replaceAll(`'`, `''`)
  return `insert into "${table}" (${columns.join(', ')})
    select ${columns.join(', ')} from json_populate_recordset(null::"${table}", '${json}')`
}

/** Puts the worlds into the database, and returns their rows. */
export async function fill(db: Client, worlds: readonly World[]): Promise<Record<Table, Row[]>[]> {
  numberEvents(worlds)
  const { rows } = await db.query<{ today: string }>('select access.today()::text as today')
  const today = rows[0]?.today ?? ''
  const filled = worlds.map((world) => rowsOf(world, today))
  await db.query('begin')
  for (const table of tables) {
    const all = filled.flatMap((each) => each[table])
    // The platform's chain runs through all worlds, and its events have to come in their order.
    const inOrder =
      table === 'audit_event' ? all.toSorted((a, b) => Number(a['sequence']) - Number(b['sequence'])) : all
    const [first] = inOrder
    if (!first) continue
    const columns = Object.keys(first).map((column) => `"${column}"`)
    await db.query(
      `insert into "${table}" (${columns.join(', ')})
       select ${columns.join(', ')} from json_populate_recordset(null::"${table}", $1::json)`,
      [JSON.stringify(inOrder)],
    )
  }
  await db.query('commit')
  await db.query('analyze')
  return filled
}

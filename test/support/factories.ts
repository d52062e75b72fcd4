import type { BoardKind } from '@boardwork/shared/board/boardKind.ts'
import type { Role } from '@boardwork/shared/board/role.ts'
import { scopeOfRole } from '@boardwork/shared/board/role.ts'
import type { OrganisationKind } from '@boardwork/shared/organisation/organisationKind.ts'
import type { ActionStatus } from '@boardwork/shared/plan/actionStatus.ts'
import type { ActionPart } from '@boardwork/shared/plan/actionPart.ts'
import type { MilestoneKind } from '@boardwork/shared/plan/milestone.ts'
import type { PlanState } from '@boardwork/shared/plan/planState.ts'
import type { ShareLevel } from '@boardwork/shared/plan/shareLevel.ts'
import type { UpdateState } from '@boardwork/shared/plan/updateState.ts'
import { newId } from '@boardwork/server/src/db/newId.ts'
import type { Client } from 'pg'

const platform = '00000000-0000-0000-0000-000000000000'

/** Writes the named columns and returns the id of the row. */
export async function insert(db: Client, table: string, row: Record<string, unknown>): Promise<string> {
  const columns = Object.keys(row)
  await db.query(
    `insert into "${table}" (${columns.map((column) => `"${column}"`).join(', ')})
     values (${columns.map((_, index) => `$${index + 1}`).join(', ')})`,
    Object.values(row),
  )
  return String(row['id'])
}

/** A day so many days from today, as the database writes it. */
export function day(fromToday: number): string {
  return new Date(Date.now() + fromToday * 86_400_000).toISOString().slice(0, 10)
}

export const makeRegion = (db: Client, name = `Region ${newId()}`) =>
  insert(db, 'region', { id: newId(), name })

export const makeOrganisation = (
  db: Client,
  regionId: string,
  kind: OrganisationKind = 'COUNCIL',
  name = `Organisation ${newId()}`,
) => insert(db, 'organisation', { id: newId(), region_id: regionId, name, kind })

/** The organisation became part of the other one on a day. */
export const makeMerger = (db: Client, organisationId: string, intoId: string, since: string) =>
  db.query('update organisation set part_of_id = $2, part_of_since = $3 where id = $1', [
    organisationId,
    intoId,
    since,
  ])

export const makeBoard = (
  db: Client,
  organisationId: string,
  more: { parentId?: string; name?: string; kind?: BoardKind } = {},
) =>
  insert(db, 'board', {
    id: newId(),
    organisation_id: organisationId,
    parent_id: more.parentId ?? null,
    name: more.name ?? `Board ${newId()}`,
    kind: more.kind ?? 'ADULTS',
  })

export async function makePerson(
  db: Client,
  more: { name?: string; email?: string; disabled?: boolean } = {},
): Promise<string> {
  const id = await insert(db, 'person', { id: newId(), name: more.name ?? 'Robin Ash' })
  await db.query('insert into account (person_id, email, disabled_at) values ($1, $2, $3)', [
    id,
    more.email ?? `${id}@example.org`,
    more.disabled ? new Date() : null,
  ])
  return id
}

export function makeGrant(
  db: Client,
  personId: string,
  role: Role,
  scopeId: string = platform,
  more: { startsOn?: string; endsOn?: string | null; ended?: boolean } = {},
): Promise<string> {
  const scope = scopeOfRole[role]
  if (!scope) throw new Error(`${role} comes through a seat`)
  return insert(db, 'grant', {
    id: newId(),
    scope,
    scope_id: scopeId,
    board_id: scope === 'BOARD' ? scopeId : null,
    organisation_id: scope === 'ORGANISATION' ? scopeId : null,
    region_id: scope === 'REGION' ? scopeId : null,
    person_id: personId,
    role,
    reason: 'For a test',
    starts_on: more.startsOn ?? day(-30),
    ends_on: more.endsOn ?? null,
    ended_at: more.ended ? new Date() : null,
  })
}

export const makeSeat = (
  db: Client,
  boardId: string,
  organisationId: string,
  more: {
    holderId?: string
    startsOn?: string
    endsOn?: string | null
    required?: boolean
    voting?: boolean
  } = {},
) =>
  insert(db, 'seat', {
    id: newId(),
    board_id: boardId,
    organisation_id: organisationId,
    required: more.required ?? true,
    voting: more.voting ?? true,
    holder_id: more.holderId ?? null,
    starts_on: more.startsOn ?? day(-30),
    ends_on: more.endsOn ?? null,
  })

export const makeDeputy = (db: Client, boardId: string, seatId: string, personId: string, ended = false) =>
  insert(db, 'deputy', {
    id: newId(),
    board_id: boardId,
    seat_id: seatId,
    person_id: personId,
    ended_at: ended ? new Date() : null,
  })

export const makePlan = (db: Client, boardId: string, state: PlanState = 'ADOPTED', title = 'A plan') =>
  insert(db, 'plan', {
    id: newId(),
    board_id: boardId,
    title,
    state,
    created_at: new Date(),
    adopted_at: state === 'ADOPTED' ? new Date() : null,
  })

/** Where something stands in a plan. */
export interface AreaPlace {
  boardId: string
  planId: string
  areaId: string
}

export async function makeArea(
  db: Client,
  boardId: string,
  planId: string,
  title = 'An area',
): Promise<AreaPlace> {
  const areaId = await insert(db, 'plan_area', {
    id: newId(),
    board_id: boardId,
    plan_id: planId,
    position: 1,
    reference: '1',
    title,
  })
  return { boardId, planId, areaId }
}

let positions = 0
/** What is made later stands later, also where two ids of one millisecond do not say so. */
const nextPosition = (): number => (positions += 1)

export const makeAction = (db: Client, place: AreaPlace, title = 'An action', reference = '1.1') =>
  insert(db, 'plan_action', {
    id: newId(),
    board_id: place.boardId,
    plan_id: place.planId,
    area_id: place.areaId,
    position: nextPosition(),
    reference,
    title,
  })

export const makeEvidence = (
  db: Client,
  place: AreaPlace,
  actionId: string,
  text = 'A report',
  deadline = 'March',
) =>
  insert(db, 'expected_evidence', {
    id: newId(),
    board_id: place.boardId,
    plan_id: place.planId,
    area_id: place.areaId,
    action_id: actionId,
    position: 1,
    text,
    deadline,
  })

export const makeActivity = (db: Client, place: AreaPlace, actionId: string, title = 'A step') =>
  insert(db, 'activity', {
    id: newId(),
    board_id: place.boardId,
    plan_id: place.planId,
    area_id: place.areaId,
    action_id: actionId,
    position: 1,
    title,
  })

/** A note for an action. */
export const makeNote = (
  db: Client,
  place: AreaPlace,
  actionId: string,
  addedById: string,
  more: { words?: string; withdrawn?: boolean } = {},
) =>
  insert(db, 'evidence', {
    id: newId(),
    board_id: place.boardId,
    plan_id: place.planId,
    area_id: place.areaId,
    action_id: actionId,
    kind: 'NOTE',
    words: more.words ?? 'A note',
    added_by_id: addedById,
    added_by_name: 'Robin Ash',
    added_by_for: 'An agency',
    added_at: new Date(),
    withdrawn_at: more.withdrawn ? new Date() : null,
    withdrawn_by_id: more.withdrawn ? addedById : null,
    withdrawn_by_name: more.withdrawn ? 'Robin Ash' : null,
    withdrawn_reason: more.withdrawn ? 'For a test' : null,
  })

export const makeResponsible = (
  db: Client,
  place: AreaPlace,
  actionId: string,
  organisationId: string | null,
  more: { part?: ActionPart; personId?: string; postTitle?: string } = {},
) =>
  insert(db, 'action_responsible', {
    id: newId(),
    board_id: place.boardId,
    plan_id: place.planId,
    area_id: place.areaId,
    action_id: actionId,
    position: 1,
    part: more.part ?? 'RESPONSIBLE',
    organisation_id: organisationId,
    person_id: more.personId ?? null,
    post_title: more.postTitle ?? null,
  })

export const makeUpdate = (
  db: Client,
  place: AreaPlace,
  actionId: string,
  period = 'Q1 2026/27',
  more: {
    state?: UpdateState
    status?: ActionStatus
    writtenById?: string
    startsOn?: string
    endsOn?: string
    decidedAt?: Date
    corrects?: string
    corrected?: boolean
  } = {},
) =>
  insert(db, 'progress_update', {
    id: newId(),
    board_id: place.boardId,
    plan_id: place.planId,
    area_id: place.areaId,
    action_id: actionId,
    period,
    period_starts_on: more.startsOn ?? '2026-04-01',
    period_ends_on: more.endsOn ?? '2026-06-30',
    state: more.state ?? 'AUTHORISED',
    status: more.status ?? 'ON_TARGET',
    percent_complete: 50,
    narrative: 'Half of it is done.',
    written_at: new Date(),
    written_by_id: more.writtenById ?? null,
    decided_at: more.decidedAt ?? null,
    corrects_id: more.corrects ?? null,
    corrected: more.corrected ?? false,
  })

/** A measure of at least 90 %, found in a sample of cases. */
export const makeMeasure = (db: Client, place: AreaPlace, actionId: string, name = 'Meetings in time') =>
  insert(db, 'measure', {
    id: newId(),
    board_id: place.boardId,
    plan_id: place.planId,
    area_id: place.areaId,
    action_id: actionId,
    kind: 'PERCENT_AT_LEAST',
    name,
    target: 90,
    population: 'Meetings of the quarter',
    counting: 'SAMPLE',
    set_at: new Date(),
  })

/** A milestone of an action, or of the whole plan. */
export const makeMilestone = (
  db: Client,
  place: Pick<AreaPlace, 'boardId' | 'planId'> & { areaId?: string | null },
  actionId: string | null,
  more: { kind?: MilestoneKind; title?: string; dueOn?: string; doneOn?: string } = {},
) =>
  insert(db, 'milestone', {
    id: newId(),
    board_id: place.boardId,
    plan_id: place.planId,
    area_id: actionId === null ? null : (place.areaId ?? null),
    action_id: actionId,
    kind: more.kind ?? 'MILESTONE',
    title: more.title ?? 'The protocol is signed',
    due_on: more.dueOn ?? day(30),
    done_on: more.doneOn ?? null,
  })

export const makeComment = (db: Client, place: AreaPlace, personId: string, body = 'A comment') =>
  insert(db, 'area_comment', {
    id: newId(),
    board_id: place.boardId,
    plan_id: place.planId,
    area_id: place.areaId,
    person_id: personId,
    author_name: 'Robin Ash',
    author_for: 'An agency',
    body,
    written_at: new Date(),
  })

export const makeShare = (
  db: Client,
  place: AreaPlace,
  sharedById: string,
  to: { boardId?: string; organisationId?: string },
  more: { level?: ShareLevel; endsOn?: string; revoked?: boolean } = {},
) =>
  insert(db, 'area_share', {
    id: newId(),
    board_id: place.boardId,
    plan_id: place.planId,
    area_id: place.areaId,
    to_board_id: to.boardId ?? null,
    to_organisation_id: to.organisationId ?? null,
    level: more.level ?? 'READ',
    reason: 'For a test',
    ends_on: more.endsOn ?? day(30),
    shared_at: new Date(),
    shared_by_id: sharedById,
    revoked_at: more.revoked ? new Date() : null,
  })

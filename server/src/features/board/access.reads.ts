import type { RequestContext } from '../../access/requestContext.ts'
import type { Tie, Viewer } from '../../access/viewer.ts'
import { platformChain } from '../../audit/chain.ts'
import { NotFound } from '../../errors.ts'
import {
  administratorTies,
  boardName,
  leadTies,
  memberTies,
  officerTies,
  organisationName,
  planTies,
  shareReasons,
  tieReason,
} from './accessReason.ts'
import type { ShareRow } from './accessReason.ts'
import type { AccessReason, RecordKind } from './access.results.ts'
import { mergerReasons } from './mergerReason.ts'

/**
 * What opens a record to the viewer, at most 50 reasons. It says again, as reasons, what row-level security says as
 * conditions; whether the record exists for the viewer is asked of row-level security itself. Throws NotFound.
 */
export async function whyCanISee(
  context: RequestContext,
  kind: RecordKind,
  id: string,
): Promise<AccessReason[]> {
  const viewer = await context.signedIn()
  const reasons = await explain[kind](context, viewer, id)
  const seen = new Set<string>()
  return reasons.filter(({ text }) => !seen.has(text) && seen.add(text)).slice(0, 50)
}

const kindOfRecord: Record<string, RecordKind> = {
  Plan: 'PLAN',
  PlanArea: 'AREA',
  PlanAction: 'ACTION',
  AreaComment: 'COMMENT',
  AreaShare: 'SHARE',
  Evidence: 'EVIDENCE',
  Measure: 'MEASURE',
  MeasureResult: 'MEASURE_RESULT',
  Milestone: 'MILESTONE',
  ProgressUpdate: 'UPDATE',
}

type Explain = (context: RequestContext, viewer: Viewer, id: string) => Promise<AccessReason[]>

const explain: Record<RecordKind, Explain> = {
  BOARD: explainBoard,
  ORGANISATION: explainOrganisation,
  SEAT: async (context, viewer, id) => {
    const seat = await one<{ boardId: string; organisationId: string }>(
      context,
      'select board_id as "boardId", organisation_id as "organisationId" from seat where id = $1',
      id,
    )
    const ties = [
      ...memberTies(viewer, seat.boardId),
      ...leadTies(viewer, seat.organisationId),
      ...administratorTies(viewer),
    ]
    return [...(await all(context, ties)), ...(await mergerReasons(context, viewer, [seat.organisationId]))]
  },
  GRANT: async (context, viewer, id) => {
    const grant = await one<{ personId: string; boardId: string | null; organisationId: string | null }>(
      context,
      'select person_id as "personId", board_id as "boardId", organisation_id as "organisationId" from "grant" where id = $1',
      id,
    )
    return [
      ...(grant.personId === viewer.personId ? [own('This role is, or was, yours.')] : []),
      ...(await all(context, [
        ...(grant.boardId ? officerTies(viewer, grant.boardId) : []),
        ...leadTies(viewer, grant.organisationId),
        ...administratorTies(viewer),
      ])),
    ]
  },
  PERSON: explainPerson,
  PLAN: async (context, viewer, id) => {
    const plan = await one<PlanPlace>(
      context,
      'select board_id as "boardId", id as "planId", null as "areaId", state from plan where id = $1',
      id,
    )
    return explainPlanRow(context, viewer, plan)
  },
  AREA: (context, viewer, id) => explainRowOfArea(context, viewer, 'plan_area', 'id', id),
  ACTION: (context, viewer, id) => explainRowOfArea(context, viewer, 'plan_action', 'area_id', id),
  COMMENT: (context, viewer, id) => explainRowOfArea(context, viewer, 'area_comment', 'area_id', id),
  ACTIVITY: (context, viewer, id) => explainRowOfArea(context, viewer, 'activity', 'area_id', id),
  EVIDENCE: async (context, viewer, id) => {
    const piece = await one<{ boardId: string; addedById: string; withdrawn: boolean }>(
      context,
      `select board_id as "boardId", added_by_id as "addedById", withdrawn_at is not null as withdrawn
       from evidence where id = $1`,
      id,
    )
    if (!piece.withdrawn) return explainRowOfArea(context, viewer, 'evidence', 'area_id', id)
    return [
      ...(piece.addedById === viewer.personId ? [own('You added it, before it was withdrawn.')] : []),
      ...(await all(context, officerTies(viewer, piece.boardId))),
    ]
  },
  UPDATE: async (context, viewer, id) => {
    const update = await one<{ boardId: string; actionId: string; authorised: boolean }>(
      context,
      `select board_id as "boardId", action_id as "actionId", state = 'AUTHORISED' as authorised
       from progress_update where id = $1`,
      id,
    )
    if (update.authorised) return explainRowOfArea(context, viewer, 'progress_update', 'area_id', id)
    return [
      ...(await all(context, officerTies(viewer, update.boardId))),
      ...(await partReasons(context, viewer, update)),
    ]
  },
  MEASURE: (context, viewer, id) => explainRowOfArea(context, viewer, 'measure', 'area_id', id),
  MEASURE_RESULT: (context, viewer, id) => explainRowOfArea(context, viewer, 'measure_result', 'area_id', id),
  MILESTONE: async (context, viewer, id) => {
    const { boardId, ofPlan } = await one<{ boardId: string; ofPlan: boolean }>(
      context,
      'select board_id as "boardId", area_id is null as "ofPlan" from milestone where id = $1',
      id,
    )
    // Of the whole plan, it is for those who see all of it.
    return ofPlan
      ? all(context, planTies(viewer, boardId))
      : explainRowOfArea(context, viewer, 'milestone', 'area_id', id)
  },
  PERIOD: async (context, viewer, id) => {
    const [, boardId, day] = /^([0-9a-f-]{36}):(\d{4}-\d\d-\d\d)$/.exec(id) ?? []
    if (!boardId || !day || !uuid.test(boardId)) throw new NotFound()
    const plans = await context.rows<PlanPlace>(
      `select board_id as "boardId", id as "planId", null as "areaId", state from plan
       where board_id = $1 and state = 'ADOPTED' order by created_at desc limit 20`,
      [boardId],
    )
    const reasons = await all(context, officerTies(viewer, boardId))
    for (const plan of plans) reasons.push(...(await explainPlanRow(context, viewer, plan)))
    if (reasons.length === 0) throw new NotFound()
    return reasons
  },
  SHARE: async (context, viewer, id) => {
    const share = await one<{ boardId: string; toBoardId: string | null; toOrganisationId: string | null }>(
      context,
      'select board_id as "boardId", to_board_id as "toBoardId", to_organisation_id as "toOrganisationId" from area_share where id = $1',
      id,
    )
    const receiver = 'The area is, or was, shared with it.'
    return [
      ...(await all(context, memberTies(viewer, share.boardId))),
      ...(await all(context, share.toBoardId ? memberTies(viewer, share.toBoardId) : [], receiver)),
      ...(await all(context, leadTies(viewer, share.toOrganisationId), receiver)),
    ]
  },
  IMPORT: async (context, viewer, id) => {
    const brought = await one<{ boardId: string }>(
      context,
      'select board_id as "boardId" from plan_import where id = $1',
      id,
    )
    return all(context, officerTies(viewer, brought.boardId))
  },
  MEETING: explainMeeting,
  LOG_EVENT: async (context, viewer, id) => {
    const [, chainId, sequence] = /^([0-9a-f-]{36}):(\d{1,9})$/.exec(id) ?? []
    if (!chainId || !sequence || !uuid.test(chainId)) throw new NotFound()
    const [event] = await context.rows<{ recordType: string; recordId: string }>(
      `select record_type as "recordType", record_id as "recordId" from audit_event
       where chain_id = $1 and sequence = $2`,
      [chainId, Number(sequence)],
    )
    if (!event) throw new NotFound()
    const readers = await all(context, [
      ...officerTies(viewer, chainId),
      ...leadTies(viewer, chainId),
      ...(chainId === platformChain ? administratorTies(viewer) : []),
    ])
    const kind = kindOfRecord[event.recordType]
    // Whoever sees a record sees its history.
    return readers.length > 0 || !kind ? readers : explain[kind](context, viewer, event.recordId)
  },
}

/**
 * A meeting of the board to its people, the leads of its agencies and of those that they have become part of; a strategy
 * meeting to its officers and who is asked.
 */
async function explainMeeting(context: RequestContext, viewer: Viewer, id: string): Promise<AccessReason[]> {
  const { boardId, strategy } = await one<{ boardId: string; strategy: boolean }>(
    context,
    `select board_id as "boardId", kind = 'STRATEGY' as strategy from meeting where id = $1`,
    id,
  )
  const officers = await all(context, officerTies(viewer, boardId))
  if (strategy) return [...officers, ...(await invitationReasons(context, viewer, [boardId], id))]
  const agencies = await context.rows<{ organisationId: string }>(
    `select s.organisation_id as "organisationId" from seat s
     where s.board_id = $1 and s.organisation_id = any($3::uuid[]) and access.is_live(s.starts_on, s.ends_on)
     union select k.organisation_id from register_mark k
     where k.board_id = $1 and k.meeting_id = $2 and k.organisation_id = any($3::uuid[]) limit 100`,
    [boardId, id, organisationsLedBy(viewer)],
  )
  const reasons = await all(context, memberTies(viewer, boardId))
  for (const { organisationId } of agencies) {
    const because = 'The agency has a seat at the board, or was expected at this meeting.'
    reasons.push(...(await all(context, leadTies(viewer, organisationId), because)))
  }
  const marked = await context.rows<{ organisationId: string }>(
    `select distinct organisation_id as "organisationId" from register_mark
     where board_id = $1 and meeting_id = $2 limit 500`,
    [boardId, id],
  )
  const ofMarks = marked.map(({ organisationId }) => organisationId)
  return [...reasons, ...(await mergerReasons(context, viewer, ofMarks))]
}

async function explainBoard(context: RequestContext, viewer: Viewer, id: string): Promise<AccessReason[]> {
  await one(context, 'select 1 from board where id = $1', id)
  return boardReasons(context, viewer, [id])
}

/** Why each of these boards, which all exist for the viewer, does so. */
async function boardReasons(
  context: RequestContext,
  viewer: Viewer,
  boardIds: readonly string[],
): Promise<AccessReason[]> {
  const reasons = await all(context, [
    ...viewer.ties.filter((tie) => tie.boardId !== null && boardIds.includes(tie.boardId)),
    ...administratorTies(viewer),
  ])
  const led = await context.rows<{ organisationId: string; boardId: string }>(
    `select distinct organisation_id as "organisationId", board_id as "boardId" from seat
     where board_id = any($1::uuid[]) and organisation_id = any($2::uuid[]) and access.is_live(starts_on, ends_on)
     limit 100`,
    [boardIds, organisationsLedBy(viewer)],
  )
  for (const seat of led) {
    const because = `The agency has a seat at ${await boardName(context, seat.boardId)}.`
    reasons.push(...(await all(context, leadTies(viewer, seat.organisationId), because)))
  }
  const shares = await openShares(context, viewer, 's.board_id = any($1::uuid[])', boardIds)
  for (const share of shares) reasons.push(...(await shareReasons(context, viewer, share)))

  const subGroups = await context.rows<{ id: string; parentId: string }>(
    'select id, parent_id as "parentId" from board where parent_id = any($1::uuid[]) limit 500',
    [boardIds],
  )
  for (const subGroup of subGroups) {
    const because = `It is a sub-group of ${await boardName(context, subGroup.parentId)}.`
    const ties = viewer.ties.filter((tie) => tie.boardId === subGroup.id)
    reasons.push(...(await all(context, ties, because)))
  }

  const officers = viewer.ties.filter(
    (tie) => tie.boardId !== null && officerTies(viewer, tie.boardId).includes(tie),
  )
  const neighbours = await context.rows<{ mine: string; region: string }>(
    `select distinct mine.id as mine, r.name as region from board b
     join organisation council on council.id = b.organisation_id
     join region r on r.id = council.region_id
     join organisation other on other.region_id = council.region_id
     join board mine on mine.organisation_id = other.id
     where b.id = any($1::uuid[]) and mine.id = any($2::uuid[]) and mine.id <> b.id limit 100`,
    [boardIds, officers.map((tie) => tie.boardId)],
  )
  for (const { mine, region } of neighbours) {
    const because = `Those who run a board know of the other boards in ${region}.`
    reasons.push(...(await all(context, officerTies(viewer, mine), because)))
  }

  const given = await context.rows<{ boardId: string; toBoardId: string }>(
    `select distinct board_id as "boardId", to_board_id as "toBoardId" from area_share
     where to_board_id = any($1::uuid[]) limit 100`,
    [boardIds],
  )
  for (const share of given) {
    const because = `It shares, or has shared, an area with ${await boardName(context, share.toBoardId)}.`
    reasons.push(...(await all(context, memberTies(viewer, share.boardId), because)))
  }
  reasons.push(...(await invitationReasons(context, viewer, boardIds)))
  return reasons
}

/** Whoever is asked to a strategy meeting knows whose it is. */
async function invitationReasons(
  context: RequestContext,
  viewer: Viewer,
  boardIds: readonly string[],
  /** Null: any of the boards' meetings. */
  meetingId: string | null = null,
): Promise<AccessReason[]> {
  const invitations = await context.rows<{ boardId: string; organisationId: string; byName: boolean }>(
    `select distinct board_id as "boardId", organisation_id as "organisationId", person_id is not null as "byName"
     from invitee where board_id = any($1::uuid[]) and id = any((select access.my_invitations())::uuid[])
       and ($2::uuid is null or meeting_id = $2) limit 100`,
    [boardIds, meetingId],
  )
  const reasons: AccessReason[] = []
  for (const { boardId, organisationId, byName } of invitations) {
    const meeting = `invited to a strategy meeting of ${await boardName(context, boardId)}.`
    if (byName) reasons.push(own(`You are ${meeting}`))
    else reasons.push(...(await all(context, leadTies(viewer, organisationId), `The agency is ${meeting}`)))
  }
  return reasons
}

async function explainOrganisation(
  context: RequestContext,
  viewer: Viewer,
  id: string,
): Promise<AccessReason[]> {
  const organisation = await one<{ regionId: string; region: string }>(
    context,
    `select o.region_id as "regionId", r.name as region from organisation o
     left join region r on r.id = o.region_id where o.id = $1`,
    id,
  )
  const because = `It is in ${organisation.region ?? 'the same region'}, like ${await organisationName(context, id)}.`
  const reasons = await all(context, [
    ...viewer.ties.filter((tie) => tie.scope === 'ORGANISATION' && tie.scopeId === id),
    ...administratorTies(viewer),
  ])
  const colleagues = await context.rows<{ id: string }>(
    'select id from organisation where region_id = $1 and id = any($2::uuid[])',
    [organisation.regionId, viewer.ties.flatMap((tie) => (tie.scope === 'ORGANISATION' ? tie.scopeId : []))],
  )
  for (const colleague of colleagues) {
    if (colleague.id === id) continue
    const ties = viewer.ties.filter((tie) => tie.scope === 'ORGANISATION' && tie.scopeId === colleague.id)
    reasons.push(...(await all(context, ties, because)))
  }
  const analyst = viewer.ties.filter((tie) => tie.scope === 'REGION' && tie.scopeId === organisation.regionId)
  reasons.push(...(await all(context, analyst)))
  // Whoever knows a board of the region knows the organisations from which its seats are chosen.
  const boards = await context.rows<{ id: string }>(
    `select b.id from board b join organisation council on council.id = b.organisation_id
     where council.region_id = $1 limit 500`,
    [organisation.regionId],
  )
  const viaBoards = await boardReasons(
    context,
    viewer,
    boards.map((board) => board.id),
  )
  for (const reason of viaBoards) {
    if (reason.kind !== 'ADMINISTRATOR')
      reasons.push(Object.assign(reason, { text: `${reason.text} ${because}` }))
  }
  return reasons
}

async function explainPerson(context: RequestContext, viewer: Viewer, id: string): Promise<AccessReason[]> {
  const { name } = await one<{ name: string }>(context, 'select name from person where id = $1', id)
  const reasons = id === viewer.personId ? [own('This is you.')] : []
  reasons.push(...(await all(context, administratorTies(viewer))))
  const places = await context.rows<{ boardId: string | null; organisationId: string | null; live: boolean }>(
    `select board_id as "boardId", organisation_id as "organisationId", true as live from "grant" where person_id = $1
     union select board_id, null, true from access.known_officers() where person_id = $1
     union select board_id, organisation_id, access.is_live(starts_on, ends_on) from seat where holder_id = $1
     union select d.board_id, s.organisation_id, d.ended_at is null and access.is_live(s.starts_on, s.ends_on)
       from deputy d join seat s on s.board_id = d.board_id and s.id = d.seat_id where d.person_id = $1
     limit 500`,
    [id],
  )
  const because = `${name} has, or had, a role there.`
  for (const { boardId, organisationId, live } of places) {
    const ties = [
      ...(boardId ? (live ? memberTies(viewer, boardId) : officerTies(viewer, boardId)) : []),
      ...(live ? leadTies(viewer, organisationId) : []),
    ]
    reasons.push(...(await all(context, ties, because)))
  }
  return reasons
}

interface PlanPlace {
  boardId: string
  planId: string
  areaId: string | null
  state: string
}

async function explainRowOfArea(
  context: RequestContext,
  viewer: Viewer,
  table:
    | 'plan_area'
    | 'plan_action'
    | 'area_comment'
    | 'activity'
    | 'evidence'
    | 'progress_update'
    | 'measure'
    | 'measure_result'
    | 'milestone',
  areaColumn: 'id' | 'area_id',
  id: string,
): Promise<AccessReason[]> {
  const place = await one<PlanPlace>(
    context,
    `select row.board_id as "boardId", row.plan_id as "planId", row.${areaColumn} as "areaId", p.state
     from ${table} row join plan p on p.board_id = row.board_id and p.id = row.plan_id where row.id = $1`,
    id,
  )
  return explainPlanRow(context, viewer, place)
}

/** Why a plan exists for the viewer, or what stands in one of its areas. */
async function explainPlanRow(
  context: RequestContext,
  viewer: Viewer,
  place: PlanPlace,
): Promise<AccessReason[]> {
  const { boardId, planId, areaId, state } = place
  const reasons = await all(
    context,
    state === 'ADOPTED' ? planTies(viewer, boardId) : officerTies(viewer, boardId),
  )
  const shares = areaId
    ? await openShares(context, viewer, 's.area_id = any($1::uuid[])', [areaId])
    : await openShares(context, viewer, 's.plan_id = any($1::uuid[])', [planId])
  for (const share of shares) reasons.push(...(await shareReasons(context, viewer, share)))
  const responsible = await context.rows<{ organisationId: string }>(
    `select distinct r.organisation_id as "organisationId" from action_responsible r
     join plan p on p.board_id = r.board_id and p.id = r.plan_id
     join seat s on s.board_id = r.board_id and s.organisation_id = r.organisation_id
     where r.board_id = $1 and r.plan_id = $2 and ($3::uuid is null or r.area_id = $3) and p.state = 'ADOPTED'
       and r.organisation_id = any($4::uuid[]) and access.is_live(s.starts_on, s.ends_on) limit 100`,
    [boardId, planId, areaId, organisationsLedBy(viewer)],
  )
  for (const { organisationId } of responsible) {
    const because = `The agency is responsible for an action in ${areaId ? 'this area' : 'this plan'}.`
    reasons.push(...(await all(context, leadTies(viewer, organisationId), because)))
  }
  return reasons
}

/** What part the viewer, or an agency of theirs, has in an action. */
async function partReasons(
  context: RequestContext,
  viewer: Viewer,
  { boardId, actionId }: { boardId: string; actionId: string },
): Promise<AccessReason[]> {
  const parts = await context.rows<{
    organisationId: string | null
    personId: string | null
    seated: boolean
  }>(
    `select distinct r.organisation_id as "organisationId", r.person_id as "personId",
       exists (select from seat s where s.board_id = r.board_id and s.organisation_id = r.organisation_id
         and access.is_live(s.starts_on, s.ends_on)) as seated
     from action_responsible r where r.board_id = $1 and r.action_id = $2 limit 100`,
    [boardId, actionId],
  )
  const reasons: AccessReason[] = []
  for (const { organisationId, personId, seated } of parts) {
    if (personId === viewer.personId)
      reasons.push(...(await all(context, memberTies(viewer, boardId), 'You are named for the action.')))
    if (!organisationId) continue
    const seats = viewer.ties.filter(
      (tie) => tie.kind !== 'GRANT' && tie.boardId === boardId && tie.organisationId === organisationId,
    )
    const ties = [...seats, ...(seated ? leadTies(viewer, organisationId) : [])]
    reasons.push(...(await all(context, ties, 'The agency has a part in the action.')))
  }
  return reasons
}

/** The live shares of adopted plans that are open to a board or an agency of the viewer. */
async function openShares(
  context: RequestContext,
  viewer: Viewer,
  which: string,
  ids: readonly string[],
): Promise<ShareRow[]> {
  const boards = viewer.ties.flatMap(({ boardId }) =>
    boardId && memberTies(viewer, boardId).length > 0 ? boardId : [],
  )
  return context.rows<ShareRow>(
    `select s.id, s.board_id as "boardId", s.to_board_id as "toBoardId",
       s.to_organisation_id as "toOrganisationId", s.ends_on::text as "endsOn",
       (s.shared_at at time zone 'Europe/London')::date::text as "sharedOn"
     from area_share s join plan p on p.board_id = s.board_id and p.id = s.plan_id
     where ${which} and p.state = 'ADOPTED' and s.revoked_at is null and s.ends_on >= access.today()
       and (s.to_board_id = any($2::uuid[]) or s.to_organisation_id = any($3::uuid[])) limit 100`,
    [ids, boards, organisationsLedBy(viewer)],
  )
}

function organisationsLedBy(viewer: Viewer): string[] {
  return viewer.ties.filter((tie) => tie.role === 'AGENCY_LEAD').map((tie) => tie.scopeId)
}

function own(text: string): AccessReason {
  return { kind: 'OWN', text }
}

function all(context: RequestContext, ties: readonly Tie[], because?: string): Promise<AccessReason[]> {
  return Promise.all(ties.map((tie) => tieReason(context, tie, because)))
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** The one row of a query by id; throws NotFound where row-level security hides it. */
async function one<Row extends object>(context: RequestContext, sql: string, id: string): Promise<Row> {
  const [row] = uuid.test(id) ? await context.rows<Row>(sql, [id]) : []
  if (!row) throw new NotFound()
  return row
}

import { newId } from '@boardwork/server/src/db/newId.ts'
import fc from 'fast-check'
import { calendarRecipe, makeCalendar } from './calendar.ts'
import type { CalendarWorld } from './calendar.ts'
import { deputyNoticeRecipe, makeDeputyNotices } from './deputyNotices.ts'
import type { DeputyNoticeWorld } from './deputyNotices.ts'
import { actionReportRecipe, makeActionReports } from './actionReports.ts'
import type { ActionReportWorld } from './actionReports.ts'
import { agendaRecipe, makeAgenda } from './agenda.ts'
import type { AgendaWorld } from './agenda.ts'
import { makePublications, publicationRecipe } from './publications.ts'
import type { PublicationWorld } from './publications.ts'
import { makeMergers, mergersRecipe } from './mergers.ts'
import { attendanceRecipe, makeAttendance } from './attendance.ts'
import type { AttendanceWorld } from './attendance.ts'
import { flagsRecipe, makeFlags } from './flags.ts'
import type { FlagsWorld } from './flags.ts'

/** Days from today: 0 is today, -1 yesterday. */
export type Day = number

export interface Dates {
  startsOn: Day
  endsOn: Day | null
}

export const grantRoles = [
  'ADMINISTRATOR',
  'COORDINATOR',
  'CHAIR',
  'MODERATOR',
  'SCRUTINY',
  'AGENCY_LEAD',
  'CONTRIBUTOR',
  'REGIONAL_ANALYST',
] as const
export type GrantRole = (typeof grantRoles)[number]
export type GrantScope = 'PLATFORM' | 'REGION' | 'ORGANISATION' | 'BOARD'

export const platform = '00000000-0000-0000-0000-000000000000'

export interface InPlan {
  id: string
  boardId: string
  planId: string
}
export interface InArea extends InPlan {
  areaId: string
}
export interface InAction extends InArea {
  actionId: string
}

/** A region or two with everything in them, told without the database's words. */
export interface World
  extends
    AttendanceWorld,
    CalendarWorld,
    FlagsWorld,
    AgendaWorld,
    ActionReportWorld,
    DeputyNoticeWorld,
    PublicationWorld {
  regions: { id: string }[]
  organisations: { id: string; regionId: string; partOfId: string | null }[]
  boards: { id: string; organisationId: string; parentId: string | null }[]
  people: { id: string; disabled: boolean }[]
  grants: (Dates & {
    id: string
    scope: GrantScope
    scopeId: string
    personId: string
    role: GrantRole
    endedByHand: boolean
  })[]
  seats: (Dates & { id: string; boardId: string; organisationId: string; holderId: string | null })[]
  deputies: { id: string; boardId: string; seatId: string; personId: string; ended: boolean }[]
  plans: { id: string; boardId: string; adopted: boolean }[]
  areas: InPlan[]
  actions: InArea[]
  evidence: InAction[]
  activities: InAction[]
  responsibles: (InAction & { organisationId: string | null; personId: string | null })[]
  measures: InAction[]
  results: (InAction & { measureId: string; recordedById: string })[]
  milestones: (InPlan & { areaId: string | null; actionId: string | null; review: boolean })[]
  updates: (InAction & { authorised: boolean; broughtIn: boolean; writtenById: string })[]
  answers: (InAction & { answeredById: string })[]
  calendars: { id: string; boardId: string }[]
  closings: { id: string; boardId: string; closedById: string }[]
  comments: (InArea & { personId: string })[]
  /** Of evidence that there is; `evidence` is what the plan expects. */
  pieces: (InAction & { addedById: string; withdrawn: boolean })[]
  shares: (InArea & {
    toBoardId: string | null
    toOrganisationId: string | null
    toContribute: boolean
    endsOn: Day
    revoked: boolean
    sharedById: string
  })[]
  imports: { id: string; boardId: string; intoPlanId: string | null; startedById: string }[]
  columnChoices: { boardId: string; columnKey: string }[]
  uploads: { id: string; boardId: string; personId: string }[]
  invitations: {
    id: string
    scope: GrantScope
    scopeId: string
    role: GrantRole
    organisationId: string
    invitedById: string
  }[]
  mails: { id: string }[]
  sessions: { id: string; personId: string; ended: boolean }[]
  mutations: { clientMutationId: string; personId: string }[]
  events: { chainId: string; sequence: number; personId: string | null; about?: About }[]
}

/** What was done to a record of a plan, for the event in the log of its board. */
export interface About extends Omit<InPlan, 'id'> {
  recordType:
    | 'Plan'
    | 'PlanArea'
    | 'PlanAction'
    | 'AreaComment'
    | 'AreaShare'
    | 'Evidence'
    | 'Measure'
    | 'MeasureResult'
    | 'Milestone'
    | 'ProgressUpdate'
  recordId: string
  /** Of an update. */
  actionId: string
  /** Whether it happened before the plan was adopted. */
  early: boolean
  /** Of an update: whether it was authorised then. */
  authorised: boolean
}

// What takes an index takes any number: it is counted round the records that there are.
const index = fc.nat(997)
const times = fc.constantFrom<Dates>(
  { startsOn: -30, endsOn: null },
  { startsOn: -30, endsOn: null },
  { startsOn: -30, endsOn: 30 },
  { startsOn: -30, endsOn: 0 },
  { startsOn: 0, endsOn: null },
  { startsOn: -60, endsOn: -1 },
  { startsOn: -400, endsOn: -200 },
  { startsOn: 1, endsOn: null },
)
const oneIn = (of: number) => fc.nat(of - 1).map((drawn) => drawn === 0)
const some = <Drawn>(drawn: fc.Arbitrary<Drawn>, minLength: number, maxLength: number) =>
  fc.array(drawn, { minLength, maxLength })

const recipe = fc.record({
  regions: fc.integer({ min: 1, max: 2 }),
  organisations: some(index, 2, 5),
  boards: some(fc.record({ organisation: index, parent: fc.option(index, { freq: 2 }) }), 2, 5),
  people: some(oneIn(8), 5, 9),
  grants: some(
    fc.record({
      person: index,
      // Administrators see across all worlds, which makes them dear: fewer of them.
      role: fc.oneof(
        { weight: 1, arbitrary: fc.constant<GrantRole>('ADMINISTRATOR') },
        { weight: 25, arbitrary: fc.constantFrom(...grantRoles.slice(1)) },
      ),
      at: index,
      times,
      endedByHand: oneIn(6),
    }),
    3,
    12,
  ),
  seats: some(
    fc.record({ board: index, organisation: index, holder: fc.option(index, { freq: 3 }), times }),
    2,
    7,
  ),
  deputies: some(fc.record({ seat: index, person: index, ended: oneIn(4) }), 0, 4),
  plans: some(fc.record({ board: index, draft: oneIn(3) }), 1, 4),
  areas: some(index, 1, 6),
  actions: some(index, 1, 7),
  evidence: some(index, 0, 3),
  activities: some(index, 0, 3),
  responsibles: some(
    fc.record({ action: index, organisation: fc.option(index), person: fc.option(index, { freq: 2 }) }),
    0,
    7,
  ),
  // What is rare by chance: somebody who leads or sits for an agency that has, had or will have a seat, and has a part
  // in an action with it or by name.
  stories: some(
    fc.record({
      person: index,
      organisation: index,
      action: index,
      times,
      as: fc.constantFrom('LEAD', 'HOLDER', 'NAMED'),
    }),
    0,
    3,
  ),
  updates: some(
    fc.record({ action: index, person: index, authorised: fc.boolean(), broughtIn: fc.boolean() }),
    0,
    3,
  ),
  answers: some(fc.record({ action: index, person: index }), 0, 2),
  measures: some(index, 0, 3),
  results: some(fc.record({ measure: index, person: index }), 0, 3),
  milestones: some(fc.record({ action: index, ofPlan: fc.boolean(), review: fc.boolean() }), 0, 4),
  calendars: some(index, 0, 2),
  closings: some(fc.record({ board: index, person: index }), 0, 3),
  comments: some(fc.record({ area: index, person: index }), 0, 4),
  shares: some(
    fc.record({
      area: index,
      toBoard: fc.boolean(),
      to: index,
      toContribute: fc.boolean(),
      endsOn: fc.constantFrom(30, 30, 0, -1),
      revoked: oneIn(5),
      by: index,
    }),
    0,
    5,
  ),
  imports: some(fc.record({ board: index, person: index, later: fc.boolean() }), 0, 2),
  columnChoices: some(index, 0, 2),
  uploads: some(fc.record({ board: index, person: index }), 0, 3),
  invitations: some(
    fc.record({ role: fc.constantFrom(...grantRoles), at: index, organisation: index, by: index }),
    0,
    4,
  ),
  mails: some(fc.constant(null), 0, 1),
  sessions: some(fc.record({ person: index, ended: oneIn(3) }), 0, 3),
  mutations: some(index, 0, 3),
  events: some(fc.record({ chain: index, person: fc.option(index) }), 0, 5),
  pieces: some(fc.record({ action: index, person: index, withdrawn: oneIn(3) }), 0, 6),
  attendance: attendanceRecipe,
  calendar: calendarRecipe,
  flags: flagsRecipe,
  agenda: agendaRecipe,
  actionReports: actionReportRecipe,
  deputyNotices: deputyNoticeRecipe,
  changes: some(
    fc.record({
      type: fc.constantFrom(
        'Plan',
        'PlanArea',
        'PlanAction',
        'AreaComment',
        'AreaShare',
        'Evidence',
        'Measure',
        'MeasureResult',
        'Milestone',
        'ProgressUpdate',
        'ProgressUpdate',
        'ProgressUpdate',
      ),
      record: index,
      person: fc.option(index),
      early: oneIn(4),
      authorised: fc.boolean(),
    }),
    0,
    8,
  ),
  publications: publicationRecipe,
  mergers: mergersRecipe,
})
type Recipe = typeof recipe extends fc.Arbitrary<infer Drawn> ? Drawn : never

export const worldArbitrary: fc.Arbitrary<World> = recipe.map(makeWorld)

/** The same worlds for the same seed; their ids are new each time. */
export function makeWorlds(seed: number, count: number): World[] {
  return fc.sample(worldArbitrary, { seed, numRuns: count })
}

function makeWorld(drawn: Recipe): World {
  const regions = Array.from({ length: drawn.regions }, () => ({ id: newId() }))
  const organisations: World['organisations'] = drawn.organisations.map((region) => ({
    id: newId(),
    regionId: at(regions, region).id,
    partOfId: null,
  }))
  const boards: World['boards'] = []
  for (const { organisation, parent } of drawn.boards) {
    const tops = boards.filter((board) => board.parentId === null)
    const top = parent === null || tops.length === 0 ? null : at(tops, parent)
    boards.push({
      id: newId(),
      organisationId: top ? top.organisationId : at(organisations, organisation).id,
      parentId: top?.id ?? null,
    })
  }
  const people = drawn.people.map((disabled) => ({ id: newId(), disabled }))
  const scopeOf = (role: GrantRole, drawnScope: number): { scope: GrantScope; scopeId: string } => {
    if (role === 'ADMINISTRATOR') return { scope: 'PLATFORM', scopeId: platform }
    if (role === 'REGIONAL_ANALYST') return { scope: 'REGION', scopeId: at(regions, drawnScope).id }
    if (role === 'AGENCY_LEAD' || role === 'CONTRIBUTOR')
      return { scope: 'ORGANISATION', scopeId: at(organisations, drawnScope).id }
    return { scope: 'BOARD', scopeId: at(boards, drawnScope).id }
  }
  const grants = drawn.grants.map((grant) => ({
    id: newId(),
    role: grant.role,
    ...scopeOf(grant.role, grant.at),
    personId: at(people, grant.person).id,
    ...grant.times,
    endedByHand: grant.endedByHand,
  }))
  for (const { organisationId, intoId, leadId } of makeMergers(drawn.mergers, organisations, people)) {
    const organisation = organisations.find(({ id }) => id === organisationId)
    if (organisation) organisation.partOfId = intoId
    if (leadId !== null) grants.push({ ...leadOf(intoId), personId: leadId })
  }
  const seats = firstOfEach(
    drawn.seats.map((seat) => ({
      id: newId(),
      boardId: at(boards, seat.board).id,
      organisationId: at(organisations, seat.organisation).id,
      holderId: seat.holder === null ? null : at(people, seat.holder).id,
      ...seat.times,
    })),
    (seat) => `${seat.boardId} ${seat.organisationId} ${seat.startsOn}`,
  )
  const deputies = drawn.deputies.map((deputy) => {
    const seat = at(seats, deputy.seat)
    return {
      id: newId(),
      boardId: seat.boardId,
      seatId: seat.id,
      personId: at(people, deputy.person).id,
      ended: deputy.ended,
    }
  })
  const plans = drawn.plans.map(({ board, draft }) => ({
    id: newId(),
    boardId: at(boards, board).id,
    adopted: !draft,
  }))
  const areas = drawn.areas.map((plan) => {
    const { boardId, id } = at(plans, plan)
    return { id: newId(), boardId, planId: id }
  })
  const inArea = (drawnArea: number) => {
    const { boardId, planId, id } = at(areas, drawnArea)
    return { id: newId(), boardId, planId, areaId: id }
  }
  const actions = drawn.actions.map(inArea)
  const inAction = (drawnAction: number) => {
    const action = at(actions, drawnAction)
    return { ...action, id: newId(), actionId: action.id }
  }
  const responsibles: World['responsibles'] = drawn.responsibles.map((responsible) => ({
    ...inAction(responsible.action),
    organisationId: responsible.organisation === null ? null : at(organisations, responsible.organisation).id,
    personId: responsible.person === null ? null : at(people, responsible.person).id,
  }))
  const updates: World['updates'] = drawn.updates.map(({ action, person, authorised, broughtIn }) => ({
    ...inAction(action),
    authorised,
    broughtIn,
    writtenById: at(people, person).id,
  }))
  const answers: World['answers'] = drawn.answers.map(({ action, person }) => ({
    ...inAction(action),
    answeredById: at(people, person).id,
  }))
  const measures: World['measures'] = drawn.measures.map(inAction)
  const resultOf = (measure: World['measures'][number], recordedById: string) => ({
    ...measure,
    id: newId(),
    measureId: measure.id,
    recordedById,
  })
  const results: World['results'] =
    measures.length === 0
      ? []
      : drawn.results.map(({ measure, person }) => resultOf(at(measures, measure), at(people, person).id))
  const milestones: World['milestones'] = drawn.milestones.map(({ action, ofPlan, review }) => ({
    ...inAction(action),
    ...(ofPlan && { areaId: null, actionId: null }),
    review,
  }))
  for (const story of drawn.stories) {
    const organisationId = at(organisations, story.organisation).id
    const place = inAction(story.action)
    const personId = at(people, story.person).id
    const named = story.as === 'NAMED'
    if (story.as === 'LEAD') grants.push({ ...leadOf(organisationId), personId })
    responsibles.push({
      ...place,
      organisationId: named ? null : organisationId,
      personId: named ? personId : null,
    })
    updates.push({ ...place, id: newId(), authorised: false, broughtIn: false, writtenById: personId })
    answers.push({ ...place, id: newId(), answeredById: personId })
    const measure = { ...place, id: newId() }
    measures.push(measure)
    results.push(resultOf(measure, personId))
    for (const review of [true, false]) milestones.push({ ...place, id: newId(), review })
    // A few days off, since no two seats of an agency at a board start on one day.
    const { startsOn, endsOn } = story.times
    const starts = startsOn < 0 ? startsOn - 1 - seats.length : startsOn
    const taken = seats.some(
      (seat) =>
        seat.boardId === place.boardId && seat.organisationId === organisationId && seat.startsOn === starts,
    )
    if (!taken)
      seats.push({
        id: newId(),
        boardId: place.boardId,
        organisationId,
        holderId: story.as === 'LEAD' ? null : personId,
        startsOn: starts,
        endsOn,
      })
  }
  // Half of them are somebody who has, or had, a role at the board: by chance that is rare.
  const atBoard = (board: number, person: number, roles: readonly GrantRole[] = grantRoles) => {
    const given = grants.filter((grant) => grant.scope === 'BOARD' && roles.includes(grant.role))
    const giver = person % 2 === 0 && given.length > 0 ? at(given, board) : null
    return {
      boardId: giver?.scopeId ?? at(boards, board).id,
      personId: giver?.personId ?? at(people, person).id,
    }
  }
  const comments: World['comments'] = drawn.comments.map(({ area, person }) => ({
    ...inArea(area),
    personId: at(people, person).id,
  }))
  const pieces: World['pieces'] = drawn.pieces.map(({ action, person, withdrawn }) => {
    const place = inAction(action)
    // Half of them come from the board's own officers and seats: by chance that is rare.
    const near = [
      ...grants.filter((grant) => grant.scopeId === place.boardId).map((grant) => grant.personId),
      ...seats.filter((seat) => seat.boardId === place.boardId).flatMap((seat) => seat.holderId ?? []),
    ]
    const addedById = person % 2 === 0 && near.length > 0 ? at(near, person) : at(people, person).id
    return { ...place, addedById, withdrawn }
  })
  const shares: World['shares'] = drawn.shares.map((share) => {
    const place = inArea(share.area)
    const others = boards.filter((board) => board.id !== place.boardId)
    return {
      ...place,
      toBoardId: share.toBoard ? at(others, share.to).id : null,
      toOrganisationId: share.toBoard ? null : at(organisations, share.to).id,
      toContribute: share.toContribute,
      endsOn: share.endsOn,
      revoked: share.revoked,
      sharedById: at(people, share.by).id,
    }
  })
  const changed: Record<
    About['recordType'],
    (Omit<InPlan, 'planId'> & { planId?: string; actionId?: string | null })[]
  > = {
    Plan: plans,
    PlanArea: areas,
    PlanAction: actions,
    AreaComment: comments,
    AreaShare: shares,
    Evidence: pieces,
    Measure: measures,
    MeasureResult: results,
    Milestone: milestones,
    ProgressUpdate: updates,
  }
  const changes: World['events'] = drawn.changes.flatMap(({ type, record, person, early, authorised }) => {
    const rows = changed[type]
    if (rows.length === 0) return []
    const { id, boardId, planId = id, actionId: ofAction } = at(rows, record)
    const actionId = ofAction ?? id
    const about = { recordType: type, recordId: id, boardId, planId, actionId, early, authorised }
    return [
      { chainId: boardId, sequence: 0, personId: person === null ? null : at(people, person).id, about },
    ]
  })
  const chains = [platform, ...boards.map((board) => board.id), ...organisations.map(({ id }) => id)]
  const world = {
    regions,
    organisations,
    boards,
    people,
    grants,
    seats,
    deputies,
    plans,
    areas,
    actions,
    evidence: drawn.evidence.map(inAction),
    activities: drawn.activities.map(inAction),
    responsibles,
    updates,
    answers,
    measures,
    results,
    milestones,
    calendars: drawn.calendars.map((board) => ({ id: newId(), boardId: at(boards, board).id })),
    closings: drawn.closings.map(({ board, person }) => {
      const { boardId, personId } = atBoard(board, person, ['COORDINATOR', 'CHAIR'])
      return { id: newId(), boardId, closedById: personId }
    }),
    comments,
    pieces,
    shares,
    imports: drawn.imports.map(({ board, person, later }) => {
      const boardId = at(boards, board).id
      const plan = plans.find((each) => each.boardId === boardId)
      return {
        id: newId(),
        boardId,
        intoPlanId: later ? (plan?.id ?? null) : null,
        startedById: at(people, person).id,
      }
    }),
    columnChoices: drawn.columnChoices.map((board, place) => ({
      boardId: at(boards, board).id,
      columnKey: `heading ${place}`,
    })),
    uploads: drawn.uploads.map(({ board, person }) => ({ id: newId(), ...atBoard(board, person) })),
    invitations: drawn.invitations.map((invitation) => ({
      id: newId(),
      role: invitation.role,
      ...scopeOf(invitation.role, invitation.at),
      organisationId: at(organisations, invitation.organisation).id,
      invitedById: at(people, invitation.by).id,
    })),
    mails: drawn.mails.map(() => ({ id: newId() })),
    sessions: drawn.sessions.map(({ person, ended }) => ({
      id: newId(),
      personId: at(people, person).id,
      ended,
    })),
    mutations: drawn.mutations.map((person) => ({
      clientMutationId: newId(),
      personId: at(people, person).id,
    })),
    // The platform's chain runs through all worlds: its numbers are given when the worlds are put together.
    events: [
      ...drawn.events.map(({ chain, person }) => ({
        chainId: at(chains, chain),
        sequence: 0,
        personId: person === null ? null : at(people, person).id,
      })),
      ...changes,
    ],
  }
  const attendance = makeAttendance(drawn.attendance, world)
  const agenda = makeAgenda(drawn.agenda, { ...world, ...attendance })
  return {
    ...world,
    ...attendance,
    ...makeCalendar(drawn.calendar, world, attendance),
    ...makeFlags(drawn.flags, { ...world, ...attendance }),
    ...agenda,
    ...makeActionReports(drawn.actionReports, agenda),
    ...makeDeputyNotices(drawn.deputyNotices, { ...world, ...attendance }),
    ...makePublications(drawn.publications, world),
  }
}

function leadOf(organisationId: string): Omit<World['grants'][number], 'personId'> {
  return {
    id: newId(),
    role: 'AGENCY_LEAD',
    scope: 'ORGANISATION',
    scopeId: organisationId,
    startsOn: -30,
    endsOn: null,
    endedByHand: false,
  }
}

function at<Item>(items: readonly Item[], drawn: number): Item {
  const item = items[drawn % items.length]
  if (!item) throw new Error('There is nothing to take from.')
  return item
}

function firstOfEach<Item>(items: Item[], key: (item: Item) => string): Item[] {
  return [...new Map(items.toReversed().map((item) => [key(item), item])).values()].toReversed()
}

import { actionReportRights, isOwnAction } from './actionReports.ts'
import { deputyNoticeRights } from './deputyNotices.ts'
import { agendaRights } from './agendaOracle.ts'
import type { AttendanceWorld } from './attendance.ts'
import { attendanceRights, isInvited, leadsAt, seesMeeting } from './attendanceOracle.ts'
import { calendarRights } from './calendarOracle.ts'
import { successorsOf } from './mergers.ts'
import { publicationRights } from './publications.ts'
import { registerRights } from './registerOracle.ts'
import { flagRights } from './flagOracle.ts'
import type { Table } from './rows.ts'
import { platform } from './world.ts'
import type { About, Dates, GrantRole, InArea, World } from './world.ts'

/**
 * Who sees and changes what, told a second time: from the design's table of roles, in plain TypeScript, and never
 * from the policies. Slow and simple on purpose.
 */
export interface Person {
  id: string
  /** Whether the person can sign in. */
  enabled: boolean
  /** Whether the person holds the role by a live grant for exactly this board, organisation, region or platform. */
  holds: (role: GrantRole, scopeId: string) => boolean
  /** Whether a live grant, seat or naming as a deputy ties the person to the board. */
  tied: (boardId: string) => boolean
  /** The organisations for which the person holds any role. */
  worksFor: string[]
  /** The shares through which an area is open to the person's own boards or organisations. */
  receives: (world: World) => string[]
  /** The actions in which the person, or an agency of theirs, has a part. */
  worksOn: (world: World) => string[]
  /** Whether a row of the world exists for the person, by the key under which it is compared. */
  sees: Record<Table, (world: World) => string[]>
  /** How many rows of the world the person may change; absent where nobody may. */
  changes: Partial<Record<Table, (world: World) => number>>
  /** How many rows of the world the person may take away; absent where nobody may. */
  removes: Partial<Record<Table, (world: World) => number>>
  /** Whether the person may add a second row like the one at this place; absent where nobody may. */
  adds: Partial<Record<Table, (world: World, place: number) => boolean>>
  /** Whether the person sees the meetings of the board as one of its people, or as the lead of an agency with a seat. */
  readsMeetings: (boardId: string) => boolean
  /** Whether the person answers for the agency that does an action of a meeting. */
  ownsAction: (world: World, action: World['meetingActions'][number]) => boolean
  /** Whether the person may write a comment of their own there. */
  comments: (world: World, place: { boardId: string; planId: string; areaId: string }) => boolean
  /** Whether the person may add evidence of their own for an action. */
  brings: (world: World, place: { boardId: string; planId: string; actionId: string }) => boolean
  /** Whether the person may appoint a coordinator of the board. */
  appoints: (world: World, boardId: string) => boolean
  /** Whether the person has a role that is open on the whole platform. */
  administrator: boolean
}

const live = (dates: Dates) => dates.startsOn <= 0 && (dates.endsOn === null || dates.endsOn >= 0)

/** `home` is the world in which the person lives; nobody lives nowhere. */
export function personIn(home: World | null, personId: string | null): Person {
  const self = home?.people.find((person) => person.id === personId)
  const me = self && !self.disabled ? self.id : null
  const ever = <Item>(items: Item[] | undefined, mine: (item: Item) => boolean) =>
    me === null ? [] : (items ?? []).filter(mine)

  // A role counts only where it was given: never at another board, a sub-group or its parent.
  const grants = ever(home?.grants, (grant) => grant.personId === me && live(grant) && !grant.endedByHand)
  const holds = (role: GrantRole, scopeId: string) =>
    grants.some((grant) => grant.role === role && grant.scopeId === scopeId)
  const administrator = holds('ADMINISTRATOR', platform)
  const officer = (boardId: string) => holds('COORDINATOR', boardId) || holds('CHAIR', boardId)
  const leads = (organisationId: string | null) =>
    organisationId !== null && holds('AGENCY_LEAD', organisationId)
  const liveSeats = (home?.seats ?? []).filter(live)
  const mySeats = ever(
    liveSeats,
    (seat) =>
      seat.holderId === me ||
      (home?.deputies ?? []).some(
        (deputy) => deputy.seatId === seat.id && deputy.personId === me && !deputy.ended,
      ),
  )
  const member = (boardId: string) => officer(boardId) || mySeats.some((seat) => seat.boardId === boardId)
  const leadsSuccessor = (organisationId: string) =>
    home !== null && successorsOf(home, organisationId).some(leads)
  const asker = { me, officer, member, leads, leadsSuccessor, liveSeats, mySeats }
  const attendance = attendanceRights(asker)
  const calendar = calendarRights(asker)
  const register = registerRights(asker)
  const flags = flagRights(asker)
  const seesMeetings = (world: AttendanceWorld) =>
    ids(world.meetings, (meeting) => seesMeeting(asker, world, meeting))
  const agenda = agendaRights(officer, seesMeetings)
  const deputyNotices = deputyNoticeRights(asker)
  const actionReports = actionReportRights(asker, seesMeetings)
  const published = publicationRights(asker, (boardId) => holds('SCRUTINY', boardId))
  const planReader = (boardId: string) => member(boardId) || holds('SCRUTINY', boardId)

  const wholePlan = (plan: World['plans'][number]) =>
    officer(plan.boardId) || (plan.adopted && planReader(plan.boardId))
  const receives = (share: World['shares'][number]) =>
    (share.toBoardId !== null && member(share.toBoardId)) || leads(share.toOrganisationId)
  const opens = (share: World['shares'][number]) => !share.revoked && share.endsOn >= 0 && receives(share)
  const partOf = (world: World, areaId: string) =>
    world.shares.some((share) => share.areaId === areaId && opens(share)) ||
    world.responsibles.some(
      (responsible) =>
        responsible.areaId === areaId &&
        leads(responsible.organisationId) &&
        liveSeats.some(
          (seat) =>
            seat.boardId === responsible.boardId && seat.organisationId === responsible.organisationId,
        ),
    )
  const plan = (world: World, planId: string) => {
    const found = world.plans.find((each) => each.id === planId)
    if (!found) throw new Error('A row stands in no plan.')
    return found
  }
  const area = (world: World, place: { areaId: string; planId: string }) => {
    const its = plan(world, place.planId)
    return wholePlan(its) || (its.adopted && partOf(world, place.areaId))
  }
  /** Whether the person, or an agency that they sit for or lead, has a part in the action of an adopted plan. */
  const myAction = (world: World, place: { planId: string; actionId: string }) =>
    me !== null &&
    plan(world, place.planId).adopted &&
    world.responsibles.some(
      (one) =>
        one.actionId === place.actionId &&
        ((one.personId === me && member(one.boardId)) ||
          mySeats.some(
            (seat) => seat.boardId === one.boardId && seat.organisationId === one.organisationId,
          ) ||
          (leads(one.organisationId) &&
            liveSeats.some(
              (seat) => seat.boardId === one.boardId && seat.organisationId === one.organisationId,
            ))),
    )
  const worksOn = (world: World, place: { boardId: string; planId: string; actionId: string }) =>
    officer(place.boardId) || myAction(world, place)
  const shareRow = (share: World['shares'][number]) => member(share.boardId) || receives(share)

  const region = (world: World, organisationId: string) =>
    world.organisations.find((organisation) => organisation.id === organisationId)?.regionId
  const tied = (boardId: string) =>
    planReader(boardId) || grants.some((grant) => grant.scope === 'BOARD' && grant.scopeId === boardId)
  const knownBoard = (world: World, it: World['boards'][number]) =>
    tied(it.id) ||
    world.boards.some((other) => other.parentId === it.id && tied(other.id)) ||
    liveSeats.some((seat) => seat.boardId === it.id && leads(seat.organisationId)) ||
    world.invitees.some((invitee) => invitee.boardId === it.id && isInvited(asker, invitee)) ||
    // The receiver knows the board that shares while the share is open, the giver always the board that received.
    world.shares.some(
      (share) =>
        (share.boardId === it.id && opens(share) && plan(world, share.planId).adopted) ||
        (share.toBoardId === it.id && member(share.boardId)),
    ) ||
    world.boards.some(
      (own) => officer(own.id) && region(world, own.organisationId) === region(world, it.organisationId),
    )
  const board = (world: World, it: World['boards'][number]) => administrator || knownBoard(world, it)
  const knownRows = (world: World, rows: { id: string; boardId: string }[]) =>
    ids(rows, (row) => world.boards.some((it) => it.id === row.boardId && knownBoard(world, it)))
  const inRegion = (world: World, regionId: string) =>
    administrator ||
    holds('REGIONAL_ANALYST', regionId) ||
    world.boards.some((it) => board(world, it) && region(world, it.organisationId) === regionId) ||
    grants.some((grant) => grant.scope === 'ORGANISATION' && region(world, grant.scopeId) === regionId)

  const appointsFor = (about: { scope: string; scopeId: string; role: string }) =>
    administrator ||
    (about.scope === 'BOARD' && officer(about.scopeId)) ||
    (about.scope === 'ORGANISATION' && about.role === 'CONTRIBUTOR' && leads(about.scopeId))

  const commentsOn = (world: World, place: { boardId: string; planId: string; areaId: string }) => {
    const its = plan(world, place.planId)
    return (
      (member(place.boardId) && wholePlan(its)) ||
      (its.adopted &&
        world.shares.some((share) => share.areaId === place.areaId && share.toContribute && opens(share)))
    )
  }

  const brings = (world: World, place: { boardId: string; planId: string; actionId: string }) =>
    me !== null && (officer(place.boardId) || myAction(world, place))
  const withdraws = (world: World, piece: World['pieces'][number]) =>
    officer(piece.boardId) || (piece.addedById === me && myAction(world, piece))

  const completes = (world: World, { boardId, planId, actionId, review }: World['milestones'][number]) =>
    officer(boardId) || (!review && actionId !== null && myAction(world, { planId, actionId }))

  /** Everybody who ever had a tie to a board that I run, or a grant for an organisation that I lead. */
  const managed = (world: World, id: string) =>
    world.grants.some((grant) => grant.personId === id && (officer(grant.scopeId) || leads(grant.scopeId))) ||
    world.seats.some((seat) => seat.holderId === id && officer(seat.boardId)) ||
    world.deputies.some((deputy) => deputy.personId === id && officer(deputy.boardId))
  const fellow = (world: World, id: string) =>
    world.grants.some(
      (grant) =>
        grant.personId === id &&
        ['COORDINATOR', 'CHAIR'].includes(grant.role) &&
        live(grant) &&
        !grant.endedByHand &&
        member(grant.scopeId),
    ) ||
    world.seats.some(
      (seat) =>
        live(seat) &&
        (member(seat.boardId) || leads(seat.organisationId)) &&
        (seat.holderId === id ||
          world.deputies.some(
            (deputy) => deputy.seatId === seat.id && deputy.personId === id && !deputy.ended,
          )),
    )
  const seatOf = (world: World, id: string) =>
    world.seats.find((seat) => seat.id === id)?.organisationId ?? null

  const ids = <Item extends { id: string }>(items: Item[], mine: (item: Item) => boolean) =>
    items.filter(mine).map(({ id }) => id)
  const inAreas = (rows: (world: World) => (InArea & { id: string })[]) => (world: World) =>
    ids(rows(world), (row) => area(world, row))
  const officersRows = (rows: (world: World) => { boardId: string }[]) => (world: World) =>
    rows(world).filter((row) => officer(row.boardId)).length
  const officersPlace = (rows: (world: World) => { boardId: string }[]) => (world: World, place: number) =>
    officer(rows(world)[place]?.boardId ?? '')

  const planRows = {
    plan: (world: World) => world.plans,
    plan_area: (world: World) => world.areas,
    plan_action: (world: World) => world.actions,
    expected_evidence: (world: World) => world.evidence,
    activity: (world: World) => world.activities,
    action_responsible: (world: World) => world.responsibles,
  }
  const boardRows = {
    ...planRows,
    seat: (world: World) => world.seats,
    deputy: (world: World) => world.deputies,
    area_share: (world: World) => world.shares,
    plan_import: (world: World) => world.imports,
    column_choice: (world: World) => world.columnChoices,
  }

  /** Whoever sees a record sees what was done to it since the adoption; of updates on their way those who work on it. */
  const history = (world: World, about: About) => {
    const seen = person.sees[historyTables[about.recordType]](world).includes(about.recordId)
    // A share stays to be seen once it has ended, and the plan does not.
    const open = person.sees.plan(world).includes(about.planId) && plan(world, about.planId).adopted
    if (!seen || !open || about.early) return false
    return about.recordType !== 'ProgressUpdate' || about.authorised || worksOn(world, about)
  }

  const person: Person = {
    id: personId ?? '',
    enabled: me !== null,
    holds,
    tied,
    worksFor: grants.filter((grant) => grant.scope === 'ORGANISATION').map((grant) => grant.scopeId),
    receives: (world) => ids(world.shares, (share) => opens(share) && plan(world, share.planId).adopted),
    worksOn: (world) =>
      ids(world.actions, (action) => myAction(world, { planId: action.planId, actionId: action.id })),
    administrator,
    brings,
    readsMeetings: (boardId) => member(boardId) || leadsAt(asker, boardId),
    ownsAction: (world, action) => isOwnAction(asker, world, action),
    comments: (world, place) => me !== null && commentsOn(world, place),
    appoints: (world, boardId) => {
      const parentId = world.boards.find((it) => it.id === boardId)?.parentId ?? null
      // A new sub-group has nobody who could appoint: once, the parent's officers may.
      const unstarted = !world.grants.some((grant) => grant.scopeId === boardId)
      return administrator || officer(boardId) || (parentId !== null && officer(parentId) && unstarted)
    },
    sees: {
      ...attendance.sees,
      ...calendar.sees,
      ...register.sees,
      ...flags.sees,
      ...agenda.sees,
      ...actionReports.sees,
      ...deputyNotices.sees,
      ...published.sees,
      region: (world) => ids(world.regions, ({ id }) => inRegion(world, id)),
      organisation: (world) =>
        ids(world.organisations, ({ id, regionId }) => inRegion(world, regionId) || leads(id)),
      board: (world) => ids(world.boards, (it) => board(world, it)),
      person: (world) =>
        ids(world.people, ({ id }) => id === me || administrator || managed(world, id) || fellow(world, id)),
      account: (world) => ids(world.people, ({ id }) => id === me || administrator || managed(world, id)),
      grant: (world) =>
        ids(
          world.grants,
          (grant) => grant.personId === me || administrator || officer(grant.scopeId) || leads(grant.scopeId),
        ),
      seat: (world) =>
        ids(
          world.seats,
          (seat) =>
            member(seat.boardId) ||
            leads(seat.organisationId) ||
            leadsSuccessor(seat.organisationId) ||
            administrator,
        ),
      deputy: (world) =>
        ids(
          world.deputies,
          (deputy) =>
            member(deputy.boardId) ||
            deputy.personId === me ||
            administrator ||
            // A lead sees everything of the organisation, at all its boards.
            leads(seatOf(world, deputy.seatId)),
        ),
      plan: (world) =>
        ids(
          world.plans,
          (it) =>
            wholePlan(it) ||
            (it.adopted && world.areas.some((each) => each.planId === it.id && partOf(world, each.id))),
        ),
      plan_area: (world) => ids(world.areas, (it) => area(world, { areaId: it.id, planId: it.planId })),
      plan_action: inAreas((world) => world.actions),
      expected_evidence: inAreas((world) => world.evidence),
      activity: inAreas((world) => world.activities),
      evidence: (world) =>
        ids(
          world.pieces,
          (piece) =>
            area(world, piece) && (!piece.withdrawn || officer(piece.boardId) || piece.addedById === me),
        ),
      action_responsible: inAreas((world) => world.responsibles),
      progress_update: (world) =>
        ids(world.updates, (update) => worksOn(world, update) || (update.authorised && area(world, update))),
      pointer_answer: inAreas((world) => world.answers),
      measure: inAreas((world) => world.measures),
      measure_result: inAreas((world) => world.results),
      milestone: (world) =>
        ids(world.milestones, ({ areaId, planId }) =>
          areaId === null ? wholePlan(plan(world, planId)) : area(world, { areaId, planId }),
        ),
      reporting_calendar: (world) => knownRows(world, world.calendars),
      period_closing: (world) => knownRows(world, world.closings),
      area_comment: inAreas((world) => world.comments),
      area_share: (world) => ids(world.shares, shareRow),
      plan_import: (world) => ids(world.imports, ({ boardId }) => officer(boardId)),
      column_choice: (world) =>
        world.columnChoices
          .filter(({ boardId }) => officer(boardId))
          .map(({ boardId, columnKey }) => `${boardId} ${columnKey}`),
      upload: (world) => ids(world.uploads, ({ boardId, personId: by }) => officer(boardId) && by === me),
      invitation: (world) => ids(world.invitations, appointsFor),
      mail: (world) => ids(world.mails, () => administrator),
      session: (world) => ids(world.sessions, ({ personId: of }) => of === me),
      mutation_result: (world) =>
        world.mutations
          .filter((result) => result.personId === me)
          .map((result) => `${result.personId} ${result.clientMutationId}`),
      audit_event: (world) =>
        world.events
          .filter(
            ({ chainId, about }) =>
              officer(chainId) ||
              leads(chainId) ||
              (chainId === platform && administrator) ||
              (about !== undefined && history(world, about)),
          )
          .map((event) => `${event.chainId} ${event.sequence}`),
    },
    changes: {
      ...attendance.changes,
      ...calendar.changes,
      ...register.changes,
      ...flags.changes,
      ...agenda.changes,
      ...deputyNotices.changes,
      ...published.changes,
      ...mapped(boardRows, officersRows),
      progress_update: (world) => world.updates.filter((update) => worksOn(world, update)).length,
      measure: officersRows((world) => world.measures),
      milestone: (world) => world.milestones.filter((milestone) => completes(world, milestone)).length,
      upload: (world) =>
        world.uploads.filter((upload) => officer(upload.boardId) && upload.personId === me).length,
      region: (world) => (administrator ? world.regions.length : 0),
      organisation: (world) => (administrator ? world.organisations.length : 0),
      board: (world) => world.boards.filter(({ id }) => administrator || officer(id)).length,
      person: (world) => world.people.filter(({ id }) => administrator || id === me).length,
      grant: (world) => world.grants.filter(appointsFor).length,
      invitation: (world) => world.invitations.filter(appointsFor).length,
      session: (world) => world.sessions.filter((session) => session.personId === me).length,
      evidence: (world) => world.pieces.filter((piece) => withdraws(world, piece)).length,
    },
    removes: {
      ...attendance.removes,
      ...calendar.removes,
      ...register.removes,
      ...agenda.removes,
      ...mapped(planRows, officersRows),
      progress_update: (world) =>
        world.updates.filter((update) => update.broughtIn && officer(update.boardId)).length,
      reporting_calendar: officersRows((world) => world.calendars),
      upload: (world) =>
        world.uploads.filter((upload) => officer(upload.boardId) && upload.personId === me).length,
    },
    adds: {
      ...attendance.adds,
      ...calendar.adds,
      ...register.adds,
      ...flags.adds,
      ...agenda.adds,
      ...actionReports.adds,
      ...deputyNotices.adds,
      ...published.adds,
      ...mapped(boardRows, officersPlace),
      reporting_calendar: officersPlace((world) => world.calendars),
      period_closing: (world, place) => {
        const closing = world.closings[place]
        return closing !== undefined && officer(closing.boardId) && closing.closedById === me
      },
      progress_update: (world, place) => {
        const update = world.updates[place]
        return update !== undefined && worksOn(world, update) && update.writtenById === me
      },
      pointer_answer: (world, place) => {
        const answer = world.answers[place]
        return answer !== undefined && worksOn(world, answer) && answer.answeredById === me
      },
      measure: officersPlace((world) => world.measures),
      measure_result: (world, place) => {
        const result = world.results[place]
        return result !== undefined && worksOn(world, result) && result.recordedById === me
      },
      milestone: officersPlace((world) => world.milestones),
      region: () => administrator,
      organisation: () => administrator,
      board: (world, place) => administrator || officer(world.boards[place]?.parentId ?? ''),
      grant: (world, place) => {
        const grant = world.grants[place]
        return grant !== undefined && appointsFor(grant)
      },
      invitation: (world, place) => {
        const invitation = world.invitations[place]
        return invitation !== undefined && appointsFor(invitation)
      },
      upload: (world, place) => {
        const upload = world.uploads[place]
        return upload !== undefined && officer(upload.boardId) && upload.personId === me
      },
      area_comment: (world, place) => {
        const comment = world.comments[place]
        if (!comment || comment.personId !== me) return false
        const its = plan(world, comment.planId)
        return (
          (member(comment.boardId) && wholePlan(its)) ||
          (its.adopted &&
            world.shares.some(
              (share) => share.areaId === comment.areaId && share.toContribute && opens(share),
            ))
        )
      },
      evidence: (world, place) => {
        const piece = world.pieces[place]
        return piece !== undefined && piece.addedById === me && brings(world, piece)
      },
      mutation_result: (world, place) => me !== null && world.mutations[place]?.personId === me,
      // A letter is written for somebody who is signed out too, when a password was forgotten.
      mail: () => true,
      // In one's own name alone; what happens signed out stands in nobody's name.
      audit_event: (world, place) => (world.events[place]?.personId ?? null) === me,
    },
  }
  return person
}

const historyTables: Record<About['recordType'], Table> = {
  Plan: 'plan',
  PlanArea: 'plan_area',
  PlanAction: 'plan_action',
  AreaComment: 'area_comment',
  AreaShare: 'area_share',
  Evidence: 'evidence',
  Measure: 'measure',
  MeasureResult: 'measure_result',
  Milestone: 'milestone',
  ProgressUpdate: 'progress_update',
}

function mapped<Key extends string, From, To>(
  from: Record<Key, From>,
  to: (value: From) => To,
): Record<Key, To> {
  const entries = Object.entries<From>(from).map(([key, value]) => [key, to(value)])
  // The keys are those of `from`, which TypeScript does not see through Object.entries.
  return Object.fromEntries(entries) as Record<Key, To>
}

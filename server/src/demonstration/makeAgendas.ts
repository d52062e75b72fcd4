import { addDays } from '@boardwork/shared/board/dates.ts'
import type { Meeting } from '../features/attendance/meeting/meeting.entity.ts'
import { people } from './people.ts'
import type { World } from './world.ts'

/** What a meeting of the Fernshire board spoke about, decided and gave; what comes next; and a case conference's list. */
export function makeAgendas(world: World): void {
  const boardId = world.boardIds.fernshire
  const ofBoard = world.meetings.filter((one) => one.boardId === boardId && one.kind === 'BOARD')
  const last = ofBoard.findLast(({ registerClosedAt }) => registerClosedAt)
  const next = ofBoard.findLast(({ heldOn }) => heldOn > world.calendar.today)
  const strategy = world.meetings.find((one) => one.boardId === boardId && one.kind === 'STRATEGY')
  if (!last || !next || !strategy)
    throw new Error('The demonstration has no meetings to write an agenda for.')
  speakOf(world, last)
  item(world, next, 1, 'Welcome and apologies', 'The chair', 5)
  item(world, next, 2, 'How the improvement plan stands', 'Head of safeguarding', 45)
  item(world, next, 3, 'Attendance in the past year', 'The coordinator', 20)
  item(world, strategy, 1, 'What is known', 'The social worker', 15)
  item(world, strategy, 2, 'What the adult wants', 'The advocate', 15)
  item(world, strategy, 3, 'Risks and what is done about them', 'The chair of the meeting', 30)
  makeKind(world)
}

function speakOf(world: World, meeting: Meeting): void {
  item(world, meeting, 1, 'Welcome and apologies', 'The chair', 5)
  const plan = item(world, meeting, 2, 'How the improvement plan stands', 'Head of safeguarding', 45)
  plan.notes =
    'The board went through the actions that are behind.\n\nMost wait for the new recording system, which comes later than planned.'
  const row = (itemId: string) => ({ ...placeOf(meeting), id: world.ids.next(), itemId, version: 1 })
  const recorded = { recordedByName: people.ada.name, recordedAt: meeting.endsAt }
  world.papers.push({
    ...row(plan.id),
    title: 'The plan by agency',
    address: 'https://papers.example.org/fernshire/plan-by-agency',
    addedByName: people.ada.name,
    addedAt: meeting.madeAt,
  })
  world.decisions.push({
    ...row(plan.id),
    words: 'Each agency writes its updates before the meeting, and not after it.',
    ...recorded,
  })
  const action = world.actions.find(({ boardId }) => boardId === meeting.boardId)
  world.meetingActions.push(
    {
      ...row(plan.id),
      words: 'Say when the new recording system comes, and what is done until then',
      organisationId: world.organisationIds.fernshireCouncil,
      organisationName: nameOf(world, world.organisationIds.fernshireCouncil),
      post: 'Head of systems',
      dueOn: addDays(meeting.heldOn, 30),
      planId: action?.planId ?? null,
      areaId: action?.areaId ?? null,
      actionId: action?.id ?? null,
      ...recorded,
    },
    {
      ...row(plan.id),
      words: 'Send the list of trained staff to the coordinator',
      organisationId: world.organisationIds.police,
      organisationName: nameOf(world, world.organisationIds.police),
      post: '',
      dueOn: addDays(meeting.heldOn, 14),
      ...recorded,
    },
  )
  const named = {
    ...row(plan.id),
    words: 'Name who comes when the holder of the seat cannot',
    organisationId: world.organisationIds.nhsTrust,
    organisationName: nameOf(world, world.organisationIds.nhsTrust),
    post: '',
    dueOn: addDays(meeting.heldOn, 14),
    ...recorded,
  }
  world.meetingActions.push(named)
  world.meetingActionReports.push({
    ...placeOf(meeting),
    id: world.ids.next(),
    meetingActionId: named.id,
    position: 1,
    kind: 'DONE',
    words: 'Rosa Dunnock is named as the deputy.',
    doneOn: addDays(meeting.heldOn, 10),
    saidByName: people.amara.name,
    organisationName: named.organisationName,
    saidAt: new Date(meeting.endsAt.getTime() + 10 * 86_400_000),
  })
}

function item(
  world: World,
  meeting: Meeting,
  position: number,
  title: string,
  presenter: string,
  minutes: number,
) {
  const made = {
    ...placeOf(meeting),
    id: world.ids.next(),
    position,
    title,
    presenter,
    minutes,
    notes: '',
    version: 1,
  }
  world.agendaItems.push(made)
  return made
}

const placeOf = ({ boardId, id, kind }: Meeting) => ({ boardId, meetingId: id, meetingKind: kind })

function makeKind(world: World): void {
  const kind = {
    boardId: world.boardIds.fernshire,
    id: world.ids.next(),
    name: 'Case conference',
    version: 1,
  }
  world.strategyKinds.push(kind)
  for (const agency of ['fernshireCouncil', 'nhsTrust', 'police'] as const)
    world.standardInvitees.push({
      boardId: kind.boardId,
      id: world.ids.next(),
      kindId: kind.id,
      organisationId: world.organisationIds[agency],
      personId: null,
      required: agency !== 'nhsTrust',
    })
}

function nameOf(world: World, organisationId: string): string | null {
  return world.organisations.find(({ id }) => id === organisationId)?.name ?? null
}

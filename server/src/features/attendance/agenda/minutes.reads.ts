import { todayInLondon } from '@boardwork/shared/board/dates.ts'
import { minutesOf } from '@boardwork/shared/attendance/agenda/minutes.ts'
import type {
  Minutes,
  MinutesAction,
  MinutesExpected,
  MinutesOpenAction,
} from '@boardwork/shared/attendance/agenda/minutes.ts'
import type { RequestContext } from '../../../access/requestContext.ts'
import { boardsById } from '../../board/board.reads.ts'
import { organisationsById } from '../../organisation/organisation.reads.ts'
import { actionsById } from '../../plan/plan.reads.ts'
import { actionsOfMeetings, agendaOfMeetings, decisionsOfMeetings } from './agenda.reads.ts'
import type { MeetingActionRow } from './agenda.reads.ts'
import { openActionsOfMeetings, reportsOfActions } from './meetingActionReport.reads.ts'
import { expectedOfMeetings, marksById } from '../meeting/expected.reads.ts'
import { meetingsById } from '../meeting/meeting.reads.ts'
import type { ExpectedPlace } from '../meeting/meeting.results.ts'
import { guestsOfMeetings } from '../register/register.reads.ts'

/**
 * The draft of the minutes of a meeting, for the page and for Word, of what the viewer sees of it; null where the
 * meeting does not exist for them. Why somebody sent apologies is never read here.
 */
export async function readMinutes(context: RequestContext, id: string): Promise<Minutes | null> {
  const meeting = isId(id) ? await context.loader(meetingsById).load(id) : undefined
  if (!meeting) return null
  const [board, places, guests, items, decisions, actions, open, next] = await Promise.all([
    context.loader(boardsById).load(meeting.boardId),
    context.loader(expectedOfMeetings).load(id),
    context.loader(guestsOfMeetings).load(id),
    context.loader(agendaOfMeetings).load(id),
    context.loader(decisionsOfMeetings).load(id),
    context.loader(actionsOfMeetings).load(id),
    context.loader(openActionsOfMeetings).load(id),
    context.loader(nextOfMeetings).load(id),
  ])
  return minutesOf({
    boardName: board?.name ?? '',
    title: meeting.title,
    caseReference: meeting.caseReference ?? null,
    startsAt: meeting.startsAt,
    endsAt: meeting.endsAt,
    place: meeting.place ?? '',
    cancelled: Boolean(meeting.cancelledAt),
    registerClosed: Boolean(meeting.registerClosedAt),
    expected: await Promise.all((places ?? []).map((place) => expectedText(context, place))),
    guests: (guests ?? []).map(({ name, organisation, kind }) => ({
      name,
      agency: organisation ?? '',
      as: kind,
    })),
    items: (items ?? []).map((item) => ({ ...item, minutes: item.minutes ?? null })),
    decisions: (decisions ?? []).map(({ itemId = null, words }) => ({ itemId, words })),
    actions: await Promise.all((actions ?? []).map((action) => actionText(context, action))),
    openBefore: await Promise.all((open ?? []).map((action) => openText(context, action))),
    today: todayInLondon(),
    next: next ?? null,
  })
}

async function expectedText(context: RequestContext, place: ExpectedPlace): Promise<MinutesExpected> {
  const { organisationId, holderName, markId } = place
  const organisation = await context.loader(organisationsById).load(organisationId)
  const mark = markId ? await context.loader(marksById).load(markId) : undefined
  return {
    agency: organisation?.name ?? 'An agency',
    holderName,
    mark: mark?.mark ?? null,
    cameName: mark?.cameName ?? null,
  }
}

async function actionText(context: RequestContext, action: MeetingActionRow): Promise<MinutesAction> {
  const { itemId = null, words, organisationName, post, dueOn = null, doneOn, actionId } = action
  const inPlan = actionId ? await context.loader(actionsById).load(actionId) : undefined
  return {
    itemId,
    words,
    agency: organisationName ?? '',
    post,
    dueOn,
    doneOn,
    planAction: inPlan ? inPlan.reference || inPlan.title : null,
  }
}

async function openText(context: RequestContext, action: MeetingActionRow): Promise<MinutesOpenAction> {
  const [text, meeting, reports] = await Promise.all([
    actionText(context, action),
    context.loader(meetingsById).load(action.meetingId),
    context.loader(reportsOfActions).load(action.id),
  ])
  if (!meeting) throw new Error('An action is of no meeting.')
  return { ...text, givenOn: meeting.heldOn, said: reports?.at(-1)?.words ?? '' }
}

/** The next meeting of the same board, or about the same case, that the viewer sees. */
async function nextOfMeetings(
  context: RequestContext,
  meetingIds: readonly string[],
): Promise<Map<string, { startsAt: Date; place: string }>> {
  const rows = await context.rows<{ id: string; startsAt: Date; place: string }>(
    `select m.id, n.starts_at as "startsAt", coalesce(n.place, '') as place
     from meeting m cross join lateral (
       select starts_at, place from meeting
       where board_id = m.board_id and kind = m.kind and case_reference is not distinct from m.case_reference
         and starts_at > m.starts_at and cancelled_at is null order by starts_at, id limit 1) n
     where m.id = any($1::uuid[])`,
    [meetingIds],
    'next of meetings',
  )
  return new Map(rows.map((row) => [row.id, row]))
}

/** Anything else would be an error of the database, and is the address of nothing. */
const isId = (text: string): boolean => /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text)

import { formatDay, todayInLondon } from '@boardwork/shared/board/dates.ts'
import {
  agendaLimits,
  checkMeetingAction,
  checkTextsOf,
} from '@boardwork/shared/attendance/agenda/agendaRules.ts'
import { different } from '../../../access/different.ts'
import { operation } from '../../../access/operation.ts'
import type { Change } from '../../../access/operation.ts'
import { Conflict, InvalidInput, isRefusal, NotReady } from '../../../access/refusals.ts'
import type { RequestContext } from '../../../access/requestContext.ts'
import { newId } from '../../../db/newId.ts'
import { Organisation } from '../../organisation/organisation.entity.ts'
import { addActionTo } from '../../plan/action/action.operations.ts'
import { PlanAction } from '../../plan/action/planAction.entity.ts'
import type {
  PlaceMeetingActionInput,
  RemoveMeetingActionInput,
  SaveMeetingActionInput,
} from './agenda.inputs.ts'
import { agendaPolicy } from './agenda.policy.ts'
import type { Meeting } from '../meeting/meeting.entity.ts'
import { MeetingAction } from './meetingAction.entity.ts'
import { MeetingActionReport } from './meetingActionReport.entity.ts'
import { checkItem, openMeeting, recordOf, rowOf } from '../meeting/openMeeting.ts'

const again = (change: Change, id: string) => change.find(MeetingAction, { id })
const line = agendaPolicy.act

/** An officer writes down what the meeting gave somebody to do. */
export function saveMeetingAction(
  context: RequestContext,
  input: SaveMeetingActionInput,
): Promise<MeetingAction | InvalidInput | Conflict | NotReady> {
  return operation(context, line, input.clientMutationId, again, async (change) => {
    const meeting = await openMeeting(change, line, input.meetingId)
    if (isRefusal(meeting)) return meeting
    const { boardId, id: meetingId } = meeting
    const known = input.meetingActionId
      ? await change.find(MeetingAction, { boardId, meetingId, id: input.meetingActionId })
      : null
    if (known?.removedAt) return new NotReady('This action was taken away. Write it down again to keep it.')
    const before = known ? wordsOf(known) : {}
    const after = {
      words: input.words.trim(),
      organisationId: input.organisationId ?? null,
      post: input.post.trim(),
      dueOn: input.dueOn ?? null,
      itemId: input.itemId ?? null,
    }
    if ((known?.version ?? 0) !== input.version)
      return new Conflict(
        known?.id ?? meetingId,
        known?.version ?? 0,
        different(textsOf(known ? wordsOf(known) : null), textsOf(after)),
      )
    const problems = [
      ...checkMeetingAction(after),
      ...checkTextsOf(meeting.kind, { words: after.words, post: after.post }, todayInLondon()),
    ]
    if (problems.length > 0) return new InvalidInput(problems)
    const elsewhere = await checkItem(change, meeting, after.itemId)
    if (elsewhere) return elsewhere
    const agency = await findAgency(change, after.organisationId)
    if (agency instanceof InvalidInput) return agency
    const count = await change.em.count(MeetingAction, { boardId, meetingId, removedAt: null })
    if (!known && count >= agendaLimits.actions)
      return new NotReady(`This meeting has ${agendaLimits.actions} actions, which is all that it can have.`)
    const organisationName = agency?.name ?? null
    const action = known
      ? change.em.assign(known, { ...after, organisationName })
      : {
          ...rowOf(meeting),
          id: newId(),
          ...after,
          organisationName,
          recordedByName: change.viewer.name,
          recordedAt: new Date(),
          version: 1,
        }
    if (known) await change.em.flush()
    else await change.em.insert(MeetingAction, action)
    recordOf(change, line.name, 'MeetingAction', action, before, after)
    return action
  })
}

/** An officer takes away an action that the meeting did not give after all. In a plan, it stays there. */
export function removeMeetingAction(
  context: RequestContext,
  { meetingActionId, version, clientMutationId }: RemoveMeetingActionInput,
): Promise<MeetingAction | Conflict | NotReady> {
  return operation(context, line, clientMutationId, again, async (change) => {
    const action = await change.find(MeetingAction, { id: meetingActionId })
    const meeting = await openMeeting(change, line, action.meetingId)
    if (isRefusal(meeting)) return meeting
    await change.lock(action)
    if (action.removedAt) return new NotReady('This action was taken away already.')
    if (action.version !== version) return new Conflict(action.id, action.version, [])
    const removedAt = new Date()
    change.em.assign(action, { removedAt, ...nowhere })
    await change.em.flush()
    recordOf(
      change,
      line.name,
      'MeetingAction',
      action,
      { removedAt: null },
      { words: action.words, removedAt },
    )
    return action
  })
}

const nowhere = { planId: null, areaId: null, actionId: null }

/** An officer says where an action of a meeting stands in a plan of the board, or makes it there as a new one. */
export function placeMeetingAction(
  context: RequestContext,
  { meetingActionId, version, planActionId, areaId, clientMutationId }: PlaceMeetingActionInput,
): Promise<MeetingAction | InvalidInput | Conflict | NotReady> {
  return operation(context, line, clientMutationId, again, async (change) => {
    const action = await change.find(MeetingAction, { id: meetingActionId })
    const meeting = await openMeeting(change, line, action.meetingId)
    if (isRefusal(meeting)) return meeting
    if (meeting.kind === 'STRATEGY')
      return new NotReady(
        'An action of a strategy meeting stands in no improvement plan, which more people can read.',
      )
    await change.lock(action)
    if (action.removedAt) return new NotReady('This action was taken away.')
    if (action.version !== version) return new Conflict(action.id, action.version, [])
    const isPlacing = Boolean(areaId ?? planActionId)
    if (isPlacing && (await isDone(change, action)))
      return new NotReady('This action is done. Put it back first if more of it is to be done in the plan.')
    const placed = areaId
      ? await addActionTo(change, meeting.boardId, areaId, {
          title: action.words,
          organisationId: action.organisationId ?? null,
          postTitle: action.post,
          deadline: action.dueOn ? formatDay(action.dueOn) : '',
        })
      : await findPlaced(change, meeting, planActionId ?? null)
    if (isRefusal(placed)) return placed
    const before = { actionId: action.actionId ?? null }
    change.em.assign(
      action,
      placed ? { planId: placed.planId, areaId: placed.areaId, actionId: placed.id } : nowhere,
    )
    await change.em.flush()
    recordOf(change, line.name, 'MeetingAction', action, before, { actionId: placed?.id ?? null })
    return action
  })
}

async function isDone(change: Change, { boardId, id: meetingActionId }: MeetingAction): Promise<boolean> {
  const last = await change.em.findOne(
    MeetingActionReport,
    { boardId, meetingActionId },
    { orderBy: { position: 'desc' } },
  )
  return last?.kind === 'DONE'
}

/** The action of a plan of the meeting's own board, as far as it exists for the viewer. */
async function findPlaced(
  change: Change,
  { boardId }: Meeting,
  planActionId: string | null,
): Promise<PlanAction | InvalidInput | null> {
  if (planActionId === null) return null
  const found = await change.em.findOne(PlanAction, { boardId, id: planActionId })
  return found ?? InvalidInput.of('planActionId', 'Choose an action of a plan of this board.')
}

async function findAgency(change: Change, id: string | null): Promise<Organisation | InvalidInput | null> {
  if (id === null) return null
  const found = await change.em.findOne(Organisation, { id })
  return found ?? InvalidInput.of('organisationId', 'Choose an agency from the list.')
}

const wordsOf = (action: MeetingAction) => ({
  words: action.words,
  organisationId: action.organisationId ?? null,
  post: action.post,
  dueOn: action.dueOn ?? null,
  itemId: action.itemId ?? null,
})

function textsOf(words: ReturnType<typeof wordsOf> | null) {
  return {
    words: words?.words ?? '',
    post: words?.post ?? '',
    dueOn: words?.dueOn ?? '',
  }
}

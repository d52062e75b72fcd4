import { todayInLondon } from '@boardwork/shared/board/dates.ts'
import {
  agendaLimits,
  checkAgendaItem,
  checkTextsOf,
  moved,
} from '@boardwork/shared/attendance/agenda/agendaRules.ts'
import { different } from '../../../access/different.ts'
import { operation } from '../../../access/operation.ts'
import type { Change } from '../../../access/operation.ts'
import { Conflict, InvalidInput, isRefusal, NotReady } from '../../../access/refusals.ts'
import type { RequestContext } from '../../../access/requestContext.ts'
import { newId } from '../../../db/newId.ts'
import type { MoveAgendaItemInput, RemoveAgendaItemInput, SaveAgendaItemInput } from './agenda.inputs.ts'
import { agendaPolicy } from './agenda.policy.ts'
import { AgendaItem } from './agendaItem.entity.ts'
import { Decision } from './decision.entity.ts'
import { MeetingAction } from './meetingAction.entity.ts'
import { MeetingPaper } from './meetingPaper.entity.ts'
import { openMeeting, recordOf, rowOf } from '../meeting/openMeeting.ts'

const again = (change: Change, id: string) => change.find(AgendaItem, { id })
const line = agendaPolicy.arrange

/** An officer writes an item of the agenda: a new one at the end, or other words for one. */
export function saveAgendaItem(
  context: RequestContext,
  input: SaveAgendaItemInput,
): Promise<AgendaItem | InvalidInput | Conflict | NotReady> {
  return operation(context, line, input.clientMutationId, again, async (change) => {
    const meeting = await openMeeting(change, line, input.meetingId)
    if (isRefusal(meeting)) return meeting
    const items = await itemsOf(change, meeting)
    const known = input.itemId ? await findIn(change, meeting, input.itemId) : null
    if (known?.removedAt)
      return new NotReady('This item was taken off the agenda. Add it again to go on with it.')
    const before = known ? wordsOf(known) : {}
    const after = {
      title: input.title.trim(),
      presenter: input.presenter.trim(),
      minutes: input.minutes ?? null,
      notes: input.notes.trim(),
    }
    if ((known?.version ?? 0) !== input.version)
      return new Conflict(
        known?.id ?? meeting.id,
        known?.version ?? 0,
        different(textsOf(known ? wordsOf(known) : null), textsOf(after)),
      )
    const { title, presenter, notes } = after
    const problems = [
      ...checkAgendaItem(after),
      ...checkTextsOf(meeting.kind, { title, presenter, notes }, todayInLondon()),
    ]
    if (problems.length > 0) return new InvalidInput(problems)
    if (!known && items.length >= agendaLimits.items)
      return new NotReady(`This agenda has ${agendaLimits.items} items, which is all that it can have.`)
    const item = known
      ? change.em.assign(known, after)
      : {
          ...rowOf(meeting),
          id: newId(),
          position: (items.at(-1)?.position ?? 0) + 1,
          ...after,
          version: 1,
        }
    if (known) await change.em.flush()
    else await change.em.insert(AgendaItem, item)
    recordOf(change, line.name, 'AgendaItem', item, before, after)
    return item
  })
}

/** An officer moves an item of the agenda by one place. */
export function moveAgendaItem(
  context: RequestContext,
  { itemId, direction, place, clientMutationId }: MoveAgendaItemInput,
): Promise<AgendaItem | Conflict | NotReady> {
  return operation(context, line, clientMutationId, again, async (change) => {
    const item = await change.find(AgendaItem, { id: itemId })
    const meeting = await openMeeting(change, line, item.meetingId)
    if (isRefusal(meeting)) return meeting
    const items = await itemsOf(change, meeting)
    const ids = items.map(({ id }) => id)
    const at = ids.indexOf(itemId)
    if (at === -1) return new NotReady('This item was taken off the agenda.')
    // Where it stood is its version here: two who move it at once do not move it twice.
    if (at !== place) return new Conflict(item.id, item.version, [])
    const order = moved(ids, itemId, direction)
    // The words of an item stay as they are, and so does its version: nobody who writes them is disturbed.
    for (const [position, id] of order.entries())
      await change.em.execute('update agenda_item set position = ? where board_id = ? and id = ?', [
        position + 1,
        item.boardId,
        id,
      ])
    recordOf(
      change,
      line.name,
      'AgendaItem',
      item,
      { position: at + 1 },
      { position: order.indexOf(itemId) + 1 },
    )
    return item
  })
}

/** An officer takes an item off the agenda under which nothing stands yet. */
export function removeAgendaItem(
  context: RequestContext,
  { itemId, version, clientMutationId }: RemoveAgendaItemInput,
): Promise<AgendaItem | Conflict | NotReady> {
  return operation(context, line, clientMutationId, again, async (change) => {
    const item = await change.find(AgendaItem, { id: itemId })
    const meeting = await openMeeting(change, line, item.meetingId)
    if (isRefusal(meeting)) return meeting
    await change.lock(item)
    if (item.removedAt) return new NotReady('This item was taken off the agenda already.')
    if (item.version !== version) return new Conflict(item.id, item.version, [])
    const under = { boardId: item.boardId, itemId, removedAt: null }
    const standing =
      (await change.em.count(Decision, under)) +
      (await change.em.count(MeetingAction, under)) +
      (await change.em.count(MeetingPaper, under))
    if (standing > 0 || item.notes !== '')
      return new NotReady(
        'This item has notes, papers, decisions or actions. Take those away, or put them under another item, first.',
      )
    item.removedAt = new Date()
    recordOf(
      change,
      line.name,
      'AgendaItem',
      item,
      { removedAt: null },
      {
        title: item.title,
        removedAt: item.removedAt,
      },
    )
    return item
  })
}

const itemsOf = (change: Change, { boardId, id: meetingId }: { boardId: string; id: string }) =>
  change.em.find(
    AgendaItem,
    { boardId, meetingId, removedAt: null },
    { orderBy: { position: 'asc', id: 'asc' } },
  )

const findIn = (change: Change, { boardId, id: meetingId }: { boardId: string; id: string }, id: string) =>
  change.find(AgendaItem, { boardId, meetingId, id })

const wordsOf = ({ title, presenter, minutes, notes }: AgendaItem) => ({
  title,
  presenter,
  minutes: minutes ?? null,
  notes,
})

function textsOf(words: ReturnType<typeof wordsOf> | null) {
  const { title = '', presenter = '', minutes, notes = '' } = words ?? {}
  return {
    title,
    presenter,
    minutes: minutes === null || minutes === undefined ? '' : String(minutes),
    notes,
  }
}

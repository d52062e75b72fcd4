import type { Change } from '../../../access/operation.ts'
import type { PolicyLine } from '../../../access/policy.ts'
import { InvalidInput, NotReady } from '../../../access/refusals.ts'
import type { RecordScope } from '../../../access/viewer.ts'
import { AgendaItem } from '../agenda/agendaItem.entity.ts'
import { Meeting } from './meeting.entity.ts'

/** The meeting, held until the transaction ends, once the viewer may do the action there; refused where it was cancelled. */
export async function openMeeting(
  change: Change,
  line: PolicyLine<RecordScope>,
  meetingId: string,
): Promise<Meeting | NotReady> {
  const meeting = await change.find(Meeting, { id: meetingId })
  change.authorize(line, { boardId: meeting.boardId })
  await change.lock(meeting)
  if (meeting.cancelledAt) return new NotReady('This meeting was cancelled. What stands here stays as it is.')
  return meeting
}

/** What every row that hangs on the meeting begins with. */
export function rowOf({ boardId, id, kind }: Meeting) {
  return { boardId, meetingId: id, meetingKind: kind }
}

/** Whether the item stands on the agenda; null stands for the whole meeting. */
export async function checkItem(
  change: Change,
  { boardId, id: meetingId }: Meeting,
  itemId: string | null,
): Promise<InvalidInput | null> {
  if (itemId === null) return null
  const item = await change.em.findOne(AgendaItem, { boardId, meetingId, id: itemId, removedAt: null })
  return item ? null : InvalidInput.of('itemId', 'Choose an item that is on the agenda.')
}

/** What the log keeps of a change: the fields that changed, with the meeting and what the record is called. */
export function recordOf(
  change: Change,
  action: string,
  recordType: string,
  { boardId, meetingId, id }: { boardId: string; meetingId: string; id: string },
  before: Record<string, unknown>,
  after: Record<string, unknown>,
): void {
  const changed = Object.keys(after).filter((field) => before[field] !== after[field])
  const pick = (of: Record<string, unknown>) =>
    Object.fromEntries(changed.filter((field) => field in of).map((field) => [field, of[field]]))
  change.record({
    chainId: boardId,
    action,
    recordType,
    recordId: id,
    before: pick(before),
    after: { meetingId, ...pick(after) },
  })
}

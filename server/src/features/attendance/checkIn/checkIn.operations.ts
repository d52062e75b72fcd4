import { whyNotMark } from '@boardwork/shared/attendance/register/registerRules.ts'
import { operation } from '../../../access/operation.ts'
import type { Change } from '../../../access/operation.ts'
import { InvalidInput, isRefusal, NotReady } from '../../../access/refusals.ts'
import type { RequestContext } from '../../../access/requestContext.ts'
import { newId } from '../../../db/newId.ts'
import { checkInSucceeded, countCheckIn } from '../../identity/tries.ts'
import { registerPolicy } from '../register/register.policy.ts'
import { CheckIn } from './checkIn.entity.ts'
import type { CheckInInput, CheckInOfMeetingInput } from './checkIn.inputs.ts'
import { isCheckInCode, newCheckInSecret } from './checkInCode.ts'
import { CheckInSecret } from './checkInSecret.entity.ts'
import { CheckInTry } from './checkInTry.entity.ts'
import { Meeting } from '../meeting/meeting.entity.ts'

const again = (change: Change, id: string) => change.find(Meeting, { id })

/** An officer lets members mark themselves with a code. Each time it begins with a new secret: older codes are worth nothing. */
export function openCheckIn(
  context: RequestContext,
  input: CheckInOfMeetingInput,
): Promise<Meeting | NotReady> {
  const line = registerPolicy.openCheckIn
  return operation(context, line, input.clientMutationId, again, async (change) => {
    const meeting = await change.find(Meeting, { id: input.meetingId })
    const { boardId, id: meetingId, kind: meetingKind } = meeting
    change.authorize(line, { boardId })
    await change.lock(meeting)
    const closed = whyNotMark(meeting)
    if (closed !== null) return new NotReady(closed)
    if (meetingKind !== 'BOARD')
      return new NotReady('Members check in at meetings of the board. Mark a strategy meeting yourself.')
    const known = await change.em.findOne(CheckIn, { boardId, meetingId })
    if (known && !known.endedAt) return meeting
    const opened = { openedAt: new Date(), openedByName: change.viewer.name, endedAt: null }
    if (known) change.em.assign(known, opened)
    else await change.em.insert(CheckIn, { boardId, meetingId, meetingKind, ...opened })
    await change.em.flush()
    await change.em.upsert(CheckInSecret, { boardId, meetingId, secret: newCheckInSecret() })
    recordCheckIn(change, line.name, meeting, opened)
    return meeting
  })
}

/** An officer ends it. Who has marked themselves stays marked. */
export function endCheckIn(
  context: RequestContext,
  input: CheckInOfMeetingInput,
): Promise<Meeting | NotReady> {
  const line = registerPolicy.endCheckIn
  return operation(context, line, input.clientMutationId, again, async (change) => {
    const meeting = await change.find(Meeting, { id: input.meetingId })
    const { boardId, id: meetingId } = meeting
    change.authorize(line, { boardId })
    await change.lock(meeting)
    const known = await change.em.findOne(CheckIn, { boardId, meetingId, endedAt: null })
    if (!known) return new NotReady('Check-in is not open.')
    known.endedAt = new Date()
    await change.em.flush()
    recordCheckIn(change, line.name, meeting, { endedAt: known.endedAt })
    return meeting
  })
}

function recordCheckIn(
  change: Change,
  action: string,
  { boardId, id, title, heldOn }: Meeting,
  after: { openedAt?: Date; endedAt?: Date | null },
): void {
  change.record({
    chainId: boardId,
    action,
    recordType: 'Meeting',
    recordId: id,
    before: { title, heldOn },
    after: after.openedAt ? { checkInOpenedAt: after.openedAt } : { checkInEndedAt: after.endedAt },
  })
}

const wrongCode =
  'This is not the code that is shown now. It changes every minute: look at the screen in the room, and enter the new one.'

/**
 * A member marks their own seat, or one that they may stand in for, with the code that is shown in the room. Wrong codes
 * are counted, and the officers see them.
 */
export async function checkIn(
  context: RequestContext,
  input: CheckInInput,
): Promise<Meeting | InvalidInput | NotReady> {
  const line = registerPolicy.checkIn
  const { personId, name } = await context.signedIn()
  await countCheckIn(context, personId, input.meetingId)
  const wrongAt: Meeting[] = []
  const result = await operation<Meeting, Meeting | InvalidInput | NotReady>(
    context,
    line,
    input.clientMutationId,
    again,
    async (change) => {
      const meeting = await change.find(Meeting, { id: input.meetingId })
      change.authorize(line, { boardId: meeting.boardId })
      const [found] = await change.em.execute<{ secret: Buffer | null }[]>(
        'select access.check_in_secret(?) as secret',
        [meeting.id],
      )
      if (!found?.secret)
        return new NotReady('Check-in is not open for you now. Ask the coordinator to mark you.')
      if (!isCheckInCode(found.secret, input.code, new Date())) {
        wrongAt.push(meeting)
        return InvalidInput.of('code', wrongCode)
      }
      return markMyself(change, meeting, input.seatId ?? null)
    },
  )
  const [meeting] = wrongAt
  // The operation has changed nothing: that somebody tried is written down on its own.
  if (meeting) await keepTry(context, meeting, { personId, personName: name })
  if (!isRefusal(result)) await checkInSucceeded(context, personId, input.meetingId)
  return result
}

/** What the function of the database says came of it. */
interface Marked {
  outcome: 'MARKED' | 'ALREADY' | 'OTHERWISE' | 'ENDED' | 'NO_PLACE' | 'SEVERAL'
  markId: string | null
  mark: 'PRESENT' | 'DEPUTY' | null
  organisation: string | null
}

async function markMyself(
  change: Change,
  meeting: Meeting,
  seatId: string | null,
): Promise<Meeting | InvalidInput | NotReady> {
  const [row] = await change.em.execute<{ marked: Marked }[]>('select access.check_in(?, ?, ?) as marked', [
    meeting.id,
    seatId,
    newId(),
  ])
  if (!row) throw new Error('The database did not say what came of a check-in.')
  const { outcome, markId, mark, organisation } = row.marked
  if (outcome === 'SEVERAL') return InvalidInput.of('seatId', 'Choose the agency for which you are here.')
  if (outcome === 'ENDED')
    return new NotReady('Check-in has ended in the meantime. Ask the coordinator to mark you.')
  if (outcome === 'NO_PLACE')
    return new NotReady('You have no seat at this meeting. Ask the coordinator to write you down as a guest.')
  if (outcome === 'OTHERWISE')
    return new NotReady(
      'The register says something else of your seat already. Tell the coordinator that you are here.',
    )
  if (outcome === 'MARKED' && markId && mark && organisation)
    change.record({
      chainId: meeting.boardId,
      action: registerPolicy.checkIn.name,
      recordType: 'RegisterMark',
      recordId: markId,
      after: { organisation, mark },
    })
  return meeting
}

async function keepTry(
  context: RequestContext,
  { boardId, id: meetingId }: Meeting,
  who: { personId: string; personName: string },
): Promise<void> {
  const em = context.platform.orm.em.fork({ session: { variables: { 'app.person_id': who.personId } } })
  await em.transactional((inner) =>
    inner.insert(CheckInTry, { boardId, id: newId(), meetingId, ...who, triedAt: new Date() }),
  )
}

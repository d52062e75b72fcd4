import type { EntityManager } from '@mikro-orm/postgresql'
import { deputyNotice } from '@boardwork/shared/attendance/answer/deputyNotice.ts'
import type { DeputyNoticeCause } from '@boardwork/shared/attendance/answer/deputyNotice.ts'
import type { Platform } from '../../../access/requestContext.ts'
import { newId } from '../../../db/newId.ts'
import { Board } from '../../board/board.entity.ts'
import { writeMail } from '../../identity/mail.ts'
import { calendarMeeting } from '../calendar/calendarMeeting.ts'
import { writeEvent } from '../calendar/calendarText.ts'
import type { Meeting } from '../meeting/meeting.entity.ts'
import { rowOf } from '../meeting/openMeeting.ts'
import { deputyLetter } from './deputyLetter.ts'
import { DeputyNotice } from './deputyNotice.entity.ts'
import { senderAddress } from './senderAddress.ts'

/** Somebody who was named for a seat, or was told so before. */
interface Deputy {
  seatId: string
  organisationName: string
  personId: string
  personName: string
  email: string
  /** Whether the answer for the seat names this person, and counts for the time at which the meeting is. */
  named: boolean
  stands: boolean
  /** Whether they come for another place at the same meeting. */
  comesOtherwise: boolean
}

/**
 * Tells the deputies of a meeting what they do not know yet, in the transaction of the change that made it so. It is
 * called wherever an answer is saved, or a meeting is changed, moved or cancelled.
 *
 * Whoever answers and whoever moves the meeting at the same time wait for each other here, so that nobody is told of a
 * time that is gone, and no change of it is missed.
 *
 * @param seatId of that seat alone; null for all of the meeting.
 */
export async function tellDeputies(
  { settings }: Platform,
  em: EntityManager,
  meeting: Meeting,
  seatId: string | null = null,
): Promise<void> {
  const { boardId, id: meetingId } = meeting
  if (meeting.kind !== 'BOARD') return
  await em.execute('select access.hold_meeting(?)', [meetingId])
  await em.refresh(meeting)
  const deputies = await em.execute<Deputy[]>(
    `select seat_id as "seatId", organisation_name as "organisationName", person_id as "personId",
       person_name as "personName", email, named, stands, comes_otherwise as "comesOtherwise"
     from access.deputies_to_tell(?) where seat_id = coalesce(?::uuid, seat_id)`,
    [meetingId, seatId],
  )
  if (deputies.length === 0) return
  const notices = await em.find(DeputyNotice, { boardId, meetingId })
  const now = new Date()
  for (const deputy of deputies) {
    const known = notices.find((each) => each.seatId === deputy.seatId && each.personId === deputy.personId)
    const cause = deputyNotice(known ?? null, {
      named: deputy.named,
      stands: deputy.stands,
      sequence: meeting.sequence,
      cancelled: Boolean(meeting.cancelledAt),
      over: meeting.endsAt < now,
    })
    if (cause === null) continue
    const told = { cause, sequence: meeting.sequence, toldAt: now }
    if (known) em.assign(known, told)
    else
      await em.insert(DeputyNotice, {
        ...rowOf(meeting),
        id: newId(),
        seatId: deputy.seatId,
        personId: deputy.personId,
        ...told,
      })
    await write(em, settings, meeting, deputy, cause, now)
  }
  await em.flush()
}

async function write(
  em: EntityManager,
  settings: Platform['settings'],
  meeting: Meeting,
  deputy: Deputy,
  cause: DeputyNoticeCause,
  now: Date,
): Promise<void> {
  const board = await em.findOneOrFail(Board, { id: meeting.boardId })
  const event = calendarMeeting(meeting, board.name, settings.publicUrl)
  const { personName: name, email, organisationName, comesOtherwise } = deputy
  const text = writeEvent(
    { ...event, cancelled: event.cancelled || cause === 'CALLED_OFF' },
    { organiser: senderAddress(settings.mailFrom), attendee: { name, email } },
    now,
  )
  // Who comes for another agency all the same keeps the meeting in the calendar.
  const isKept = cause === 'CALLED_OFF' && comesOtherwise
  await writeMail(em, {
    recipient: email,
    ...deputyLetter(event, cause, { name, organisationName }, meeting.cancelledReason ?? ''),
    ...(!isKept && { event: text }),
  })
}

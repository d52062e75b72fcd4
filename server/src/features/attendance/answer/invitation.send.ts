import type { EntityManager } from '@mikro-orm/postgresql'
import { hashToken } from '../../../access/requestContext.ts'
import type { Platform } from '../../../access/requestContext.ts'
import { newId } from '../../../db/newId.ts'
import { Board } from '../../board/board.entity.ts'
import { writeMail } from '../../identity/mail.ts'
import { newToken } from '../../identity/token.ts'
import { calendarMeeting } from '../calendar/calendarMeeting.ts'
import { writeEvent } from '../calendar/calendarText.ts'
import { tellDeputies } from './deputyNotice.send.ts'
import { invitationLetter } from './invitationLetter.ts'
import type { LetterCause } from './invitationLetter.ts'
import type { Meeting } from '../meeting/meeting.entity.ts'
import { senderAddress } from './senderAddress.ts'

/** Somebody to whom a mail about a meeting can go. */
export interface Recipient {
  placeId: string
  seatId: string | null
  inviteeId: string | null
  organisationName: string
  personId: string
  personName: string
  email: string
  /** About which sequence of the meeting the last mail was; null where none was sent. */
  toldSequence: number | null
}

const recipientsSql = `select place_id as "placeId", seat_id as "seatId", invitee_id as "inviteeId",
  organisation_name as "organisationName", person_id as "personId", person_name as "personName", email,
  told_sequence as "toldSequence" from access.meeting_recipients(?)`

/** Who is invited to a meeting by mail; nobody for those who do not run its board. */
export function recipientsOf(em: EntityManager, meetingId: string): Promise<Recipient[]> {
  return em.execute<Recipient[]>(recipientsSql, [meetingId])
}

/** Those who have not been told about the meeting as it is now. */
export function notTold(
  recipients: readonly Recipient[],
  { sequence }: Pick<Meeting, 'sequence'>,
): Recipient[] {
  return recipients.filter(({ toldSequence }) => toldSequence === null || toldSequence < sequence)
}

/**
 * After a meeting was moved, changed or cancelled: tells those who have been invited, and the deputies who were named, in
 * the same transaction. Of the others, nobody hears of a meeting to which no invitations have been sent.
 */
export async function tellInvited(
  platform: Platform,
  em: EntityManager,
  meeting: Meeting,
  cause: LetterCause,
): Promise<void> {
  // What is put right about a meeting that was held concerns no calendar any more.
  if (meeting.endsAt < new Date()) return
  const recipients = await recipientsOf(em, meeting.id)
  await writeLetters(
    platform,
    em,
    meeting,
    notTold(recipients, meeting).filter(({ toldSequence }) => toldSequence !== null),
    cause,
  )
  await tellDeputies(platform, em, meeting)
}

/** Writes one mail to each, with the event and with a new link, and keeps about what it was. */
export async function writeLetters(
  { settings }: Platform,
  em: EntityManager,
  meeting: Meeting,
  recipients: readonly Recipient[],
  cause: LetterCause,
): Promise<void> {
  if (recipients.length === 0) return
  const board = await em.findOneOrFail(Board, { id: meeting.boardId })
  const event = calendarMeeting(meeting, board.name, settings.publicUrl)
  const organiser = senderAddress(settings.mailFrom)
  const now = new Date()
  for (const recipient of recipients) {
    const token = newToken()
    await keepLink(em, meeting, recipient, token, now)
    const letter = invitationLetter(
      event,
      cause,
      { name: recipient.personName, organisationName: recipient.organisationName },
      {
        answerUrl: `${settings.publicUrl}/answer/${token}`,
        reason: meeting.cancelledReason ?? '',
      },
    )
    await writeMail(em, {
      recipient: recipient.email,
      ...letter,
      event: writeEvent(
        event,
        { organiser, attendee: { name: recipient.personName, email: recipient.email } },
        now,
      ),
    })
  }
}

/** By hand: what MikroORM writes it reads back, and nobody reads the hash. */
async function keepLink(
  em: EntityManager,
  { boardId, id, kind, sequence }: Meeting,
  { placeId, seatId, inviteeId, personId }: Recipient,
  token: string,
  now: Date,
): Promise<void> {
  const told = [hashToken(token), sequence, now]
  await em.execute(
    `insert into answer_link (board_id, id, meeting_id, meeting_kind, seat_id, invitee_id, place_id, person_id, token_hash,
       sequence, sent_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
     on conflict (board_id, meeting_id, place_id, person_id)
       do update set token_hash = ?, sequence = ?, sent_at = ?`,
    [boardId, newId(), id, kind, seatId, inviteeId, placeId, personId, ...told, ...told],
  )
}

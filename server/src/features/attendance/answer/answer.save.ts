import type { EntityManager } from '@mikro-orm/postgresql'
import {
  checkMeetingAnswer,
  meetingAnswerName,
  whyNoAnswer,
} from '@boardwork/shared/attendance/answer/meetingAnswer.ts'
import type { GivenAnswer } from '@boardwork/shared/attendance/answer/meetingAnswer.ts'
import { different } from '../../../access/different.ts'
import { Conflict, InvalidInput, NotReady } from '../../../access/refusals.ts'
import type { ChangeEvent } from '../../../audit/writeEvents.ts'
import { newId } from '../../../db/newId.ts'
import { AnswerReason } from './answerReason.entity.ts'
import type { Meeting } from '../meeting/meeting.entity.ts'
import { MeetingAnswer } from './meetingAnswer.entity.ts'
import { tellDeputies } from './deputyNotice.send.ts'
import type { Platform } from '../../../access/requestContext.ts'

/** A place that is expected at a meeting, as the person who answers sees it. */
export interface AnswerPlace {
  placeId: string
  seatId: string | null
  inviteeId: string | null
  organisationId: string
  organisationName: string
  /** Whether that person holds the place, stands in for its holder, or leads the agency. */
  own: boolean
}

/** The place, as far as it exists for who asks and is expected at the meeting; null otherwise. */
export async function findPlace(
  em: EntityManager,
  meeting: Meeting,
  placeId: string,
): Promise<AnswerPlace | null> {
  const [place] = await em.execute<AnswerPlace[]>(
    `select place.*, coalesce(o.name, '') as "organisationName" from (
       select s.id as "placeId", s.id as "seatId", null::uuid as "inviteeId", s.organisation_id as "organisationId",
         s.id = any(access.my_seats()) or s.id = any(access.led_seats()) as own
       from seat s where s.board_id = ? and s.id = ? and ? = 'BOARD' and s.starts_on <= ? and (s.ends_on is null or s.ends_on >= ?)
       union all
       select i.id, null, i.id, i.organisation_id, i.id = any(access.my_invitations())
       from invitee i where i.board_id = ? and i.meeting_id = ? and i.id = ? and i.removed_at is null) as place
     left join organisation o on o.id = place."organisationId"`,
    [
      meeting.boardId,
      placeId,
      meeting.kind,
      meeting.heldOn,
      meeting.heldOn,
      meeting.boardId,
      meeting.id,
      placeId,
    ],
  )
  return place ?? null
}

/** Who answers, and how the log learns of it. */
export interface Answerer {
  name: string
  /** The version that was changed; null where the last word counts. */
  version: number | null
  action: string
  platform: Platform
  record: (event: Omit<ChangeEvent, 'under'>) => void
}

/** Writes the answer for a place down, for the time at which the meeting is now. */
export async function saveAnswer(
  em: EntityManager,
  meeting: Meeting,
  place: AnswerPlace,
  given: GivenAnswer,
  { name, version, action, platform, record }: Answerer,
): Promise<MeetingAnswer | InvalidInput | Conflict | NotReady> {
  // Two who answer for one place at once take turns. The meeting's own row is not theirs to lock.
  await em.execute('select pg_advisory_xact_lock(hashtextextended(?, 5))', [`${meeting.id} ${place.placeId}`])
  const closed = whyNoAnswer({
    cancelled: Boolean(meeting.cancelledAt),
    registerClosed: Boolean(meeting.registerClosedAt),
  })
  if (closed) return new NotReady(closed)
  const known = await em.findOne(MeetingAnswer, {
    boardId: meeting.boardId,
    meetingId: meeting.id,
    placeId: place.placeId,
  })
  const deputies = await namedDeputies(em, place)
  const sent = withNamedDeputy(given, deputies)
  if (version !== null && (known?.version ?? 0) !== version)
    return new Conflict(
      known?.id ?? meeting.id,
      known?.version ?? 0,
      different(known ? textsOf(known) : { answer: 'No answer', deputyName: '' }, sentTexts(sent, deputies)),
    )
  const problems = checkMeetingAnswer(
    sent,
    deputies.map(({ id }) => id),
  )
  if (problems.length > 0) return new InvalidInput(problems)
  const isDeputy = sent.answer === 'DEPUTY'
  const answered = {
    answer: sent.answer,
    deputyId: isDeputy ? sent.deputyId : null,
    deputyName: isDeputy ? nameOfDeputy(sent, deputies) : null,
    startsAt: meeting.startsAt,
    endsAt: meeting.endsAt,
    answeredByName: name,
    onBehalf: !place.own,
    answeredAt: new Date(),
  }
  const before = known ? textsOf(known) : null
  const answer = known ? em.assign(known, answered) : { ...newAnswer(meeting, place), ...answered }
  if (known) await em.flush()
  else await em.insert(MeetingAnswer, answer)
  await saveReason(em, answer, sent.answer === 'APOLOGIES' ? sent.reason.trim() : '')
  await tellDeputies(platform, em, meeting, place.seatId)
  // The reason stays out of the log: it can be taken back, and the log cannot.
  record({
    chainId: meeting.boardId,
    action,
    recordType: 'MeetingAnswer',
    recordId: answer.id,
    ...(before && { before }),
    after: {
      ...textsOf(answer),
      title: meeting.title,
      heldOn: meeting.heldOn,
      organisation: place.organisationName,
      ...(answer.onBehalf && { onBehalf: true }),
    },
  })
  return answer
}

function newAnswer(meeting: Meeting, { placeId, seatId, inviteeId, organisationId }: AnswerPlace) {
  const { boardId, id: meetingId, kind: meetingKind } = meeting
  return {
    boardId,
    id: newId(),
    meetingId,
    meetingKind,
    seatId,
    inviteeId,
    placeId,
    organisationId,
    version: 1,
  }
}

async function saveReason(em: EntityManager, answer: MeetingAnswer, reason: string): Promise<void> {
  const known = await em.findOne(AnswerReason, { boardId: answer.boardId, answerId: answer.id })
  if (reason === '') {
    if (known) em.remove(known)
  } else if (known) em.assign(known, { reason })
  else
    await em.insert(AnswerReason, {
      boardId: answer.boardId,
      answerId: answer.id,
      placeId: answer.placeId,
      organisationId: answer.organisationId,
      meetingKind: answer.meetingKind,
      reason,
    })
  await em.flush()
}

interface NamedDeputy {
  id: string
  name: string
}

function namedDeputies(em: EntityManager, { seatId }: AnswerPlace): Promise<NamedDeputy[]> {
  if (!seatId) return Promise.resolve([])
  return em.execute<NamedDeputy[]>(
    `select p.id, p.name from deputy d join person p on p.id = d.person_id
     where d.seat_id = ? and d.ended_at is null order by p.name, p.id limit 100`,
    [seatId],
  )
}

/** Who types the name of a named deputy means that person. */
function withNamedDeputy(given: GivenAnswer, deputies: readonly NamedDeputy[]): GivenAnswer {
  if (given.deputyId !== null) return given
  const typed = given.deputyName.trim().toLowerCase()
  const meant = deputies.filter(({ name }) => name.toLowerCase() === typed)
  return meant.length === 1 && meant[0] ? { ...given, deputyId: meant[0].id } : given
}

function nameOfDeputy(given: GivenAnswer, deputies: readonly NamedDeputy[]): string {
  return deputies.find(({ id }) => id === given.deputyId)?.name ?? given.deputyName.trim()
}

function textsOf({ answer, deputyName }: MeetingAnswer) {
  return { answer: meetingAnswerName[answer], deputyName: deputyName ?? '' }
}

function sentTexts(given: GivenAnswer, deputies: readonly NamedDeputy[]) {
  return {
    answer: meetingAnswerName[given.answer],
    deputyName: given.answer === 'DEPUTY' ? nameOfDeputy(given, deputies) : '',
  }
}

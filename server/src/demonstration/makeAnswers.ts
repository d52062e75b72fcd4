import { meetingAnswerName } from '@boardwork/shared/attendance/answer/meetingAnswer.ts'
import type { MeetingAnswerKind } from '@boardwork/shared/attendance/answer/meetingAnswer.ts'
import { organisations } from './councils.ts'
import { people } from './people.ts'
import type { PersonKey } from './people.ts'
import { keysOf } from './world.ts'
import type { World } from './world.ts'

interface Answered {
  by: PersonKey
  answer: MeetingAnswerKind
  deputy?: PersonKey
  reason?: string
}

const given: readonly Answered[] = [
  { by: 'daniel', answer: 'ATTENDING' },
  { by: 'marcus', answer: 'ATTENDING' },
  { by: 'amara', answer: 'APOLOGIES', reason: 'At a hearing on that day' },
  { by: 'grace', answer: 'DEPUTY', deputy: 'zainab' },
]

/** What some members of the Fernshire board answered for its next meeting; the others have not answered yet. */
export function makeAnswers(world: World): void {
  const boardId = world.boardIds.fernshire
  const meeting = world.meetings.find(
    (one) => one.boardId === boardId && one.kind === 'BOARD' && one.heldOn > world.calendar.today,
  )
  if (!meeting) throw new Error('The board of the demonstration has no meeting to answer for.')
  const { id: meetingId, startsAt, endsAt, title, heldOn } = meeting
  for (const { by, answer, deputy, reason } of given) {
    const seat = world.seats.find((one) => one.boardId === boardId && one.holderId === world.personIds[by])
    const agency = keysOf(organisations).find((key) => world.organisationIds[key] === seat?.organisationId)
    if (!seat || !agency) throw new Error(`${people[by].name} holds no seat of the board.`)
    const place = { boardId, placeId: seat.id, organisationId: seat.organisationId }
    const id = world.ids.next()
    const answeredAt = world.calendar.moment(11, 24)
    world.answers.push({
      ...place,
      id,
      meetingId,
      meetingKind: 'BOARD',
      seatId: seat.id,
      inviteeId: null,
      answer,
      deputyId: deputy ? world.personIds[deputy] : null,
      deputyName: deputy ? people[deputy].name : null,
      startsAt,
      endsAt,
      answeredByName: people[by].name,
      onBehalf: false,
      answeredAt,
      version: 1,
    })
    if (reason) world.answerReasons.push({ ...place, answerId: id, meetingKind: 'BOARD', reason })
    world.happenings.push({
      chains: [boardId],
      by,
      under: { kind: 'SIGNED_IN' },
      at: answeredAt,
      action: 'meetingAnswer.give',
      recordType: 'MeetingAnswer',
      recordId: id,
      after: {
        answer: meetingAnswerName[answer],
        deputyName: deputy ? people[deputy].name : '',
        title,
        heldOn,
        organisation: organisations[agency].name,
      },
    })
  }
}

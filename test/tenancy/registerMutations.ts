import { day } from '../support/factories.ts'
import type { MutationCase } from './scene.ts'

const mark = { mark: 'UNKNOWN', version: 0, markedAt: '2026-09-01T10:00:00Z' }
const quorum = { kind: 'SEATS', votingOnly: false, needs: { seats: 1 }, deputies: 'ALL' }

export const registerCases: MutationCase[] = [
  {
    field: 'setMarks',
    input: ({ meetingId, seatId }) => ({ meetingId, marks: [{ ...mark, placeId: seatId }] }),
  },
  { field: 'closeRegister', input: ({ meetingId }) => ({ meetingId, unmarked: 0 }) },
  {
    field: 'correctMark',
    input: ({ markId }) => ({ markId, mark: 'ABSENT', why: 'For a test', version: 1 }),
  },
  {
    field: 'saveGuest',
    input: ({ meetingId }) => ({ meetingId, kind: 'GUEST', name: 'Robin Ash', version: 0 }),
  },
  // Of another version, so that the guest is there for the next person who asks.
  { field: 'removeGuest', input: ({ guestId }) => ({ guestId, version: 7 }) },
  { field: 'openCheckIn', input: ({ meetingId }) => ({ meetingId }) },
  { field: 'endCheckIn', input: ({ meetingId }) => ({ meetingId }) },
  { field: 'checkIn', input: ({ meetingId }) => ({ meetingId, code: '000000' }) },
  { field: 'setQuorum', input: ({ boardId }) => ({ boardId, rule: quorum, startsOn: day(0), version: 0 }) },
]

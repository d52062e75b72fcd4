import type { Client } from 'pg'
import { makeGuest, makeMark, makeMeeting } from '../support/attendanceFactories.ts'
import { makeRegisterImport } from '../support/registerImportFactory.ts'
import { day, makeSeat } from '../support/factories.ts'
import { makePublication } from '../support/publicationFactory.ts'
import type { AgendaScene, AttendanceScene, FlagScene, MutationCase, Scene } from './scene.ts'

export async function makeAttendanceScene(
  db: Client,
  { boardId, councilId, seatId, personId }: Omit<Scene, keyof (AttendanceScene & FlagScene & AgendaScene)>,
): Promise<AttendanceScene> {
  const meetingId = await makeMeeting(db, boardId)
  const closedId = await makeMeeting(db, boardId, { heldOn: day(-7), closed: true })
  return {
    meetingId,
    councilSeatId: await makeSeat(db, boardId, councilId, { startsOn: day(-500) }),
    markId: await makeMark(db, boardId, closedId, seatId, 'UNKNOWN'),
    guestId: await makeGuest(db, boardId, meetingId),
    publicationId: await makePublication(db, boardId),
    registerImportId: await makeRegisterImport(db, boardId, personId),
  }
}

const meeting = { title: 'Quarterly meeting', heldOn: day(7), startTime: '10am', endTime: '12:00' }

export const attendanceCases: MutationCase[] = [
  {
    field: 'answerMeeting',
    variant: 'a place of another agency',
    input: ({ meetingId, councilSeatId }) => ({
      meetingId,
      placeId: councilSeatId,
      answer: 'ATTENDING',
      version: 0,
    }),
  },
  { field: 'sendMeetingInvitations', input: ({ meetingId }) => ({ meetingId }) },
  { field: 'renewCalendarAddress', input: () => ({}) },
  { field: 'publishAttendance', input: ({ boardId }) => ({ boardId, year: 2025, seen: '' }) },
  { field: 'withdrawAttendance', input: ({ publicationId }) => ({ publicationId, version: 1 }) },
  { field: 'planMeeting', input: ({ boardId }) => ({ boardId, ...meeting }) },
  {
    field: 'planSeries',
    input: ({ boardId }) => ({ boardId, ...meeting, repeat: 'WEEKS', every: 2, count: 3 }),
  },
  { field: 'changeSeries', input: ({ meetingId }) => ({ meetingId, ...meeting, version: 1 }) },
  { field: 'cancelSeries', input: ({ meetingId }) => ({ meetingId, reason: 'Snow', version: 1 }) },
  { field: 'changeMeeting', input: ({ meetingId }) => ({ meetingId, ...meeting, version: 1 }) },
  { field: 'cancelMeeting', input: ({ meetingId }) => ({ meetingId, reason: 'Snow', version: 1 }) },
  {
    field: 'settleAttendance',
    input: ({ boardId }) => ({ boardId, yearStartsMonth: 4, deputyRule: '', version: 0 }),
  },
  {
    field: 'bringInRegister',
    input: ({ boardId }) => ({
      boardId,
      source: { text: 'Agency\t12 April 2024\t25 July 2024\nCouncil\tP\tP' },
      fileName: 'Pasted text',
    }),
  },
  {
    field: 'chooseInRegister',
    input: ({ registerImportId }) => ({ importId: registerImportId, version: 1, choices: [] }),
  },
  { field: 'saveRegister', input: ({ registerImportId }) => ({ importId: registerImportId, version: 1 }) },
  { field: 'undoRegister', input: ({ registerImportId }) => ({ importId: registerImportId, version: 1 }) },
  { field: 'discardRegister', input: ({ registerImportId }) => ({ importId: registerImportId, version: 1 }) },
]

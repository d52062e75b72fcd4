import type { Client } from 'pg'
import { makeMeeting } from '../support/attendanceFactories.ts'
import { day } from '../support/factories.ts'
import type { AttendanceScene, MutationCase, Scene } from './scene.ts'

export async function makeAttendanceScene(
  db: Client,
  { boardId }: Omit<Scene, keyof AttendanceScene>,
): Promise<AttendanceScene> {
  return { meetingId: await makeMeeting(db, boardId) }
}

const meeting = { title: 'Quarterly meeting', heldOn: day(7), startTime: '10am', endTime: '12:00' }

export const attendanceCases: MutationCase[] = [
  { field: 'planMeeting', input: ({ boardId }) => ({ boardId, ...meeting }) },
  { field: 'changeMeeting', input: ({ meetingId }) => ({ meetingId, ...meeting, version: 1 }) },
  { field: 'cancelMeeting', input: ({ meetingId }) => ({ meetingId, reason: 'Snow', version: 1 }) },
  {
    field: 'settleAttendance',
    input: ({ boardId }) => ({ boardId, yearStartsMonth: 4, deputyRule: '', version: 0 }),
  },
]

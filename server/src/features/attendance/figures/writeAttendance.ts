import { writtenInThread } from '../../../documents/writtenInThread.ts'
import type { AttendanceToTakeOut } from './attendedExport.reads.ts'

export interface AttendanceToWrite extends AttendanceToTakeOut {
  kind: 'document' | 'workbook'
}

/** Writes the attendance of a board, in a thread of its own. */
export function writeAttendance(attendance: AttendanceToWrite): Promise<Uint8Array> {
  return writtenInThread(new URL('./attendanceThread.ts', import.meta.url), attendance)
}

import { writtenInThread } from '../../../documents/writtenInThread.ts'
import type { AgencyToTakeOut } from './attendedExport.reads.ts'

export interface AgencyToWrite extends AgencyToTakeOut {
  kind: 'document' | 'workbook'
}

/** Writes the attendance of an agency at all of its boards, in a thread of its own. */
export function writeAgency(agency: AgencyToWrite): Promise<Uint8Array> {
  return writtenInThread(new URL('./agencyThread.ts', import.meta.url), agency)
}

import { agencyTables } from '@boardwork/shared/attendance/figures/agencyTables.ts'
import { blocksOfTables } from './tablesOfDocument.ts'
import type { AgencyToWrite } from './writeAgency.ts'

/** In Excel the meetings of all boards stand on one sheet, where they can be sorted; in Word each board has a heading. */
export default async function write({ kind, title, ...agency }: AgencyToWrite): Promise<Uint8Array> {
  const tables = agencyTables(agency, { together: kind === 'workbook' })
  if (kind === 'workbook') {
    const { writeWorkbook } = await import('../../../documents/writeWorkbook.ts')
    return writeWorkbook(title, tables)
  }
  const { writeWord } = await import('../../../documents/writeWord.ts')
  return writeWord(title, blocksOfTables(tables))
}

import type { AttendanceFigures } from '@boardwork/shared/attendance/figures/attendanceFigures.ts'
import { boardYearName } from '@boardwork/shared/attendance/figures/boardYear.ts'
import { RatesOfAgencies } from './RatesOfAgencies.tsx'

/** The figures of a year as those who see no register get them: by agency, and never by person. */
export function FiguresOfYear({ figures }: { figures: AttendanceFigures }) {
  const { year, startsMonth, held, cancelled, agencies } = figures
  return (
    <>
      <p>
        Meetings held: {held}. Cancelled: {cancelled}.
      </p>
      <RatesOfAgencies
        caption={`Attendance by agency, ${boardYearName(year, startsMonth)}`}
        counts={agencies}
        before={null}
      />
      <p>
        A rate is the share of meetings at which somebody came for the agency. What is unknown is left out of
        it, and never counts as absent. With few meetings one more or less changes a percentage by much: read
        it together with its counts.
      </p>
    </>
  )
}

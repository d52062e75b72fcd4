import './attendanceRegister.scss'
import { Mark, markName, markSymbol } from '@boardwork/shared/attendance/register/mark.ts'
import type { totalsOf } from './registerPlaces.ts'

/** How the register stands so far. */
export function RegisterTotals({ totals }: { totals: ReturnType<typeof totalsOf> }) {
  return (
    <ul className="govuk-list bw-totals" aria-label="So far">
      {Object.values(Mark).map((mark) => (
        <li key={mark}>
          <span aria-hidden="true">{markSymbol[mark]} </span>
          <strong>{totals[mark]}</strong> {markName[mark].toLowerCase()}
        </li>
      ))}
      <li>
        <strong>{totals.unmarked}</strong> without a mark
      </li>
    </ul>
  )
}

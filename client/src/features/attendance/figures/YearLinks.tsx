import { Link } from '../../../govuk/Link.tsx'

/** Leads to the year before and the year after. */
export function YearLinks({ address, year, last }: { address: string; year: number; last: number }) {
  return (
    <p>
      <Link href={`${address}?year=${year - 1}`}>The year before</Link>
      {year < last && (
        <>
          {' · '}
          <Link href={`${address}?year=${year + 1}`}>The year after</Link>
        </>
      )}
    </p>
  )
}

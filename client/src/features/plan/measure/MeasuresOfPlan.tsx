import { verdictName } from '@boardwork/shared/plan/measureJudgement.ts'
import { graphql, readFragment } from '../../../gql/index.ts'
import type { FragmentType } from '../../../gql/index.ts'
import { countText } from '../words.ts'

const CountsFragment = graphql(`
  fragment MeasuresOfPlan on Plan {
    id
    measureCounts {
      all
      met
      notMet
      uncertain
      noResult
      notDue
    }
  }
`)

/** How the measures of a plan stand, in a sentence. */
export function MeasuresOfPlan({ plan }: { plan: FragmentType<typeof CountsFragment> }) {
  const { all, met, notMet, uncertain, noResult, notDue } = readFragment(CountsFragment, plan).measureCounts
  if (all === 0) return null
  const parts = [
    [met, verdictName.MET],
    [notMet, verdictName.NOT_MET],
    [uncertain, verdictName.UNCERTAIN],
    [noResult, verdictName.NO_RESULT],
    [notDue, verdictName.NOT_DUE],
  ] as const
  const words = parts.filter(([count]) => count > 0).map(([count, name]) => `${count} ${name.toLowerCase()}`)
  return (
    <p>
      {countText(all, 'measure')}: {words.join(', ')}.
    </p>
  )
}

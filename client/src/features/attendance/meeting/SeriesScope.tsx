import { graphql, readFragment } from '../../../gql/index.ts'
import type { FragmentType } from '../../../gql/index.ts'
import { Radios } from '../../../govuk/Radios.tsx'

export const SeriesScopeFragment = graphql(`
  fragment SeriesScope on Meeting {
    id
    heldOn
    inSeries {
      id
      heldOn
      cancelledAt
      registerClosedAt
    }
  }
`)

/** Whether a change is about one meeting, or about those of its series that follow too. */
export type Scope = 'ONE' | 'FOLLOWING'

interface SeriesScopeProps {
  meeting: FragmentType<typeof SeriesScopeFragment>
  /** Completes “Which meetings do you …?”. */
  what: string
  hint: string
  value: Scope
  onChange: (scope: Scope) => void
}

/** Asks how far a change reaches, where the meeting stands in a series and others follow. */
export function SeriesScope({ meeting: given, what, hint, value, onChange }: SeriesScopeProps) {
  const { heldOn, inSeries } = readFragment(SeriesScopeFragment, given)
  const following = inSeries.filter(
    (one) => one.heldOn > heldOn && !one.cancelledAt && !one.registerClosedAt,
  ).length
  if (following === 0) return null
  return (
    <Radios
      name="scope"
      fieldset={{ legend: `Which meetings do you ${what}?` }}
      hint={hint}
      value={value}
      onValueChange={(scope) => onChange(scope === 'FOLLOWING' ? 'FOLLOWING' : 'ONE')}
      items={[
        { value: 'ONE', text: 'This meeting alone' },
        {
          value: 'FOLLOWING',
          text: `This meeting and ${following === 1 ? 'the one that follows' : `the ${following} that follow`}`,
        },
      ]}
    />
  )
}

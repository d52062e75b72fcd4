import { readFragment } from '../../../gql/index.ts'
import type { FragmentType } from '../../../gql/index.ts'
import { Button } from '../../../govuk/Button.tsx'
import { Details } from '../../../govuk/Details.tsx'
import { ActionMeasuresFragment, MeasureFragment } from './measureFragments.ts'
import { MeasureCard } from './MeasureCard.tsx'
import { countText } from '../words.ts'

/** What an action is measured by, and what was found. */
export function ActionMeasures({ action: given }: { action: FragmentType<typeof ActionMeasuresFragment> }) {
  const action = readFragment(ActionMeasuresFragment, given)
  const measures = readFragment(MeasureFragment, action.measures)
  const used = measures.filter(({ endedAt }) => !endedAt)
  const ended = measures.filter(({ endedAt }) => endedAt)
  return (
    <section aria-labelledby="measures">
      <h2 className="govuk-heading-m" id="measures">
        Measures
      </h2>
      {used.length === 0 && <p>Nothing is measured for this action.</p>}
      {used.map((measure) => (
        <MeasureCard key={measure.id} measure={measure} />
      ))}
      {ended.length > 0 && (
        <Details summary={`Show ${countText(ended.length, 'measure')} that ended`}>
          {ended.map((measure) => (
            <MeasureCard key={measure.id} measure={measure} />
          ))}
        </Details>
      )}
      {action.viewerCanSetMeasures && (
        <Button href={`/actions/${action.id}/measures/new`} variant="secondary">
          Add a measure
        </Button>
      )}
    </section>
  )
}

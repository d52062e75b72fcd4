import { isPercentage } from '@boardwork/shared/plan/measureKind.ts'
import { resultText } from '@boardwork/shared/plan/measureJudgement.ts'
import { intervalText } from '@boardwork/shared/statistics/shareInterval.ts'
import { ResultChart } from '../../../charts/ResultChart.tsx'
import type { MeasureFragment } from '../../../gql/graphql.ts'
import { Link } from '../../../govuk/Link.tsx'
import { ScrollRegion } from '../../../govuk/ScrollRegion.tsx'
import { Table } from '../../../govuk/Table.tsx'
import { dateText, whenText } from '../words.ts'

type Result = MeasureFragment['results'][number]

/** Everything that was recorded for a measure, as a picture and as a table. */
export function MeasureResults({ measure }: { measure: MeasureFragment }) {
  const { id, name, kind, results, viewerCan } = measure
  const share = isPercentage(kind)
  return (
    <>
      <Chart measure={measure} />
      <ScrollRegion label={`Results of ${name}`}>
        <Table
          stacked
          caption={`Results of ${name}, the newest first`}
          captionClassName="govuk-visually-hidden"
          firstCellIsHeader
          head={['When', 'Result', ...(share ? ['95% interval'] : []), 'Recorded', 'Notes']}
          rows={results.map((result) => [
            whenText(result),
            <ResultCell key="result" measure={measure} result={result} />,
            ...(share ? [shareText(result)] : []),
            `${result.recordedByName}, ${result.recordedByFor}, ${dateText(result.recordedAt)}`,
            <>
              {result.correctionReason && `Corrects another result: ${result.correctionReason} `}
              {result.note}
              {viewerCan.record && !result.corrected && !result.retracts && (
                <>
                  {(result.note ?? result.correctionReason) && <br />}
                  <Link href={`/measures/${id}/results?corrects=${result.id}`}>
                    Correct<span className="govuk-visually-hidden"> the result for {whenText(result)}</span>
                  </Link>
                </>
              )}
            </>,
          ])}
        />
      </ScrollRegion>
    </>
  )
}

function ResultCell({ measure, result }: { measure: MeasureFragment; result: Result }) {
  if (result.retracts) return 'Taken away'
  const text = resultText(measure, result)
  return result.corrected ? (
    <>
      <s>{text}</s> (corrected)
    </>
  ) : (
    text
  )
}

function shareText({ interval, retracts, denominator }: Result): string {
  if (interval) return intervalText(interval)
  return retracts || denominator === 0 ? '' : 'Counted in full'
}

/** What stands, on its days. What is done by a day has nothing to draw. */
function Chart({ measure }: { measure: MeasureFragment }) {
  const share = isPercentage(measure.kind)
  const points = measure.results
    .filter((result) => !result.corrected && !result.retracts)
    .toReversed()
    .flatMap(({ measuredOn: day, value, numerator, denominator, interval }) => {
      if (typeof value === 'number') return [{ day, value, low: value, high: value }]
      if (typeof numerator !== 'number' || !denominator) return []
      const found = (numerator / denominator) * 100
      const [low, high] = interval ? [interval.low * 100, interval.high * 100] : [found, found]
      return [{ day, value: found, low, high }]
    })
  if (points.length === 0 || typeof measure.target !== 'number') return null
  return (
    <figure className="bw-figure">
      <ResultChart
        label={`${measure.name}: the results over time${share ? ' with their 95% intervals' : ''}, and the target`}
        points={points}
        target={measure.target}
        {...(share && { most: 100 })}
        text={(value) => `${value.toLocaleString('en-GB')}${share ? '%' : ''}`}
      />
      <figcaption className="govuk-body-s">
        Dashed line: the target.{points.some(({ low, high }) => high > low) && ' Bars: the 95% intervals.'}
      </figcaption>
    </figure>
  )
}

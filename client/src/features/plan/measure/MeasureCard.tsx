import { countingName, isPercentage } from '@boardwork/shared/plan/measureKind.ts'
import { resultText, targetText, verdictName } from '@boardwork/shared/plan/measureJudgement.ts'
import type { Verdict } from '@boardwork/shared/plan/measureJudgement.ts'
import { intervalText } from '@boardwork/shared/statistics/shareInterval.ts'
import type { MeasureFragment } from '../../../gql/graphql.ts'
import { Details } from '../../../govuk/Details.tsx'
import { SummaryList } from '../../../govuk/SummaryList.tsx'
import { Tag } from '../../../govuk/Tag.tsx'
import { MeasureResults } from './MeasureResults.tsx'
import { countText, dateText, whenText } from '../words.ts'

type Result = MeasureFragment['results'][number]

const colours = {
  MET: 'green',
  NOT_MET: 'red',
  UNCERTAIN: 'yellow',
  NO_RESULT: 'grey',
  NOT_DUE: 'blue',
} as const

/** What can be said about a measure, in words, with a colour that only helps. */
export function VerdictTag({ verdict }: { verdict: Verdict }) {
  return <Tag colour={colours[verdict]}>{verdictName[verdict]}</Tag>
}

/** A measure: its target, what was found last, what can be said, and everything that was found before. */
export function MeasureCard({ measure }: { measure: MeasureFragment }) {
  const { id, name, judgement, results, viewerCan, endedAt } = measure
  const latest = results.find((result) => result.id === measure.latestResult?.id)
  return (
    <>
      <SummaryList
        card={{
          className: results.length > 0 ? 'govuk-!-margin-bottom-2' : undefined,
          title: { children: name, headingLevel: 3 },
          actions: {
            items: [
              ...(viewerCan.record && !endedAt
                ? [{ text: 'Record a result', href: `/measures/${id}/results` }]
                : []),
              ...(viewerCan.change ? [{ text: 'Change', href: `/measures/${id}/edit` }] : []),
            ],
          },
        }}
        rows={[
          { key: 'Target', value: capital(targetText(measure)) },
          isPercentage(measure.kind) && { key: 'Of which cases', value: casesText(measure) },
          latest ? { key: 'Latest result', value: <LatestResult measure={measure} result={latest} /> } : null,
          endedAt
            ? { key: 'Ended', value: `On ${dateText(endedAt)}. Reason: ${measure.endedReason}` }
            : {
                key: 'Is it met?',
                value: (
                  <>
                    <VerdictTag verdict={judgement.verdict} />
                    <br />
                    {judgement.words}
                  </>
                ),
              },
        ]}
      />
      {results.length > 0 && (
        <Details
          summary={
            <>
              Show {countText(results.length, 'result')}
              <span className="govuk-visually-hidden"> of {name}</span>
            </>
          }
        >
          <MeasureResults measure={measure} />
        </Details>
      )}
    </>
  )
}

function LatestResult({ measure, result }: { measure: MeasureFragment; result: Result }) {
  return (
    <>
      {resultText(measure, result)}
      {result.interval && (
        <>
          <br />
          95% interval: {intervalText(result.interval)}
        </>
      )}
      {measure.kind !== 'BY_DATE' && (
        <>
          <br />
          {whenText(result)}
        </>
      )}
    </>
  )
}

function casesText({ population, counting, populationSize }: MeasureFragment): string {
  const how = counting ? countingName[counting] : ''
  const many =
    typeof populationSize === 'number' ? `, out of about ${populationSize.toLocaleString('en-GB')}` : ''
  return `${population}. ${how}${many}.`
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

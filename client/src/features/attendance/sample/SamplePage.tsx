import { useState } from 'react'
import { useParams } from 'react-router'
import { useQuery } from 'urql'
import { sampleResultText } from '@boardwork/shared/attendance/rule/findings.ts'
import { drawSample } from '@boardwork/shared/attendance/sample/sample.ts'
import { formatDay, todayInLondon } from '@boardwork/shared/board/dates.ts'
import { graphql } from '../../../gql/gql.ts'
import type { SamplePageQuery as Page } from '../../../gql/graphql.ts'
import { BackLink } from '../../../govuk/BackLink.tsx'
import { Button } from '../../../govuk/Button.tsx'
import { Details } from '../../../govuk/Details.tsx'
import { Link } from '../../../govuk/Link.tsx'
import { SummaryList } from '../../../govuk/SummaryList.tsx'
import { Main } from '../../../page/Main.tsx'
import { Missing, missingTitle } from '../../../page/Missing.tsx'
import { SavedBanner } from '../../../page/SavedBanner.tsx'
import { usePageTitle } from '../../../page/usePageTitle.ts'

export const SamplePageQuery = graphql(`
  query SamplePage($id: ID!) {
    meetingSample(id: $id) {
      id
      year
      yearName
      sharePercent
      seed
      population
      populationHash
      drawn
      drawnAt
      drawnByName
      board {
        id
        name
      }
      meetings {
        id
        title
        heldOn
      }
      result {
        numerator
        denominator
        unknown
        interval {
          low
          high
        }
      }
    }
  }
`)

type Sample = NonNullable<Page['meetingSample']>

/** A sample of strategy meetings: what it shows, and how anyone who sees it can draw it again. */
export function SamplePage() {
  const { sampleId = '' } = useParams()
  const [{ data }] = useQuery({ query: SamplePageQuery, variables: { id: sampleId } })
  const sample = data?.meetingSample
  usePageTitle(sample ? 'Sample of strategy meetings' : missingTitle)
  if (!sample) return <Missing />
  const { board, year, yearName, sharePercent, seed, population, populationHash, drawn, result } = sample
  return (
    <Main
      before={
        board ? (
          <BackLink href={`/boards/${board.id}/flags?year=${year}`}>Back to the flags</BackLink>
        ) : (
          <BackLink href="/">Back to your boards</BackLink>
        )
      }
    >
      <SavedBanner />
      <span className="govuk-caption-l">{board?.name ?? 'A board'}</span>
      <h1 className="govuk-heading-l">Sample of strategy meetings, {yearName}</h1>
      <SummaryList
        rows={[
          {
            key: 'Full attendance',
            value: sampleResultText({ ...result, interval: result.interval ?? null }),
          },
          {
            key: 'Drawn',
            value: `${drawn.length} of ${population.length} strategy meetings (${sharePercent}%), by ${sample.drawnByName}, ${formatDay(todayInLondon(new Date(sample.drawnAt)))}`,
          },
          { key: 'Seed', value: <code className="bw-break">{seed}</code> },
          { key: 'Hash of the meetings', value: <code className="bw-break">{populationHash}</code> },
        ]}
      />
      <DrawAgain sample={sample} />
      <h2 className="govuk-heading-m">The meetings that were drawn</h2>
      <ul className="govuk-list">
        {sample.meetings.map(({ id, title, heldOn }) => (
          <li key={id}>
            <Link href={`/meetings/${id}`}>
              {formatDay(heldOn)}: {title}
            </Link>
          </li>
        ))}
      </ul>
      <Details summary="How it was drawn">
        <p>
          Each meeting that was held by then got a number: the SHA-256 of the seed, a space and the id of the
          meeting. The meetings with the lowest numbers were drawn. Nobody could choose or guess them before
          the seed was there.
        </p>
        <p>All meetings, by id:</p>
        <ul className="govuk-list">
          {population.map((id) => (
            <li key={id}>
              <code className="bw-break">{id}</code>
            </li>
          ))}
        </ul>
      </Details>
    </Main>
  )
}

/** Draws the sample again on this device, and says whether it is the same. */
function DrawAgain({ sample }: { sample: Sample }) {
  const [outcome, setOutcome] = useState('')
  const again = async () => {
    try {
      const draw = await drawSample(sample.population, sample.seed, sample.sharePercent)
      const same =
        draw.populationHash === sample.populationHash && draw.sample.join(' ') === sample.drawn.join(' ')
      setOutcome(
        same
          ? `Drawn again on this device: the same ${draw.sample.length} meetings, and the same hash.`
          : 'Drawn again on this device: it is not the same. Tell the coordinator of the board.',
      )
    } catch {
      setOutcome(
        'This device cannot draw it again. Use a browser that is up to date, over a safe connection.',
      )
    }
  }
  return (
    <>
      <Button type="button" variant="secondary" onClick={() => void again()}>
        Draw it again
      </Button>
      <p role="status">{outcome}</p>
    </>
  )
}

import { useLocation, useParams } from 'react-router'
import { useQuery } from 'urql'
import { mergersInRules } from '@boardwork/shared/attendance/rule/mergersInRules.ts'
import { nameWithMergers } from '@boardwork/shared/organisation/merger.ts'
import { formatDay, todayInLondon } from '@boardwork/shared/board/dates.ts'
import { graphql, readFragment } from '../../../gql/index.ts'
import type { FlagEntryFragment as FlagEntry } from '../../../gql/graphql.ts'
import { BackLink } from '../../../govuk/BackLink.tsx'
import { InsetText } from '../../../govuk/InsetText.tsx'
import { SummaryList } from '../../../govuk/SummaryList.tsx'
import { Main } from '../../../page/Main.tsx'
import { Missing, missingTitle } from '../../../page/Missing.tsx'
import { SavedBanner } from '../../../page/SavedBanner.tsx'
import { usePageTitle } from '../../../page/usePageTitle.ts'
import { FlagTag } from './FlagEntries.tsx'
import { FlagEntryFragment, FlagFragment } from './flagFragments.ts'
import { FlagMoves } from './FlagMoves.tsx'
import { FlagSteps } from './FlagSteps.tsx'
import { RecordsBehind } from '../register/RecordsBehind.tsx'

export const FlagPageQuery = graphql(`
  query FlagPage($id: ID!) {
    flag(id: $id) {
      id
      ...FlagWhole
      board {
        id
        name
        meetings {
          id
          title
          heldOn
          cancelledAt
        }
      }
    }
  }
`)

/** A flag with its working: the rule, the very marks behind it, what happened to it, and what can be done now. */
export function FlagPage() {
  const { flagId = '' } = useParams()
  const { key } = useLocation()
  const [{ data }] = useQuery({ query: FlagPageQuery, variables: { id: flagId } })
  const found = data?.flag
  const flag = readFragment(FlagFragment, found)
  const entry = readFragment(FlagEntryFragment, flag)
  const about = entry ? nameOf(entry) : ''
  usePageTitle(entry ? `Flag: ${about}` : missingTitle)
  if (!found || !flag || !entry) return <Missing />
  const { board } = found
  const today = todayInLondon()
  const meetings = (board?.meetings ?? [])
    .filter(({ cancelledAt, heldOn }) => !cancelledAt && heldOn <= today)
    .toReversed()
    .slice(0, 24)
  return (
    <Main
      before={
        board ? (
          <BackLink href={`/boards/${board.id}/flags?year=${flag.year}`}>Back to the flags</BackLink>
        ) : (
          <BackLink href="/">Back to your boards</BackLink>
        )
      }
    >
      <SavedBanner />
      <span className="govuk-caption-l">{board?.name ?? 'A board'}</span>
      <h1 className="govuk-heading-l">Flag: {about}</h1>
      <p className="govuk-body-l">{entry.words}</p>
      {mergersInRules({ partOf: entry.partOf ?? null, joined: flag.joined }, flag.year).map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      <SummaryList
        rows={[
          { key: 'Where it stands', value: <FlagTag state={entry.state} /> },
          { key: 'Rule', value: entry.ruleWords },
          { key: 'Rules', value: `Version ${flag.rulesNumber} of the rules for ${flag.yearName}` },
          { key: 'Raised', value: formatDay(todayInLondon(new Date(flag.raisedAt))) },
          entry.answerDueOn ? { key: 'Answer asked for by', value: formatDay(entry.answerDueOn) } : null,
          flag.remindersSent > 0 ? { key: 'Reminders sent', value: flag.remindersSent } : null,
        ]}
      />
      {flag.goneAt && (
        <InsetText>The rule does not find this any more. What it stood on was put right.</InsetText>
      )}
      <h2 className="govuk-heading-m">What is behind it</h2>
      <RecordsBehind behind={flag.behind} caption="The marks, meetings or seats behind this flag" />
      <h2 className="govuk-heading-m">What happened</h2>
      <FlagSteps steps={flag.steps} />
      {/* Once something was saved, the forms begin afresh. */}
      <FlagMoves key={key} flag={flag} meetings={meetings} />
    </Main>
  )
}

function nameOf({ organisationName, partOf }: FlagEntry): string {
  return organisationName ? nameWithMergers({ organisationName, partOf: partOf ?? null }) : 'the board'
}

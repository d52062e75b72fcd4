import { useNavigate, useParams, useSearchParams } from 'react-router'
import { useQuery } from 'urql'
import { isOpenFlag } from '@boardwork/shared/attendance/flag/flagLife.ts'
import { graphql, readFragment } from '../../../gql/index.ts'
import { BackLink } from '../../../govuk/BackLink.tsx'
import { Button } from '../../../govuk/Button.tsx'
import { InsetText } from '../../../govuk/InsetText.tsx'
import { Link } from '../../../govuk/Link.tsx'
import { FormProblems } from '../../../page/FormProblems.tsx'
import { Main } from '../../../page/Main.tsx'
import { Missing, missingTitle } from '../../../page/Missing.tsx'
import { saved, SavedBanner } from '../../../page/SavedBanner.tsx'
import { usePageTitle } from '../../../page/usePageTitle.ts'
import { useSave } from '../../../page/useSave.ts'
import { FlagEntries } from './FlagEntries.tsx'
import { FlagEntryFragment } from './flagFragments.ts'
import { flagYearVariables } from './flagYears.ts'
import { YearLinks } from '../figures/YearLinks.tsx'
import { SamplesOfBoard } from '../sample/SamplesOfBoard.tsx'

export const FlagsPageQuery = graphql(`
  query FlagsPage($boardId: ID!, $year: Int) {
    board(id: $boardId) {
      id
      name
      rulesOfYear(year: $year) {
        currentYear
        versions {
          id
          number
        }
      }
      flagsOfYear(year: $year) {
        year
        name
        viewerCanLook
        due {
          words
        }
        flags {
          id
          ...FlagEntry
        }
      }
      ...SamplesOfBoard
    }
  }
`)

const LookForFlags = graphql(`
  mutation LookForFlags($input: LookForFlagsInput!, $year: Int!) {
    result: lookForFlags(input: $input) {
      __typename
      ... on Board {
        id
        flagsOfYear(year: $year) {
          year
          due {
            words
          }
          flags {
            id
            ...FlagEntry
          }
        }
      }
      ...InvalidInputRefusal
    }
  }
`)

/** The flags of a board's year: what the rules found, and what became of it. */
export function FlagsPage() {
  const { boardId = '' } = useParams()
  const [search] = useSearchParams()
  const [{ data }] = useQuery({
    query: FlagsPageQuery,
    variables: flagYearVariables({ boardId }, search),
  })
  const board = data?.board
  // A flag may be left of a board that the agency has left.
  const shown = board && (board.rulesOfYear || board.flagsOfYear.flags.length > 0)
  usePageTitle(shown ? `Flags – ${board.name}` : missingTitle)
  if (!shown) return <Missing />
  const { year, name, viewerCanLook, due, flags: given } = board.flagsOfYear
  const flags = given.map((flag) => ({ flag, ...readFragment(FlagEntryFragment, flag) }))
  const open = flags.filter(({ state }) => isOpenFlag(state)).map(({ flag }) => flag)
  const done = flags.filter(({ state }) => !isOpenFlag(state)).map(({ flag }) => flag)
  const address = `/boards/${board.id}/flags`
  const rules = board.rulesOfYear
  return (
    <Main before={<BackLink href={`/boards/${board.id}`}>Back to the board</BackLink>}>
      <SavedBanner />
      <span className="govuk-caption-l">{board.name}</span>
      <h1 className="govuk-heading-l">Flags, {name}</h1>
      {rules && <YearLinks address={address} year={year} last={rules.currentYear} />}
      {rules && (
        <p>
          {rules.versions.length === 0 && 'This board has no rules for this year. '}
          <Link href={`/boards/${board.id}/rules?year=${year}`}>Rules for the year</Link>
        </p>
      )}
      {due.length > 0 && (
        <InsetText>
          <p>By now the rules would find something more:</p>
          <ul className="govuk-list govuk-list--bullet">
            {due.map(({ words }) => (
              <li key={words}>{words}</li>
            ))}
          </ul>
        </InsetText>
      )}
      {viewerCanLook && <LookAgain boardId={board.id} year={year} />}
      <h2 className="govuk-heading-m">To do</h2>
      {open.length === 0 ? <p>There is nothing to do.</p> : <FlagEntries flags={open} />}
      {done.length > 0 && (
        <>
          <h2 className="govuk-heading-m">Done</h2>
          <FlagEntries flags={done} />
        </>
      )}
      {viewerCanLook && <SamplesOfBoard board={board} year={year} />}
    </Main>
  )
}

function LookAgain({ boardId, year }: { boardId: string; year: number }) {
  const navigate = useNavigate()
  const { save, saving, refused } = useSave(LookForFlags)
  return (
    <>
      <FormProblems refused={refused} />
      <Button
        type="button"
        variant="secondary"
        disabled={saving}
        onClick={() => {
          void (async () => {
            const looked = await save((clientMutationId) => ({ boardId, year, clientMutationId }))
            if (looked)
              void navigate(`/boards/${boardId}/flags?year=${year}`, {
                replace: true,
                state: saved('The rules have looked again'),
              })
          })()
        }}
      >
        Look again
      </Button>
      <p className="govuk-hint">
        The rules look by themselves when a register is closed or corrected. Look again for what time alone
        makes true, such as a seat that has been vacant too long by now.
      </p>
    </>
  )
}

import { useNavigate, useLocation, useParams } from 'react-router'
import { useQuery } from 'urql'
import { checkQuorum, evaluateQuorum, readQuorum } from '@boardwork/shared/attendance/quorum/quorum.ts'
import type { QuorumRule } from '@boardwork/shared/attendance/quorum/quorum.ts'
import { formatDay, readTypedDay, todayInLondon } from '@boardwork/shared/board/dates.ts'
import { graphql } from '../../../gql/index.ts'
import type { QuorumPageQuery as Data } from '../../../gql/graphql.ts'
import { BackLink } from '../../../govuk/BackLink.tsx'
import { Button } from '../../../govuk/Button.tsx'
import { Details } from '../../../govuk/Details.tsx'
import { DayField, partsOf } from '../../../page/DayField.tsx'
import { Form } from '../../../page/Form.tsx'
import { FormProblems, problemOf } from '../../../page/FormProblems.tsx'
import { Main } from '../../../page/Main.tsx'
import { Missing, missingTitle } from '../../../page/Missing.tsx'
import { saved, SavedBanner } from '../../../page/SavedBanner.tsx'
import { useDraft } from '../../../page/useDraft.ts'
import { usePageTitle } from '../../../page/usePageTitle.ts'
import { useSave } from '../../../page/useSave.ts'
import { draftOfQuorum, ruleOf } from './quorumDraft.ts'
import { RuleGroupFields } from './QuorumRuleFields.tsx'
import { QuorumWords } from './QuorumWords.tsx'

export const QuorumPageQuery = graphql(`
  query QuorumPage($boardId: ID!) {
    board(id: $boardId) {
      id
      name
      seats {
        id
        voting
        organisation {
          id
          name
          kind
        }
      }
      quorums {
        id
        number
        rule
        startsOn
        setByName
      }
      viewerCanMeetings {
        read
      }
      viewerCanSetQuorum
    }
  }
`)

const SetQuorum = graphql(`
  mutation SetQuorum($input: SetQuorumInput!) {
    result: setQuorum(input: $input) {
      __typename
      ... on Quorum {
        id
      }
      ...InvalidInputRefusal
      ...ConflictRefusal
    }
  }
`)

type Board = NonNullable<Data['board']>

/** What the board needs for a quorum: what it was and is, and the form that sets it. */
export function QuorumPage() {
  const { boardId = '' } = useParams()
  const { key } = useLocation()
  const [{ data }, readAgain] = useQuery({ query: QuorumPageQuery, variables: { boardId } })
  const board = data?.board
  usePageTitle(board?.viewerCanMeetings.read ? `Quorum of ${board.name}` : missingTitle)
  if (!board?.viewerCanMeetings.read) return <Missing />
  return (
    <Main before={<BackLink href={`/boards/${boardId}`}>Back to the board</BackLink>}>
      <SavedBanner />
      <span className="govuk-caption-l">{board.name}</span>
      <h1 className="govuk-heading-l">Quorum</h1>
      <Versions board={board} />
      {board.viewerCanSetQuorum && (
        <QuorumForm key={key} board={board} readAgain={() => readAgain({ requestPolicy: 'network-only' })} />
      )}
    </Main>
  )
}

function Versions({ board }: { board: Board }) {
  const [last, ...before] = board.quorums
  if (!last)
    return (
      <p className="govuk-body">Nothing is set yet. Without a quorum, the register says nothing about one.</p>
    )
  return (
    <>
      <Version board={board} quorum={last} />
      {before.length > 0 && (
        <Details summary="What was set before">
          {before.map((quorum) => (
            <Version key={quorum.id} board={board} quorum={quorum} />
          ))}
        </Details>
      )}
    </>
  )
}

function Version({ board, quorum }: { board: Board; quorum: Board['quorums'][number] }) {
  const rule = readQuorum(quorum.rule)
  return (
    <>
      <p className="govuk-body">
        For meetings from {formatDay(quorum.startsOn)} on, set by {quorum.setByName}:
        {!rule && ' there is no quorum.'}
      </p>
      {rule && <QuorumWords result={evaluateQuorum(rule, placesOfBoard(board))} />}
    </>
  )
}

/** The seats as they are today: their names stand in the words of the rules. */
function placesOfBoard({ seats }: Board) {
  return (seats ?? []).flatMap(({ voting, organisation }) =>
    organisation
      ? [
          {
            organisationId: organisation.id,
            organisationName: organisation.name,
            organisationKind: organisation.kind,
            voting,
            mark: null,
            seniorEnough: null,
          },
        ]
      : [],
  )
}

function QuorumForm({ board, readAgain }: { board: Board; readAgain: () => void }) {
  const [last] = board.quorums
  const navigate = useNavigate()
  const { save, saving, seenVersion, refused } = useSave(SetQuorum)
  const [typed, type, clear] = useDraft(`quorum:${board.id}`, {
    group: draftOfQuorum(readQuorum(last?.rule)),
    startsOn: partsOf(todayInLondon()),
    version: last?.number ?? 0,
  })
  const rule = ruleOf(typed.group)
  const places = placesOfBoard(board)

  const send = async (wanted: QuorumRule | null) => {
    const startsOn = readTypedDay(typed.startsOn)
    const problems = wanted ? checkQuorum(wanted) : []
    const set = await save(
      (clientMutationId) => ({
        boardId: board.id,
        rule: wanted,
        startsOn: startsOn ?? '',
        version: Math.max(typed.version, seenVersion),
        clientMutationId,
      }),
      startsOn
        ? problems
        : [...problems, { field: 'startsOn', message: 'Enter the first day for whose meetings it holds.' }],
    )
    if (!set) return
    clear()
    readAgain()
    void navigate(`/boards/${board.id}/quorum`, { replace: true, state: saved('The quorum is set') })
  }

  return (
    <section aria-labelledby="set-quorum">
      <h2 className="govuk-heading-m" id="set-quorum">
        {last ? 'Change the quorum' : 'Set the quorum'}
      </h2>
      <FormProblems refused={refused} />
      <Form action="Set the quorum" saving={saving} onSubmit={() => send(rule)}>
        <RuleGroupFields
          id="quorum"
          legend="When is there a quorum?"
          draft={typed.group}
          depth={1}
          agencies={agenciesOf(board)}
          showProblems={refused.problems.length > 0}
          onChange={(group) => type({ ...typed, group })}
        />
        <h3 className="govuk-heading-s">In words</h3>
        {checkQuorum(rule).length > 0 ? (
          <p className="govuk-body">Fill in every rule to read here what it says.</p>
        ) : (
          <QuorumWords result={evaluateQuorum(rule, places)} />
        )}
        <DayField
          name="startsOn"
          legend="From which day on?"
          hint="For meetings on that day and after it. Registers that are closed stay as they are."
          value={typed.startsOn}
          errorMessage={problemOf(refused, 'startsOn')}
          onChange={(startsOn) => type({ ...typed, startsOn })}
        />
      </Form>
      {readQuorum(last?.rule) && (
        <Button type="button" variant="secondary" disabled={saving} onClick={() => void send(null)}>
          Have no quorum from that day on
        </Button>
      )}
    </section>
  )
}

function agenciesOf({ seats }: Board) {
  const byId = new Map(
    (seats ?? []).map(({ organisation }) => [organisation?.id ?? '', organisation?.name ?? '']),
  )
  return [...byId].filter(([id]) => id !== '').map(([id, name]) => ({ id, name }))
}

import { useCallback } from 'react'
import { useNavigate, useParams, useSearchParams } from 'react-router'
import { useQuery } from 'urql'
import { graphql } from '../../../gql/gql.ts'
import type { RegisterImportPageQuery as Page } from '../../../gql/graphql.ts'
import { BackLink } from '../../../govuk/BackLink.tsx'
import { Link } from '../../../govuk/Link.tsx'
import { Table } from '../../../govuk/Table.tsx'
import { FormProblems } from '../../../page/FormProblems.tsx'
import { Main } from '../../../page/Main.tsx'
import { Missing, missingTitle } from '../../../page/Missing.tsx'
import { saved, SavedBanner } from '../../../page/SavedBanner.tsx'
import { usePageTitle } from '../../../page/usePageTitle.ts'
import { useSave } from '../../../page/useSave.ts'
import { PastPreview } from './PastPreview.tsx'
import { UndoRegister } from './pastRegisterMutations.ts'
import { dayOf, writtenText } from './pastRegisterWords.ts'
import { UndoPastRegister } from './UndoPastRegister.tsx'

export const RegisterImportPageQuery = graphql(`
  query RegisterImportPage($id: ID!, $from: Int!) {
    registerImport(id: $id) {
      id
      fileName
      state
      version
      startedAt
      savedAt
      savedByName
      builtOn
      board {
        id
        name
        viewerCanBringInRegisters
      }
      counts {
        newMeetings
        knownMeetings
        marks
        guests
        leftOut
      }
      earlier {
        importId
        startedAt
        saved
      }
      words(from: $from) {
        words
        place
        use
      }
      ...PastPreview
    }
  }
`)

type StartedRegister = NonNullable<Page['registerImport']>

/** From which of the words on the page shows them, as its address says. */
export function fromOf(search: URLSearchParams): number {
  const from = Number(search.get('from') ?? 0)
  return Number.isInteger(from) && from > 0 ? from : 0
}

/** A list of attendance: what was understood of it, to be answered and matched; once it is saved, its words. */
export function RegisterImportPage() {
  const { importId = '' } = useParams()
  const [search] = useSearchParams()
  const from = fromOf(search)
  const [{ data }, ask] = useQuery({ query: RegisterImportPageQuery, variables: { id: importId, from } })
  const reload = useCallback(() => ask({ requestPolicy: 'network-only' }), [ask])
  const started = data?.registerImport
  usePageTitle(started ? `Past registers – ${started.fileName}` : missingTitle)
  if (!started) return <Missing />
  return (
    <Main
      before={
        started.board && (
          <BackLink href={`/boards/${started.board.id}/past-registers`}>Back to past registers</BackLink>
        )
      }
    >
      {started.state === 'PREVIEW' && started.board?.viewerCanBringInRegisters === true ? (
        <PastPreview started={started} boardId={started.board.id} reload={reload} />
      ) : (
        <Settled started={started} reload={reload} />
      )}
      <AllWords started={started} from={from} />
    </Main>
  )
}

/** A list that is saved or put away, or that the viewer may only read. */
function Settled({ started, reload }: { started: StartedRegister; reload: () => void }) {
  const navigate = useNavigate()
  const { save, saving, refused } = useSave(UndoRegister)
  const { board, fileName, savedAt, savedByName, counts, builtOn } = started
  const undo = async () => {
    const undone = await save((clientMutationId) => ({
      importId: started.id,
      version: started.version,
      clientMutationId,
    }))
    reload()
    if (undone)
      void navigate(`/past-registers/${started.id}`, {
        state: saved(`What ${fileName} wrote has been undone`),
      })
  }
  return (
    <>
      <SavedBanner />
      <FormProblems refused={refused} />
      <span className="govuk-caption-l">{board?.name}</span>
      <h1 className="govuk-heading-l">{fileName}</h1>
      {started.state === 'PREVIEW' && (
        <p>This list was brought in on {dayOf(started.startedAt)} and waits for a coordinator to save it.</p>
      )}
      {started.state === 'DISCARDED' && <p>This list was put away, and nothing came of it.</p>}
      {savedAt && counts && (
        <p>
          Saved on {dayOf(savedAt)}
          {savedByName ? ` by ${savedByName}` : ''}: {writtenText(counts)}.{' '}
          {board && <Link href={`/boards/${board.id}/meetings`}>See the meetings</Link>}
        </p>
      )}
      {builtOn && board?.viewerCanBringInRegisters === true && (
        <UndoPastRegister fileName={fileName} builtOn={builtOn} saving={saving} onUndo={() => void undo()} />
      )}
    </>
  )
}

const useWords: Readonly<Record<string, string>> = {
  TITLE: 'Title',
  HEADING: 'Heading',
  MEETING: 'Meeting',
  ROW: 'Agency or person',
  MARK: 'Mark',
  LEGEND: 'Explains a letter',
  NOTE: 'Note',
  LEFT_OUT: 'Left out',
  UNPLACED: 'Not understood, or not answered',
}

const atOnce = 500

/** All words of a list in their order: none is lost, whatever became of it. */
function AllWords({ started, from }: { started: StartedRegister; from: number }) {
  const address = `/past-registers/${started.id}`
  return (
    <>
      <h2 className="govuk-heading-m" id="words">
        All words of the list
      </h2>
      <Table
        caption={`What each was taken for${from > 0 ? `, from number ${from + 1} on` : ''}`}
        stacked
        head={['Words', 'Where', 'Taken for']}
        rows={started.words.map(({ words, place, use }) => [words, place, useWords[use] ?? use])}
      />
      <ul className="govuk-list">
        {started.words.length === atOnce && (
          <li>
            <Link href={`${address}?from=${from + atOnce}#words`}>The next words</Link>
          </li>
        )}
        {from > 0 && (
          <li>
            <Link href={`${address}#words`}>The first words</Link>
          </li>
        )}
      </ul>
    </>
  )
}

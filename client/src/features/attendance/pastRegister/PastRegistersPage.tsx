import { useNavigate, useParams } from 'react-router'
import { useQuery } from 'urql'
import { graphql } from '../../../gql/gql.ts'
import type { PastRegistersPageQuery as Page } from '../../../gql/graphql.ts'
import { BackLink } from '../../../govuk/BackLink.tsx'
import { Button } from '../../../govuk/Button.tsx'
import { Link } from '../../../govuk/Link.tsx'
import { SummaryList } from '../../../govuk/SummaryList.tsx'
import { FormProblems } from '../../../page/FormProblems.tsx'
import { Main } from '../../../page/Main.tsx'
import { Missing, missingTitle } from '../../../page/Missing.tsx'
import { saved, SavedBanner } from '../../../page/SavedBanner.tsx'
import { usePageTitle } from '../../../page/usePageTitle.ts'
import { useSave } from '../../../page/useSave.ts'
import { UndoRegister } from './pastRegisterMutations.ts'
import { UndoPastRegister } from './UndoPastRegister.tsx'
import { dayOf, writtenText } from './pastRegisterWords.ts'

export const PastRegistersPageQuery = graphql(`
  query PastRegistersPage($boardId: ID!) {
    board(id: $boardId) {
      id
      name
      viewerCanBringInRegisters
      registerImports {
        id
        fileName
        state
        startedAt
        savedAt
        savedByName
        builtOn
        version
        counts {
          newMeetings
          knownMeetings
          marks
          guests
          leftOut
        }
      }
    }
  }
`)

type Import = NonNullable<Page['board']>['registerImports'][number]

/** The lists of attendance that were brought in, what each of them wrote, and the way to undo that. */
export function PastRegistersPage() {
  const { boardId = '' } = useParams()
  const navigate = useNavigate()
  const [{ data }, reload] = useQuery({ query: PastRegistersPageQuery, variables: { boardId } })
  const { save, saving, refused } = useSave(UndoRegister)
  const board = data?.board
  // The chair reads them too.
  const isHere = board && (board.viewerCanBringInRegisters || board.registerImports.length > 0)
  usePageTitle(isHere ? 'Past registers' : missingTitle)
  if (!isHere) return <Missing />

  const undo = async ({ id, version, fileName }: Import) => {
    const undone = await save((clientMutationId) => ({ importId: id, version, clientMutationId }))
    if (undone)
      void navigate(`/past-registers/${id}`, { state: saved(`What ${fileName} wrote has been undone`) })
    else reload({ requestPolicy: 'network-only' })
  }

  return (
    <Main before={<BackLink href={`/boards/${board.id}`}>Back to the board</BackLink>}>
      <SavedBanner />
      <FormProblems refused={refused} />
      <span className="govuk-caption-l">{board.name}</span>
      <h1 className="govuk-heading-l">Past registers</h1>
      <p>Lists of attendance that were kept elsewhere, and what became of them.</p>
      {board.viewerCanBringInRegisters && (
        <Button href={`/boards/${board.id}/past-registers/new`}>Bring in past registers</Button>
      )}
      {board.registerImports.length === 0 && <p>No list has been brought in yet.</p>}
      {board.registerImports.map((each) => (
        <div key={each.id}>
          <SummaryList
            card={{ title: { children: each.fileName, headingLevel: 2 } }}
            rows={[
              { key: 'Brought in', value: dayOf(each.startedAt) },
              each.savedAt
                ? {
                    key: 'Saved',
                    value: [dayOf(each.savedAt), each.savedByName].filter(Boolean).join(' by '),
                  }
                : {
                    key: 'Saved',
                    value: (
                      <Link href={`/past-registers/${each.id}`}>Not yet: go on with {each.fileName}</Link>
                    ),
                  },
              each.counts && { key: 'What it wrote', value: writtenText(each.counts) },
              each.state === 'SAVED' && {
                key: 'Its words',
                value: <Link href={`/past-registers/${each.id}`}>All words of {each.fileName}</Link>,
              },
            ]}
          />
          {each.builtOn && board.viewerCanBringInRegisters && (
            <UndoPastRegister
              fileName={each.fileName}
              builtOn={each.builtOn}
              saving={saving}
              onUndo={() => void undo(each)}
            />
          )}
        </div>
      ))}
    </Main>
  )
}

import { useNavigate } from 'react-router'
import type { RegisterImportPageQuery } from '../../../gql/graphql.ts'
import { readFragment } from '../../../gql/index.ts'
import { Button } from '../../../govuk/Button.tsx'
import { Details } from '../../../govuk/Details.tsx'
import { NotificationBanner } from '../../../govuk/NotificationBanner.tsx'
import { Link } from '../../../govuk/Link.tsx'
import { FormProblems } from '../../../page/FormProblems.tsx'
import { saved, SavedBanner } from '../../../page/SavedBanner.tsx'
import { useSave } from '../../../page/useSave.ts'
import { PastAgencies } from './PastAgencies.tsx'
import { PastMeetings } from './PastMeetings.tsx'
import { PastPeople } from './PastPeople.tsx'
import { PastQuestions } from './PastQuestions.tsx'
import { DiscardRegister, SaveRegister } from './pastRegisterMutations.ts'
import { counted, dayOf, writtenText } from './pastRegisterWords.ts'
import { PastWordsLeft } from './PastWordsLeft.tsx'
import { PastPreviewFragment } from './registerImportFragments.ts'
import { usePastChoices } from './usePastChoices.ts'

type StartedRegister = NonNullable<RegisterImportPageQuery['registerImport']>

interface PastPreviewProps {
  started: StartedRegister
  boardId: string
  reload: () => void
}

/** What was understood of a list: first what it leaves open, then who is who, then what will be written. */
export function PastPreview({ started, boardId, reload }: PastPreviewProps) {
  const navigate = useNavigate()
  const { id: importId, version, preview } = readFragment(PastPreviewFragment, started)
  const choosing = usePastChoices(importId, version, reload)
  const saving = useSave(SaveRegister)
  const discarding = useSave(DiscardRegister)
  if (!preview) return null
  const { waiting } = preview
  const open = Object.values(waiting).reduce<number>(
    (sum, count) => sum + (typeof count === 'number' ? count : 0),
    0,
  )

  const save = async () => {
    const done = await saving.save((clientMutationId) => ({ importId, version, clientMutationId }))
    if (done?.counts)
      void navigate(`/boards/${boardId}/past-registers`, {
        state: saved(`Saved: ${writtenText(done.counts)}`),
      })
  }
  const discard = async () => {
    const done = await discarding.save((clientMutationId) => ({ importId, version, clientMutationId }))
    if (done)
      void navigate(`/boards/${boardId}/past-registers`, { state: saved(`${started.fileName} was put away`) })
  }

  return (
    <>
      <FormProblems refused={saving.refused} />
      <FormProblems refused={discarding.refused} />
      <FormProblems refused={choosing.refused} />
      <SavedBanner />
      <span className="govuk-caption-l">{started.board?.name}</span>
      <h1 className="govuk-heading-l">Check {started.fileName}</h1>
      <p>
        This is what we understood of the list, brought in on {dayOf(started.startedAt)}. What you choose is
        kept at once. Nothing counts until you save the registers.
      </p>
      <Earlier earlier={started.earlier} />
      <p className="govuk-body-l" role="status">
        {open === 0 ? 'Nothing waits for you any more.' : `${counted(open, 'thing')} to answer or to choose`}
        {choosing.saving && ' – keeping what you chose…'}
      </p>
      {choosing.unsaved > 0 && (
        <Button type="button" variant="secondary" onClick={choosing.retry}>
          Keep what I chose: try again
        </Button>
      )}
      <PastQuestions questions={preview.questions} choosing={choosing} />
      <PastAgencies preview={preview} boardId={boardId} choosing={choosing} />
      <PastPeople people={preview.people} choosing={choosing} />
      <PastMeetings preview={preview} choosing={choosing} />
      <PastWordsLeft left={preview.leftOut} count={preview.leftOutCount} />
      <h2 className="govuk-heading-m">Save the registers</h2>
      <p>
        The registers are closed when they are saved, and members of the board can see them. You can undo it
        until somebody changes one of them.
      </p>
      <Button type="button" disabled={saving.saving || choosing.saving} onClick={() => void save()}>
        Save the registers
      </Button>
      <Details summary="Put this list away">
        <p>Nothing will be written. You can bring the list in again.</p>
        <Button type="button" variant="warning" disabled={discarding.saving} onClick={() => void discard()}>
          Put this list away
        </Button>
      </Details>
    </>
  )
}

function Earlier({ earlier }: Pick<StartedRegister, 'earlier'>) {
  if (earlier.length === 0) return null
  return (
    <NotificationBanner title="Brought in before" titleId="brought-in-before">
      <p className="govuk-notification-banner__heading">The same list was brought in to this board before.</p>
      <ul className="govuk-list">
        {earlier.map(({ importId, startedAt, saved: isSaved }) => (
          <li key={importId}>
            <Link href={`/past-registers/${importId}`} className="govuk-notification-banner__link">
              On {dayOf(startedAt)}
            </Link>
            , {isSaved ? 'and saved' : 'not saved yet'}
          </li>
        ))}
      </ul>
    </NotificationBanner>
  )
}

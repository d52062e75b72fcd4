import type { TypedDocumentNode } from '@graphql-typed-document-node/core'
import type { ReactNode } from 'react'
import { useNavigate } from 'react-router'
import { checkMove, flagLimits } from '@boardwork/shared/attendance/flag/flagLife.ts'
import type { FlagMove } from '@boardwork/shared/attendance/flag/flagLife.ts'
import { addDays, formatDay, readTypedDay, todayInLondon } from '@boardwork/shared/board/dates.ts'
import type { FlagWholeFragment as Flag } from '../../../gql/graphql.ts'
import { Details } from '../../../govuk/Details.tsx'
import { Select } from '../../../govuk/Select.tsx'
import { Textarea } from '../../../govuk/Textarea.tsx'
import { DayField, partsOf } from '../../../page/DayField.tsx'
import { Form } from '../../../page/Form.tsx'
import { FormProblems, problemOf } from '../../../page/FormProblems.tsx'
import { saved } from '../../../page/SavedBanner.tsx'
import { useDraft } from '../../../page/useDraft.ts'
import { useSave } from '../../../page/useSave.ts'
import { AcceptFlag, AddressFlag, AnswerFlag, CloseFlag, DiscussFlag, PutFlag } from './flagFragments.ts'

/** A meeting at which a flag may have been discussed. */
export interface Discussed {
  id: string
  title: string
  heldOn: string
}

interface MovesProps {
  flag: Flag
  meetings: readonly Discussed[]
}

/** What the viewer may do about a flag where it stands, each in a form of its own. */
export function FlagMoves({ flag, meetings }: MovesProps) {
  const { answer, put, discuss, address, accept, close } = flag.viewerCan
  return (
    <>
      {answer && <AnswerForm flag={flag} />}
      {put && <PutForm flag={flag} />}
      {discuss && <DiscussForm flag={flag} meetings={meetings} />}
      {address && <AddressForm flag={flag} />}
      {accept && <AcceptForm flag={flag} />}
      {close && <CloseForm flag={flag} />}
    </>
  )
}

function AnswerForm({ flag }: { flag: Flag }) {
  const form = useMove(flag, 'ANSWERED', AnswerFlag, 'Your answer is sent to the board')
  return (
    <MoveForm form={form} summary="Answer for your agency" action="Send the answer" open>
      <WordsField form={form} label="Your answer" hint="Say why, and what your agency does about it." />
    </MoveForm>
  )
}

function PutForm({ flag }: { flag: Flag }) {
  const form = useMove(flag, 'PUT', PutFlag, 'The flag is put to the agency, and its people get a letter')
  const { typed, type, refused } = form
  return (
    <MoveForm form={form} summary="Put it to the agency" action="Put it to the agency">
      <p>
        Whoever holds its seat, its deputies and whoever leads the agency get a letter. They see this page
        from then on.
      </p>
      <WordsField form={form} label="What do you ask? (optional)" />
      <DayField
        name="answerDueOn"
        legend="By which day do you ask for an answer?"
        value={typed.answerDueOn}
        errorMessage={problemOf(refused, 'answerDueOn')}
        onChange={(answerDueOn) => type({ ...typed, answerDueOn })}
      />
    </MoveForm>
  )
}

function DiscussForm({ flag, meetings }: MovesProps) {
  const form = useMove(flag, 'DISCUSSED', DiscussFlag, 'It is written down')
  const { typed, type, refused } = form
  return (
    <MoveForm form={form} summary="Write down that the board discussed it" action="Save what was said">
      <Select
        name="meetingId"
        label="At which meeting?"
        value={typed.meetingId}
        onChange={(event) => type({ ...typed, meetingId: event.target.value })}
        errorMessage={problemOf(refused, 'meetingId')}
        items={[
          { value: '', text: 'Choose a meeting' },
          ...meetings.map(({ id, title, heldOn }) => ({ value: id, text: `${formatDay(heldOn)}: ${title}` })),
        ]}
      />
      <WordsField form={form} label="What was said or agreed?" />
    </MoveForm>
  )
}

function AddressForm({ flag }: { flag: Flag }) {
  const form = useMove(flag, 'ADDRESSED', AddressFlag, 'The flag is addressed')
  return (
    <MoveForm form={form} summary="Say that it is addressed" action="It is addressed">
      <WordsField form={form} label="What was done about it?" />
    </MoveForm>
  )
}

function AcceptForm({ flag }: { flag: Flag }) {
  const form = useMove(flag, 'ACCEPTED', AcceptFlag, 'The flag is accepted as it is')
  return (
    <MoveForm form={form} summary="Accept it as it is" action="Accept it">
      <WordsField form={form} label="Why is it accepted?" />
    </MoveForm>
  )
}

function CloseForm({ flag }: { flag: Flag }) {
  const form = useMove(flag, 'CLOSED', CloseFlag, 'The flag is closed')
  return (
    <MoveForm form={form} summary="Close it" action="Close the flag">
      <WordsField form={form} label="Anything to add? (optional)" />
    </MoveForm>
  )
}

interface Input {
  flagId: string
  words: string
  version: number
  clientMutationId: string
  answerDueOn: string
  meetingId: string
}

/** A form that moves a flag on; what is typed stays until it is saved. */
function useMove<Data extends { result: object }, Variables extends { input: object }>(
  flag: Flag,
  move: FlagMove,
  document: TypedDocumentNode<Data, Variables>,
  done: string,
) {
  const navigate = useNavigate()
  const { id: flagId, version } = flag
  const { save, saving, seenVersion, refused } = useSave(document)
  const [typed, type, clear] = useDraft(`flag:${move}:${flagId}`, {
    words: '',
    answerDueOn: partsOf(addDays(todayInLondon(), flagLimits.usualDays)),
    meetingId: '',
  })
  const submit = async () => {
    const { words, meetingId } = typed
    const answerDueOn = readTypedDay(typed.answerDueOn) ?? null
    const moved = await save(
      (clientMutationId) => {
        const said = { flagId, words, version: Math.max(version, seenVersion), clientMutationId }
        const all: Partial<Input> = {
          ...said,
          ...(move === 'PUT' && { answerDueOn: answerDueOn ?? '' }),
          ...(move === 'DISCUSSED' && { meetingId }),
        }
        return all
      },
      checkMove(move, { words, answerDueOn, meetingId }, todayInLondon()),
    )
    if (!moved) return
    clear()
    void navigate(`/flags/${flagId}`, { replace: true, state: saved(done) })
  }
  return { move, typed, type, submit, saving, refused }
}

type MoveOf = ReturnType<typeof useMove>

function MoveForm({
  form,
  summary,
  action,
  open,
  children,
}: {
  form: MoveOf
  summary: string
  action: string
  open?: boolean
  children: ReactNode
}) {
  return (
    <Details summary={summary} open={open}>
      <FormProblems refused={form.refused} labels={{ words: 'What is said' }} />
      <Form action={action} saving={form.saving} onSubmit={form.submit}>
        {children}
      </Form>
    </Details>
  )
}

function WordsField({ form, label, hint }: { form: MoveOf; label: string; hint?: string }) {
  const { typed, type, refused, move } = form
  return (
    <Textarea
      name="words"
      id={`words-${move}`}
      label={label}
      hint={hint}
      rows={4}
      value={typed.words}
      onChange={(event) => type({ ...typed, words: event.target.value })}
      errorMessage={problemOf(refused, 'words')}
    />
  )
}

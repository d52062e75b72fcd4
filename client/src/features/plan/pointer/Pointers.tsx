import { useState } from 'react'
import { checkAnswer } from '@boardwork/shared/plan/honestStatus.ts'
import type { PointerKind } from '@boardwork/shared/plan/honestStatus.ts'
import { graphql, readFragment } from '../../../gql/index.ts'
import type { FragmentType } from '../../../gql/index.ts'
import { Details } from '../../../govuk/Details.tsx'
import { Tag } from '../../../govuk/Tag.tsx'
import { Textarea } from '../../../govuk/Textarea.tsx'
import { Form } from '../../../page/Form.tsx'
import { FormProblems, problemOf } from '../../../page/FormProblems.tsx'
import { useDraft } from '../../../page/useDraft.ts'
import { useSave } from '../../../page/useSave.ts'
import { withPrefix } from '../withPrefix.ts'

export const PointersFragment = graphql(`
  fragment Pointers on PlanAction {
    id
    viewerCanAnswer
    pointers {
      kind
      facts
      words
      answer {
        id
        reason
        answeredByName
      }
    }
  }
`)

const AnswerPointer = graphql(`
  mutation AnswerPointer($input: AnswerPointerInput!) {
    result: answerPointer(input: $input) {
      __typename
      ... on PlanAction {
        ...Pointers
      }
      ...InvalidInputRefusal
    }
  }
`)

interface PointerRow {
  kind: PointerKind
  facts: string
  words: string
  answer?: { id: string; reason: string; answeredByName: string } | null
}

/** What does not seem to fit about an action, each with its answer or a form for one. */
export function Pointers({ action: given }: { action: FragmentType<typeof PointersFragment> }) {
  const action = readFragment(PointersFragment, given)
  if (action.pointers.length === 0) return null
  return (
    <section aria-labelledby="pointers">
      <h2 className="govuk-heading-m" id="pointers">
        Worth a second look
      </h2>
      <p>
        These do not seem to fit. Nothing is changed by it: mend what is wrong, or say why it is right as it
        is.
      </p>
      <ul className="govuk-list bw-entries">
        {action.pointers.map((pointer, index) => (
          <li key={`${pointer.kind} ${pointer.facts}`}>
            <p className="govuk-!-margin-bottom-2">
              {pointer.words} {pointer.answer && <Tag colour="green">Answered</Tag>}
            </p>
            {pointer.answer && (
              <p className="govuk-!-margin-bottom-2">
                {pointer.answer.answeredByName} said: {pointer.answer.reason}
              </p>
            )}
            {action.viewerCanAnswer && (
              <AnswerForm actionId={action.id} pointer={pointer} number={index + 1} />
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

/** The pointers that stand without an answer, in words, for a card. */
export function openPointers(pointers: readonly PointerRow[]): PointerRow[] {
  return pointers.filter((pointer) => !pointer.answer)
}

function AnswerForm({
  actionId,
  pointer,
  number,
}: {
  actionId: string
  pointer: PointerRow
  number: number
}) {
  const key = `answer:${actionId}:${pointer.kind}:${pointer.facts}`
  const [reason, setReason, clear] = useDraft(key, '')
  const [open, setOpen] = useState(false)
  const { save, saving, refused } = useSave(AnswerPointer)
  const prefix = `answer-${number}`
  const shown = withPrefix(refused, prefix)
  const { kind, facts } = pointer

  const submit = async () => {
    const answered = await save(
      (clientMutationId) => ({ actionId, kind, facts, reason, clientMutationId }),
      checkAnswer(reason),
    )
    if (!answered) return
    setReason('')
    clear()
    setOpen(false)
  }

  return (
    <Details
      summary={pointer.answer ? 'Answer it again' : 'Say why it is right'}
      className="govuk-!-margin-bottom-0"
      open={open}
      onToggle={(event) => setOpen(event.currentTarget.open)}
    >
      <FormProblems refused={shown} />
      <Form action="Save the answer" variant="secondary" saving={saving} onSubmit={submit}>
        <Textarea
          name={`${prefix}-reason`}
          label="Why is it right as it is?"
          hint="The board reads this. It counts until the facts change."
          rows={2}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
          errorMessage={problemOf(shown, `${prefix}-reason`)}
        />
      </Form>
    </Details>
  )
}

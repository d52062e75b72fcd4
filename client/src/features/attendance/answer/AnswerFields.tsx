import type { MeetingAnswerKind } from '@boardwork/shared/attendance/answer/meetingAnswer.ts'
import { meetingAnswerLimits } from '@boardwork/shared/attendance/answer/meetingAnswer.ts'
import { Radios } from '../../../govuk/Radios.tsx'
import { Select } from '../../../govuk/Select.tsx'
import { TextInput } from '../../../govuk/TextInput.tsx'
import { Textarea } from '../../../govuk/Textarea.tsx'
import { problemOf } from '../../../page/FormProblems.tsx'
import type { Refused } from '../../../page/useRefused.ts'

/** An answer as it is typed. `deputyId` is '' where somebody else is sent. */
export interface TypedAnswer {
  answer: MeetingAnswerKind | ''
  deputyId: string
  deputyName: string
  reason: string
}

export const answerLabels = { answer: 'Answer', deputyName: 'Who comes instead' }

interface AnswerFieldsProps<Typed extends TypedAnswer> {
  legend: string
  /** The named deputies of the seat. */
  deputies: readonly { personId: string; name: string }[]
  typed: Typed
  refused: Refused
  onChange: (typed: Typed) => void
}

/** Whether somebody comes: who holds the place, somebody instead, or nobody and why. */
export function AnswerFields<Typed extends TypedAnswer>({
  legend,
  deputies,
  typed,
  refused,
  onChange,
}: AnswerFieldsProps<Typed>) {
  const asksName = deputies.length === 0 || typed.deputyId === ''
  return (
    <Radios
      name="answer"
      fieldset={{ legend }}
      errorMessage={problemOf(refused, 'answer')}
      value={typed.answer}
      onValueChange={(answer) => onChange({ ...typed, answer: kindOf(answer) })}
      items={[
        { value: 'ATTENDING', text: 'Attending' },
        {
          value: 'DEPUTY',
          text: 'Somebody else comes instead',
          conditional: (
            <>
              {deputies.length > 0 && (
                <Select
                  name="deputyId"
                  label="Who comes?"
                  hint="A named deputy gets an e-mail with the meeting for their calendar."
                  value={typed.deputyId}
                  errorMessage={problemOf(refused, 'deputyId')}
                  items={[
                    ...deputies.map(({ personId, name }) => ({ value: personId, text: name })),
                    { value: '', text: 'Somebody else' },
                  ]}
                  onChange={(event) => onChange({ ...typed, deputyId: event.target.value })}
                />
              )}
              {asksName && (
                <TextInput
                  name="deputyName"
                  label="The name of who comes"
                  autoComplete="off"
                  maxLength={meetingAnswerLimits.deputyName}
                  value={typed.deputyName}
                  errorMessage={problemOf(refused, 'deputyName')}
                  onChange={(event) => onChange({ ...typed, deputyName: event.target.value })}
                />
              )}
            </>
          ),
        },
        {
          value: 'APOLOGIES',
          text: 'Nobody comes (apologies)',
          conditional: (
            <Textarea
              name="reason"
              label="Why does nobody come?"
              hint="Only the officers of the board and the people of your agency read this. Do not write about anybody’s health."
              rows={2}
              value={typed.reason}
              errorMessage={problemOf(refused, 'reason')}
              onChange={(event) => onChange({ ...typed, reason: event.target.value })}
            />
          ),
        },
      ]}
    />
  )
}

/** What a radio or an address says, as a kind of answer; '' where it is none. */
export function kindOf(value: string): TypedAnswer['answer'] {
  const kind = value.toUpperCase()
  return kind === 'ATTENDING' || kind === 'DEPUTY' || kind === 'APOLOGIES' ? kind : ''
}

export const nothingChosen = [{ field: 'answer', message: 'Choose whether somebody comes.' }]

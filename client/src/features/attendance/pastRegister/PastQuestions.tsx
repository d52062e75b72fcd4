import { useState } from 'react'
import { formatDay, readTypedDay } from '@boardwork/shared/board/dates.ts'
import { leaveOut } from '@boardwork/shared/attendance/pastRegister/pastRegister.ts'
import type { PastPreviewFragment } from '../../../gql/graphql.ts'
import { Button } from '../../../govuk/Button.tsx'
import { Select } from '../../../govuk/Select.tsx'
import { DayField, partsOf } from '../../../page/DayField.tsx'
import { counted } from './pastRegisterWords.ts'
import type { PastChoosing } from './usePastChoices.ts'

type Question = NonNullable<PastPreviewFragment['preview']>['questions'][number]

interface PastQuestionsProps {
  questions: readonly Question[]
  choosing: PastChoosing
}

/** What a list leaves open: each question holds for the whole list. */
export function PastQuestions({ questions, choosing }: PastQuestionsProps) {
  if (questions.length === 0) return null
  const suggested = questions.filter(({ answer, suggestion }) => answer === null && suggestion !== null)
  return (
    <section aria-labelledby="questions">
      <h2 className="govuk-heading-m" id="questions">
        Questions about the list
      </h2>
      {suggested.length > 1 && (
        <Button
          type="button"
          variant="secondary"
          onClick={() =>
            choosing.choose(
              suggested.map(({ key, suggestion }) => ({ part: 'ANSWER', key, value: suggestion })),
            )
          }
        >
          Use our {counted(suggested.length, 'suggestion')} for what is not answered
        </Button>
      )}
      {questions.map((question, index) =>
        question.kind === 'DAY' ? (
          <DayQuestion key={question.key} question={question} index={index} choosing={choosing} />
        ) : (
          <Select
            key={question.key}
            name={`question-${index}`}
            label={question.text}
            hint={hintOf(question)}
            value={choosing.valueOf('ANSWER', question.key, question.answer)}
            onChange={({ target }) =>
              choosing.choose([{ part: 'ANSWER', key: question.key, value: target.value || null }])
            }
            items={[
              { value: '', text: 'Choose an answer' },
              ...question.choices.map(({ value, label }) => ({ value, text: label })),
            ]}
          />
        ),
      )}
    </section>
  )
}

function hintOf({ hint, suggestion, choices }: Question): string {
  const likely = choices.find(({ value }) => value === suggestion)?.label
  return `In ${hint.replace(/\.$/, '')}.${likely === undefined ? '' : ` Most likely: ${likely}.`}`
}

interface DayQuestionProps {
  question: Question
  index: number
  choosing: PastChoosing
}

function DayQuestion({ question, index, choosing }: DayQuestionProps) {
  const { key, text, hint, answer } = question
  const known = choosing.valueOf('ANSWER', key, answer)
  const [day, setDay] = useState(partsOf(known === leaveOut ? null : known))
  const [problem, setProblem] = useState<string | undefined>(undefined)
  const choose = (value: string | null) => {
    setProblem(undefined)
    choosing.choose([{ part: 'ANSWER', key, value }])
  }
  return (
    <div className="govuk-form-group">
      <DayField
        name={`question-${index}`}
        legend={text}
        hint={`In ${hint}`}
        value={day}
        errorMessage={problem}
        onChange={setDay}
      />
      <p role="status">
        {known === leaveOut && 'It is left out, as no meeting.'}
        {known !== leaveOut && known !== '' && `It is on ${formatDay(known)}.`}
      </p>
      <div className="govuk-button-group">
        <Button
          type="button"
          variant="secondary"
          onClick={() => {
            const read = readTypedDay(day)
            if (read) choose(read)
            else setProblem('Enter a day, such as 12 4 2024.')
          }}
        >
          Keep this day<span className="govuk-visually-hidden">: {text}</span>
        </Button>
        <Button type="button" variant="secondary" onClick={() => choose(leaveOut)}>
          It is not a meeting<span className="govuk-visually-hidden">: {text}</span>
        </Button>
      </div>
    </div>
  )
}

import { ErrorSummary } from '../govuk/ErrorSummary.tsx'
import { InsetText } from '../govuk/InsetText.tsx'
import { SummaryList } from '../govuk/SummaryList.tsx'
import type { Refused } from './useSave.ts'

interface FormProblemsProps {
  refused: Refused
  /** How the page calls the fields, for what somebody else changed. */
  labels?: Readonly<Record<string, string>>
}

/** On top of a form: what has to be put right, why no answer came, or what somebody else saved in the meantime. */
export function FormProblems({ refused, labels = {} }: FormProblemsProps) {
  const { problems, failure, conflict, attempt } = refused
  const errors = [
    ...problems.map(({ field, message }) => ({ text: message, href: `#${field}` })),
    ...(failure === null ? [] : [{ text: failure }]),
    ...(conflict === null
      ? []
      : [
          { text: 'Somebody else changed this while you were working. Look at both texts, then save again.' },
        ]),
  ]
  if (errors.length === 0) return null
  return (
    <>
      <ErrorSummary key={attempt} errorList={errors} />
      {conflict && conflict.fields.some(({ theirs, yours }) => theirs !== yours) && (
        <InsetText>
          <h2 className="govuk-heading-m">What somebody else saved</h2>
          <p>What you typed still stands below. If you save again, it replaces what they saved.</p>
          {conflict.fields
            .filter(({ theirs, yours }) => theirs !== yours)
            .map(({ field, theirs, yours }) => (
              <SummaryList
                key={field}
                card={{ title: { children: labels[field] ?? field, headingLevel: 3 } }}
                rows={[
                  { key: 'Theirs', value: theirs || 'Nothing' },
                  { key: 'Yours', value: yours || 'Nothing' },
                ]}
              />
            ))}
        </InsetText>
      )}
    </>
  )
}

/** Whether a form was refused at all: the page's title then begins with "Error:". */
export function isRefused({ problems, failure, conflict }: Refused): boolean {
  return problems.length > 0 || failure !== null || conflict !== null
}

/** The message that stands beside one field. */
export function problemOf({ problems }: Refused, field: string): string | undefined {
  return problems.find((problem) => problem.field === field)?.message
}

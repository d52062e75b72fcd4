import { ErrorSummary } from '../govuk/ErrorSummary.tsx'
import { InsetText } from '../govuk/InsetText.tsx'
import { SummaryList } from '../govuk/SummaryList.tsx'
import { useErrorInTitle } from './usePageTitle.ts'
import type { ConflictField, Refused } from './useRefused.ts'

interface FormProblemsProps {
  refused: Refused
  /** How the page calls the fields, for what somebody else changed. */
  labels?: Readonly<Record<string, string>>
  /** Where what is saved is added to what others saved, and replaces nothing. */
  adds?: boolean
}

/** On top of a form: what has to be put right, why no answer came, or what somebody else saved in the meantime. */
export function FormProblems({ refused, labels = {}, adds = false }: FormProblemsProps) {
  const { problems, failure, conflict, attempt } = refused
  const changed = conflict?.fields.filter(({ theirs, yours }) => theirs !== yours) ?? []
  const errors = [
    ...problems.map(({ field, message }) => ({ text: message, href: `#${controlId(field)}` })),
    ...(failure === null ? [] : [{ text: failure }]),
    ...(conflict === null ? [] : [{ text: conflictWords(changed) }]),
  ]
  useErrorInTitle(errors.length > 0)
  if (errors.length === 0) return null
  return (
    <>
      <ErrorSummary key={attempt} errorList={errors} />
      {changed.length > 0 && (
        <InsetText>
          <h2 className="govuk-heading-m">What somebody else saved</h2>
          <p>
            {adds
              ? 'What you typed still stands below. Read theirs, then save again: yours is added, and theirs stays.'
              : 'What you typed still stands below. Copy over what you want to keep of theirs, then save again. What you save then replaces what they saved.'}
          </p>
          {changed.map(({ field, theirs, yours }) => (
            <SummaryList
              key={field}
              card={{ title: { children: labels[field] ?? field, headingLevel: 3 } }}
              rows={[
                { key: 'Theirs', value: <span className="bw-prose">{theirs || 'Nothing'}</span> },
                { key: 'Yours', value: <span className="bw-prose">{yours || 'Nothing'}</span> },
              ]}
            />
          ))}
        </InsetText>
      )}
    </>
  )
}

function conflictWords(changed: readonly ConflictField[]): string {
  return changed.length > 0
    ? 'Somebody else changed this while you were working. Look at both texts, then save again.'
    : 'Somebody else changed this while you were working. Look at it as it stands now, then try again.'
}

/** The id of a field's control, from the name that the rule gives the field, such as `evidence.0.text`. */
function controlId(field: string): string {
  return field.replaceAll('.', '-')
}

/** The message that stands beside one field. */
export function problemOf({ problems }: Refused, field: string): string | undefined {
  return problems.find((problem) => problem.field === field)?.message
}

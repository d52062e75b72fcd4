import { ErrorSummary } from '../../govuk/ErrorSummary.tsx'

export interface Problem {
  field: string
  message: string
}

/** The id of a field's control, from the name that the rule gives the field. */
export function controlId(field: string): string {
  return field.replaceAll('.', '-')
}

interface ProblemsProps {
  attempt: number
  problems: readonly Problem[]
  failure: string | null
}

/** On top of a form: what has to be put right, or why nothing came back. */
export function Problems({ attempt, problems, failure }: ProblemsProps) {
  if (problems.length === 0 && failure === null) return null
  const list = problems.map(({ field, message }) => ({ text: message, href: `#${controlId(field)}` }))
  return <ErrorSummary key={attempt} errorList={failure === null ? list : [...list, { text: failure }]} />
}

/** The message for one field. */
export function problemOf(problems: readonly Problem[], field: string): string | undefined {
  return problems.find((problem) => problem.field === field)?.message
}

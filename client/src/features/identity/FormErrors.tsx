import { ErrorSummary } from '../../govuk/ErrorSummary.tsx'

export interface Problem {
  /** The name of the field that has to be changed; null where it is none of them. */
  field: string | null
  message: string
}

/** What has to be put right, on top of a form. It takes the focus with each attempt. */
export function FormErrors({ problems, attempt }: { problems: readonly Problem[]; attempt: number }) {
  if (problems.length === 0) return null
  return (
    <ErrorSummary
      key={attempt}
      errorList={problems.map(({ field, message }) => ({
        text: message,
        href: field ? `#${field}` : undefined,
      }))}
    />
  )
}

/** The message that stands beside one field. */
export function messageFor(problems: readonly Problem[], field: string): string | undefined {
  return problems.find((problem) => problem.field === field)?.message
}

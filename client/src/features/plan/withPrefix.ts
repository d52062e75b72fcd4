import type { Refused } from '../../page/useRefused.ts'

/** Names the fields of a refusal as the controls are named where a page has several forms of one kind. */
export function withPrefix(refused: Refused, prefix: string): Refused {
  return {
    ...refused,
    problems: refused.problems.map(({ field, message }) => ({ field: `${prefix}-${field}`, message })),
  }
}

import type { CombinedError } from 'urql'

export const unreachable = 'We could not reach Boardwork. Nothing you typed is lost. Try again.'

/** What to tell a person who got no answer to what they sent. */
export function failureWords(error: CombinedError | undefined): string {
  if (!error || error.networkError) return unreachable
  return (
    error.graphQLErrors[0]?.message ?? 'Something went wrong on our side. Nothing was changed. Try again.'
  )
}

import { formatDay } from '@boardwork/shared/board/dates.ts'
import type { MeetingActionFragment as Action } from '../../../gql/graphql.ts'

/** "Analyst, Larkmere Police, by 30 November 2026" */
export function whoAndWhen({ post, organisationName, dueOn }: Action): string {
  const who = [post, organisationName ?? ''].filter((text) => text !== '').join(', ')
  return dueOn ? `${who}, by ${formatDay(dueOn)}` : who
}

export function shortWords(words: string): string {
  return words.length > 60 ? `${words.slice(0, 60)}…` : words
}

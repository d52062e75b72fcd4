import { checkWebAddress } from '../../organisation/webAddress.ts'
import type { Day } from '../../board/dates.ts'
import type { FieldMessage } from '../../organisation/checkText.ts'
import { checkNamesNobody } from '../strategy/caseReference.ts'

/** How much may hang on a meeting, in characters unless it says otherwise. */
export const agendaLimits = {
  /** Items of a meeting. */
  items: 60,
  /** Papers of a meeting. */
  papers: 60,
  /** Decisions of a meeting. */
  decisions: 200,
  /** Actions of a meeting. */
  actions: 200,
  title: 300,
  presenter: 200,
  /** The longest that an item can take, in minutes. */
  minutes: 600,
  notes: 10_000,
  words: 4000,
  paperTitle: 300,
  post: 200,
  kindName: 100,
  /** Kinds of strategy meetings of a board. */
  kinds: 30,
  /** Agencies on the standard list of a kind, and those asked to one meeting. */
  invitees: 60,
} as const

/** What an agenda says of one item. */
export interface AgendaItemText {
  title: string
  /** Who brings it in; may be empty. */
  presenter: string
  /** How long it takes; null where nobody said, `NaN` where what was typed is no number. */
  minutes: number | null
  /** What was said about it; may be empty. */
  notes: string
}

/** Checks an item of an agenda before it is saved. */
export function checkAgendaItem(item: AgendaItemText): FieldMessage[] {
  const problems = [
    ...needed('title', item.title, 'Enter what the item is about.', agendaLimits.title),
    ...tooLong('presenter', item.presenter, agendaLimits.presenter),
    ...tooLong('notes', item.notes, agendaLimits.notes),
  ]
  const { minutes } = item
  if (minutes !== null && !(Number.isInteger(minutes) && minutes >= 1 && minutes <= agendaLimits.minutes))
    problems.push({
      field: 'minutes',
      message: `Enter a whole number of minutes from 1 to ${agendaLimits.minutes}, or leave it empty.`,
    })
  return problems
}

/** Checks what a paper is called, and where it is when it is a link. */
export function checkPaper(paper: { title: string; address: string | null }): FieldMessage[] {
  return [
    ...needed('title', paper.title, 'Enter what the paper is called.', agendaLimits.paperTitle),
    ...(paper.address === null ? [] : checkWebAddress('address', paper.address.trim())),
  ]
}

/** Checks what was decided. */
export function checkDecision(words: string): FieldMessage[] {
  return needed('words', words, 'Write what was decided.', agendaLimits.words)
}

/** What is to be done, by whom and when. */
export interface MeetingActionText {
  words: string
  /** Null where no agency of the board is named. */
  organisationId: string | null
  /** The post or the people; may be empty beside an agency. */
  post: string
  dueOn: Day | null
}

/** Checks an action that a meeting gave somebody. */
export function checkMeetingAction(action: MeetingActionText): FieldMessage[] {
  const problems = [
    ...needed('words', action.words, 'Write what is to be done.', agendaLimits.words),
    ...tooLong('post', action.post, agendaLimits.post),
  ]
  if (action.organisationId === null && action.post.trim() === '')
    problems.push({ field: 'organisationId', message: 'Choose the agency, or write the post, that does it.' })
  return problems
}

/**
 * Checks the texts that hang on a meeting: of a strategy meeting, they name no adult and no child.
 *
 * @param today the day in the United Kingdom.
 */
export function checkTextsOf(
  kind: 'BOARD' | 'STRATEGY',
  texts: Readonly<Record<string, string | null | undefined>>,
  today: Day,
): FieldMessage[] {
  return kind === 'STRATEGY' ? checkNamesNobody(texts, today) : []
}

/** The ids in the order that they have once one of them moved up or down by one; as they were at either end. */
export function moved(ids: readonly string[], id: string, direction: 'UP' | 'DOWN'): string[] {
  const from = ids.indexOf(id)
  const to = direction === 'UP' ? from - 1 : from + 1
  const order = [...ids]
  const other = order[to]
  if (from === -1 || other === undefined) return order
  order[to] = id
  order[from] = other
  return order
}

/** Somebody who is asked to every meeting of a kind: an agency, or a person of it. */
export interface StandardInviteeText {
  organisationId: string
  /** Null: whoever leads the agency. */
  personId: string | null
  required: boolean
}

/** Checks a kind of strategy meeting with its standard invitation list. */
export function checkStrategyKind(kind: {
  name: string
  invitees: readonly StandardInviteeText[]
}): FieldMessage[] {
  const problems = needed(
    'name',
    kind.name,
    'Enter what meetings of this kind are called, such as “Strategy meeting”.',
    agendaLimits.kindName,
  )
  if (kind.invitees.length > agendaLimits.invitees)
    problems.push({
      field: 'invitees',
      message: `A list can have ${agendaLimits.invitees} agencies and people at the most. Take some away.`,
    })
  const twice = new Set<string>()
  kind.invitees.forEach((invitee, at) => {
    const key = inviteeKey(invitee)
    if (invitee.organisationId === '')
      problems.push({ field: `invitees.${at}.organisationId`, message: 'Choose the agency.' })
    else if (twice.has(key))
      problems.push({
        field: `invitees.${at}.organisationId`,
        message: 'This agency or person is on the list already. Take one of the two away.',
      })
    twice.add(key)
  })
  return problems
}

/** Nobody is asked twice to one meeting: an agency without a person is one, each person of it another. */
export function inviteeKey(invitee: { organisationId: string; personId?: string | null }): string {
  return `${invitee.organisationId} ${invitee.personId ?? ''}`
}

function needed(field: string, text: string, message: string, most: number): FieldMessage[] {
  return text.trim() === '' ? [{ field, message }] : tooLong(field, text, most)
}

function tooLong(field: string, text: string, most: number): FieldMessage[] {
  return text.trim().length > most
    ? [{ field, message: `This must be ${most.toLocaleString('en-GB')} characters or fewer.` }]
    : []
}

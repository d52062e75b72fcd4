import { Mark, markName } from '../attendance/register/mark.ts'
import { onDay, quoted, text } from './eventText.ts'
import type { Describe, Fields } from './eventText.ts'

/** What was done about registers, by the action's name: the words that follow the person's name. */
export const registerSentences: Record<string, Describe> = {
  'register.fill': ({ after }) => `marked ${markOf(after)}`,
  'register.checkIn': ({ after }) => `checked in with the code: ${markOf(after)}`,
  'register.correct': ({ after, before }) =>
    `corrected the mark of ${text(after, 'organisation')} from ${markText(before)} to ${markText(after)}`,
  'register.close': ({ before }) =>
    `closed the register of ${quoted(before, 'title')}${onDay(before, 'heldOn', 'of')}`,
  'register.keepGuests': ({ before, after }) =>
    !after['name']
      ? `took ${text(before, 'name')} from the guests of a meeting`
      : before['name']
        ? `changed the guest ${text(after, 'name')} of a meeting`
        : `wrote down ${text(after, 'name')} as a guest of a meeting`,
  'register.openCheckIn': ({ before }) =>
    `opened check-in for ${quoted(before, 'title')}${onDay(before, 'heldOn', 'of')}`,
  'register.endCheckIn': ({ before }) =>
    `ended check-in for ${quoted(before, 'title')}${onDay(before, 'heldOn', 'of')}`,
  'register.setQuorum': ({ after }) =>
    after['quorum'] === null
      ? `took the quorum of the board away${onDay(after, 'startsOn', 'from')}`
      : `set the quorum of the board${onDay(after, 'startsOn', 'from')}`,
}

function markText(fields: Fields): string {
  const mark = Object.values(Mark).find((each) => each === fields['mark'])
  return mark ? `“${markName[mark]}”` : 'no mark'
}

function markOf(fields: Fields): string {
  return `${text(fields, 'organisation')} as ${markText(fields)}`
}

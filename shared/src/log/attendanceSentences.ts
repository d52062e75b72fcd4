import { onDay, quoted } from './eventText.ts'
import type { Describe } from './eventText.ts'

/** What was done about meetings and attendance, by the action's name: the words that follow the person's name. */
export const attendanceSentences: Record<string, Describe> = {
  'meeting.plan': ({ after }) =>
    `planned the meeting ${quoted(after, 'title')}${onDay(after, 'heldOn', 'on')}`,
  'meeting.change': ({ before }) =>
    `changed the meeting ${quoted(before, 'title')}${onDay(before, 'heldOn', 'of')}`,
  'meeting.cancel': ({ before }) =>
    `cancelled the meeting ${quoted(before, 'title')}${onDay(before, 'heldOn', 'of')}`,
  'meeting.settle': () => 'settled when the year of the board begins and which deputies are senior enough',
}

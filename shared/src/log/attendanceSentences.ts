import { named, onDay, quoted, text } from './eventText.ts'
import type { Describe, Fields } from './eventText.ts'
import { registerSentences } from './registerSentences.ts'

/** What was done about meetings and attendance, by the action's name: the words that follow the person's name. */
export const attendanceSentences: Record<string, Describe> = {
  ...registerSentences,
  'meeting.plan': ({ after }) =>
    `planned the meeting ${quoted(after, 'title')}${onDay(after, 'heldOn', 'on')}`,
  'meeting.change': ({ before }) =>
    `changed the meeting ${quoted(before, 'title')}${onDay(before, 'heldOn', 'of')}`,
  'meeting.cancel': ({ before }) =>
    `cancelled the meeting ${quoted(before, 'title')}${onDay(before, 'heldOn', 'of')}`,
  'meetingAnswer.give': ({ after }) => answered(after),
  'meetingAnswer.giveByLink': ({ after }) => `${answered(after)}, by the link of a mail`,
  'meetingAnswer.invite': ({ after }) =>
    `sent invitations to the meeting ${quoted(after, 'title')}${onDay(after, 'heldOn', 'of')}`,
  'calendar.renewAddress': () => 'made a new private address for their calendar',
  'meeting.settle': () => 'settled when the year of the board begins and which deputies are senior enough',
}

function answered(after: Fields): string {
  return `answered “${text(after, 'answer')}” for ${named(after, 'organisation', 'an agency')} to the meeting ${quoted(after, 'title')}${onDay(after, 'heldOn', 'of')}`
}

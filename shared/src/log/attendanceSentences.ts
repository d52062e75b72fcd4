import { named, onDay, quoted, text } from './eventText.ts'
import type { Describe, Fields } from './eventText.ts'
import { registerSentences } from './registerSentences.ts'

/** What was done about meetings and attendance, by the action's name: the words that follow the person's name. */
export const attendanceSentences: Record<string, Describe> = {
  ...registerSentences,
  'attendance.publish': ({ after }) => `published the figures of attendance of ${quoted(after, 'yearName')}`,
  'attendance.withdraw': ({ before }) =>
    `took back the published figures of attendance of ${quoted(before, 'yearName')}`,
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
  'agenda.arrange': ({ before, after }) => {
    if ('removedAt' in after) return `took ${quoted(after, 'title')} off the agenda of a meeting`
    if ('position' in after) return 'changed the order of the agenda of a meeting'
    if ('title' in before || !('title' in after)) return 'changed an item of the agenda of a meeting'
    return `put ${quoted(after, 'title')} on the agenda of a meeting`
  },
  'agenda.addPaper': ({ after }) => `added the paper ${quoted(after, 'title')} to a meeting`,
  'agenda.removePaper': ({ after }) => `took the paper ${quoted(after, 'title')} away from a meeting`,
  'agenda.decide': ({ before, after }) =>
    'removedAt' in after
      ? 'took away a decision of a meeting'
      : `${'words' in before || !('words' in after) ? 'changed' : 'wrote down'} a decision of a meeting`,
  'agenda.act': ({ before, after }) => {
    if ('removedAt' in after) return 'took away an action of a meeting'
    if ('actionId' in after)
      return text(after, 'actionId')
        ? 'put an action of a meeting into the improvement plan'
        : 'took an action of a meeting out of the improvement plan'
    return `${'words' in before || !('words' in after) ? 'changed' : 'wrote down'} an action of a meeting`
  },
  'meetingAction.report': ({ after }) =>
    text(after, 'doneOn')
      ? `said that an action of a meeting is done${onDay(after, 'doneOn', 'since')}`
      : 'wrote how an action of a meeting stands',
  'meetingAction.putBack': () => 'put an action of a meeting back: it is not done yet',
  'strategy.keepKinds': ({ before, after }) => {
    if ('removedAt' in after) return `took away the kind of strategy meeting ${quoted(after, 'name')}`
    return `${text(before, 'name') ? 'changed' : 'added'} the kind of strategy meeting ${quoted(after, 'name')}`
  },
  'strategy.plan': ({ after }) =>
    `planned a strategy meeting about ${text(after, 'caseReference')}${onDay(after, 'heldOn', 'on')}`,
  'strategy.changeReference': ({ before, after }) =>
    `changed the reference of a strategy meeting from ${text(before, 'caseReference')} to ${text(after, 'caseReference')}`,
  'strategy.invite': ({ before, after }) => {
    const who = text(after, 'person') || named(after, 'organisation', 'an agency')
    if ('removedAt' in after) return `took back the invitation of ${who} to a strategy meeting`
    if ('required' in before) return `changed whether ${who} has to come to a strategy meeting`
    return `asked ${who} to a strategy meeting`
  },
  'meeting.settle': () => 'settled when the year of the board begins and which deputies are senior enough',
  'registerImport.bringIn': ({ after }) => `brought in the list of attendance ${quoted(after, 'fileName')}`,
  'registerImport.choose': ({ after }) =>
    `chose what stands in the list of attendance ${quoted(after, 'fileName')}`,
  'registerImport.save': ({ after }) =>
    `saved the registers of the list of attendance ${quoted(after, 'fileName')}`,
  'registerImport.fill': ({ after }) =>
    `filled in the register of ${quoted(after, 'title')}${onDay(after, 'heldOn', 'of')} from the list ${quoted(after, 'fileName')}`,
  'registerImport.undo': ({ before }) =>
    `took back the registers of the list of attendance ${quoted(before, 'fileName')}`,
  'registerImport.empty': ({ before, after }) =>
    `took back the register of ${quoted(before, 'title')}${onDay(before, 'heldOn', 'of')} that the list ${quoted(after, 'fileName')} had filled in`,
  'registerImport.discard': ({ before }) => `put away the list of attendance ${quoted(before, 'fileName')}`,
}

function answered(after: Fields): string {
  return `answered “${text(after, 'answer')}” for ${named(after, 'organisation', 'an agency')} to the meeting ${quoted(after, 'title')}${onDay(after, 'heldOn', 'of')}`
}

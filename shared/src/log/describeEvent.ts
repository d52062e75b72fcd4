import { roleName } from '../board/role.ts'
import { attendanceSentences } from './attendanceSentences.ts'
import { flagSentences } from './flagSentences.ts'
import { named, onDay, quoted, text } from './eventText.ts'
import type { Describe, Fields, LoggedEvent } from './eventText.ts'

/** What was done, by the action's name: the words that follow the person's name. */
const sentences: Record<string, Describe> = {
  ...attendanceSentences,
  ...flagSentences,

  'board.create': ({ after }) => `made the board ${quoted(after, 'name')}`,
  'board.createSubGroup': ({ after }) => `added the sub-group ${quoted(after, 'name')}`,
  'board.rename': ({ before, after }) =>
    `changed the name ${quoted(before, 'name')} to ${quoted(after, 'name')}`,
  'board.addSeat': ({ after }) =>
    `added a seat for ${named(after, 'organisation', 'an organisation')}${heldBy(after)}`,
  'board.changeSeat': ({ before, after }) =>
    `changed the seat of ${named(before, 'organisation', 'an organisation')}${seatChanges(before, after)}`,
  'board.nameDeputy': ({ after }) =>
    `named ${named(after, 'person', 'a person')} as a deputy for ${named(after, 'organisation', 'a seat')}`,
  'board.endDeputy': ({ before }) =>
    `ended the naming of ${named(before, 'person', 'a person')} as a deputy for ${named(before, 'organisation', 'a seat')}`,

  'appointment.grant': ({ after }) =>
    `gave ${named(after, 'person', 'a person')} the role ${role(after)}${until(after)}`,
  'appointment.changeGrant': ({ before, after }) =>
    `changed the role ${role(before)} of ${named(before, 'person', 'a person')}${until(after)}`,
  'appointment.endGrant': ({ before }) =>
    `ended the role ${role(before)} of ${named(before, 'person', 'a person')}`,
  'appointment.invite': ({ after }) => `invited ${named(after, 'email', 'somebody')} to be ${role(after)}`,
  'appointment.resendInvitation': () => 'sent an invitation again',
  'appointment.withdrawInvitation': ({ before }) =>
    `withdrew the invitation of ${named(before, 'email', 'somebody')}`,

  'organisation.createRegion': ({ after }) => `added the region ${quoted(after, 'name')}`,
  'organisation.create': ({ after }) => `added the organisation ${quoted(after, 'name')}`,
  'organisation.change': ({ before, after }) =>
    'name' in after
      ? `changed the name of the organisation ${quoted(before, 'name')} to ${quoted(after, 'name')}`
      : 'changed the kind of an organisation',
  'organisation.recordMerger': ({ before, after }) =>
    `recorded that ${named(before, 'organisation', 'an organisation')} became part of ${named(after, 'partOf', 'another one')}${onDay(after, 'partOfSince', 'on')}`,
  'organisation.takeBackMerger': ({ before }) =>
    `took back that ${named(before, 'organisation', 'an organisation')} is part of ${named(before, 'partOf', 'another one')}`,

  'plan.upload': ({ after }) => `uploaded the document ${quoted(after, 'fileName')}`,
  'plan.import': ({ after }) => `brought in the document ${quoted(after, 'fileName')}`,
  'plan.chooseColumns': () => 'said what the columns of a document hold',
  'plan.mendImport': () => 'mended a document that is being brought in',
  'plan.discardImport': () => 'put away a document that was being brought in',
  'plan.save': ({ after }) => `saved the draft plan ${quoted(after, 'title')}`,
  'plan.chooseDifferences': () => 'chose what to take from a later version of a document',
  'plan.merge': ({ recordType, after }) =>
    recordType === 'Plan'
      ? `brought in a later version of the plan${text(after, 'fileName') && ` from ${quoted(after, 'fileName')}`}`
      : `changed ${kinds[recordType] ?? 'the plan'} by bringing in a later version`,
  'plan.undoImport': ({ recordType, after }) =>
    recordType === 'Plan'
      ? `undid what ${text(after, 'fileName') ? quoted(after, 'fileName') : 'a document'} had changed in the plan`
      : `changed ${kinds[recordType] ?? 'the plan'} back by undoing an import`,
  'plan.adopt': () => 'adopted the plan',
  'plan.edit': ({ recordType, after }) =>
    'added' in after ? 'added an action to the plan' : `edited ${kinds[recordType] ?? 'the plan'}`,
  'plan.update': ({ after }) => `wrote how an action went in ${text(after, 'period')}`,
  'update.write': ({ after }) =>
    after['correctsId']
      ? `wrote a correction of how an action went in ${text(after, 'period')}`
      : `${after['state'] === 'SUBMITTED' ? 'submitted' : 'wrote'}${after['late'] ? ' late' : ''} how an action went in ${text(after, 'period')}`,
  'update.authorise': ({ after }) =>
    `${after['state'] === 'RETURNED' ? 'returned' : 'authorised'} how an action went in ${text(after, 'period')}`,
  'pointer.answer': () => 'said why something that does not seem to fit about an action is right',
  'period.setCalendar': () => 'changed when the board reports',
  'period.close': ({ after }) => `closed the reporting period ${text(after, 'period')}`,
  'plan.share': ({ after }) => `shared an area of the plan${until(after)}`,
  'plan.revokeShare': () => 'ended the share of an area of the plan',
  'evidence.add': ({ after }) =>
    `added ${evidenceKinds[text(after, 'kind')] ?? 'a piece of evidence'} for an action of the plan`,
  'evidence.withdraw': () => 'withdrew a piece of evidence for an action of the plan',
  'measure.set': ({ before, after }) => {
    if ('endedAt' in after) return 'ended a measure of an action of the plan'
    return Object.keys(before).length > 0
      ? 'changed a measure of an action of the plan'
      : `set what an action of the plan is measured by: ${quoted(after, 'name')}`
  },
  'measure.record': ({ after }) =>
    'correctsId' in after
      ? 'corrected what was recorded for a measure of an action of the plan'
      : `recorded ${quoted(after, 'result')} for a measure of an action of the plan`,
  'milestone.set': ({ before, after }) => {
    if ('removedAt' in after) return `took ${milestone(after)} out of the plan`
    return `${Object.keys(before).length > 0 ? 'changed' : 'set'} ${milestone(after)}${onDay(after, 'dueOn', 'for')}`
  },
  'milestone.complete': ({ after }) =>
    after['doneOn'] === ''
      ? `said that ${milestone(after)} is not done after all`
      : `said what came of ${milestone(after)}${onDay(after, 'doneOn', 'on')}`,
  'comment.write': () => 'commented on an area of the plan',

  'identity.signIn': () => 'signed in',
  'identity.signOut': () => 'signed out',
  'identity.acceptInvitation': ({ after }) => `accepted the invitation to be ${role(after)}`,
  'identity.createAccount': () => 'made their account',
  'identity.changeName': ({ before, after }) =>
    `changed their name from ${quoted(before, 'name')} to ${quoted(after, 'name')}`,
  'identity.changePassword': () => 'changed their password',
  'identity.requestPasswordReset': () => 'asked for a new password',
  'identity.resetPassword': () => 'set a new password',
  'identity.endSession': () => 'ended a session',
  'identity.disablePerson': () => 'closed an account',
  'identity.enablePerson': () => 'opened an account again',
  'identity.makeAdministrator': ({ after }) => `made ${named(after, 'email', 'somebody')} an administrator`,
}

const kinds: Record<string, string> = {
  Plan: 'the plan',
  PlanArea: 'an area of the plan',
  PlanAction: 'an action of the plan',
}

const evidenceKinds: Record<string, string> = {
  FILE: 'a file as evidence',
  LINK: 'a link as evidence',
  NOTE: 'a note as evidence',
}

/** An event as one sentence: "Ada Fern adopted the plan." An action that has no words yet is named as the log names it. */
export function describeEvent(event: LoggedEvent): string {
  const words = sentences[event.action]?.(event) ?? `did “${actionName(event.action)}”`
  return `${event.personName} ${words}.`
}

/** How a filter offers an action: "Board: add seat". */
export function actionName(action: string): string {
  const [feature = '', ...rest] = action.split('.')
  const words = rest
    .join(' ')
    .replaceAll(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
  const name = feature.charAt(0).toUpperCase() + feature.slice(1)
  return words === '' ? name : `${name}: ${words}`
}

/** How a filter offers a kind of record: "Area share". */
export function recordTypeName(recordType: string): string {
  const words = recordType.replaceAll(/([a-z])([A-Z])/g, '$1 $2').toLowerCase()
  return words.charAt(0).toUpperCase() + words.slice(1)
}

function role(fields: Fields): string {
  const name = text(fields, 'role')
  return Object.entries(roleName).find(([key]) => key === name)?.[1] ?? (name || 'unknown')
}

function until(fields: Fields): string {
  return onDay(fields, 'endsOn', 'until')
}

function milestone(fields: Fields): string {
  return `the ${text(fields, 'kind') === 'REVIEW' ? 'review' : 'milestone'} ${quoted(fields, 'title')}`
}

function heldBy(fields: Fields): string {
  const holder = text(fields, 'holder')
  return holder && `, held by ${holder}`
}

function seatChanges(before: Fields, after: Fields): string {
  const changes: string[] = []
  if (before['holder'] !== after['holder'] || before['holderId'] !== after['holderId']) {
    changes.push(text(after, 'holder') ? `it is held by ${text(after, 'holder')}` : 'nobody holds it')
  }
  if (before['required'] !== after['required'])
    changes.push(after['required'] ? 'it is required' : 'it is not required')
  if (before['voting'] !== after['voting']) changes.push(after['voting'] ? 'it votes' : 'it does not vote')
  if (before['startsOn'] !== after['startsOn']) changes.push(`it began${onDay(after, 'startsOn', 'on')}`)
  if (before['endsOn'] !== after['endsOn'])
    changes.push(until(after) ? `it ends${until(after).replace(' until', ' on')}` : 'it has no end')
  return changes.length === 0 ? '' : `: ${changes.join(', ')}`
}

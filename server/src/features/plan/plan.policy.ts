import { policy } from '../../access/policy.ts'
import type { Holder, RecordScope } from '../../access/viewer.ts'

/** A plan, or something that stands in one, as far as the policy asks. */
export interface PlanSubject extends RecordScope {
  boardId: string
  state?: string
  /** Whether a live share lets the viewer contribute to the area. */
  sharedToContribute?: boolean
}

/** Who may do what about improvement plans. */
export const planPolicy = policy('plan', {
  read: { roles: 'SIGNED_IN' },
  import: { roles: ['COORDINATOR'] },
  edit: { roles: ['COORDINATOR'] },
  adopt: { roles: ['CHAIR'] },
  share: { roles: ['COORDINATOR'] },
  publish: { roles: ['COORDINATOR', 'CHAIR'] },
})

/** A piece of evidence, or the action that it is for. */
export interface EvidenceSubject extends RecordScope {
  boardId: string
  /** Whether the viewer, or an agency of theirs, is responsible for the action. */
  responsible?: boolean
  /** Whether the viewer added the piece. */
  own?: boolean
}

const runsBoard = (subject: EvidenceSubject, viewer: Holder) =>
  viewer.tiesAt(subject).some(({ role }) => role === 'COORDINATOR' || role === 'CHAIR')

/** Who brings evidence for an action, and who takes it back: the board's officers, and who is responsible. */
export const evidencePolicy = policy('evidence', {
  add: {
    roles: 'SIGNED_IN',
    rule: (subject: EvidenceSubject, viewer) => subject.responsible === true || runsBoard(subject, viewer),
  },
  withdraw: {
    roles: 'SIGNED_IN',
    rule: (subject: EvidenceSubject, viewer) =>
      (subject.own === true && subject.responsible === true) || runsBoard(subject, viewer),
  },
})

/** Who sets what an action is measured by, and who records what was found: as evidence is brought. */
export const measurePolicy = policy('measure', {
  set: { roles: ['COORDINATOR'] },
  record: {
    roles: 'SIGNED_IN',
    rule: (subject: EvidenceSubject, viewer) => subject.responsible === true || runsBoard(subject, viewer),
  },
})

/** A milestone or a review, as far as the policy asks. */
export interface MilestoneSubject extends EvidenceSubject {
  kind?: string
}

/**
 * Who puts milestones and reviews into a plan, and who says that they are done. Whoever is responsible for the action
 * says that a milestone is there; a review is the board's own look at how it goes, and its officers say what came of it.
 */
export const milestonePolicy = policy('milestone', {
  set: { roles: ['COORDINATOR'] },
  complete: {
    roles: 'SIGNED_IN',
    rule: (subject: MilestoneSubject, viewer) =>
      (subject.kind === 'MILESTONE' && subject.responsible === true) || runsBoard(subject, viewer),
  },
})

const commentRoles = ['COORDINATOR', 'CHAIR', 'MEMBER', 'DEPUTY'] as const

/** Who may comment: the board's people, and those with whom the area is shared to contribute. */
export const commentPolicy = policy('comment', {
  write: {
    roles: 'SIGNED_IN',
    rule: (subject: PlanSubject, viewer) =>
      subject.sharedToContribute === true ||
      viewer.tiesAt(subject).some((tie) => commentRoles.some((role) => role === tie.role)),
  },
})

/** The reporting of a board, as far as the policy asks. */
export interface PeriodSubject extends RecordScope {
  boardId: string
  /** Whether the viewer sees an adopted plan of the board, whole or in part. */
  seesPlan?: boolean
}

/**
 * Who reads how the board reports: whoever sees what it reports on. Who reads also what is not the board's word yet,
 * sets its calendar and closes its periods.
 */
export const periodPolicy = policy('period', {
  read: {
    roles: 'SIGNED_IN',
    rule: (subject: PeriodSubject, viewer) =>
      subject.seesPlan === true ||
      viewer.tiesAt(subject).some(({ role }) => role === 'COORDINATOR' || role === 'CHAIR'),
  },
  readUnauthorised: { roles: ['COORDINATOR', 'CHAIR'] },
  setCalendar: { roles: ['COORDINATOR'] },
  close: { roles: ['COORDINATOR'] },
})

/** A progress update, as far as the policy asks. */
export interface UpdateSubject extends RecordScope {
  boardId: string
  /** Whether the viewer, or their agency, leads the action or is responsible for it. */
  writer?: boolean
  /** Whether somebody is named to authorise the updates of the action. */
  named?: boolean
  /** Whether the viewer, or their agency, is. */
  authoriser?: boolean
  /** Whether the viewer wrote it. */
  own?: boolean
  /** How many other people could authorise it. */
  others?: number
}

const writesAbout = (subject: UpdateSubject, viewer: Holder) =>
  subject.writer === true || viewer.tiesAt(subject).some((tie) => tie.role === 'COORDINATOR')

/**
 * Who writes progress updates, and who authorises them: whoever is named for it, else the coordinator or the chair.
 * Nobody authorises what they wrote, unless there is nobody else who could.
 */
export const updatePolicy = policy('update', {
  read: { roles: 'SIGNED_IN' },
  write: { roles: 'SIGNED_IN', rule: (subject: UpdateSubject, viewer) => writesAbout(subject, viewer) },
  authorise: {
    roles: 'SIGNED_IN',
    rule: (subject: UpdateSubject, viewer) =>
      !(subject.own === true && (subject.others ?? 0) > 0) &&
      (subject.named === true
        ? subject.authoriser === true
        : viewer.tiesAt(subject).some((tie) => tie.role === 'COORDINATOR' || tie.role === 'CHAIR')),
  },
})

/** Who may answer what does not seem to fit: whoever writes about the action. */
export const pointerPolicy = policy('pointer', {
  answer: { roles: 'SIGNED_IN', rule: (subject: UpdateSubject, viewer) => writesAbout(subject, viewer) },
})

import { NotAllowed, NotSignedIn } from '../errors.ts'
import type { Role } from '@boardwork/shared/board/role.ts'
import type { Holder, RecordScope, Tie } from './viewer.ts'

/**
 * One line of a feature's policy: who may do one action.
 *
 * `roles` is a list of roles that count at the record's own board or organisation, or `ANYBODY` (also signed out),
 * or `SIGNED_IN` (row-level security alone decides what there is).
 */
export interface PolicyLine<Subject extends RecordScope> {
  /** `feature.action`, as the log names it. */
  readonly name: string
  readonly roles: readonly Role[] | 'ANYBODY' | 'SIGNED_IN'
  /** A rule on the record itself, asked after the role. */
  readonly rule?: ((subject: Subject, viewer: Holder) => boolean) | undefined
}

type Lines<Subject extends RecordScope> = Record<string, Omit<PolicyLine<Subject>, 'name'>>

/** Every policy line by its name. */
export const policyLines = new Map<string, PolicyLine<never>>()

/** Writes down the action table of a feature. */
export function policy<Subject extends RecordScope, L extends Lines<Subject>>(
  feature: string,
  lines: L,
): { readonly [Action in keyof L]: PolicyLine<Subject> } {
  const named: Record<string, PolicyLine<Subject>> = {}
  for (const [action, line] of Object.entries(lines)) {
    const whole = { ...line, name: `${feature}.${action}` }
    named[action] = whole
    policyLines.set(whole.name, whole)
  }
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the keys are those of `lines`, which TypeScript does not see through Object.entries
  return named as { readonly [Action in keyof L]: PolicyLine<Subject> }
}

/**
 * The tie under which the viewer may do the action to the record; null when they may not.
 * Returns `'ANYBODY'` or `'SIGNED_IN'` where no tie is needed.
 */
export function permission<Subject extends RecordScope>(
  viewer: Holder | null,
  line: PolicyLine<Subject>,
  subject: Subject,
): Tie | 'ANYBODY' | 'SIGNED_IN' | null {
  if (line.roles === 'ANYBODY') return 'ANYBODY'
  if (!viewer) return null
  if (line.rule && !line.rule(subject, viewer)) return null
  if (line.roles === 'SIGNED_IN') return 'SIGNED_IN'
  const roles = line.roles
  return viewer.tiesAt(subject).find((tie) => roles.includes(tie.role)) ?? null
}

/** Whether the viewer may do the action to the record. */
export function may<Subject extends RecordScope>(
  viewer: Holder | null,
  line: PolicyLine<Subject>,
  subject: Subject,
): boolean {
  return permission(viewer, line, subject) !== null
}

/** The same as an obligation: throws NotSignedIn or NotAllowed, and returns what allowed it, for the log. */
export function authorize<Subject extends RecordScope>(
  viewer: Holder | null,
  line: PolicyLine<Subject>,
  subject: Subject,
): Tie | 'ANYBODY' | 'SIGNED_IN' {
  const allowed = permission(viewer, line, subject)
  if (allowed) return allowed
  throw viewer ? new NotAllowed() : new NotSignedIn()
}

/** Whether the viewer could do the action to some record: the first question a resolver asks. */
export function mightEver(viewer: Holder | null, line: PolicyLine<never>): boolean {
  if (line.roles === 'ANYBODY') return true
  if (!viewer) return false
  if (line.roles === 'SIGNED_IN') return true
  const roles = line.roles
  return viewer.ties.some((tie) => roles.includes(tie.role))
}

import { todayInLondon } from '@boardwork/shared/board/dates.ts'
import type { EntityManager } from '@mikro-orm/postgresql'
import { roleName, scopeOfRole } from '@boardwork/shared/board/role.ts'
import type { Role, Scope } from '@boardwork/shared/board/role.ts'
import { invitationDays } from '@boardwork/shared/identity/invitation.ts'
import { emailProblem, nameProblem, normaliseEmail } from '@boardwork/shared/identity/person.ts'
import { operation } from '../../access/operation.ts'
import type { Change } from '../../access/operation.ts'
import { may } from '../../access/policy.ts'
import { InvalidInput, NotReady } from '../../access/refusals.ts'
import { hashToken } from '../../access/requestContext.ts'
import type { RequestContext } from '../../access/requestContext.ts'
import { Holder } from '../../access/viewer.ts'
import type { RecordScope, Tie, Viewer } from '../../access/viewer.ts'
import { platformChain } from '../../audit/chain.ts'
import { newId } from '../../db/newId.ts'
import { Board } from '../board/board.entity.ts'
import { appointmentPolicy } from '../board/board.policy.ts'
import { Seat } from '../board/seat.entity.ts'
import { Organisation } from '../organisation/organisation.entity.ts'
import { Region } from '../organisation/region.entity.ts'
import { Account } from './account.entity.ts'
import { changeAs } from './changeAs.ts'
import { newPasswordProblem } from './commonPasswords.ts'
import { checkPassword } from './identity.operations.ts'
import { identityPolicy } from './identity.policy.ts'
import { Invitation } from './invitation.entity.ts'
import type { AcceptInvitationInput, InvitationInput, InviteInput } from './invitation.inputs.ts'
import { findInvitation } from './invitation.reads.ts'
import type { FoundInvitation } from './invitation.reads.ts'
import { writeMail } from './mail.ts'
import { hashPassword } from './passwordHash.ts'
import { mailWritten } from './sendMail.ts'
import { startSession, useSession } from './startSession.ts'
import { newToken } from './token.ts'
import { countToken } from './tries.ts'

const again = (change: Change, id: string) => change.find(Invitation, { id })

/** Invites somebody by e-mail to take a role. */
export async function invite(
  context: RequestContext,
  input: InviteInput,
): Promise<Invitation | InvalidInput | NotReady> {
  const line = appointmentPolicy.invite
  const result = await operation(context, line, input.clientMutationId, again, (change) =>
    writeInvitation(context, change, input),
  )
  if (result instanceof Invitation) mailWritten(context.platform)
  return result
}

/**
 * The inside of an invitation, for an operation that invites along with another change. `mailWritten` has to be
 * called once it has been committed.
 */
export async function writeInvitation(
  context: RequestContext,
  change: Change,
  given: Omit<InviteInput, 'clientMutationId'>,
): Promise<Invitation | InvalidInput | NotReady> {
  const { scope, scopeId, role } = given
  const subject = { ...recordScope(scope, scopeId), role }
  const seated = role === 'MEMBER' || role === 'DEPUTY'
  if (scope !== (seated ? 'BOARD' : scopeOfRole[role]))
    return InvalidInput.of('role', `“${roleName[role]}” is not a role there. Choose another role.`)
  change.authorize(appointmentPolicy.invite, subject)
  const problem = emailProblem(given.email)
  if (problem) return InvalidInput.of('email', problem)
  const email = normaliseEmail(given.email)
  const own = await change.em.findOne(Account, { personId: change.viewer.personId })
  if (own?.email === email)
    return InvalidInput.of('email', 'This is your own address. Ask somebody else to appoint you.')

  const scopeName = await nameOfScope(change, scope, scopeId)
  const organisation = await change.em.findOne(Organisation, { id: given.organisationId })
  if (!organisation || (scope === 'ORGANISATION' && organisation.id !== scopeId))
    return InvalidInput.of('organisationId', 'Choose the organisation that the person works for.')
  if (seated) {
    const seat = await change.em.findOne(Seat, { boardId: scopeId, id: given.seatId ?? platformChain })
    if (!seat || seat.organisationId !== organisation.id)
      return InvalidInput.of('seatId', 'Choose a seat of the organisation that the person works for.')
    if (seat.endsOn && seat.endsOn < todayInLondon())
      return InvalidInput.of('seatId', 'This seat has ended. Choose another seat.')
  }
  const seatId = seated ? (given.seatId ?? null) : null
  // Two who invite the same person at once take turns, so that one mail goes out.
  await change.em.execute('select pg_advisory_xact_lock(hashtextextended(?, 4))', [
    `${scopeId} ${role} ${email}`,
  ])
  const open = await change.em.findOne(Invitation, {
    scopeId,
    role,
    email,
    seatId,
    acceptedAt: null,
    withdrawnAt: null,
    expiresAt: { $gt: new Date() },
  })
  if (open)
    return new NotReady(
      'This person has been invited to this role already. You can send that invitation again.',
    )

  const token = newToken()
  const now = new Date()
  const invitation = change.em.create(Invitation, {
    scopeId,
    id: newId(),
    scope,
    role,
    email,
    organisationId: organisation.id,
    seatId,
    tokenHash: hashToken(token),
    invitedById: change.viewer.personId,
    invitedAt: now,
    expiresAt: expiryAfter(now),
  })
  await change.em.flush()
  await writeInvitationMail(context, change, invitation, token, scopeName)
  change.record({
    chainId: chainOf(scope, scopeId),
    action: appointmentPolicy.invite.name,
    recordType: 'Invitation',
    recordId: invitation.id,
    after: {
      role,
      email,
      organisationId: organisation.id,
      ...(seatId ? { seatId } : {}),
      expiresAt: invitation.expiresAt,
    },
  })
  return invitation
}

/** Withdraws an invitation: its link opens nothing any more. */
export function withdrawInvitation(
  context: RequestContext,
  input: InvitationInput,
): Promise<Invitation | NotReady> {
  const line = appointmentPolicy.invite
  return operation(
    context,
    line,
    input.clientMutationId,
    again,
    async (change): Promise<Invitation | NotReady> => {
      const invitation = await findOpen(change, input.invitationId)
      if (invitation instanceof NotReady) return invitation
      invitation.withdrawnAt = new Date()
      change.record({
        chainId: chainOf(invitation.scope, invitation.scopeId),
        action: 'appointment.withdrawInvitation',
        recordType: 'Invitation',
        recordId: invitation.id,
        before: { role: invitation.role, email: invitation.email },
        after: { withdrawn: true },
      })
      return invitation
    },
  )
}

/** Sends an invitation again, with a new link and seven new days; the link before opens nothing any more. */
export async function resendInvitation(
  context: RequestContext,
  input: InvitationInput,
): Promise<Invitation | NotReady> {
  const line = appointmentPolicy.invite
  const result = await operation(
    context,
    line,
    input.clientMutationId,
    again,
    async (change): Promise<Invitation | NotReady> => {
      const invitation = await findOpen(change, input.invitationId)
      if (invitation instanceof NotReady) return invitation
      const before = { expiresAt: invitation.expiresAt }
      const token = newToken()
      invitation.tokenHash = hashToken(token)
      // Whoever sends it again answers for it from now on.
      invitation.invitedById = change.viewer.personId
      invitation.expiresAt = expiryAfter(new Date())
      await change.em.flush()
      await writeInvitationMail(
        context,
        change,
        invitation,
        token,
        await nameOfScope(change, invitation.scope, invitation.scopeId),
      )
      change.record({
        chainId: chainOf(invitation.scope, invitation.scopeId),
        action: 'appointment.resendInvitation',
        recordType: 'Invitation',
        recordId: invitation.id,
        before,
        after: { expiresAt: invitation.expiresAt },
      })
      return invitation
    },
  )
  if (result instanceof Invitation) mailWritten(context.platform)
  return result
}

async function findOpen(change: Change, id: string): Promise<Invitation | NotReady> {
  const invitation = await change.find(Invitation, { id })
  change.authorize(appointmentPolicy.invite, {
    ...recordScope(invitation.scope, invitation.scopeId),
    role: invitation.role,
  })
  await change.lock(invitation)
  if (invitation.acceptedAt) return new NotReady('This invitation has been accepted already.')
  if (invitation.withdrawnAt) return new NotReady('This invitation has been withdrawn already.')
  return invitation
}

interface Accepted {
  refused?: 'USED' | 'ACCOUNT' | 'SEAT_ENDED'
  id: string
  scope: Scope
  scopeId: string
  role: Role
  seatId: string | null
  previousHolderId: string | null
  heldAlready: boolean
  newAccount: boolean
}

const notOpen: Record<Exclude<FoundInvitation['state'], 'OPEN'>, string> = {
  ACCEPTED: 'This invitation has been used already. Sign in to go on.',
  EXPIRED: 'This invitation is too old. Ask for a new one.',
  WITHDRAWN: 'This invitation has been withdrawn. Ask whoever invited you if you should have access.',
}
const refusals = {
  USED: notOpen.ACCEPTED,
  ACCOUNT: 'The account for this address has changed in the meantime. Open the link again.',
  SEAT_ENDED: 'The seat that you were invited to has ended. Ask whoever invited you.',
}

/** Whoever accepts, and what for an account they get when they have none yet. */
interface Acceptor {
  id: string
  name: string
  passwordHash: string | null
  isNew: boolean
}

/**
 * Accepts an invitation, once. Somebody new gets an account and is signed in. Somebody with an account is signed in
 * with it, or proves by its password whose it is.
 */
export async function acceptInvitation(
  context: RequestContext,
  input: AcceptInvitationInput,
): Promise<Viewer | InvalidInput | NotReady> {
  await countToken(context)
  const found = await findInvitation(context, input.token)
  if (!found) return new NotReady('This link is not right. Open the link from the mail again, all of it.')
  if (found.state !== 'OPEN') return new NotReady(notOpen[found.state])
  const viewer = await context.viewer()
  const signedIn = viewer !== null && viewer.personId === found.personId
  const acceptor = await findAcceptor(context, input, found, viewer)
  if (acceptor instanceof InvalidInput || acceptor instanceof NotReady) return acceptor

  const result = await changeAs(context, { id: acceptor.id, name: acceptor.name }, async (em, record) => {
    if (!(await mayStillInvite(em, input.token, found))) return new NotReady(noLongerInvites(found))
    const [row] = await em.execute<{ accepted: Accepted }[]>(
      'select identity.accept_invitation(?, ?, ?, ?, ?) as accepted',
      [
        hashToken(input.token),
        acceptor.id,
        newId(),
        acceptor.isNew ? acceptor.name : null,
        acceptor.isNew ? acceptor.passwordHash : null,
      ],
    )
    if (!row) throw new Error('An invitation was neither accepted nor refused.')
    const { accepted } = row
    if (accepted.refused) return new NotReady(refusals[accepted.refused])
    if (accepted.newAccount)
      record({
        chainId: platformChain,
        action: 'identity.createAccount',
        recordType: 'Person',
        recordId: acceptor.id,
        after: { name: acceptor.name, email: found.email },
      })
    record({
      chainId: chainOf(accepted.scope, accepted.scopeId),
      action: identityPolicy.acceptInvitation.name,
      recordType: 'Invitation',
      recordId: accepted.id,
      before: accepted.role === 'MEMBER' ? { holderId: accepted.previousHolderId } : {},
      after: {
        role: accepted.role,
        personId: acceptor.id,
        ...(accepted.seatId ? { seatId: accepted.seatId } : {}),
        ...(accepted.heldAlready ? { heldAlready: true } : {}),
      },
    })
    return signedIn ? null : startSession(context, em, acceptor.id, record)
  })
  if (result instanceof NotReady) return result
  if (result !== null) await useSession(context, result)
  return context.signedIn()
}

/** Whether the person who sent the invitation could send it today. */
async function mayStillInvite(em: EntityManager, token: string, found: FoundInvitation): Promise<boolean> {
  const [row] = await em.execute<{ ties: Tie[] }[]>('select identity.inviter_ties(?) as ties', [
    hashToken(token),
  ])
  const { scope, scopeId, role } = found
  return may(new Holder(row?.ties ?? []), appointmentPolicy.invite, { ...recordScope(scope, scopeId), role })
}

function noLongerInvites({ scope, scopeName, role, invitedByName }: FoundInvitation): string {
  const others =
    scope === 'BOARD'
      ? `a coordinator of ${scopeName}`
      : role === 'CONTRIBUTOR'
        ? `an agency lead of ${scopeName}`
        : 'an administrator of Boardwork'
  return `${invitedByName}, who invited you, cannot give this role any more. Ask ${others} to send you the invitation again.`
}

async function findAcceptor(
  context: RequestContext,
  input: AcceptInvitationInput,
  found: FoundInvitation,
  viewer: Viewer | null,
): Promise<Acceptor | InvalidInput | NotReady> {
  const password = input.password ?? ''
  if (found.personId === null) {
    const name = (input.name ?? '').trim()
    const nameWrong = nameProblem(name)
    const passwordWrong = newPasswordProblem(password, { email: found.email, name })
    if (nameWrong || passwordWrong)
      return new InvalidInput([
        ...(nameWrong ? [{ field: 'name', message: nameWrong }] : []),
        ...(passwordWrong ? [{ field: 'password', message: passwordWrong }] : []),
      ])
    await context.refresh()
    return { id: newId(), name, passwordHash: await hashPassword(password), isNew: true }
  }
  if (viewer?.personId === found.personId)
    return { id: viewer.personId, name: viewer.name, passwordHash: null, isNew: false }
  if (password === '') return InvalidInput.of('password', `Enter the password of the account ${found.email}.`)
  const checked = await checkPassword(context, found.email, password)
  if (checked instanceof InvalidInput || checked instanceof NotReady) return checked
  return { id: checked.id, name: checked.name, passwordHash: null, isNew: false }
}

/** The board or organisation whose roles count for an appointment. */
function recordScope(scope: Scope, scopeId: string): RecordScope {
  if (scope === 'BOARD') return { boardId: scopeId }
  return scope === 'ORGANISATION' ? { organisationId: scopeId } : {}
}

/** The log of a region is that of the platform. */
function chainOf(scope: Scope, scopeId: string): string {
  return scope === 'BOARD' || scope === 'ORGANISATION' ? scopeId : platformChain
}

async function nameOfScope(change: Change, scope: Scope, scopeId: string): Promise<string> {
  if (scope === 'BOARD') return (await change.find(Board, { id: scopeId })).name
  if (scope === 'ORGANISATION') return (await change.find(Organisation, { id: scopeId })).name
  if (scope === 'REGION') return (await change.find(Region, { id: scopeId })).name
  return 'Boardwork'
}

function expiryAfter(moment: Date): Date {
  return new Date(moment.getTime() + invitationDays * 86_400_000)
}

async function writeInvitationMail(
  context: RequestContext,
  change: Change,
  invitation: Invitation,
  token: string,
  scopeName: string,
): Promise<void> {
  await writeMail(change.em, {
    recipient: invitation.email,
    subject: `Invitation to ${scopeName}`,
    body: `Hello,

${change.viewer.name} invites you to Boardwork, to take this role:

${roleName[invitation.role]}, ${scopeName}

Open this link to accept:

${context.platform.settings.publicUrl}/invitation/${token}

The link is for ${invitation.email} and can be used once, within ${invitationDays} days. If you did not expect it, do nothing.
`,
  })
}

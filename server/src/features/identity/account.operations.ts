import { setTimeout as pause } from 'node:timers/promises'
import { emailProblem, nameProblem, normaliseEmail } from '@boardwork/shared/identity/person.ts'
import { operation } from '../../access/operation.ts'
import type { Change } from '../../access/operation.ts'
import { Conflict, InvalidInput, NotReady } from '../../access/refusals.ts'
import { hashToken } from '../../access/requestContext.ts'
import type { RequestContext } from '../../access/requestContext.ts'
import type { Viewer } from '../../access/viewer.ts'
import { platformChain } from '../../audit/chain.ts'
import { newId } from '../../db/newId.ts'
import type {
  ChangeNameInput,
  ChangePasswordInput,
  EndOtherSessionsInput,
  EndSessionInput,
  RequestPasswordResetInput,
  ResetPasswordInput,
} from './account.inputs.ts'
import { readOwnAccounts } from './identity.reads.ts'
import { Done } from './account.results.ts'
import { changeAs, nobody } from './changeAs.ts'
import { newPasswordProblem } from './commonPasswords.ts'
import { identityPolicy } from './identity.policy.ts'
import { writeMail } from './mail.ts'
import { hashPassword, isPassword } from './passwordHash.ts'
import { Person } from './person.entity.ts'
import { mailWritten } from './sendMail.ts'
import { Session } from './session.entity.ts'
import { newToken } from './token.ts'
import { countPasswordChange, countPasswordReset, countToken } from './tries.ts'

const self = (change: Change, id: string) => change.find(Person, { id })

/** Ends one of the own sessions, such as that of a lost telephone. */
export async function endSession(context: RequestContext, input: EndSessionInput): Promise<Session> {
  const { sessionId } = (await context.signedIn()).session
  const again = (change: Change, id: string) => change.find(Session, { id })
  const ended = await operation(
    context,
    identityPolicy.endSession,
    input.clientMutationId,
    again,
    async (change) => {
      const session = await change.find(Session, { id: input.sessionId })
      change.authorize(identityPolicy.endSession, {})
      await change.lock(session)
      if (!session.endedAt) {
        session.endedAt = new Date()
        change.record({
          chainId: platformChain,
          action: identityPolicy.endSession.name,
          recordType: 'Session',
          recordId: session.id,
          before: { device: session.device },
          after: { ended: true },
        })
      }
      return session
    },
  )
  if (ended.id === sessionId) {
    context.exchange.clearToken()
    context.exchange.token = null
  }
  return ended
}

/** Ends all of the own sessions but the one that asks. */
export async function endOtherSessions(context: RequestContext, input: EndOtherSessionsInput): Promise<void> {
  await operation(context, identityPolicy.endSession, input.clientMutationId, self, async (change) => {
    const { personId, session } = change.viewer
    const person = await change.find(Person, { id: personId })
    change.authorize(identityPolicy.endSession, {})
    const ended = await change.em.execute<{ id: string }[]>(
      'update session set ended_at = now() where person_id = ? and id <> ? and ended_at is null returning id',
      [personId, session.sessionId],
    )
    change.record({
      chainId: platformChain,
      action: identityPolicy.endSession.name,
      recordType: 'Person',
      recordId: personId,
      after: { endedSessions: ended.map(({ id }) => id) },
    })
    return person
  })
}

/** Changes the own name. */
export async function changeName(
  context: RequestContext,
  input: ChangeNameInput,
): Promise<Viewer | InvalidInput | Conflict> {
  const problem = nameProblem(input.name)
  if (problem) return InvalidInput.of('name', problem)
  const name = input.name.trim()
  const changed = await operation(
    context,
    identityPolicy.changeName,
    input.clientMutationId,
    self,
    async (change): Promise<Person | Conflict> => {
      const person = await change.find(Person, { id: change.viewer.personId })
      change.authorize(identityPolicy.changeName, {})
      await change.lock(person)
      if (person.version !== input.version)
        return new Conflict(person.id, person.version, [{ field: 'name', theirs: person.name, yours: name }])
      const before = person.name
      person.name = name
      change.record({
        chainId: platformChain,
        action: identityPolicy.changeName.name,
        recordType: 'Person',
        recordId: person.id,
        before: { name: before },
        after: { name },
      })
      return person
    },
  )
  return changed instanceof Conflict ? changed : context.signedIn()
}

/** Changes the own password; every other session of the person ends. */
export async function changePassword(
  context: RequestContext,
  input: ChangePasswordInput,
): Promise<Done | InvalidInput> {
  const viewer = await context.signedIn()
  const account = await context.loader(readOwnAccounts).load(viewer.personId)
  const problem = newPasswordProblem(input.newPassword, { email: account?.email ?? '', name: viewer.name })
  if (problem) return InvalidInput.of('newPassword', problem)
  await countPasswordChange(context, viewer.personId)
  const result = await operation(
    context,
    identityPolicy.changePassword,
    input.clientMutationId,
    self,
    async (change): Promise<Person | InvalidInput> => {
      const person = await change.find(Person, { id: viewer.personId })
      change.authorize(identityPolicy.changePassword, {})
      await change.lock(person)
      const [row] = await change.em.execute<{ hash: string | null }[]>(
        'select identity.my_password_hash() as hash',
      )
      if (!(await isPassword(input.currentPassword.slice(0, 1000), row?.hash ?? null)))
        return InvalidInput.of(
          'currentPassword',
          'Your current password is not right. Check it and try again.',
        )
      await change.em.execute('select identity.set_my_password(?, ?)', [
        await hashPassword(input.newPassword),
        change.viewer.session.sessionId,
      ])
      await writeMail(change.em, {
        recipient: account?.email ?? '',
        subject: 'Your Boardwork password was changed',
        body: passwordChangedText(person.name, context.platform.settings.publicUrl),
      })
      change.record({
        chainId: platformChain,
        action: identityPolicy.changePassword.name,
        recordType: 'Person',
        recordId: person.id,
        after: { password: 'changed', otherSessions: 'ended' },
      })
      return person
    },
  )
  if (result instanceof InvalidInput) return result
  mailWritten(context.platform)
  return new Done('Your password was changed. You were signed out on all other devices.')
}

/** The longest that a request for a new password takes on a server that is not overloaded, in milliseconds. */
const requestMs = 250

/**
 * Sends a link to set a new password, where there is such an account. What the answer says, and after how long,
 * does not tell whether there is.
 */
export async function requestPasswordReset(
  context: RequestContext,
  input: RequestPasswordResetInput,
): Promise<Done | InvalidInput> {
  const problem = emailProblem(input.email)
  if (problem) return InvalidInput.of('email', problem)
  await countPasswordReset(context, input.email)
  await Promise.all([writeResetMail(context, normaliseEmail(input.email)), pause(requestMs)])
  return new Done(
    'If there is an account for this address, we have sent a link to it. The link can be used once, within one hour.',
  )
}

async function writeResetMail(context: RequestContext, email: string): Promise<void> {
  const token = newToken()
  const resetId = newId()
  const { publicUrl } = context.platform.settings
  const sent = await changeAs(context, nobody, async (em, record) => {
    const [person] = await em.execute<{ person_id: string; name: string }[]>(
      'select * from identity.request_password_reset(?, ?, ?)',
      [resetId, email, hashToken(token)],
    )
    if (!person) return false
    await writeMail(em, {
      recipient: email,
      subject: 'Set a new Boardwork password',
      body: `Hello ${person.name},

somebody, most likely you, asked for a new password for your Boardwork account. Open this link to set one:

${publicUrl}/password/${token}

The link can be used once, within one hour. If you did not ask for it, do nothing: your password stays as it is.
`,
    })
    record({
      chainId: platformChain,
      action: identityPolicy.requestPasswordReset.name,
      recordType: 'Person',
      recordId: person.person_id,
      after: { link: 'sent' },
    })
    return true
  })
  if (sent) mailWritten(context.platform)
}

const spent = new NotReady('This link has been used or is too old. Ask for a new one.')

/** Sets a new password by the link from a mail; every session of the person ends. */
export async function resetPassword(
  context: RequestContext,
  input: ResetPasswordInput,
): Promise<Done | InvalidInput | NotReady> {
  await countToken(context)
  const tokenHash = hashToken(input.token)
  const person = await readPasswordReset(context, tokenHash)
  if (!person) return spent
  const problem = newPasswordProblem(input.newPassword, person)
  if (problem) return InvalidInput.of('newPassword', problem)
  const passwordHash = await hashPassword(input.newPassword)
  const done = await changeAs(context, { id: person.person_id, name: person.name }, async (em, record) => {
    const [row] = await em.execute<{ person_id: string | null }[]>(
      'select identity.reset_password(?, ?) as person_id',
      [tokenHash, passwordHash],
    )
    if (!row?.person_id) return false
    await writeMail(em, {
      recipient: person.email,
      subject: 'Your Boardwork password was changed',
      body: passwordChangedText(person.name, context.platform.settings.publicUrl),
    })
    record({
      chainId: platformChain,
      action: identityPolicy.resetPassword.name,
      recordType: 'Person',
      recordId: person.person_id,
      after: { password: 'changed', sessions: 'ended' },
    })
    return true
  })
  if (!done) return spent
  mailWritten(context.platform)
  return new Done('Your password is set. Sign in with it now.')
}

/** Whose password the link is for; null where it cannot be used any more. */
export async function readPasswordReset(
  context: RequestContext,
  tokenHash: Buffer,
): Promise<{ person_id: string; name: string; email: string } | null> {
  const { rows } = await context.platform.pool.query<{ person_id: string; name: string; email: string }>(
    'select * from identity.password_reset($1)',
    [tokenHash],
  )
  return rows[0] ?? null
}

function passwordChangedText(name: string, publicUrl: string): string {
  return `Hello ${name},

the password of your Boardwork account was changed, and you were signed out on all other devices.

If it was not you who changed it, set a new password now: ${publicUrl}/forgotten-password
`
}

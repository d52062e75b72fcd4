import { emailProblem, normaliseEmail } from '@boardwork/shared/identity/person.ts'
import { hashToken } from '../../access/requestContext.ts'
import type { RequestContext } from '../../access/requestContext.ts'
import { InvalidInput, NotReady } from '../../access/refusals.ts'
import type { Viewer } from '../../access/viewer.ts'
import { platformChain } from '../../audit/chain.ts'
import { NotAllowed } from '../../errors.ts'
import { changeAs } from './changeAs.ts'
import type { Claimant } from './changeAs.ts'
import type { SignInAsDemonstrationPersonInput, SignInInput } from './identity.inputs.ts'
import { identityPolicy } from './identity.policy.ts'
import { readDemonstrationPeople } from './identity.reads.ts'
import { isPassword } from './passwordHash.ts'
import { startSession, useSession } from './startSession.ts'
import { countSignIn, signInSucceeded } from './tries.ts'

/** The same words whatever was wrong: they do not tell who has an account. */
const wrong = 'The e-mail address or the password is not right. Check both and try again.'
const switchedOff = 'Your account is switched off. Ask an administrator if you should have access.'

interface Credentials {
  person_id: string
  name: string
  password_hash: string | null
  disabled: boolean
}

/** Signs somebody in with e-mail and password, under a new token. */
export async function signIn(
  context: RequestContext,
  input: SignInInput,
): Promise<Viewer | InvalidInput | NotReady> {
  if (input.password === '') return InvalidInput.of('password', 'Enter your password.')
  const checked = await checkPassword(context, input.email, input.password)
  if (checked instanceof InvalidInput || checked instanceof NotReady) return checked
  return signInAs(context, checked)
}

/**
 * Who has this e-mail address and this password. Counts the try first. Used wherever a password stands in for a
 * session.
 */
export async function checkPassword(
  context: RequestContext,
  email: string,
  password: string,
): Promise<(Claimant & { id: string }) | InvalidInput | NotReady> {
  const problem = emailProblem(email)
  if (problem) return InvalidInput.of('email', problem)
  await countSignIn(context, email)
  const { rows } = await context.platform.pool.query<Credentials>('select * from identity.credentials($1)', [
    normaliseEmail(email),
  ])
  const [found] = rows
  // A text of any length could be sent; what is longer than a password can be is none, and costs no more to refuse.
  const right = await isPassword(password.slice(0, 1000), found?.password_hash ?? null)
  if (!found || !right) return InvalidInput.of('password', wrong)
  await signInSucceeded(context, email)
  if (found.disabled) return new NotReady(switchedOff)
  return { id: found.person_id, name: found.name }
}

/** Signs in as one of the invented people; nowhere but in a demonstration. */
export async function signInAsDemonstrationPerson(
  context: RequestContext,
  input: SignInAsDemonstrationPersonInput,
): Promise<Viewer | NotReady> {
  if (!context.platform.settings.demonstration) throw new NotAllowed()
  const people = await readDemonstrationPeople(context)
  const person = people.find((each) => each.personId === input.personId)
  if (!person) return new NotReady('This person is not in the demonstration any more. Load the page again.')
  return signInAs(context, { id: person.personId, name: person.name })
}

async function signInAs(
  context: RequestContext,
  person: Claimant & { id: string },
): Promise<Viewer | NotReady> {
  const token = await changeAs(context, person, (em, record) => startSession(context, em, person.id, record))
  if (!token) return new NotReady(switchedOff)
  await useSession(context, token)
  return context.signedIn()
}

/** Ends the session of this browser. To be signed out already is no error. */
export async function signOut(context: RequestContext): Promise<boolean> {
  const viewer = await context.viewer()
  const { token } = context.exchange
  if (viewer && token) {
    await changeAs(context, { id: viewer.personId, name: viewer.name }, async (em, record) => {
      await em.execute('update session set ended_at = now() where token_hash = ? and ended_at is null', [
        hashToken(token),
      ])
      record({
        chainId: platformChain,
        action: identityPolicy.signOut.name,
        recordType: 'Session',
        recordId: viewer.session.sessionId,
        after: { ended: true },
      })
    })
  }
  context.exchange.clearToken()
  context.exchange.token = null
  await context.refresh()
  return true
}

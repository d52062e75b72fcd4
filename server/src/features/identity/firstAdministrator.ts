import 'reflect-metadata'
import { emailProblem, nameProblem, normaliseEmail } from '@boardwork/shared/identity/person.ts'
import { hashToken } from '../../access/requestContext.ts'
import { platformChain } from '../../audit/chain.ts'
import { writeEvents } from '../../audit/writeEvents.ts'
import { newId } from '../../db/newId.ts'
import { openDatabase } from '../../db/openDatabase.ts'
import { openOrm } from '../../db/orm.ts'
import { readSettings } from '../../env.ts'
import { CannotStart } from '../../errors.ts'
import { newToken } from './token.ts'

/** Hours for which the printed link can be used. */
const linkHours = 24

const usage = 'Say who: administrator <e-mail> "<name>" [--another]'

/**
 * Makes an administrator, as whoever runs the database may, and returns a link to set the password, once and within
 * a day. Throws CannotStart with one sentence where there is one already, unless `another` is wanted.
 */
export async function makeAdministrator(
  ownerUrl: string,
  publicUrl: string,
  given: { email: string; name: string; another: boolean },
): Promise<string> {
  const problem = emailProblem(given.email) ?? nameProblem(given.name)
  if (problem) throw new CannotStart(`${problem} ${usage}`)
  const email = normaliseEmail(given.email)
  const name = given.name.trim()
  const token = newToken()
  const orm = await openOrm(ownerUrl, 1)
  try {
    await orm.em.fork().transactional(async (em) => {
      await em.execute('set local role boardwork_maintenance')
      await em.execute(`select pg_advisory_xact_lock(hashtextextended('administrators', 2))`)
      const administrators = await em.execute<{ email: string }[]>(
        `select a.email from "grant" g join account a on a.person_id = g.person_id
         where g.role = 'ADMINISTRATOR' and g.ended_at is null and access.is_live(g.starts_on, g.ends_on)
           and a.disabled_at is null`,
      )
      if (administrators.length > 0 && !given.another)
        throw new CannotStart(
          'There is an administrator already, who can invite others. Add --another to make one from here all the same.',
        )
      const [known] = await em.execute<{ person_id: string; disabled_at: Date | null }[]>(
        'select person_id, disabled_at from account where email = ?',
        [email],
      )
      if (known?.disabled_at)
        throw new CannotStart(
          'The account of this address is switched off: have an administrator switch it on.',
        )
      const personId = known?.person_id ?? newId()
      if (!known) {
        await em.execute('insert into person (id, name, version) values (?, ?, 1)', [personId, name])
        await em.execute('insert into account (person_id, email) values (?, ?)', [personId, email])
      }
      const grantId = newId()
      if (!administrators.some((each) => each.email === email))
        await em.execute(
          `insert into "grant" (scope_id, id, scope, person_id, role, reason, starts_on, version)
           values (?, ?, 'PLATFORM', ?, 'ADMINISTRATOR', 'Made by whoever runs the server', access.today(), 1)`,
          [platformChain, grantId, personId],
        )
      await em.execute(
        `insert into password_reset (id, person_id, token_hash, requested_at, expires_at)
         values (?, ?, ?, now(), now() + ? * interval '1 hour')`,
        [newId(), personId, hashToken(token), linkHours],
      )
      await writeEvents(em, { id: null, name: 'Whoever runs the server' }, [
        {
          chainId: platformChain,
          action: 'identity.makeAdministrator',
          recordType: 'Person',
          recordId: personId,
          after: { email, role: 'ADMINISTRATOR', newAccount: !known },
          under: { kind: 'COMMAND' },
        },
      ])
    })
  } finally {
    await orm.close()
  }
  return `${publicUrl}/password/${token}`
}

async function run(): Promise<void> {
  const words = process.argv.slice(2)
  const [email, ...name] = words.filter((word) => !word.startsWith('--'))
  if (!email || name.length === 0 || words.some((word) => word.startsWith('--') && word !== '--another'))
    throw new CannotStart(usage)
  const settings = readSettings()
  const database = await openDatabase(settings)
  try {
    const link = await makeAdministrator(database.ownerUrl, settings.publicUrl, {
      email,
      name: name.join(' '),
      another: words.includes('--another'),
    })
    console.log(
      `${email} is an administrator. Set the password by this link, within ${linkHours} hours:\n\n${link}\n`,
    )
  } finally {
    await database.close()
  }
}

if (import.meta.main) {
  try {
    await run()
  } catch (error) {
    console.error(error instanceof CannotStart ? error.message : error)
    process.exitCode = 1
  }
}

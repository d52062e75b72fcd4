import { roleName } from '@boardwork/shared/board/role.ts'
import type { Role } from '@boardwork/shared/board/role.ts'
import type { RequestContext } from '../../access/requestContext.ts'
import { withoutLinks } from './mail.ts'
import type { OutboxMail, OutboxPage, PeoplePage, PersonAccount } from './people.results.ts'

/** The most people or mails on one page. */
const most = 100

/** People whose name or address contains the words, by name. A cursor says after whom the page begins. */
export async function readPeople(
  context: RequestContext,
  search: string,
  first: number,
  after: string | null,
): Promise<PeoplePage> {
  const count = Math.min(Math.max(first, 1), most)
  const [afterName, afterId] = readCursor(after)
  const people = await context.rows<PersonAccount>(
    `select p.id, p.name, a.email, a.disabled_at as "disabledAt"
     from person p join account a on a.person_id = p.id
     where (strpos(lower(p.name), lower($1)) > 0 or strpos(a.email, lower($1)) > 0)
       and ($2::text is null or (p.name, p.id) > ($2::text, $3::uuid))
     order by p.name, p.id limit $4`,
    [search.trim().slice(0, 200), afterName, afterId, count + 1],
  )
  const last = people.length > count ? people[count - 1] : undefined
  return { people: people.slice(0, count), next: last ? makeCursor(last.name, last.id) : null }
}

export async function readPersonAccount(
  context: RequestContext,
  personId: string,
): Promise<PersonAccount | undefined> {
  const [person] = await context.rows<PersonAccount>(
    `select p.id, p.name, a.email, a.disabled_at as "disabledAt"
     from person p join account a on a.person_id = p.id where p.id = $1`,
    [personId],
  )
  return person
}

/** What people are and where, in words: at most 50 roles for each. */
export async function readRolesOfPeople(
  context: RequestContext,
  personIds: readonly string[],
): Promise<Map<string, string[]>> {
  const rows = await context.rows<{
    personId: string
    role: Role
    place: string | null
    agency: string | null
  }>(
    `select * from (
       select g.person_id as "personId", g.role, coalesce(b.name, o.name, r.name) as place, null as agency
       from "grant" g left join board b on b.id = g.board_id left join organisation o on o.id = g.organisation_id
         left join region r on r.id = g.region_id
       where g.person_id = any($1) and g.ended_at is null and access.is_live(g.starts_on, g.ends_on)
       union all
       select s.holder_id, 'MEMBER', b.name, o.name
       from seat s join board b on b.id = s.board_id join organisation o on o.id = s.organisation_id
       where s.holder_id = any($1) and access.is_live(s.starts_on, s.ends_on)
       union all
       select d.person_id, 'DEPUTY', b.name, o.name
       from deputy d join seat s on s.board_id = d.board_id and s.id = d.seat_id
         join board b on b.id = s.board_id join organisation o on o.id = s.organisation_id
       where d.person_id = any($1) and d.ended_at is null and access.is_live(s.starts_on, s.ends_on)
     ) as roles order by place, role limit 5000`,
    [personIds],
  )
  const roles = new Map<string, string[]>()
  for (const { personId, role, place, agency } of rows) {
    const known = roles.get(personId) ?? []
    roles.set(personId, known)
    if (known.length < 50)
      known.push([roleName[role], place, agency].filter((part) => part !== null).join(', '))
  }
  return roles
}

/** The outbox, the newest mail first. */
export async function readOutbox(
  context: RequestContext,
  first: number,
  after: string | null,
): Promise<OutboxPage> {
  const count = Math.min(Math.max(first, 1), most)
  const [afterTime, afterId] = readCursor(after)
  const mails = await context.rows<OutboxMail>(
    `select id, recipient, subject, body, written_at as "writtenAt", sent_at as "sentAt", attempts,
       last_error as "lastError"
     from mail where $1::timestamptz is null or (written_at, id) < ($1::timestamptz, $2::uuid)
     order by written_at desc, id desc limit $3`,
    [afterTime, afterId, count + 1],
  )
  const sends = context.platform.settings.smtpUrl !== null
  const last = mails.length > count ? mails[count - 1] : undefined
  return {
    sends,
    mails: mails
      .slice(0, count)
      .map((mail) => (sends ? Object.assign(mail, { body: withoutLinks(mail.body) }) : mail)),
    next: last ? makeCursor(last.writtenAt.toISOString(), last.id) : null,
  }
}

function makeCursor(sorted: string, id: string): string {
  return Buffer.from(JSON.stringify([sorted, id])).toString('base64url')
}

/** What `makeCursor` made; a text that it did not make begins at the start. */
function readCursor(cursor: string | null): [string, string] | [null, null] {
  try {
    const parsed: unknown = JSON.parse(Buffer.from(cursor ?? '', 'base64url').toString())
    if (!Array.isArray(parsed)) return [null, null]
    const list: unknown[] = parsed
    const [sorted, id] = list
    return typeof sorted === 'string' && typeof id === 'string' && /^[\da-f-]{36}$/.test(id)
      ? [sorted, id]
      : [null, null]
  } catch {
    return [null, null]
  }
}

import { roleName } from '@boardwork/shared/board/role.ts'
import type { Role } from '@boardwork/shared/board/role.ts'
import { sessionEnd, sessionLimits } from '@boardwork/shared/identity/session.ts'
import type { RequestContext } from '../../access/requestContext.ts'
import type { Viewer } from '../../access/viewer.ts'
import type { DemonstrationPerson, ViewerSession, ViewerRole } from './identity.results.ts'

/** Rows of a function of the schema `identity`, which answers also who is signed out. */
export async function rowsForAnybody<Row extends object>(
  context: RequestContext,
  sql: string,
  values: unknown[] = [],
): Promise<Row[]> {
  if (await context.viewer()) return context.rows<Row>(sql, values)
  return (await context.platform.pool.query<Row>(sql, values)).rows
}

interface FoundPerson {
  personId: string
  name: string
  roles: { role: Role; scopeName: string | null; organisationName: string | null }[]
}

/** The invented people, each with what they are; nobody's access is asked, since they are for everybody. */
export async function readDemonstrationPeople(context: RequestContext): Promise<DemonstrationPerson[]> {
  if (!context.platform.settings.demonstration) return []
  const [row] = await rowsForAnybody<{ people: FoundPerson[] }>(
    context,
    'select identity.demonstration_people() as people',
  )
  return (row?.people ?? []).slice(0, 500).map((person) => ({
    personId: person.personId,
    name: person.name,
    roles: person.roles.slice(0, 100).map(({ role, scopeName, organisationName }) => ({
      role,
      text: [roleName[role], scopeName, organisationName].filter((part) => part !== null).join(', '),
    })),
  }))
}

/** When the viewer's session ends. */
export function viewerSession(viewer: Viewer): ViewerSession {
  const startedAt = new Date(viewer.session.startedAt)
  const lastUsedAt = new Date(viewer.session.lastUsedAt)
  const endsAt = sessionEnd(startedAt, lastUsedAt)
  const endsAtLatest = new Date(startedAt.getTime() + sessionLimits.hours * 3_600_000)
  const secondsUntil = (moment: Date) => Math.max(0, Math.floor((moment.getTime() - Date.now()) / 1000))
  return {
    startedAt,
    lastUsedAt,
    endsAt,
    endsAtLatest,
    secondsLeft: secondsUntil(endsAt),
    secondsLeftAtMost: secondsUntil(endsAtLatest),
    idleMinutes: sessionLimits.idleMinutes,
  }
}

/** The viewer's ties with the names of what they are for. */
export async function viewerTies(context: RequestContext, viewer: Viewer): Promise<ViewerRole[]> {
  const ids = [...new Set(viewer.ties.flatMap((tie) => [tie.scopeId, tie.organisationId ?? tie.scopeId]))]
  const rows = await context.rows<{ id: string; name: string }>(
    `select id, name from board where id = any($1) union all select id, name from organisation where id = any($1)
     union all select id, name from region where id = any($1)`,
    [ids],
    'viewer_ties',
  )
  const names = new Map(rows.map(({ id, name }) => [id, name]))
  return viewer.ties.map((tie) => ({
    ...tie,
    scopeName: tie.scope === 'PLATFORM' ? 'Boardwork' : (names.get(tie.scopeId) ?? ''),
    organisationName: tie.organisationId === null ? null : (names.get(tie.organisationId) ?? null),
  }))
}

export interface OwnAccount {
  email: string
  version: number
}

/** What a person's own account says beside the name. */
export async function readOwnAccounts(
  context: RequestContext,
  personIds: readonly string[],
): Promise<Map<string, OwnAccount>> {
  const rows = await context.rows<OwnAccount & { id: string }>(
    'select p.id, a.email, p.version from account a join person p on p.id = a.person_id where a.person_id = any($1)',
    [personIds],
    'own_account',
  )
  return new Map(rows.map(({ id, ...account }) => [id, account]))
}

import { hashToken } from '../../../access/requestContext.ts'
import type { RequestContext } from '../../../access/requestContext.ts'
import { rowsForAnybody } from '../../identity/identity.reads.ts'
import type { OpenedAnswerLink } from './answer.results.ts'

/** For whom and what a link is. */
export interface FoundAnswerLink {
  meetingId: string
  placeId: string
  personId: string
  personName: string
}

/** Null where the link was never sent, a later mail brought another, or the account is closed. */
export async function findAnswerLink(
  context: RequestContext,
  token: string,
): Promise<FoundAnswerLink | null> {
  const [row] = await rowsForAnybody<{ found: FoundAnswerLink | null }>(
    context,
    'select access.answer_link($1) as found',
    [hashToken(token)],
  )
  return row?.found ?? null
}

/** MikroORM gives moments as text where it does not know the entity. */
type OpenedRow = Omit<OpenedAnswerLink, 'personName' | 'startsAt' | 'endsAt'> & {
  startsAt: string
  endsAt: string
}

/** What the letter said, and what was answered; as the person to whom it was sent sees it now. */
export async function readOpenedAnswerLink(
  context: RequestContext,
  token: string,
): Promise<OpenedAnswerLink | null> {
  const link = await findAnswerLink(context, token)
  if (!link) return null
  // Whoever is signed in, the link is of this one person.
  await context.refresh()
  const em = context.platform.orm.em.fork({ session: { variables: { 'app.person_id': link.personId } } })
  const [opened] = await em.transactional((inner) =>
    inner.execute<OpenedRow[]>(
      `select m.id as "meetingId", case m.kind when 'STRATEGY' then m.case_reference else m.title end as title,
         b.name as "boardName", o.name as "organisationName", m.starts_at as "startsAt", m.ends_at as "endsAt", m.place,
         m.link, m.cancelled_at is not null as cancelled, m.register_closed_at is not null as "registerClosed", a.answer,
         coalesce(a.starts_at = m.starts_at and m.ends_at <= a.ends_at, false) as stands
       from meeting m join board b on b.id = m.board_id
       join (select id, organisation_id from seat where id = any(access.my_seats())
         union all select id, organisation_id from invitee where id = any(access.my_invitations())) as place on place.id = ?
       left join organisation o on o.id = place.organisation_id
       left join meeting_answer a on a.board_id = m.board_id and a.meeting_id = m.id and a.place_id = place.id
       where m.id = ?`,
      [link.placeId, link.meetingId],
    ),
  )
  if (!opened) return null
  return {
    ...opened,
    startsAt: new Date(opened.startsAt),
    endsAt: new Date(opened.endsAt),
    personName: link.personName,
  }
}

import { hashToken } from '../../../access/requestContext.ts'
import type { Platform, RequestContext } from '../../../access/requestContext.ts'
import { calendarMeeting } from './calendarMeeting.ts'
import type { CalendarMeeting } from './calendarText.ts'
import type { MyCalendar } from './calendar.results.ts'
import { clashesOfMine, isExpected, myMeetingsSql, stateOfMine } from '../meeting/myMeetings.reads.ts'
import type { MyMeetingRow } from '../meeting/myMeetings.reads.ts'

/** The viewer's meetings to come. */
export async function readMyCalendar(context: RequestContext): Promise<MyCalendar> {
  const viewer = await context.signedIn()
  const rows = await context.rows<MyMeetingRow>(myMeetingsSql, [viewer.personId, new Date()], 'my meetings')
  const [address] = await context.rows<{ madeAt: Date }>(
    'select made_at as "madeAt" from calendar_address where person_id = $1',
    [viewer.personId],
    'my calendar address',
  )
  const clashing = clashesOfMine(rows)
  return {
    meetings: rows.map((row) => ({
      meeting: row,
      boardName: row.boardName,
      placeId: row.placeId,
      organisationName: row.organisationName,
      namedDeputy: row.namedDeputy,
      answer: row.answer,
      state: stateOfMine(row),
      clashes: clashing.get(row.id) ?? [],
    })),
    addressMadeAt: address?.madeAt ?? null,
  }
}

/** How long a meeting stays in a calendar after it was held, in days. */
const keptDays = 180

/** Whose calendar an address is; null where it is nobody's, or of somebody whose account is closed. */
export async function personOfCalendar(platform: Platform, token: string): Promise<string | null> {
  const { rows } = await platform.pool.query<{ personId: string }>(
    'select person_id as "personId" from access.calendar_of($1)',
    [hashToken(token)],
  )
  return rows[0]?.personId ?? null
}

/** What stands in the calendar of a person: the meetings to which they are to come, and those that were cancelled. */
export async function readFeed(platform: Platform, personId: string): Promise<CalendarMeeting[]> {
  const from = new Date(Date.now() - keptDays * 86_400_000)
  const client = await platform.pool.connect()
  let broken = true
  try {
    await client.query('begin read only')
    // The person's own floor holds: the address shows nothing that its owner does not see.
    await client.query(`select set_config('app.person_id', $1, true)`, [personId])
    const { rows } = await client.query<MyMeetingRow>(myMeetingsSql, [personId, from])
    await client.query('commit')
    broken = false
    return rows
      .filter((row) => isExpected(row) || row.cancelledAt)
      .map((row) => calendarMeeting(row, row.boardName, platform.settings.publicUrl))
  } finally {
    client.release(broken)
  }
}

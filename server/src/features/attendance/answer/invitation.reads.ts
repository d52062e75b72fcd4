import type { RequestContext } from '../../../access/requestContext.ts'

/** Who can be invited to each meeting, and about what they were told last; for its coordinators. */
export async function invitationsOfMeetings(
  context: RequestContext,
  meetingIds: readonly string[],
): Promise<Map<string, { placeId: string; toldSequence: number | null }[]>> {
  const rows = await context.rows<{ meetingId: string; placeId: string; toldSequence: number | null }>(
    `select of_meeting.id as "meetingId", r.place_id as "placeId", r.told_sequence as "toldSequence"
     from unnest($1::uuid[]) as of_meeting(id) cross join lateral access.meeting_recipients(of_meeting.id) as r
     limit 20000`,
    [meetingIds],
    'invitations of meetings',
  )
  return Map.groupBy(rows, (row) => row.meetingId)
}

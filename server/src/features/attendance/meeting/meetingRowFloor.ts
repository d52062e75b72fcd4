import { allOf, anyOf, floorRule } from '../../../access/floor.ts'
import type { Floor } from '../../../access/floor.ts'

/**
 * A meeting's own row: to the board's people, the leads of its agencies and of those that they have become part of since;
 * a strategy meeting to those invited. What hangs on a meeting does not follow a merger, but for the mark itself.
 */
export const meetingFloor: Floor = {
  select: anyOf(
    floorRule.officer(),
    allOf(
      `kind = 'BOARD'`,
      anyOf(floorRule.member(), floorRule.ledBoard(), floorRule.ledMeeting('id'), floorRule.joinedMeeting()),
    ),
    floorRule.invitedMeeting('id'),
  ),
  insert: floorRule.officer(),
  update: floorRule.officer(),
  // Only of what was brought in by mistake: a meeting that will not be held is cancelled, and stays to be read.
  delete: allOf(`kind = 'BOARD'`, floorRule.officer()),
}

/**
 * The floor of tables whose rows hang on a meeting, carry `meeting_id` and `meeting_kind`, and are about no one agency:
 * whoever sees the meeting sees them.
 */
export const meetingRowFloor: Floor = {
  select: anyOf(
    floorRule.officer(),
    allOf(
      `meeting_kind = 'BOARD'`,
      anyOf(floorRule.member(), floorRule.ledBoard(), floorRule.ledMeeting('meeting_id')),
    ),
    floorRule.invitedMeeting(),
  ),
  insert: floorRule.officer(),
  update: floorRule.officer(),
}

/** To whom a mark, and what hangs on it, is shown: rows with `board_id`, `meeting_id`, `meeting_kind` and `organisation_id`. */
export const markRowSelect = anyOf(
  floorRule.officer(),
  allOf(`meeting_kind = 'BOARD'`, anyOf(floorRule.member(), floorRule.lead())),
  floorRule.invitedMeeting(),
)

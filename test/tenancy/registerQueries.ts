import type { Table } from '../support/worlds/rows.ts'
import type { World } from '../support/worlds/world.ts'
import type { Asking } from './asking.ts'

/** What is asked of each mark and of each meeting about its register. */
export const registerOfMarks = 'corrections { __typename id }'
export const registerOfMeetings = `guests { __typename id } quorum { __typename id } quorumResult { met }
  viewerPlaces { placeId } checkIn { __typename meetingId code { code } wrongTries { __typename id } }`

/** What should come of it for a meeting that the viewer sees; null: for one that they do not see. */
export function registerExpected(meetingId: string | null, home: World, sees: Asking['sees']) {
  const ids = (table: Table, rows: readonly { id: string; meetingId: string }[]) =>
    rows.filter((row) => row.meetingId === meetingId && sees(table).has(row.id)).map(({ id }) => id)
  return {
    mark_correction: ids('mark_correction', home.corrections),
    guest: ids('guest', home.guests),
    check_in: home.checkIns
      .filter((row) => row.meetingId === meetingId && sees('check_in').has(row.meetingId))
      .map((row) => row.meetingId),
    check_in_try: ids('check_in_try', home.checkInTries),
  }
}

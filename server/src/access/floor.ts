import type { PolicyDef } from '@mikro-orm/core'

/** For whom a row of a table exists, as SQL conditions. A command that is left out is refused for everybody. */
export interface Floor {
  select: string
  insert?: string
  update?: string
  delete?: string
}

/**
 * The row-level security of one table, to spread into its `@Entity` options.
 *
 * The role `boardwork_maintenance` sees every row: it cannot log in, it owns the helper functions in the schema
 * `access`, and the owner of the database steps into it to fill or to verify data. The server is not a member of it.
 */
export function floor(table: string, rules: Floor): { policies: PolicyDef[]; rowLevelSecurity: 'force' } {
  const policies: PolicyDef[] = [
    {
      name: `${table}_maintenance`,
      command: 'all',
      roles: ['boardwork_maintenance'],
      using: 'true',
      check: 'true',
    },
    { name: `${table}_select`, command: 'select', using: rules.select },
  ]
  if (rules.insert) policies.push({ name: `${table}_insert`, command: 'insert', check: rules.insert })
  if (rules.update)
    policies.push({ name: `${table}_update`, command: 'update', using: rules.update, check: rules.update })
  if (rules.delete) policies.push({ name: `${table}_delete`, command: 'delete', using: rules.delete })
  return { policies, rowLevelSecurity: 'force' }
}

// A helper stands in a sub-select so that PostgreSQL asks it once a query and not once a row.
const among = (column: string, helper: string) => `${column} = any((select access.${helper}())::uuid[])`

/** Conditions that the tables' policies are made of; each asks a helper function of the schema `access`. */
export const floorRule = {
  me: (column = 'person_id') => `${column} = (select access.me())`,
  administrator: '(select access.is_administrator())',
  officer: (column = 'board_id') => among(column, 'officer_boards'),
  member: (column = 'board_id') => among(column, 'member_boards'),
  knownBoard: (column = 'board_id') => among(column, 'known_boards'),
  knownPerson: (column = 'person_id') => among(column, 'known_people'),
  region: (column = 'region_id') => among(column, 'regions'),
  lead: (column = 'organisation_id') => among(column, 'led_organisations'),
  joined: (column = 'organisation_id') => among(column, 'joined_organisations'),
  joinedMeeting: (column = 'id') => among(column, 'joined_meetings'),
  ledBoard: (column = 'board_id') => among(column, 'led_boards'),
  ledMeeting: (column = 'meeting_id') => among(column, 'led_meetings'),
  invitedMeeting: (column = 'meeting_id') => among(column, 'invited_meetings'),
  mySeat: (column = 'seat_id') => among(column, 'my_seats'),
  myInvitation: (column = 'invitee_id') => among(column, 'my_invitations'),
  agencyFlag: (column = 'flag_id') => among(column, 'agency_flags'),
  leadSeat: (column = 'seat_id') => among(column, 'led_seats'),
  scrutinyBoard: (column = 'board_id') => among(column, 'scrutiny_boards'),
  unstartedSubGroup: (column = 'board_id') => among(column, 'unstarted_sub_groups'),
  wholePlan: (column = 'plan_id') => among(column, 'whole_plans'),
  partPlan: (column = 'plan_id') => among(column, 'part_plans'),
  partArea: (column = 'area_id') => among(column, 'part_areas'),
  contributedArea: (column = 'area_id') => among(column, 'contributed_areas'),
  myMeetingAction: (column = 'meeting_action_id') => among(column, 'my_meeting_actions'),
  myAction: (column = 'action_id') => among(column, 'my_actions'),
}

/** One of several conditions is enough. */
export function anyOf(...conditions: string[]): string {
  return conditions.map((condition) => `(${condition})`).join(' or ')
}

/** All of several conditions are needed. */
export function allOf(...conditions: string[]): string {
  return conditions.map((condition) => `(${condition})`).join(' and ')
}

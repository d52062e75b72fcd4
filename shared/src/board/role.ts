/**
 * The roles that a person can hold.
 * A grant gives all but MEMBER and DEPUTY, which come through a seat: its holder and its named deputies.
 */
export const Role = {
  ADMINISTRATOR: 'ADMINISTRATOR',
  COORDINATOR: 'COORDINATOR',
  CHAIR: 'CHAIR',
  MODERATOR: 'MODERATOR',
  MEMBER: 'MEMBER',
  DEPUTY: 'DEPUTY',
  SCRUTINY: 'SCRUTINY',
  AGENCY_LEAD: 'AGENCY_LEAD',
  CONTRIBUTOR: 'CONTRIBUTOR',
  REGIONAL_ANALYST: 'REGIONAL_ANALYST',
} as const
export type Role = (typeof Role)[keyof typeof Role]

/** What a grant is for: the whole platform, a region, an organisation or a board. */
export const Scope = {
  PLATFORM: 'PLATFORM',
  REGION: 'REGION',
  ORGANISATION: 'ORGANISATION',
  BOARD: 'BOARD',
} as const
export type Scope = (typeof Scope)[keyof typeof Scope]

/** The scope for which a grant can give each role; a role that comes through a seat has none. */
export const scopeOfRole: Record<Role, Scope | null> = {
  ADMINISTRATOR: Scope.PLATFORM,
  COORDINATOR: Scope.BOARD,
  CHAIR: Scope.BOARD,
  MODERATOR: Scope.BOARD,
  MEMBER: null,
  DEPUTY: null,
  SCRUTINY: Scope.BOARD,
  AGENCY_LEAD: Scope.ORGANISATION,
  CONTRIBUTOR: Scope.ORGANISATION,
  REGIONAL_ANALYST: Scope.REGION,
}

/** How a role is called on a page. */
export const roleName: Record<Role, string> = {
  ADMINISTRATOR: 'Administrator',
  COORDINATOR: 'Coordinator',
  CHAIR: 'Chair',
  MODERATOR: 'Moderator',
  MEMBER: 'Member',
  DEPUTY: 'Deputy',
  SCRUTINY: 'Scrutiny',
  AGENCY_LEAD: 'Agency lead',
  CONTRIBUTOR: 'Contributor',
  REGIONAL_ANALYST: 'Regional analyst',
}

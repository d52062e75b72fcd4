/** What kind of body an organisation is. */
export const OrganisationKind = {
  COUNCIL: 'COUNCIL',
  NHS_TRUST: 'NHS_TRUST',
  INTEGRATED_CARE_BOARD: 'INTEGRATED_CARE_BOARD',
  POLICE: 'POLICE',
  FIRE: 'FIRE',
  PROBATION: 'PROBATION',
  VOLUNTARY: 'VOLUNTARY',
  CARE_PROVIDER: 'CARE_PROVIDER',
  HOUSING: 'HOUSING',
} as const
export type OrganisationKind = (typeof OrganisationKind)[keyof typeof OrganisationKind]

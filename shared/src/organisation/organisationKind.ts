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

/** How a kind of organisation is called on a page. */
export const organisationKindName: Record<OrganisationKind, string> = {
  COUNCIL: 'Council',
  NHS_TRUST: 'NHS trust',
  INTEGRATED_CARE_BOARD: 'Integrated care board',
  POLICE: 'Police force',
  FIRE: 'Fire and rescue service',
  PROBATION: 'Probation service',
  VOLUNTARY: 'Voluntary body',
  CARE_PROVIDER: 'Care provider',
  HOUSING: 'Housing provider',
}

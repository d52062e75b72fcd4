import { checkName } from './checkText.ts'
import type { FieldMessage } from './checkText.ts'

/** Checks a region before it is saved. Empty when all is well. */
export function validateRegion(region: { name: string }): FieldMessage[] {
  return checkName('name', region.name, 'the name of the region')
}

/** Checks an organisation before it is saved. Empty when all is well. */
export function validateOrganisation(organisation: {
  name: string
  regionId: string
  kind: string
}): FieldMessage[] {
  const problems = checkName('name', organisation.name, 'the name of the organisation')
  if (organisation.kind === '')
    problems.push({ field: 'kind', message: 'Choose what kind of organisation it is.' })
  if (organisation.regionId === '') problems.push({ field: 'regionId', message: 'Choose a region.' })
  return problems
}

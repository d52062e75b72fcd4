import { may } from '../../../access/policy.ts'
import type { RequestContext } from '../../../access/requestContext.ts'
import { readSuccessorIds } from '../../organisation/merger.reads.ts'
import { organisationPolicy } from '../../organisation/organisation.policy.ts'

/** Attendance follows a merger: to whoever answers for the agency, or for one of which it is part now. */
export async function mayReadAttendance(context: RequestContext, organisationId: string): Promise<boolean> {
  const viewer = await context.viewer()
  const answersFor = (id: string) => may(viewer, organisationPolicy.readAgency, { organisationId: id })
  return answersFor(organisationId) || (await readSuccessorIds(context, organisationId)).some(answersFor)
}

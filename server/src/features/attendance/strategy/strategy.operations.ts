import { todayInLondon } from '@boardwork/shared/board/dates.ts'
import { agendaLimits, inviteeKey } from '@boardwork/shared/attendance/agenda/agendaRules.ts'
import { checkStrategyMeeting } from '@boardwork/shared/attendance/strategy/strategyRules.ts'
import { readMeeting } from '@boardwork/shared/attendance/meeting/meetingRules.ts'
import { operation } from '../../../access/operation.ts'
import type { Change } from '../../../access/operation.ts'
import { Conflict, InvalidInput, isRefusal, NotReady } from '../../../access/refusals.ts'
import type { RequestContext } from '../../../access/requestContext.ts'
import { newId } from '../../../db/newId.ts'
import { Board } from '../../board/board.entity.ts'
import { Organisation } from '../../organisation/organisation.entity.ts'
import { Invitee } from '../meeting/invitee.entity.ts'
import { findPeople, nameOfInvitee } from '../meeting/inviteePeople.ts'
import type { Asked, InvitedPeople } from '../meeting/inviteePeople.ts'
import type { Meeting } from '../meeting/meeting.entity.ts'
import { meetingAgain } from '../meeting/meeting.operations.ts'
import { whyFull, writeNew } from '../meeting/meeting.write.ts'
import { openMeeting, rowOf } from '../meeting/openMeeting.ts'
import type {
  AddInviteeInput,
  ChangeInviteeInput,
  PlanStrategyMeetingInput,
  RemoveInviteeInput,
} from './strategy.inputs.ts'
import { strategyPolicy } from './strategy.policy.ts'
import { StrategyKind } from './strategyKind.entity.ts'
import { standingList } from './strategyKind.operations.ts'

const again = (change: Change, id: string) => change.find(Invitee, { id })

/** A coordinator plans a meeting about one case, and asks those on the list of its kind. */
export function planStrategyMeeting(
  context: RequestContext,
  input: PlanStrategyMeetingInput,
): Promise<Meeting | InvalidInput | NotReady> {
  const line = strategyPolicy.plan
  return operation(context, line, input.clientMutationId, meetingAgain, async (change) => {
    const board = await change.find(Board, { id: input.boardId })
    change.authorize(line, { boardId: board.id })
    await change.lock(board)
    const wanted = readMeeting(input)
    const problems = [
      ...(Array.isArray(wanted) ? wanted : []),
      ...checkStrategyMeeting(input, todayInLondon()),
    ]
    if (Array.isArray(wanted) || problems.length > 0) return new InvalidInput(problems)
    const kind = input.kindId
      ? await change.em.findOne(StrategyKind, { boardId: board.id, id: input.kindId, removedAt: null })
      : null
    if (input.kindId && !kind) return InvalidInput.of('kindId', 'Choose a kind from the list.')
    const full = await whyFull(change, board.id, 1)
    if (full) return full
    const meeting = await writeNew(change, board.id, wanted, null, {
      caseReference: input.caseReference.trim(),
      strategyKindId: kind?.id ?? null,
    })
    const list = kind ? await standingList(change, kind) : []
    const people = await findPeople(change, list)
    // Where somebody has left since, nobody is asked yet: the coordinator sees the empty list next.
    if (!(people instanceof InvalidInput)) await invite(change, meeting, list, people)
    return meeting
  })
}

/** A coordinator asks one more agency, or person, to the meeting: from the next request on they see it. */
export function addInvitee(
  context: RequestContext,
  { meetingId, organisationId, personId = null, required, clientMutationId }: AddInviteeInput,
): Promise<Invitee | InvalidInput | NotReady> {
  const line = strategyPolicy.invite
  return operation(context, line, clientMutationId, again, async (change) => {
    const meeting = await openStrategy(change, meetingId)
    if (isRefusal(meeting)) return meeting
    const asked = { organisationId, personId }
    const people = await findPeople(change, [asked])
    if (people instanceof InvalidInput) return people
    const { boardId } = meeting
    const others = await change.em.find(Invitee, { boardId, meetingId, removedAt: null })
    if (others.some((other) => inviteeKey(other) === inviteeKey(asked)))
      return InvalidInput.of(
        personId ? 'personId' : 'organisationId',
        `${nameOfInvitee(asked, people)} is asked already.`,
      )
    if (others.length >= agendaLimits.invitees)
      return new NotReady(
        `${agendaLimits.invitees} are asked to this meeting, which is all that can be. Take one away first.`,
      )
    const [invitee] = await invite(change, meeting, [{ ...asked, required }], people)
    if (!invitee) throw new Error('Nobody was asked.')
    return invitee
  })
}

/** A coordinator says whether an agency that is asked has to take part. */
export function changeInvitee(
  context: RequestContext,
  { inviteeId, required, version, clientMutationId }: ChangeInviteeInput,
): Promise<Invitee | Conflict | NotReady> {
  return operation(context, strategyPolicy.invite, clientMutationId, again, async (change) => {
    const invitee = await openInvitee(change, inviteeId, version)
    if (isRefusal(invitee) || invitee.required === required) return invitee
    invitee.required = required
    await change.em.flush()
    record(change, invitee, await agencyOf(change, invitee), { required: !required }, { required })
    return invitee
  })
}

/** A coordinator takes an invitation back: from the next request on, who was asked does not see the meeting. */
export function removeInvitee(
  context: RequestContext,
  { inviteeId, version, clientMutationId }: RemoveInviteeInput,
): Promise<Invitee | Conflict | NotReady> {
  return operation(context, strategyPolicy.invite, clientMutationId, again, async (change) => {
    const invitee = await openInvitee(change, inviteeId, version)
    if (isRefusal(invitee)) return invitee
    invitee.removedAt = new Date()
    await change.em.flush()
    const agency = await agencyOf(change, invitee)
    record(change, invitee, agency, { removedAt: null }, { removedAt: invitee.removedAt })
    return invitee
  })
}

/** A strategy meeting whose list can still be changed. */
async function openStrategy(change: Change, meetingId: string): Promise<Meeting | NotReady> {
  const meeting = await openMeeting(change, strategyPolicy.invite, meetingId)
  if (isRefusal(meeting)) return meeting
  if (meeting.kind !== 'STRATEGY')
    return new NotReady('At a meeting of the board, its seats are expected. Change those.')
  if (meeting.registerClosedAt)
    return new NotReady('The register of this meeting is closed, so who was expected stays as it is.')
  return meeting
}

async function openInvitee(
  change: Change,
  inviteeId: string,
  version: number,
): Promise<Invitee | Conflict | NotReady> {
  const invitee = await change.find(Invitee, { id: inviteeId })
  const meeting = await openStrategy(change, invitee.meetingId)
  if (isRefusal(meeting)) return meeting
  await change.lock(invitee)
  if (invitee.removedAt) return new NotReady('This invitation was taken back already.')
  return invitee.version === version ? invitee : new Conflict(invitee.id, invitee.version, [])
}

async function invite(
  change: Change,
  meeting: Meeting,
  list: readonly (Asked & { required: boolean })[],
  { agencies, people }: InvitedPeople,
): Promise<Invitee[]> {
  const invitees = list.map(({ organisationId, personId = null, required }) => ({
    ...rowOf(meeting),
    id: newId(),
    organisationId,
    personId,
    personName: personId ? (people.get(personId) ?? null) : null,
    required,
    version: 1,
  }))
  await change.em.insertMany(Invitee, invitees)
  for (const invitee of invitees) {
    const { organisationId, required } = invitee
    record(change, invitee, agencies.get(organisationId) ?? null, {}, { required })
  }
  return invitees
}

async function agencyOf(change: Change, { organisationId }: Invitee): Promise<string | null> {
  return (await change.em.findOne(Organisation, { id: organisationId }))?.name ?? null
}

/** For the log: who is asked, by the names of today, and to which meeting. */
function record(
  change: Change,
  invitee: Pick<Invitee, 'boardId' | 'id' | 'meetingId' | 'organisationId' | 'personId' | 'personName'>,
  organisation: string | null,
  before: Record<string, unknown>,
  after: Record<string, unknown>,
): void {
  const { boardId, id, meetingId, organisationId, personId, personName } = invitee
  change.record({
    chainId: boardId,
    action: strategyPolicy.invite.name,
    recordType: 'Invitee',
    recordId: id,
    before,
    after: {
      meetingId,
      organisationId,
      organisation,
      personId: personId ?? null,
      person: personName ?? null,
      ...after,
    },
  })
}

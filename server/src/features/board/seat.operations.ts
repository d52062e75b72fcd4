import {
  overlap,
  validateSeat,
  validateSeatEnd,
  validateSeatStart,
} from '@boardwork/shared/board/seatRules.ts'
import { operation } from '../../access/operation.ts'
import type { Change } from '../../access/operation.ts'
import { Conflict, InvalidInput, NotReady } from '../../access/refusals.ts'
import type { RequestContext } from '../../access/requestContext.ts'
import { changedFields } from '../../audit/changedFields.ts'
import { newId } from '../../db/newId.ts'
import { Person } from '../identity/person.entity.ts'
import { Organisation } from '../organisation/organisation.entity.ts'
import { Board } from './board.entity.ts'
import { boardPolicy } from './board.policy.ts'
import { Deputy } from './deputy.entity.ts'
import { findAppointable, readToday } from './grant.operations.ts'
import { Seat } from './seat.entity.ts'
import type { AddSeatInput, ChangeSeatInput, EndDeputyInput, NameDeputyInput } from './seat.inputs.ts'

const again = (change: Change, id: string) => change.find(Seat, { id })
const deputyAgain = (change: Change, id: string) => change.find(Deputy, { id })

/** A coordinator gives an organisation a place on the board. */
export function addSeat(context: RequestContext, input: AddSeatInput): Promise<Seat | InvalidInput> {
  const line = boardPolicy.addSeat
  return operation(context, line, input.clientMutationId, again, async (change) => {
    const board = await change.find(Board, { id: input.boardId })
    change.authorize(line, { boardId: board.id })
    await change.lock(board)
    const problems = validateSeat(input)
    if (problems.length > 0) return new InvalidInput(problems)
    const organisation = await change.em.findOne(Organisation, { id: input.organisationId })
    if (!organisation) return InvalidInput.of('organisationId', 'Choose an organisation from the list.')
    const taken = await change.em.find(Seat, { boardId: board.id, organisationId: organisation.id })
    if (taken.some((seat) => overlap(seat, input))) {
      return InvalidInput.of(
        'organisationId',
        `${organisation.name} has a seat at this time already. Change that seat.`,
      )
    }
    const holder = await findHolder(change, input.holderId)
    if (holder instanceof InvalidInput) return holder
    const { required, voting, startsOn } = input
    const seat = change.em.create(Seat, {
      boardId: board.id,
      id: newId(),
      organisationId: organisation.id,
      required,
      voting,
      holderId: holder?.id ?? null,
      startsOn,
      version: 1,
    })
    await change.em.flush()
    change.record({
      chainId: board.id,
      action: line.name,
      recordType: 'Seat',
      recordId: seat.id,
      after: {
        organisationId: organisation.id,
        organisation: organisation.name,
        required,
        voting,
        startsOn,
        holderId: holder?.id ?? null,
        holder: holder?.name ?? null,
      },
    })
    return seat
  })
}

/** A coordinator changes who holds a seat, whether it is required or votes, when it ends, or that it began earlier. */
export function changeSeat(
  context: RequestContext,
  input: ChangeSeatInput,
): Promise<Seat | InvalidInput | Conflict> {
  const line = boardPolicy.changeSeat
  return operation(context, line, input.clientMutationId, again, async (change) => {
    const seat = await change.find(Seat, { id: input.seatId })
    change.authorize(line, seat)
    await change.em.execute('select 1 from board where id = ? for update', [seat.boardId])
    await change.lock(seat)
    const holderBefore = await personOf(change, seat.holderId)
    const startsOn = input.startsOn ?? seat.startsOn
    const endsOn = input.endsOn ?? null
    if (seat.version !== input.version) {
      const wanted = await personOf(change, input.holderId)
      return new Conflict(seat.id, seat.version, [
        { field: 'required', theirs: yesOrNo(seat.required), yours: yesOrNo(input.required) },
        { field: 'voting', theirs: yesOrNo(seat.voting), yours: yesOrNo(input.voting) },
        { field: 'holderId', theirs: holderBefore?.name ?? 'Nobody', yours: wanted?.name ?? 'Nobody' },
        { field: 'startsOn', theirs: seat.startsOn, yours: startsOn },
        { field: 'endsOn', theirs: seat.endsOn ?? '', yours: endsOn ?? '' },
      ])
    }
    const problems = [...validateSeatStart(startsOn, seat.startsOn), ...validateSeatEnd(startsOn, endsOn)]
    if (problems.length > 0) return new InvalidInput(problems)
    const others = await change.em.find(Seat, {
      boardId: seat.boardId,
      organisationId: seat.organisationId,
      id: { $ne: seat.id },
    })
    if (
      startsOn < seat.startsOn &&
      others.some((other) => overlap(other, { startsOn, endsOn: seat.startsOn }))
    ) {
      return InvalidInput.of(
        'startsOn',
        'The organisation had another seat from then on. Choose a later first day.',
      )
    }
    if (others.some((other) => overlap(other, { startsOn, endsOn }))) {
      return InvalidInput.of(
        'endsOn',
        'The organisation has another seat from then on. Choose an earlier last day.',
      )
    }
    // Whoever holds the seat already may go on, even if the coordinator could not choose them anew.
    const goesOn = Boolean(input.holderId) && input.holderId === seat.holderId
    const holder = goesOn ? holderBefore : await findHolder(change, input.holderId)
    if (holder instanceof InvalidInput) return holder
    const holderId = goesOn ? (seat.holderId ?? null) : (holder?.id ?? null)
    const { required, voting } = input
    const changed = changedFields(
      {
        required: seat.required,
        voting: seat.voting,
        startsOn: seat.startsOn,
        endsOn: seat.endsOn ?? null,
        holderId: seat.holderId ?? null,
        holder: holderBefore?.name ?? null,
      },
      { required, voting, startsOn, endsOn, holderId, holder: holder?.name ?? null },
    )
    if (!changed) return seat
    change.em.assign(seat, { required, voting, startsOn, endsOn, holderId })
    await change.em.flush()
    const organisation = await change.em.findOne(Organisation, { id: seat.organisationId })
    change.record({
      chainId: seat.boardId,
      action: line.name,
      recordType: 'Seat',
      recordId: seat.id,
      before: { organisation: organisation?.name ?? null, ...changed.before },
      after: changed.after,
    })
    return seat
  })
}

/** A coordinator names who may stand in for the holder of a seat. */
export function nameDeputy(
  context: RequestContext,
  input: NameDeputyInput,
): Promise<Deputy | InvalidInput | NotReady> {
  const line = boardPolicy.nameDeputy
  return operation(context, line, input.clientMutationId, deputyAgain, async (change) => {
    const seat = await change.find(Seat, { id: input.seatId })
    change.authorize(line, seat)
    await change.lock(seat)
    const today = await readToday(change)
    if (seat.endsOn && seat.endsOn < today) return new NotReady('This seat has ended.')
    const person = await findAppointable(change, input.personId)
    if (person instanceof InvalidInput) return person
    if (person.id === seat.holderId) {
      return InvalidInput.of('personId', `${person.name} holds this seat. Choose somebody else.`)
    }
    const named = await change.em.findOne(Deputy, { seatId: seat.id, personId: person.id, endedAt: null })
    if (named) return InvalidInput.of('personId', `${person.name} is a deputy for this seat already.`)
    const id = newId()
    const { boardId } = seat
    await change.em.insert(Deputy, { boardId, id, seatId: seat.id, personId: person.id, namedAt: new Date() })
    const deputy = await change.find(Deputy, { boardId, id })
    const organisation = await change.em.findOne(Organisation, { id: seat.organisationId })
    change.record({
      chainId: seat.boardId,
      action: line.name,
      recordType: 'Deputy',
      recordId: deputy.id,
      after: {
        personId: person.id,
        person: person.name,
        seatId: seat.id,
        organisation: organisation?.name ?? null,
      },
    })
    return deputy
  })
}

/** A coordinator ends a naming as a deputy; the access that came with it is gone with the next request. */
export function endDeputy(context: RequestContext, input: EndDeputyInput): Promise<Deputy | NotReady> {
  const line = boardPolicy.endDeputy
  return operation(context, line, input.clientMutationId, deputyAgain, async (change) => {
    const deputy = await change.find(Deputy, { id: input.deputyId })
    change.authorize(line, deputy)
    await change.lock(deputy)
    if (deputy.endedAt) return new NotReady('This person is not a deputy for the seat any more.')
    const person = await personOf(change, deputy.personId)
    const seat = await change.em.findOne(Seat, { boardId: deputy.boardId, id: deputy.seatId })
    const organisation = seat && (await change.em.findOne(Organisation, { id: seat.organisationId }))
    deputy.endedAt = new Date()
    await change.em.flush()
    change.record({
      chainId: deputy.boardId,
      action: line.name,
      recordType: 'Deputy',
      recordId: deputy.id,
      before: {
        personId: deputy.personId,
        person: person?.name ?? null,
        seatId: deputy.seatId,
        organisation: organisation?.name ?? null,
      },
      after: { endedAt: deputy.endedAt },
    })
    return deputy
  })
}

async function findHolder(
  change: Change,
  id: string | null | undefined,
): Promise<Person | null | InvalidInput> {
  if (!id) return null
  const found = await findAppointable(change, id)
  if (!(found instanceof InvalidInput)) return found
  return new InvalidInput(found.problems.map(({ message }) => ({ field: 'holderId', message })))
}

async function personOf(change: Change, id: string | null | undefined): Promise<Person | null> {
  return id ? change.em.findOne(Person, { id }) : null
}

function yesOrNo(value: boolean): string {
  return value ? 'Yes' : 'No'
}

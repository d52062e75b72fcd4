import { UniqueConstraintViolationException } from '@mikro-orm/core'
import { validateBoardName, validateNewBoard } from '@boardwork/shared/board/boardRules.ts'
import { operation } from '../../access/operation.ts'
import type { Change } from '../../access/operation.ts'
import { Conflict, InvalidInput, NotReady } from '../../access/refusals.ts'
import type { RequestContext } from '../../access/requestContext.ts'
import { platformChain } from '../../audit/chain.ts'
import { newId } from '../../db/newId.ts'
import { writeInvitation } from '../identity/invitation.operations.ts'
import { Organisation } from '../organisation/organisation.entity.ts'
import { Board } from './board.entity.ts'
import type { CreateBoardInput, CreateSubGroupInput, RenameBoardInput } from './board.inputs.ts'
import { boardPolicy } from './board.policy.ts'
import { appointCoordinator, findAppointable } from './grant.operations.ts'

const again = (change: Change, id: string) => change.find(Board, { id })

/** An administrator makes a council's board and appoints its first coordinator. */
export function createBoard(context: RequestContext, input: CreateBoardInput): Promise<Board | InvalidInput> {
  const line = boardPolicy.create
  return nameOnce(() =>
    operation(context, line, input.clientMutationId, again, async (change) => {
      change.authorize(line, {})
      const problems = validateNewBoard(input)
      if (problems.length > 0) return new InvalidInput(problems)
      const council = await change.em.findOne(Organisation, { id: input.organisationId, kind: 'COUNCIL' })
      if (!council) return InvalidInput.of('organisationId', 'Choose the council.')
      const { kind } = input
      const board = change.em.create(Board, {
        id: newId(),
        organisationId: council.id,
        name: input.name.trim(),
        kind,
        version: 1,
      })
      await change.em.flush()
      const after = { name: board.name, kind, organisationId: council.id, organisation: council.name }
      // The board's own log begins with it; the platform's tells administrators, who do not read the board's.
      for (const chainId of [board.id, platformChain])
        change.record({ chainId, action: line.name, recordType: 'Board', recordId: board.id, after })
      if (input.coordinatorId) {
        const person = await findAppointable(change, input.coordinatorId)
        if (person instanceof InvalidInput) return renamed(person, 'coordinatorId')
        if (person.id === change.viewer.personId) return InvalidInput.of('coordinatorId', notYourself)
        await appointCoordinator(change, board.id, person)
      } else {
        const invited = await writeInvitation(context, change, {
          scope: 'BOARD',
          scopeId: board.id,
          role: 'COORDINATOR',
          email: input.coordinatorEmail ?? '',
          organisationId: council.id,
        })
        if (invited instanceof InvalidInput) return renamed(invited, 'coordinatorEmail')
        if (invited instanceof NotReady) return InvalidInput.of('coordinatorEmail', invited.message)
      }
      return board
    }),
  )
}

/** A coordinator adds a sub-group and coordinates it; an administrator adds one and names its coordinator. */
export function createSubGroup(
  context: RequestContext,
  input: CreateSubGroupInput,
): Promise<Board | InvalidInput | NotReady> {
  const line = boardPolicy.createSubGroup
  return nameOnce(() =>
    operation(context, line, input.clientMutationId, again, async (change) => {
      const parent = await change.find(Board, { id: input.boardId })
      change.authorize(line, { boardId: parent.id })
      if (parent.parentId) {
        return new NotReady('A sub-group cannot have sub-groups of its own. Add it to the board instead.')
      }
      const problems = validateBoardName(input)
      if (problems.length > 0) return new InvalidInput(problems)
      const coordinatorId = input.coordinatorId ?? change.viewer.personId
      const runsParent = change.viewer
        .tiesAt({ boardId: parent.id })
        .some((tie) => tie.role === 'COORDINATOR')
      if (coordinatorId === change.viewer.personId && !runsParent) {
        return InvalidInput.of(
          'coordinatorId',
          input.coordinatorId ? notYourself : 'Choose who coordinates it.',
        )
      }
      const person = await findAppointable(change, coordinatorId)
      if (person instanceof InvalidInput) return renamed(person, 'coordinatorId')
      const id = newId()
      const name = input.name.trim()
      // By hand: what MikroORM inserts it reads back, and before its coordinator is appointed nobody may see it.
      await change.em.execute(
        'insert into board (id, organisation_id, parent_id, name, kind, version) values (?, ?, ?, ?, ?, 1)',
        [id, parent.organisationId, parent.id, name, parent.kind],
      )
      const after = { name, parentId: parent.id, parent: parent.name }
      for (const chainId of [parent.id, id])
        change.record({ chainId, action: line.name, recordType: 'Board', recordId: id, after })
      await appointCoordinator(change, id, person)
      return change.find(Board, { id })
    }),
  )
}

/** A coordinator or an administrator gives a board or sub-group another name. */
export function renameBoard(
  context: RequestContext,
  input: RenameBoardInput,
): Promise<Board | InvalidInput | Conflict> {
  const line = boardPolicy.rename
  return nameOnce(() =>
    operation(context, line, input.clientMutationId, again, async (change) => {
      const board = await change.find(Board, { id: input.boardId })
      change.authorize(line, { boardId: board.id })
      await change.lock(board)
      if (board.version !== input.version) {
        return new Conflict(board.id, board.version, [
          { field: 'name', theirs: board.name, yours: input.name },
        ])
      }
      const problems = validateBoardName(input)
      if (problems.length > 0) return new InvalidInput(problems)
      const before = { name: board.name }
      if (board.name === input.name.trim()) return board
      board.name = input.name.trim()
      await change.em.flush()
      change.record({
        chainId: board.id,
        action: line.name,
        recordType: 'Board',
        recordId: board.id,
        before,
        after: { name: board.name },
      })
      return board
    }),
  )
}

const notYourself = 'An administrator cannot appoint themselves to a board. Choose somebody else.'

function renamed(invalid: InvalidInput, field: string): InvalidInput {
  return new InvalidInput(invalid.problems.map(({ message }) => ({ field, message })))
}

/** Two people may choose the same name at the same moment: the database then refuses the second. */
async function nameOnce<Result>(run: () => Promise<Result>): Promise<Result | InvalidInput> {
  try {
    return await run()
  } catch (error) {
    if (error instanceof UniqueConstraintViolationException) {
      return InvalidInput.of('name', 'The council has a board or sub-group with this name already.')
    }
    throw error
  }
}

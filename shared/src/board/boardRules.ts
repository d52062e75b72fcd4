import { emailProblem } from '../identity/person.ts'
import { checkName } from '../organisation/checkText.ts'
import type { FieldMessage } from '../organisation/checkText.ts'

/** Checks the name of a board or sub-group. Empty when all is well. */
export function validateBoardName(board: { name: string }): FieldMessage[] {
  return checkName('name', board.name, 'a name')
}

/** Checks a new board and who is to coordinate it: a person who has an account, or an e-mail address to invite. */
export function validateNewBoard(board: {
  name: string
  organisationId: string
  kind: string
  coordinatorId?: string | null | undefined
  coordinatorEmail?: string | null | undefined
}): FieldMessage[] {
  const problems = checkName('name', board.name, 'the name of the board')
  if (board.organisationId === '') problems.push({ field: 'organisationId', message: 'Choose the council.' })
  if (board.kind === '') problems.push({ field: 'kind', message: 'Choose what the board looks after.' })
  const email = (board.coordinatorEmail ?? '').trim()
  if (board.coordinatorId && email !== '') {
    problems.push({
      field: 'coordinatorEmail',
      message: 'Choose a person or enter an e-mail address, not both.',
    })
  } else if (!board.coordinatorId && email === '') {
    problems.push({
      field: 'coordinatorId',
      message: 'Choose who coordinates the board, or enter an e-mail address to invite somebody.',
    })
  } else if (email !== '') {
    const message = emailProblem(email)
    if (message) problems.push({ field: 'coordinatorEmail', message })
  }
  return problems
}

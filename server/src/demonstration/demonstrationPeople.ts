import { Role, roleName } from '@boardwork/shared/board/role.ts'
import { administrator, agencyRoles, boards, regionalAnalyst, secondCoordinators } from './boards.ts'
import { organisations, regionName } from './councils.ts'
import { emailOf } from './makeBoards.ts'
import { people } from './people.ts'
import type { PersonKey } from './people.ts'
import { keysOf } from './world.ts'

/** Somebody as whom one may look around. */
export interface DemonstrationPerson {
  name: string
  email: string
  /** What the person is: first what they are listed under. */
  roles: { role: Role; roleText: string; where: string[] }[]
}

/** The thirty people with their roles, in the order of the roles. */
export const demonstrationPeople: readonly DemonstrationPerson[] = keysOf(people)
  .map((key) => ({ name: people[key].name, email: emailOf(key), roles: rolesOf(key) }))
  .toSorted((one, other) => order(one) - order(other))

function rolesOf(person: PersonKey): DemonstrationPerson['roles'] {
  const held: { role: Role; where: string }[] = []
  if (person === administrator) held.push({ role: 'ADMINISTRATOR', where: 'the platform' })
  if (person === regionalAnalyst) held.push({ role: 'REGIONAL_ANALYST', where: regionName })
  for (const board of keysOf(boards)) {
    const { coordinator, chair, moderator, scrutiny, seats, short: where } = boards[board]
    const second = board === secondCoordinators.board && person === secondCoordinators.present
    if (person === coordinator || second) held.push({ role: 'COORDINATOR', where })
    if (person === chair) held.push({ role: 'CHAIR', where })
    if (person === moderator) held.push({ role: 'MODERATOR', where })
    if (person === scrutiny) held.push({ role: 'SCRUTINY', where })
    for (const seat of seats) {
      if (person === seat.holder) held.push({ role: 'MEMBER', where })
      if (seat.deputies?.includes(person)) held.push({ role: 'DEPUTY', where })
    }
  }
  for (const { person: holder, role, agency } of agencyRoles)
    if (person === holder) held.push({ role, where: organisations[agency].name })
  return Object.values(Role)
    .map((role) => ({
      role,
      roleText: roleName[role],
      where: held.filter((each) => each.role === role).map((each) => each.where),
    }))
    .filter(({ where }) => where.length > 0)
}

function order(person: DemonstrationPerson): number {
  return Object.values(Role).findIndex((role) => role === person.roles[0]?.role)
}

import type { Role } from '@boardwork/shared/board/role.ts'
import { platformChain } from '../audit/chain.ts'
import { administrator, agencyRoles, boards, regionalAnalyst, secondCoordinators } from './boards.ts'
import type { BoardKey } from './boards.ts'
import { organisations, regionName } from './councils.ts'
import { people } from './people.ts'
import type { PersonKey } from './people.ts'
import { keysOf } from './world.ts'
import type { World } from './world.ts'

/** The address of a person: their name at their organisation. */
export function emailOf(person: PersonKey): string {
  const { name, worksFor } = people[person]
  return `${name.toLowerCase().replaceAll(' ', '.')}@${organisations[worksFor].domain}`
}

/** Region, organisations, people, boards, seats and grants: what stands before any plan, in months -5 to -3. */
export function makeBoards(world: World, passwordHash: string | null): void {
  makePeople(world, passwordHash)
  makeOrganisations(world)
  for (const board of keysOf(boards)) {
    makeBoard(world, board)
    appointOfficers(world, board)
    seatAgencies(world, board)
  }
  changeSecondCoordinator(world)
}

function makePeople(world: World, passwordHash: string | null): void {
  for (const key of keysOf(people)) {
    const id = world.personIds[key]
    world.people.push({ id, name: people[key].name, version: 1 })
    world.accounts.push({ personId: id, email: emailOf(key), passwordHash, disabledAt: null })
  }
  world.give(administrator, 'ADMINISTRATOR', platformChain, {
    at: world.calendar.moment(-5, 20),
    by: null,
    under: { kind: 'COMMAND' },
    reason: 'Made by whoever runs the server',
  })
}

function makeOrganisations(world: World): void {
  const { calendar, regionId } = world
  const under = world.under(administrator, 'ADMINISTRATOR', platformChain)
  const by = administrator
  world.regions.push({ id: regionId, name: regionName })
  world.happenings.push({
    chains: [platformChain],
    at: calendar.moment(-5, 21),
    by,
    under,
    action: 'organisation.createRegion',
    recordType: 'Region',
    recordId: regionId,
    after: { name: regionName },
  })
  keysOf(organisations).forEach((key, index) => {
    const { name, kind } = organisations[key]
    const id = world.organisationIds[key]
    world.organisations.push({ id, regionId, name, kind, version: 1 })
    world.happenings.push({
      chains: [platformChain],
      at: calendar.moment(-5, 21, 10 + index * 3),
      by,
      under,
      action: 'organisation.create',
      recordType: 'Organisation',
      recordId: id,
      after: { name, kind, regionId, region: regionName },
    })
  })
  world.give(regionalAnalyst, 'REGIONAL_ANALYST', regionId, {
    at: calendar.moment(-5, 22),
    by,
    under,
    reason: 'Compares the figures of the region for all four boards',
  })
  agencyRoles.forEach(({ person, role, agency }, index) => {
    const organisationId = world.organisationIds[agency]
    const lead = agencyRoles.find((each) => each.agency === agency && each.role === 'AGENCY_LEAD')
    const isLead = role === 'AGENCY_LEAD' || !lead
    world.give(person, role, organisationId, {
      at: calendar.moment(-5, isLead ? 23 : 26, index * 4),
      by: isLead ? by : lead.person,
      under: isLead ? under : world.under(lead.person, 'AGENCY_LEAD', organisationId),
      reason: isLead ? 'Answers for the agency at all of its boards' : 'Writes the returns of the agency',
    })
  })
}

function makeBoard(world: World, key: BoardKey): void {
  const { name, council, parent, coordinator } = boards[key]
  const id = world.boardIds[key]
  const organisationId = world.organisationIds[council]
  const parentId = parent ? world.boardIds[parent] : null
  const at = parent ? world.calendar.moment(-3, 12) : world.calendar.moment(-4, 4)
  const by = parent ? coordinator : administrator
  const under = parentId
    ? world.under(coordinator, 'COORDINATOR', parentId)
    : world.under(administrator, 'ADMINISTRATOR', platformChain)
  world.boards.push({ id, organisationId, parentId, name, kind: 'ADULTS', version: 1 })
  world.happenings.push({
    chains: [id, parentId ?? platformChain],
    at,
    by,
    under,
    action: parent ? 'board.createSubGroup' : 'board.create',
    recordType: 'Board',
    recordId: id,
    after: parent
      ? { name, parentId, parent: boards[parent].name }
      : { name, kind: 'ADULTS', organisationId, organisation: organisations[council].name },
  })
  const reason = 'Coordinates the board from its beginning'
  world.give(coordinator, 'COORDINATOR', id, { at, by, under, reason })
}

function appointOfficers(world: World, key: BoardKey): void {
  const { chair, moderator, scrutiny, coordinator, parent } = boards[key]
  const officers: [PersonKey | undefined, Role, string][] = [
    [chair, 'CHAIR', parent ? 'Elected by the sub-group' : 'Appointed by the council after open competition'],
    [moderator, 'MODERATOR', 'Settles the grades together with the agencies'],
    [scrutiny, 'SCRUTINY', 'Sits on the scrutiny committee of the council'],
  ]
  const id = world.boardIds[key]
  officers.forEach(([person, role, reason], index) => {
    if (!person) return
    world.give(person, role, id, {
      at: world.calendar.moment(parent ? -3 : -4, 14, index * 5),
      by: coordinator,
      under: world.under(coordinator, 'COORDINATOR', id),
      reason,
    })
  })
}

function seatAgencies(world: World, key: BoardKey): void {
  const { calendar } = world
  const { seats, coordinator, parent } = boards[key]
  const boardId = world.boardIds[key]
  const month = parent ? -3 : -4
  const under = world.under(coordinator, 'COORDINATOR', boardId)
  const startsOn = calendar.day(month, 18)
  const organisationOf = (agency: keyof typeof organisations) => organisations[agency].name
  seats.forEach(({ agency, holder, deputies = [], ended, guest = false }, index) => {
    const seat = {
      boardId,
      id: world.ids.next(),
      organisationId: world.organisationIds[agency],
      required: !guest,
      voting: !guest,
      holderId: holder ? world.personIds[holder] : null,
      startsOn,
      endsOn: ended === undefined ? null : calendar.day(ended + 1, 0),
      version: ended === undefined ? 1 : 2,
    }
    world.seats.push(seat)
    const happened = { chains: [boardId], by: coordinator, under }
    const { required, voting, holderId } = seat
    const held = { holderId, holder: holder ? people[holder].name : null }
    world.happenings.push({
      ...happened,
      at: calendar.moment(month, 18, index * 6),
      action: 'board.addSeat',
      recordType: 'Seat',
      recordId: seat.id,
      after: {
        organisationId: seat.organisationId,
        organisation: organisationOf(agency),
        required,
        voting,
        startsOn,
        ...held,
      },
    })
    if (ended !== undefined)
      world.happenings.push({
        ...happened,
        at: calendar.moment(ended, 12),
        action: 'board.changeSeat',
        recordType: 'Seat',
        recordId: seat.id,
        before: { organisation: organisationOf(agency), required, voting, endsOn: null, ...held },
        after: { required, voting, endsOn: seat.endsOn, ...held },
      })
    for (const deputy of deputies) {
      const at = calendar.moment(month, 19, index * 6)
      const id = world.ids.next()
      const personId = world.personIds[deputy]
      world.deputies.push({ boardId, id, seatId: seat.id, personId, namedAt: at, endedAt: null })
      world.happenings.push({
        ...happened,
        at,
        action: 'board.nameDeputy',
        recordType: 'Deputy',
        recordId: id,
        after: {
          personId,
          person: people[deputy].name,
          seatId: seat.id,
          organisation: organisationOf(agency),
        },
      })
    }
  })
}

function changeSecondCoordinator(world: World): void {
  const { board, former, present, month } = secondCoordinators
  const { coordinator } = boards[board]
  const boardId = world.boardIds[board]
  const under = world.under(coordinator, 'COORDINATOR', boardId)
  const given = { by: coordinator, under }
  const ended = world.give(former, 'COORDINATOR', boardId, {
    ...given,
    at: world.calendar.moment(-3, 5),
    reason: 'Helps while the board is being set up',
  })
  world.give(present, 'COORDINATOR', boardId, {
    ...given,
    at: world.calendar.moment(month, 9),
    reason: 'Stands in, and coordinates the neighbouring board',
  })
  const endedAt = world.calendar.moment(month, 13)
  ended.endedAt = endedAt
  ended.version = 2
  const { personId, role, scope } = ended
  world.happenings.push({
    ...given,
    chains: [boardId],
    at: endedAt,
    action: 'appointment.endGrant',
    recordType: 'Grant',
    recordId: ended.id,
    before: { personId, person: people[former].name, role, scope },
    after: { endedAt: endedAt.toISOString() },
  })
}

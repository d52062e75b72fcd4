import { evaluateQuorum } from '@boardwork/shared/attendance/quorum/quorum.ts'
import type { QuorumPlace, QuorumRule } from '@boardwork/shared/attendance/quorum/quorum.ts'
import { boards } from './boards.ts'
import { organisations } from './councils.ts'
import { people } from './people.ts'
import { keysOf } from './world.ts'
import type { World } from './world.ts'

/** What the Fernshire board needs for a quorum, set before its first meeting, and what its meetings had. */
export function makeQuorum(world: World): void {
  const boardId = world.boardIds.fernshire
  const { coordinator } = boards.fernshire
  const rule: QuorumRule = {
    kind: 'ALL_OF',
    rules: [
      { kind: 'SEATS', votingOnly: true, needs: { seats: 4 }, deputies: 'SENIOR_ENOUGH' },
      {
        kind: 'AGENCIES',
        organisationIds: [world.organisationIds.fernshireCouncil, world.organisationIds.police],
        deputies: 'ALL',
      },
    ],
  }
  const quorum = {
    boardId,
    id: world.ids.next(),
    number: 1,
    rule,
    startsOn: world.calendar.day(0, 1),
    setByName: people[coordinator].name,
    setAt: world.calendar.moment(0, 1),
  }
  world.quorums.push(quorum)
  world.happenings.push({
    chains: [boardId],
    by: coordinator,
    under: world.under(coordinator, 'COORDINATOR', boardId),
    at: quorum.setAt,
    action: 'register.setQuorum',
    recordType: 'Quorum',
    recordId: quorum.id,
    before: { quorum: null },
    after: { quorum: rule, startsOn: quorum.startsOn },
  })
  for (const meeting of world.meetings) {
    if (meeting.boardId !== boardId || !meeting.registerClosedAt) continue
    const result = evaluateQuorum(rule, placesOf(world, meeting.id))
    world.quorumResults.push({
      boardId,
      meetingId: meeting.id,
      meetingKind: meeting.kind,
      quorumId: quorum.id,
      met: result.met,
      result,
    })
  }
}

function placesOf(world: World, meetingId: string): QuorumPlace[] {
  return world.marks
    .filter((mark) => mark.meetingId === meetingId)
    .flatMap(({ organisationId, voting, mark, seniorEnough }) => {
      const key = keysOf(organisations).find((each) => world.organisationIds[each] === organisationId)
      if (!key) return []
      const { name: organisationName, kind: organisationKind } = organisations[key]
      return [
        {
          organisationId,
          organisationName,
          organisationKind,
          voting,
          mark,
          seniorEnough: seniorEnough ?? null,
        },
      ]
    })
}

import {
  makeBoard,
  makeGrant,
  makeOrganisation,
  makePerson,
  makeRegion,
  makeSeat,
} from '../support/factories.ts'
import type { ApiClient, TestServer } from '../support/server.ts'

/** A board with its people, and another board of the region. */
export interface PlanWorld {
  board: string
  otherBoard: string
  police: string
  coordinatorId: string
  coordinator: ApiClient
  /** Another coordinator of the same board. */
  second: ApiClient
  chair: ApiClient
  /** Holds the seat of the police. */
  member: ApiClient
  memberId: string
  /** Coordinator of the other board. */
  outsider: ApiClient
}

export async function makePlanWorld(server: Pick<TestServer, 'db' | 'as'>): Promise<PlanWorld> {
  const { db } = server
  const region = await makeRegion(db)
  const board = await makeBoard(db, await makeOrganisation(db, region), {
    name: `Adults board ${crypto.randomUUID()}`,
  })
  const otherBoard = await makeBoard(db, await makeOrganisation(db, region))
  const police = await makeOrganisation(db, region, 'POLICE', `Police ${crypto.randomUUID()}`)
  const coordinatorId = await makePerson(db, { name: 'Casey Brook' })
  const secondId = await makePerson(db, { name: 'Sam Field' })
  const chairId = await makePerson(db, { name: 'Chris Hill' })
  const memberId = await makePerson(db, { name: 'Morgan Lake' })
  const outsiderId = await makePerson(db, { name: 'Alex Stone' })
  await makeGrant(db, coordinatorId, 'COORDINATOR', board)
  await makeGrant(db, secondId, 'COORDINATOR', board)
  await makeGrant(db, chairId, 'CHAIR', board)
  await makeGrant(db, outsiderId, 'COORDINATOR', otherBoard)
  await makeSeat(db, board, police, { holderId: memberId })
  return {
    board,
    otherBoard,
    police,
    coordinatorId,
    coordinator: await server.as(coordinatorId),
    second: await server.as(secondId),
    chair: await server.as(chairId),
    member: await server.as(memberId),
    memberId,
    outsider: await server.as(outsiderId),
  }
}

/** A short plan of two areas with three actions. */
export const shortPlan = `Improvement Plan of an Invented Board

Improvement Area 1 – Better recording of decisions
Action\tExpected evidence\tTimescale\tResponsible
1.1 Write down each decision on the day\tAudit of 20 records\tEnd March 2027\tHead of Service
1.2 Train the staff who record\tTraining log\tJune 2027\tTraining Manager

Improvement Area 2 – Faster answers
Action\tExpected evidence\tTimescale\tResponsible
2.1 Answer each concern within two days\tMonthly report\tOngoing\tTeam Manager
`

const importFields = `__typename
  ... on PlanImport { id version state fileName draft earlier { importId planId planTitle } }
  ... on InvalidInput { message problems { field message } }`

export const importPlan = `mutation($input: ImportPlanInput!) { importPlan(input: $input) { ${importFields} } }`

export const saveImportDraft = `mutation($input: SaveImportDraftInput!) { saveImportDraft(input: $input) { ${importFields}
  ... on Conflict { message currentVersion fields { field theirs yours } } ... on NotReady { message } } }`

export const savePlan = `mutation($input: ImportInput!) { savePlan(input: $input) { __typename
  ... on Plan { id title state counts { areas actions } }
  ... on InvalidInput { message problems { field message } }
  ... on Conflict { currentVersion } ... on NotReady { message } } }`

export const id = () => crypto.randomUUID()

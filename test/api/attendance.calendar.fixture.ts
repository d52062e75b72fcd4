import { newId } from '@boardwork/server/src/db/newId.ts'
import { makeMeeting } from '../support/attendanceFactories.ts'
import {
  day,
  makeBoard,
  makeDeputy,
  makeGrant,
  makeOrganisation,
  makePerson,
  makeRegion,
  makeSeat,
} from '../support/factories.ts'
import type { ApiClient, TestServer } from '../support/server.ts'

/** A board with a coordinator, the police's seat with holder and deputy, the fire service's, and one meeting. */
export interface CalendarScene {
  council: string
  police: string
  board: string
  policeSeat: string
  fireSeat: string
  holderId: string
  deputyId: string
  fireId: string
  meeting: string
  coordinator: ApiClient
  holder: ApiClient
  deputy: ApiClient
  fire: ApiClient
}

export async function makeCalendarScene(server: TestServer): Promise<CalendarScene> {
  const { db } = server
  const region = await makeRegion(db)
  const council = await makeOrganisation(db, region, 'COUNCIL', `Fernshire ${newId()}`)
  const police = await makeOrganisation(db, region, 'POLICE', `Fen Police ${newId()}`)
  const fireService = await makeOrganisation(db, region, 'FIRE', `Fen Fire ${newId()}`)
  const board = await makeBoard(db, council)
  const coordinatorId = await makePerson(db, { name: 'Cora Ash' })
  await makeGrant(db, coordinatorId, 'COORDINATOR', board)
  const holderId = await makePerson(db, { name: 'Holly Elm' })
  const deputyId = await makePerson(db, { name: 'Dan Oak' })
  const fireId = await makePerson(db, { name: 'Fay Birch' })
  const policeSeat = await makeSeat(db, board, police, { holderId, startsOn: day(-30) })
  const fireSeat = await makeSeat(db, board, fireService, { holderId: fireId, startsOn: day(-30) })
  await makeDeputy(db, board, policeSeat, deputyId)
  return {
    council,
    police,
    board,
    policeSeat,
    fireSeat,
    holderId,
    deputyId,
    fireId,
    meeting: await makeMeeting(db, board),
    coordinator: await server.as(coordinatorId),
    holder: await server.as(holderId),
    deputy: await server.as(deputyId),
    fire: await server.as(fireId),
  }
}

const refusals = `... on InvalidInput { problems { field message } } ... on NotReady { message }`

/** What stands on a meeting's page of answers. */
export const meetingText = `query($id: ID!) { meeting(id: $id) { id version sequence invitations { toSend sent unreachable }
  expected { placeId viewerCanAnswer viewersOwn expectedElsewhere
    answer { id answer deputyId deputyName state reason answeredByName onBehalf version } } } }`

export interface FoundMeeting {
  id: string
  version: number
  sequence: number
  invitations: { toSend: number; sent: number; unreachable: number } | null
  expected: {
    placeId: string
    viewerCanAnswer: boolean
    viewersOwn: boolean
    expectedElsewhere: boolean
    answer: {
      id: string
      answer: string
      deputyId: string | null
      deputyName: string | null
      state: string
      reason: string | null
      answeredByName: string
      onBehalf: boolean
      version: number
    } | null
  }[]
}

export async function readMeetingAs(client: ApiClient, meetingId: string): Promise<FoundMeeting> {
  return (await client.data<{ meeting: FoundMeeting }>(meetingText, { id: meetingId })).meeting
}

/** The answer for a place, as the client sees it. */
export async function answerOf(client: ApiClient, meetingId: string, placeId: string) {
  const { expected } = await readMeetingAs(client, meetingId)
  return expected.find((place) => place.placeId === placeId)?.answer ?? null
}

export const calendarTexts = {
  answer: `mutation($input: AnswerMeetingInput!) { result: answerMeeting(input: $input) { __typename
    ... on Meeting { id } ${refusals} ... on Conflict { currentVersion fields { field theirs yours } } } }`,
  byLink: `mutation($input: AnswerByLinkInput!) { result: answerByLink(input: $input) { __typename
    ... on OpenedAnswerLink { answer stands } ${refusals} } }`,
  send: `mutation($input: SendInvitationsInput!) { result: sendMeetingInvitations(input: $input) { __typename
    ... on Meeting { id invitations { toSend sent } } ... on NotReady { message } } }`,
  change: `mutation($input: ChangeMeetingInput!) { result: changeMeeting(input: $input) { __typename
    ... on Meeting { id version } ${refusals} } }`,
  cancel: `mutation($input: CancelMeetingInput!) { result: cancelMeeting(input: $input) { __typename
    ... on Meeting { id version } ${refusals} } }`,
  planSeries: `mutation($input: PlanSeriesInput!) { result: planSeries(input: $input) { __typename
    ... on Meeting { id } ${refusals} } }`,
  changeSeries: `mutation($input: ChangeSeriesInput!) { result: changeSeries(input: $input) { __typename
    ... on Meeting { id } ${refusals} ... on Conflict { currentVersion } } }`,
  cancelSeries: `mutation($input: CancelSeriesInput!) { result: cancelSeries(input: $input) { __typename
    ... on Meeting { id } ${refusals} ... on Conflict { currentVersion } } }`,
  renew: `mutation($input: RenewCalendarAddressInput!) { result: renewCalendarAddress(input: $input) { address madeAt } }`,
  link: `query($token: String!) { answerLink(token: $token) { personName startsAt endsAt title boardName organisationName answer stands
    cancelled registerClosed } }`,
  mine: `{ myCalendar { addressMadeAt meetings { meeting { id } boardName answer state namedDeputy clashes { id } } } }`,
}

/** The result of a mutation, whatever it is. */
export async function change<Result = Record<string, unknown>>(
  client: ApiClient,
  what: keyof typeof calendarTexts,
  input: object,
): Promise<Result & { __typename: string }> {
  const variables = { input: what === 'byLink' ? input : { clientMutationId: newId(), ...input } }
  return (await client.data<{ result: Result & { __typename: string } }>(calendarTexts[what], variables))
    .result
}

import { hashPassword } from '@boardwork/server/src/features/identity/passwordHash.ts'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import {
  day,
  makeBoard,
  makeGrant,
  makeOrganisation,
  makePerson,
  makeRegion,
  makeSeat,
} from '../support/factories.ts'
import { startTestServer } from '../support/server.ts'
import type { ApiClient, TestServer } from '../support/server.ts'

const password = 'kettle harbour sphinx'
const inviteMutation = `mutation ($input: InviteInput!) { invite(input: $input) {
  __typename ... on Invitation { id email role state } ... on InvalidInput { problems { field message } } ... on NotReady { message } } }`
const openQuery = `query ($token: String!) { invitation(token: $token) {
  state role scopeName organisationName invitedByName email needsAccount isForViewer } }`
const acceptMutation = `mutation ($input: AcceptInvitationInput!) { acceptInvitation(input: $input) {
  __typename ... on Viewer { name email ties { role kind scopeName } } ... on InvalidInput { problems { field } } ... on NotReady { message } } }`
const withdrawMutation = `mutation ($id: ID!, $try: ID!) { withdrawInvitation(input: { invitationId: $id, clientMutationId: $try }) {
  __typename ... on Invitation { state } ... on NotReady { message } } }`
const resendMutation = `mutation ($id: ID!, $try: ID!) { resendInvitation(input: { invitationId: $id, clientMutationId: $try }) {
  __typename ... on Invitation { state } ... on NotReady { message } } }`

interface Invited {
  __typename: string
  id: string
}

let server: TestServer
let council: string
let police: string
let board: string
let otherBoard: string
let seat: string
let coordinator: ApiClient
let coordinatorId: string
let administrator: ApiClient
let tries = 0

beforeAll(async () => {
  server = await startTestServer()
  const region = await makeRegion(server.db)
  council = await makeOrganisation(server.db, region, 'COUNCIL', 'Fernshire Council')
  police = await makeOrganisation(server.db, region, 'POLICE', 'Fernshire Police')
  board = await makeBoard(server.db, council, { name: 'Fernshire Adults Board' })
  otherBoard = await makeBoard(server.db, council, { name: 'Fernshire Children Board' })
  seat = await makeSeat(server.db, board, police)
  coordinatorId = await makePerson(server.db, { name: 'Cora Dean', email: 'cora@fernshire.gov.uk' })
  await makeGrant(server.db, coordinatorId, 'COORDINATOR', board)
  coordinator = await server.as(coordinatorId)
  const administratorId = await makePerson(server.db, { name: 'Adil Munn' })
  await makeGrant(server.db, administratorId, 'ADMINISTRATOR')
  administrator = await server.as(administratorId)
})
afterAll(() => server.close())
beforeEach(async () => {
  await server.db.query('delete from rate_limit')
})

const nextTry = () => {
  tries += 1
  return `try ${tries}`
}

const invite = async (client: ApiClient, email: string, more: Record<string, unknown> = {}) =>
  (
    await client.data<{ invite: Invited }>(inviteMutation, {
      input: {
        scope: 'BOARD',
        scopeId: board,
        role: 'SCRUTINY',
        email,
        organisationId: council,
        clientMutationId: nextTry(),
        ...more,
      },
    })
  ).invite

/** The secret of the newest mail to the address. */
async function tokenFor(email: string): Promise<string> {
  const { rows } = await server.db.query<{ body: string }>(
    'select body from mail where recipient = $1 order by written_at desc, id desc limit 1',
    [email],
  )
  return /\/invitation\/([\w-]{43})/.exec(rows[0]?.body ?? '')?.[1] ?? 'none'
}

const accept = async (client: ApiClient, input: Record<string, unknown>) =>
  (await client.data<{ acceptInvitation: Record<string, unknown> }>(acceptMutation, { input }))
    .acceptInvitation

async function makeAccount(email: string): Promise<string> {
  const id = await makePerson(server.db, { name: 'Olu Bright', email })
  await server.db.query('update account set password_hash = $2 where person_id = $1', [
    id,
    await hashPassword(password),
  ])
  return id
}

const eventsOf = async (chain: string) =>
  (
    await server.db.query<{ action: string; text: string }>(
      'select action, audit_event::text as text from audit_event where chain_id = $1 order by sequence',
      [chain],
    )
  ).rows

describe('an invitation', () => {
  it('leads somebody new from the mail to a place at the board', async () => {
    const invited = await invite(coordinator, ' New.Member@police.uk ', {
      role: 'MEMBER',
      organisationId: police,
      seatId: seat,
    })
    expect(invited).toMatchObject({ __typename: 'Invitation', email: 'new.member@police.uk', state: 'OPEN' })
    const token = await tokenFor('new.member@police.uk')
    const client = server.anonymous()
    expect(await client.data(openQuery, { token })).toEqual({
      invitation: {
        state: 'OPEN',
        role: 'MEMBER',
        scopeName: 'Fernshire Adults Board',
        organisationName: 'Fernshire Police',
        invitedByName: 'Cora Dean',
        email: 'new.member@police.uk',
        needsAccount: true,
        isForViewer: false,
      },
    })
    expect(await accept(client, { token, name: '', password: 'short' })).toEqual({
      __typename: 'InvalidInput',
      problems: [{ field: 'name' }, { field: 'password' }],
    })
    expect(await accept(client, { token, name: 'Nia Member', password })).toEqual({
      __typename: 'Viewer',
      name: 'Nia Member',
      email: 'new.member@police.uk',
      ties: [{ role: 'MEMBER', kind: 'SEAT', scopeName: 'Fernshire Adults Board' }],
    })
    expect(client.cookie).not.toBeNull()
    const log = await eventsOf(board)
    expect(log.map(({ action }) => action)).toEqual(['appointment.invite', 'identity.acceptInvitation'])
    expect(log.map(({ text }) => text).join()).not.toContain(token)
    expect((await eventsOf('00000000-0000-0000-0000-000000000000')).map(({ action }) => action)).toEqual([
      'identity.createAccount',
      'identity.signIn',
    ])
  })

  it('keeps the hash of its secret alone', async () => {
    const invited = await invite(coordinator, 'hash@council.gov.uk')
    const token = await tokenFor('hash@council.gov.uk')
    const { rows } = await server.db.query<{ row: string }>(
      'select invitation::text as row from invitation where id = $1',
      [invited.id],
    )
    expect(rows[0]?.row).not.toContain(token)
  })

  it('can be used once, also by two at the same moment', async () => {
    await invite(coordinator, 'race@council.gov.uk')
    const token = await tokenFor('race@council.gov.uk')
    const results = await Promise.all(
      ['One', 'Two', 'Three'].map((name) => accept(server.anonymous(), { token, name, password })),
    )
    expect(results.map((each) => String(each['__typename'])).toSorted()).toEqual([
      'NotReady',
      'NotReady',
      'Viewer',
    ])
    const { rows } = await server.db.query(
      `select from account a join "grant" g on g.person_id = a.person_id where a.email = 'race@council.gov.uk'`,
    )
    expect(rows).toHaveLength(1)
    expect(await accept(server.anonymous(), { token, name: 'Four', password })).toMatchObject({
      __typename: 'NotReady',
    })
    expect(await server.anonymous().data(openQuery, { token })).toMatchObject({
      invitation: { state: 'ACCEPTED' },
    })
  })

  it('makes one account for an address, also when two invitations to it are accepted at once', async () => {
    await invite(coordinator, 'twice@council.gov.uk', { role: 'SCRUTINY' })
    const one = await tokenFor('twice@council.gov.uk')
    await invite(coordinator, 'twice@council.gov.uk', { role: 'MODERATOR' })
    const two = await tokenFor('twice@council.gov.uk')
    // Each with a password of their own: whoever comes late is asked for the one of the account.
    const results = await Promise.all([
      accept(server.anonymous(), { token: one, name: 'Twin', password }),
      accept(server.anonymous(), { token: two, name: 'Twin', password: 'violin orchard penguin' }),
    ])
    const types = results.map((each) => String(each['__typename']))
    expect(types.filter((type) => type === 'Viewer')).toHaveLength(1)
    expect(['NotReady', 'InvalidInput']).toContain(types.find((type) => type !== 'Viewer'))
    const { rows } = await server.db.query(`select from account where email = 'twice@council.gov.uk'`)
    expect(rows).toHaveLength(1)
  })

  it('is over after seven days', async () => {
    const { id } = await invite(coordinator, 'late@council.gov.uk')
    const token = await tokenFor('late@council.gov.uk')
    await server.db.query(`update invitation set expires_at = expires_at - interval '7 days' where id = $1`, [
      id,
    ])
    expect(await server.anonymous().data(openQuery, { token })).toMatchObject({
      invitation: { state: 'EXPIRED' },
    })
    expect(await accept(server.anonymous(), { token, name: 'Late', password })).toMatchObject({
      __typename: 'NotReady',
    })
  })

  it('can be withdrawn, and then opens nothing', async () => {
    const { id } = await invite(coordinator, 'withdrawn@council.gov.uk')
    const token = await tokenFor('withdrawn@council.gov.uk')
    expect(await coordinator.data(withdrawMutation, { id, try: nextTry() })).toMatchObject({
      withdrawInvitation: { state: 'WITHDRAWN' },
    })
    expect(await accept(server.anonymous(), { token, name: 'W', password })).toMatchObject({
      __typename: 'NotReady',
    })
    expect(await coordinator.data(withdrawMutation, { id, try: nextTry() })).toMatchObject({
      withdrawInvitation: { __typename: 'NotReady' },
    })
  })

  it('can be sent again with a new link; the one before opens nothing any more', async () => {
    const { id } = await invite(coordinator, 'again@council.gov.uk')
    const first = await tokenFor('again@council.gov.uk')
    await coordinator.data(resendMutation, { id, try: nextTry() })
    const second = await tokenFor('again@council.gov.uk')
    expect(second).not.toBe(first)
    expect(await server.anonymous().data(openQuery, { token: first })).toEqual({ invitation: null })
    expect(await accept(server.anonymous(), { token: second, name: 'Again', password })).toMatchObject({
      name: 'Again',
    })
  })

  it('is not sent twice to one person for one role, nor when the answer was lost', async () => {
    const input = { clientMutationId: 'lost answer' }
    const first = await invite(coordinator, 'lost@council.gov.uk', input)
    expect(await invite(coordinator, 'lost@council.gov.uk', input)).toEqual(first)
    expect(await invite(coordinator, 'LOST@council.gov.uk')).toMatchObject({ __typename: 'NotReady' })
    const { rows } = await server.db.query(`select from mail where recipient = 'lost@council.gov.uk'`)
    expect(rows).toHaveLength(1)
  })
})

describe('somebody with an account', () => {
  it('accepts while signed in with it, and a role they hold already is not doubled', async () => {
    const id = await makeAccount('holder@council.gov.uk')
    await makeGrant(server.db, id, 'SCRUTINY', board)
    await invite(coordinator, 'holder@council.gov.uk')
    const token = await tokenFor('holder@council.gov.uk')
    const client = await server.as(id)
    expect(await client.data(openQuery, { token })).toMatchObject({
      invitation: { needsAccount: false, isForViewer: true },
    })
    expect(await accept(client, { token })).toMatchObject({
      __typename: 'Viewer',
      ties: [{ role: 'SCRUTINY' }],
    })
  })

  it('accepts with the password of the account, and with nothing else', async () => {
    const id = await makeAccount('existing@council.gov.uk')
    await invite(coordinator, 'existing@council.gov.uk')
    const token = await tokenFor('existing@council.gov.uk')
    const thief = await server.as(await makePerson(server.db))
    expect(await accept(thief, { token })).toEqual({
      __typename: 'InvalidInput',
      problems: [{ field: 'password' }],
    })
    expect(await accept(thief, { token, name: 'Thief', password: 'violin orchard penguin' })).toEqual({
      __typename: 'InvalidInput',
      problems: [{ field: 'password' }],
    })
    const client = server.anonymous()
    expect(await accept(client, { token, password })).toMatchObject({
      __typename: 'Viewer',
      email: 'existing@council.gov.uk',
    })
    const { rows } = await server.db.query('select from "grant" where person_id = $1', [id])
    expect(rows).toHaveLength(1)
  })

  it('does not get in by an invitation while the account is switched off', async () => {
    const id = await makeAccount('off@council.gov.uk')
    await invite(coordinator, 'off@council.gov.uk')
    const token = await tokenFor('off@council.gov.uk')
    await server.db.query('update account set disabled_at = now() where person_id = $1', [id])
    expect(await accept(server.anonymous(), { token, password })).toMatchObject({ __typename: 'NotReady' })
  })
})

describe('who may invite whom', () => {
  it('a coordinator at their own board, and at no other', async () => {
    const input = {
      scope: 'BOARD',
      role: 'SCRUTINY',
      email: 'x@y.uk',
      organisationId: council,
      clientMutationId: nextTry(),
    }
    expect(await coordinator.codes(inviteMutation, { input: { ...input, scopeId: otherBoard } })).toEqual([
      'NOT_ALLOWED',
    ])
  })

  it('not to lead an agency or run the platform as a coordinator, but as an administrator', async () => {
    const lead = { scope: 'ORGANISATION', scopeId: police, role: 'AGENCY_LEAD', organisationId: police }
    const runs = { scope: 'PLATFORM', scopeId: '00000000-0000-0000-0000-000000000000', role: 'ADMINISTRATOR' }
    for (const more of [lead, runs]) {
      const input = { email: 'lead@police.uk', organisationId: council, clientMutationId: nextTry(), ...more }
      expect(await coordinator.codes(inviteMutation, { input })).toEqual(['NOT_ALLOWED'])
      expect(await invite(administrator, 'lead@police.uk', more)).toMatchObject({ __typename: 'Invitation' })
    }
    expect(await administrator.data('{ platformInvitations { role email state } }')).toEqual({
      platformInvitations: [{ role: 'ADMINISTRATOR', email: 'lead@police.uk', state: 'OPEN' }],
    })
  })

  it('nobody who is not there: a stranger cannot withdraw or send again', async () => {
    const { id } = await invite(coordinator, 'private@council.gov.uk')
    const strangerId = await makePerson(server.db)
    await makeGrant(server.db, strangerId, 'COORDINATOR', otherBoard)
    const stranger = await server.as(strangerId)
    expect(await stranger.codes(withdrawMutation, { id, try: nextTry() })).toEqual(['NOT_FOUND'])
    expect(await stranger.codes(resendMutation, { id, try: nextTry() })).toEqual(['NOT_FOUND'])
    expect(await server.anonymous().codes(withdrawMutation, { id, try: nextTry() })).toEqual([
      'NOT_SIGNED_IN',
    ])
  })

  it.each([
    ['an address that is none', { email: 'nobody' }, 'email'],
    ['the own address', { email: 'Cora@fernshire.gov.uk' }, 'email'],
    ['a role that the scope does not have', { role: 'AGENCY_LEAD' }, 'role'],
    ['a seat of another agency', { role: 'MEMBER' }, 'seatId'],
  ])('with %s nothing is sent', async (_what, more, field) => {
    const answer = await invite(coordinator, 'fields@council.gov.uk', { seatId: seat, ...more })
    expect(answer).toMatchObject({ __typename: 'InvalidInput', problems: [{ field }] })
  })

  it('a deputy for a seat that has ended is told so', async () => {
    const deputyInvitation = { role: 'DEPUTY', organisationId: police, seatId: seat }
    await invite(coordinator, 'deputy@police.uk', deputyInvitation)
    const token = await tokenFor('deputy@police.uk')
    await server.db.query('update seat set ends_on = current_date - 2 where id = $1', [seat])
    expect(await accept(server.anonymous(), { token, name: 'Dee', password })).toMatchObject({
      __typename: 'NotReady',
    })
    const { rows } = await server.db.query(`select from account where email = 'deputy@police.uk'`)
    expect(rows).toHaveLength(0)
    await server.db.query('update seat set ends_on = null where id = $1', [seat])
    expect(await accept(server.anonymous(), { token, name: 'Dee', password })).toMatchObject({
      ties: [{ role: 'DEPUTY' }],
    })
  })
})

describe('an inviter who could not invite any more', () => {
  let inviterId: string
  let grant: string
  let inviter: ApiClient
  let email: string
  beforeEach(async () => {
    inviterId = await makePerson(server.db, { name: 'Ines Gone' })
    grant = await makeGrant(server.db, inviterId, 'COORDINATOR', board)
    inviter = await server.as(inviterId)
    email = `${inviterId}@council.gov.uk`
  })

  const endGrant = () => server.db.query('update "grant" set ended_at = now() where id = $1', [grant])
  const switchOff = () =>
    server.db.query('update account set disabled_at = now() where person_id = $1', [inviterId])
  const nothingCameOfIt = async () => {
    const { rows } = await server.db.query(
      `select i.id from invitation i where i.email = $1 and (i.accepted_at is not null
         or exists (select from account a where a.email = i.email))`,
      [email],
    )
    expect(rows).toEqual([])
  }

  it.each([
    ['their role has ended', endGrant],
    [
      'their role is over since yesterday',
      () => server.db.query('update "grant" set ends_on = $2 where id = $1', [grant, day(-2)]),
    ],
    ['their account is switched off', switchOff],
    [
      'they are only chair now',
      async () => {
        await endGrant()
        await makeGrant(server.db, inviterId, 'CHAIR', board)
      },
    ],
    [
      'they coordinate another board now',
      async () => {
        await endGrant()
        await makeGrant(server.db, inviterId, 'COORDINATOR', otherBoard)
      },
    ],
  ])('because %s lets nobody in, and the message says whom to ask', async (_why, leave) => {
    await invite(inviter, email)
    const token = await tokenFor(email)
    await leave()
    expect(await accept(server.anonymous(), { token, name: 'Late Guest', password })).toEqual({
      __typename: 'NotReady',
      message:
        'Ines Gone, who invited you, cannot give this role any more. Ask a coordinator of Fernshire Adults Board to send you the invitation again.',
    })
    await nothingCameOfIt()
  })

  it('lets nobody with an account in either, signed in or with their password', async () => {
    const id = await makeAccount(email)
    await invite(inviter, email)
    const token = await tokenFor(email)
    await endGrant()
    expect(await accept(await server.as(id), { token })).toMatchObject({ __typename: 'NotReady' })
    expect(await accept(server.anonymous(), { token, password })).toMatchObject({ __typename: 'NotReady' })
    const { rows } = await server.db.query('select from "grant" where person_id = $1', [id])
    expect(rows).toEqual([])
  })

  it('is replaced by whoever sends the invitation again', async () => {
    const { id } = await invite(inviter, email)
    await endGrant()
    await coordinator.data(resendMutation, { id, try: nextTry() })
    const token = await tokenFor(email)
    expect(await accept(server.anonymous(), { token, name: 'New Guest', password })).toMatchObject({
      name: 'New Guest',
    })
    const { rows } = await server.db.query<{ granted_by_id: string }>(
      'select g.granted_by_id from "grant" g join account a on a.person_id = g.person_id where a.email = $1',
      [email],
    )
    expect(rows).toEqual([{ granted_by_id: coordinatorId }])
  })

  it('is a lead for contributors, and an administrator for leads', async () => {
    const formerId = await makePerson(server.db, { name: 'Abe Left' })
    const former = await server.as(formerId)
    const grants = [
      await makeGrant(server.db, formerId, 'ADMINISTRATOR'),
      await makeGrant(server.db, formerId, 'AGENCY_LEAD', police),
    ]
    const place = { scope: 'ORGANISATION', scopeId: police, organisationId: police }
    const ask = async (role: string) => {
      const address = `${role.toLowerCase()}.${inviterId}@police.uk`
      await invite(former, address, { ...place, role })
      return tokenFor(address)
    }
    const [contributor, lead] = [await ask('CONTRIBUTOR'), await ask('AGENCY_LEAD')]
    await server.db.query('update "grant" set ended_at = now() where id = $1', [grants[0]])
    // An agency lead appoints contributors, and no other lead.
    const refused = await accept(server.anonymous(), { token: lead, name: 'L', password })
    expect(refused['message']).toMatch(/Ask an administrator of Boardwork to send/)
    await server.db.query('update "grant" set ended_at = now() where id = $1', [grants[1]])
    expect(
      (await accept(server.anonymous(), { token: contributor, name: 'C', password }))['message'],
    ).toMatch(/Ask an agency lead of Fernshire Police to send/)
  })
})

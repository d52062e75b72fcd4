import { hashPassword } from '@boardwork/server/src/features/identity/passwordHash.ts'
import { makeAdministrator } from '@boardwork/server/src/features/identity/firstAdministrator.ts'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
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
const viewerQuery = `{ viewer { id personId name email version demonstration
  session { startedAt lastUsedAt endsAt endsAtLatest idleMinutes }
  ties { kind role scope scopeId scopeName boardId organisationId organisationName since until } } }`
const signInMutation = `mutation ($email: String!, $password: String!) {
  signIn(input: { email: $email, password: $password }) {
    __typename ... on Viewer { name } ... on InvalidInput { message problems { field } } ... on NotReady { message } } }`

let server: TestServer
let passwordHash: string

beforeAll(async () => {
  server = await startTestServer()
  passwordHash = await hashPassword(password)
})
afterAll(() => server.close())
beforeEach(async () => {
  await server.db.query('delete from rate_limit')
})

/** Somebody who can sign in. */
async function makeAccount(email: string, name = 'Amara Okoye'): Promise<string> {
  const id = await makePerson(server.db, { name, email })
  await server.db.query('update account set password_hash = $2 where person_id = $1', [id, passwordHash])
  return id
}

const signIn = (client: ApiClient, email: string, given = password) =>
  client.data<{ signIn: { __typename: string; message?: string; name?: string } }>(signInMutation, {
    email,
    password: given,
  })

const viewerOf = async (client: ApiClient) =>
  (await client.data<{ viewer: Record<string, unknown> | null }>(viewerQuery)).viewer

const age = (column: string, personId: string, interval: string) =>
  server.db.query(`update session set ${column} = ${column} - $2::interval where person_id = $1`, [
    personId,
    interval,
  ])

const events = async (action: string, recordId?: string) => {
  const { rows } = await server.db.query<{ person_id: string; after: Record<string, unknown> }>(
    `select person_id, after from audit_event where action = $1 and ($2::uuid is null or record_id = $2)`,
    [action, recordId ?? null],
  )
  return rows
}

describe('signing in', () => {
  it('opens a session for the right password, whatever the case of the address', async () => {
    const id = await makeAccount('amara@fernshire.gov.uk')
    const client = server.anonymous()
    expect(await viewerOf(client)).toBeNull()
    expect((await signIn(client, ' Amara@Fernshire.gov.uk')).signIn).toMatchObject({ name: 'Amara Okoye' })
    expect(await viewerOf(client)).toMatchObject({ personId: id, email: 'amara@fernshire.gov.uk' })
  })

  it('keeps only the hash of the token, and writes an event without it', async () => {
    const id = await makeAccount('hash@fernshire.gov.uk')
    const client = server.anonymous()
    await signIn(client, 'hash@fernshire.gov.uk')
    const token = client.cookie?.split('=')[1] ?? ''
    expect(Buffer.from(token, 'base64url')).toHaveLength(32)
    const { rows } = await server.db.query<{ row: string }>(
      'select session::text as row from session where person_id = $1',
      [id],
    )
    expect(rows).toHaveLength(1)
    expect(rows[0]?.row).not.toContain(token)
    const log = await server.db.query<{ row: string }>(
      'select audit_event::text as row from audit_event where person_id = $1',
      [id],
    )
    expect(log.rows.map(({ row }) => row).join(' ')).toContain('identity.signIn')
    expect(log.rows.map(({ row }) => row).join(' ')).not.toContain(token)
  })

  it('says the same of a wrong password and of an unknown address', async () => {
    await makeAccount('known@fernshire.gov.uk')
    const client = server.anonymous()
    const wrong = await signIn(client, 'known@fernshire.gov.uk', 'not the password')
    const unknown = await signIn(client, 'unknown@fernshire.gov.uk', 'not the password')
    expect(wrong.signIn.__typename).toBe('InvalidInput')
    expect(unknown).toEqual(wrong)
    expect(client.cookie).toBeNull()
  })

  it('tells a person whose account is switched off only once the password is right', async () => {
    const id = await makeAccount('off@fernshire.gov.uk')
    await server.db.query('update account set disabled_at = now() where person_id = $1', [id])
    expect(
      (await signIn(server.anonymous(), 'off@fernshire.gov.uk', 'not the password')).signIn.__typename,
    ).toBe('InvalidInput')
    expect((await signIn(server.anonymous(), 'off@fernshire.gov.uk')).signIn.__typename).toBe('NotReady')
  })

  it('gives a new token at each sign-in and ends the session that the browser had', async () => {
    const id = await makeAccount('rotate@fernshire.gov.uk')
    const client = server.anonymous()
    await signIn(client, 'rotate@fernshire.gov.uk')
    const first = client.cookie
    await signIn(client, 'rotate@fernshire.gov.uk')
    expect(client.cookie).not.toBe(first)
    const old = server.anonymous()
    old.cookie = first
    expect(await viewerOf(old)).toBeNull()
    expect(await viewerOf(client)).toMatchObject({ personId: id })
  })

  it('does not take over a token that the browser came with', async () => {
    await makeAccount('fixed@fernshire.gov.uk')
    const client = server.anonymous()
    client.cookie = 'boardwork=chosen-by-somebody-else'
    await signIn(client, 'fixed@fernshire.gov.uk')
    expect(client.cookie).not.toContain('chosen-by-somebody-else')
  })

  it('ends the session at sign-out, and does not mind being asked twice', async () => {
    const id = await makeAccount('out@fernshire.gov.uk')
    const client = server.anonymous()
    await signIn(client, 'out@fernshire.gov.uk')
    const { cookie } = client
    await client.data('mutation { signOut }')
    expect(client.cookie).toBeNull()
    await client.data('mutation { signOut }')
    client.cookie = cookie
    expect(await viewerOf(client)).toBeNull()
    expect((await events('identity.signOut')).filter((each) => each.person_id === id)).toHaveLength(1)
  })

  it('is refused after ten tries for one account, also with the right password then, and for an unknown one', async () => {
    await makeAccount('target@fernshire.gov.uk')
    for (const email of ['target@fernshire.gov.uk', 'nobody@fernshire.gov.uk']) {
      for (let attempt = 0; attempt < 10; attempt += 1)
        expect((await signIn(server.anonymous(), email, 'not the password')).signIn.__typename).toBe(
          'InvalidInput',
        )
      const { errors } = await server
        .anonymous()
        .ask(signInMutation, { email: email.toUpperCase(), password })
      expect(errors?.[0]?.extensions?.['code']).toBe('TOO_MANY')
      expect(errors?.[0]?.message).toMatch(/Wait 1[45] minutes/)
    }
  })

  it('does not forget failures because of a success in between', async () => {
    await makeAccount('mixed@fernshire.gov.uk')
    for (let attempt = 0; attempt < 9; attempt += 1)
      await signIn(server.anonymous(), 'mixed@fernshire.gov.uk', 'no')
    for (let attempt = 0; attempt < 3; attempt += 1)
      expect((await signIn(server.anonymous(), 'mixed@fernshire.gov.uk')).signIn.__typename).toBe('Viewer')
    await signIn(server.anonymous(), 'mixed@fernshire.gov.uk', 'no')
    const variables = { email: 'mixed@fernshire.gov.uk', password }
    expect(await server.anonymous().codes(signInMutation, variables)).toEqual(['TOO_MANY'])
  })

  it('is refused for a network that has used its tries up, whichever account it asks for', async () => {
    await makeAccount('spared@fernshire.gov.uk')
    await signIn(server.anonymous(), 'first@fernshire.gov.uk')
    await server.db.query(`update rate_limit set points = 100 where key like 'signInNetwork:%'`)
    const variables = { email: 'spared@fernshire.gov.uk', password }
    expect(await server.anonymous().codes(signInMutation, variables)).toEqual(['TOO_MANY'])
    // Nor did that cost the account one of its own tries.
    const { rows } = await server.db.query(`select key from rate_limit where key like 'signInAccount:%'`)
    expect(rows).toHaveLength(1)
  })

  it('cannot be tried more often by asking many times at once, and forged forwarding headers do not help', async () => {
    await makeAccount('burst@fernshire.gov.uk')
    const answers = await Promise.all(
      Array.from({ length: 25 }, (_, each) =>
        server
          .anonymous()
          .ask(
            signInMutation,
            { email: 'burst@fernshire.gov.uk', password: 'not the password' },
            { 'x-forwarded-for': `192.0.2.${each}` },
          ),
      ),
    )
    expect(answers.filter(({ errors }) => !errors)).toHaveLength(10)
    const { rows } = await server.db.query(`select key from rate_limit where key like 'signInNetwork:%'`)
    expect(rows).toHaveLength(1)
  })
})

describe('the cookie', () => {
  const setCookies = async (publicUrl: string) => {
    const secured = await startTestServer({ publicUrl }, server.database)
    await makeAccount(`cookie-${publicUrl.length}@fernshire.gov.uk`)
    const response = await fetch(`${secured.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        query: signInMutation,
        variables: { email: `cookie-${publicUrl.length}@fernshire.gov.uk`, password },
      }),
    })
    await secured.close()
    return response.headers.getSetCookie()
  }

  it('is a __Host- cookie where TLS is on, and closed to scripts and other sites', async () => {
    const [cookie = ''] = await setCookies('https://boards.example')
    expect(cookie).toMatch(/^__Host-boardwork=[\w-]{43}; /)
    for (const part of ['Path=/', 'HttpOnly', 'Secure', 'SameSite=Lax']) expect(cookie).toContain(part)
    expect(cookie).not.toMatch(/Domain|Expires|Max-Age/i)
  })

  it('is closed to scripts without TLS too', async () => {
    const [cookie = ''] = await setCookies('http://localhost')
    expect(cookie).toMatch(/^boardwork=[\w-]{43}; .*HttpOnly/)
  })
})

describe('a session', () => {
  it('ends after 30 minutes without use', async () => {
    const id = await makePerson(server.db)
    const client = await server.as(id)
    await age('last_used_at', id, '29 minutes')
    expect(await viewerOf(client)).not.toBeNull()
    await age('last_used_at', id, '30 minutes')
    expect(await viewerOf(client)).toBeNull()
  })

  it('ends after 12 hours, however much it is used', async () => {
    const id = await makePerson(server.db)
    const client = await server.as(id)
    await age('started_at', id, '11 hours 59 minutes')
    const viewer = await viewerOf(client)
    const { startedAt, endsAt, endsAtLatest } = (viewer?.['session'] ?? {}) as Record<string, string>
    expect(Date.parse(endsAt ?? '') - Date.parse(startedAt ?? '')).toBe(12 * 3_600_000)
    expect(endsAt).toBe(endsAtLatest)
    await age('started_at', id, '1 minute')
    expect(await viewerOf(client)).toBeNull()
  })

  it('is prolonged by what somebody does, and not by the page’s own questions', async () => {
    const id = await makePerson(server.db)
    const client = await server.as(id)
    const lastUsed = async () => {
      const { rows } = await server.db.query<{ minutes: number }>(
        'select round(extract(epoch from now() - last_used_at) / 60)::int as minutes from session where person_id = $1',
        [id],
      )
      return rows[0]?.minutes
    }
    await age('last_used_at', id, '20 minutes')
    const { data } = await client.ask<{ viewer: { session: { endsAt: string } } }>(
      viewerQuery,
      {},
      { 'x-boardwork-passive': '1' },
    )
    expect(Math.round((Date.parse(data?.viewer.session.endsAt ?? '') - Date.now()) / 60_000)).toBe(10)
    expect(await lastUsed()).toBe(20)
    const viewer = await viewerOf(client)
    expect(await lastUsed()).toBe(0)
    const { endsAt } = (viewer?.['session'] ?? {}) as { endsAt: string }
    expect(Math.round((Date.parse(endsAt) - Date.now()) / 60_000)).toBe(30)
  })

  it('is not brought back to life by a late touch', async () => {
    const id = await makePerson(server.db)
    await server.as(id)
    await age('last_used_at', id, '31 minutes')
    const { rows } = await server.db.query<{ id: string }>('select id from session where person_id = $1', [
      id,
    ])
    await server.db.query('select identity.touch($1)', [rows[0]?.id])
    const after = await server.db.query<{ old: boolean }>(
      `select last_used_at < now() - interval '30 minutes' as old from session where person_id = $1`,
      [id],
    )
    expect(after.rows[0]?.old).toBe(true)
  })

  it('is listed for its owner and can be ended from another device', async () => {
    const id = await makePerson(server.db)
    const [here, there] = [await server.as(id), await server.as(id)]
    const stranger = await server.as(await makePerson(server.db))
    const list = async (client: ApiClient) =>
      (
        await client.data<{ sessions: { id: string; current: boolean; device: string }[] }>(
          '{ sessions { id current device } }',
        )
      ).sessions
    const mine = await list(here)
    expect(mine.filter(({ current }) => current)).toHaveLength(1)
    expect(mine).toHaveLength(2)
    const other = mine.find(({ current }) => !current)?.id
    const end =
      'mutation ($id: ID!, $try: ID!) { endSession(input: { sessionId: $id, clientMutationId: $try }) { id endedAt } }'
    expect(await stranger.codes(end, { id: other, try: 's1' })).toEqual(['NOT_FOUND'])
    await here.data(end, { id: other, try: 'h1' })
    await here.data(end, { id: other, try: 'h1' })
    expect(await viewerOf(there)).toBeNull()
    expect(await list(here)).toHaveLength(1)
    expect(await events('identity.endSession', other)).toHaveLength(1)
  })

  it('is ended with all others of the person on demand', async () => {
    const id = await makePerson(server.db)
    const clients = [await server.as(id), await server.as(id), await server.as(id)]
    const [here] = clients
    const { endOtherSessions } = await (here as ApiClient).data<{ endOtherSessions: { current: boolean }[] }>(
      'mutation { endOtherSessions(input: { clientMutationId: "e1" }) { id current } }',
    )
    expect(endOtherSessions).toMatchObject([{ current: true }])
    expect(await Promise.all(clients.map(async (client) => (await viewerOf(client)) !== null))).toEqual([
      true,
      false,
      false,
    ])
  })
})

describe('the viewer', () => {
  it('is told their roles by name, and what ended is gone with the next request', async () => {
    const region = await makeRegion(server.db)
    const council = await makeOrganisation(server.db, region, 'COUNCIL', 'Fernshire Council')
    const police = await makeOrganisation(server.db, region, 'POLICE', 'Fernshire Police')
    const board = await makeBoard(server.db, council, { name: 'Fernshire Safeguarding Adults Board' })
    const id = await makePerson(server.db)
    const grant = await makeGrant(server.db, id, 'COORDINATOR', board)
    await makeSeat(server.db, board, police, { holderId: id })
    const client = await server.as(id)
    expect((await viewerOf(client))?.['ties']).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          kind: 'GRANT',
          role: 'COORDINATOR',
          scopeName: 'Fernshire Safeguarding Adults Board',
        }),
        expect.objectContaining({ kind: 'SEAT', role: 'MEMBER', organisationName: 'Fernshire Police' }),
      ]),
    )
    await server.db.query('update "grant" set ended_at = now() where id = $1', [grant])
    expect((await viewerOf(client))?.['ties']).toMatchObject([{ role: 'MEMBER' }])
  })

  it('changes their name, and sees what somebody else made of it in between', async () => {
    const id = await makePerson(server.db, { name: 'Robin Ash' })
    const client = await server.as(id)
    const change = `mutation ($name: String!, $version: Int!, $try: ID!) {
      changeName(input: { name: $name, version: $version, clientMutationId: $try }) {
        __typename ... on Viewer { name version } ... on Conflict { currentVersion fields { theirs yours } } ... on InvalidInput { message } } }`
    expect(await client.data(change, { name: ' Robin Elm ', version: 1, try: '1' })).toEqual({
      changeName: { __typename: 'Viewer', name: 'Robin Elm', version: 2 },
    })
    expect(await client.data(change, { name: 'Robin Oak', version: 1, try: '2' })).toEqual({
      changeName: {
        __typename: 'Conflict',
        currentVersion: 2,
        fields: [{ theirs: 'Robin Elm', yours: 'Robin Oak' }],
      },
    })
    expect(await client.data(change, { name: ' ', version: 2, try: '3' })).toMatchObject({
      changeName: { __typename: 'InvalidInput' },
    })
  })
})

describe('a password', () => {
  const change = `mutation ($current: String!, $new: String!, $try: ID!) {
    changePassword(input: { currentPassword: $current, newPassword: $new, clientMutationId: $try }) {
      __typename ... on InvalidInput { message problems { field } } } }`

  it('is changed by who knows the current one; all other devices are signed out', async () => {
    const id = await makeAccount('change@fernshire.gov.uk')
    const [here, there] = [await server.as(id), await server.as(id)]
    const variables = { current: password, new: 'violin orchard penguin', try: '1' }
    expect(await here.data(change, variables)).toMatchObject({ changePassword: { __typename: 'Done' } })
    // A repeat, because the answer was lost, is no second change.
    expect(await here.data(change, variables)).toMatchObject({ changePassword: { __typename: 'Done' } })
    expect(await viewerOf(here)).not.toBeNull()
    expect(await viewerOf(there)).toBeNull()
    expect((await signIn(server.anonymous(), 'change@fernshire.gov.uk')).signIn.__typename).toBe(
      'InvalidInput',
    )
    expect(
      (await signIn(server.anonymous(), 'change@fernshire.gov.uk', 'violin orchard penguin')).signIn
        .__typename,
    ).toBe('Viewer')
    const [event] = await events('identity.changePassword', id)
    expect(JSON.stringify(event)).not.toMatch(/violin|argon2/)
  })

  it.each([
    ['a wrong current one', 'not the password', 'violin orchard penguin', 'currentPassword'],
    ['a short one', password, 'violin', 'newPassword'],
    ['a common one', password, 'qwerty123456', 'newPassword'],
    ['the own name', password, 'AmaraOkoye2026', 'newPassword'],
  ])('stays as it is after %s', async (_what, current, fresh, field) => {
    const id = await makeAccount(`stays-${field}-${fresh.length}@fernshire.gov.uk`)
    const client = await server.as(id)
    expect(await client.data(change, { current, new: fresh, try: '1' })).toMatchObject({
      changePassword: { __typename: 'InvalidInput', problems: [{ field }] },
    })
    expect(await viewerOf(client)).not.toBeNull()
  })

  it('cannot be guessed by somebody at an open screen', async () => {
    const id = await makeAccount('screen@fernshire.gov.uk')
    const client = await server.as(id)
    for (let attempt = 0; attempt < 10; attempt += 1)
      await client.data(change, { current: 'no', new: 'violin orchard penguin', try: `${attempt}` })
    expect(
      await client.codes(change, { current: password, new: 'violin orchard penguin', try: 'last' }),
    ).toEqual(['TOO_MANY'])
  })
})

describe('a forgotten password', () => {
  const request = `mutation ($email: String!) { requestPasswordReset(input: { email: $email }) { __typename ... on Done { message } } }`
  const reset = `mutation ($token: String!, $new: String!) {
    resetPassword(input: { token: $token, newPassword: $new }) { __typename ... on InvalidInput { message } ... on NotReady { message } } }`
  const lastLink = async (email: string) => {
    const { rows } = await server.db.query<{ body: string }>(
      'select body from mail where recipient = $1 order by written_at desc limit 1',
      [email],
    )
    return /\/password\/([\w-]{43})/.exec(rows[0]?.body ?? '')?.[1]
  }

  it('is replaced by a link that works once; every session ends', async () => {
    const id = await makeAccount('forgot@fernshire.gov.uk')
    const open = await server.as(id)
    await server.anonymous().data(request, { email: 'Forgot@fernshire.gov.uk' })
    const token = await lastLink('forgot@fernshire.gov.uk')
    const link = 'query ($token: String!) { passwordResetLink(token: $token) { usable } }'
    expect(await server.anonymous().data(link, { token })).toEqual({ passwordResetLink: { usable: true } })
    expect(await server.anonymous().data(reset, { token, new: 'short' })).toMatchObject({
      resetPassword: { __typename: 'InvalidInput' },
    })
    const twice = await Promise.all(
      ['violin orchard penguin', 'candle meadow trumpet'].map((fresh) =>
        server.anonymous().data(reset, { token, new: fresh }),
      ),
    )
    expect(
      twice.map((each) => (each['resetPassword'] as { __typename: string }).__typename).toSorted(),
    ).toEqual(['Done', 'NotReady'])
    expect(await viewerOf(open)).toBeNull()
    expect(await server.anonymous().data(link, { token })).toEqual({ passwordResetLink: { usable: false } })
    expect((await signIn(server.anonymous(), 'forgot@fernshire.gov.uk')).signIn.__typename).toBe(
      'InvalidInput',
    )
  })

  it('is asked for in the same words whether there is an account or not', async () => {
    await makeAccount('exists@fernshire.gov.uk')
    const known = await server.anonymous().data(request, { email: 'exists@fernshire.gov.uk' })
    expect(await server.anonymous().data(request, { email: 'does-not@fernshire.gov.uk' })).toEqual(known)
    expect(await lastLink('does-not@fernshire.gov.uk')).toBeUndefined()
  })

  it('is not replaced by a link that is an hour old, nor for an account that is switched off', async () => {
    const id = await makeAccount('late@fernshire.gov.uk')
    await server.anonymous().data(request, { email: 'late@fernshire.gov.uk' })
    const token = await lastLink('late@fernshire.gov.uk')
    await server.db.query(
      `update password_reset set expires_at = expires_at - interval '1 hour' where person_id = $1`,
      [id],
    )
    expect(await server.anonymous().data(reset, { token, new: 'violin orchard penguin' })).toMatchObject({
      resetPassword: { __typename: 'NotReady' },
    })
    await server.db.query('update account set disabled_at = now() where person_id = $1', [id])
    await server.db.query('delete from mail')
    await server.anonymous().data(request, { email: 'late@fernshire.gov.uk' })
    expect(await lastLink('late@fernshire.gov.uk')).toBeUndefined()
  })

  it('can be asked for five times an hour', async () => {
    for (let attempt = 0; attempt < 5; attempt += 1)
      await server.anonymous().data(request, { email: 'many@fernshire.gov.uk' })
    expect(await server.anonymous().codes(request, { email: 'many@fernshire.gov.uk' })).toEqual(['TOO_MANY'])
  })
})

describe('the demonstration', () => {
  const options = '{ signInOptions { demonstration people { personId name roles { role text } } } }'
  const enter = `mutation ($id: ID!) { signInAsDemonstrationPerson(input: { personId: $id }) { __typename ... on Viewer { name } } }`

  it('offers the invented people with their roles, and nobody else', async () => {
    const council = await makeOrganisation(
      server.db,
      await makeRegion(server.db),
      'COUNCIL',
      'Mossdale Council',
    )
    const board = await makeBoard(server.db, council, { name: 'Mossdale Adults Board' })
    const invented = await makePerson(server.db, { name: 'Ines Novak', email: 'ines@mossdale.example' })
    await makeGrant(server.db, invented, 'CHAIR', board)
    const real = await makeAccount('real@mossdale.gov.uk')
    const { signInOptions } = await server
      .anonymous()
      .data<{ signInOptions: { people: { personId: string }[] } }>(options)
    expect(signInOptions.people).toContainEqual({
      personId: invented,
      name: 'Ines Novak',
      roles: [{ role: 'CHAIR', text: 'Chair, Mossdale Adults Board' }],
    })
    expect(signInOptions.people.map((person) => person.personId)).not.toContain(real)
    const client = server.anonymous()
    expect(await client.data(enter, { id: invented })).toMatchObject({
      signInAsDemonstrationPerson: { name: 'Ines Novak' },
    })
    expect(await viewerOf(client)).toMatchObject({ personId: invented, demonstration: true })
    expect(await server.anonymous().data(enter, { id: real })).toMatchObject({
      signInAsDemonstrationPerson: { __typename: 'NotReady' },
    })
  })

  it('is closed where there is none', async () => {
    const invented = await makePerson(server.db, { email: 'closed@mossdale.example' })
    const plain = await startTestServer({ demonstration: false }, server.database)
    expect(await plain.anonymous().data(options)).toEqual({
      signInOptions: { demonstration: false, people: [] },
    })
    expect(await plain.anonymous().codes(enter, { id: invented })).toEqual(['NOT_ALLOWED'])
    await plain.close()
  })
})

describe('administrators', () => {
  const people = `query ($search: String!, $first: Int!, $after: String) { people(search: $search, first: $first, after: $after) { next people { id name email disabledAt roles } } }`
  const disable = `mutation ($id: ID!, $try: ID!) { disablePerson(input: { personId: $id, clientMutationId: $try }) { __typename ... on PersonAccount { disabledAt } ... on NotReady { message } } }`
  const enable = `mutation ($id: ID!, $try: ID!) { enablePerson(input: { personId: $id, clientMutationId: $try }) { __typename } }`

  it('find people by name or address, page by page, with their roles', async () => {
    const administrator = await makePerson(server.db)
    const grant = await makeGrant(server.db, administrator, 'ADMINISTRATOR')
    for (const letter of ['a', 'b', 'c'])
      await makePerson(server.db, { name: `Quill ${letter}`, email: `${letter}@quill.gov.uk` })
    const client = await server.as(administrator)
    interface Page {
      people: { next: string | null; people: { name: string; email: string; roles: string[] }[] }
    }
    const first = await client.data<Page>(people, { search: 'quill', first: 2 })
    expect(first.people.people.map(({ name }) => name)).toEqual(['Quill a', 'Quill b'])
    const second = await client.data<Page>(people, { search: 'QUILL', first: 2, after: first.people.next })
    expect(second.people).toMatchObject({
      next: null,
      people: [{ name: 'Quill c', email: 'c@quill.gov.uk' }],
    })
    const own = await client.data<Page>(people, { search: administrator, first: 1 })
    expect(own.people.people[0]?.roles).toEqual(['Administrator'])
    expect(
      await (await server.as(await makePerson(server.db))).codes(people, { search: '', first: 1 }),
    ).toEqual(['NOT_ALLOWED'])
    await server.db.query('update "grant" set ended_at = now() where id = $1', [grant])
  })

  it('switch an account off: the person is out at once, and comes back only with a new sign-in', async () => {
    const administrator = await makePerson(server.db)
    const grant = await makeGrant(server.db, administrator, 'ADMINISTRATOR')
    const id = await makeAccount('leaver@fernshire.gov.uk')
    const leaver = await server.as(id)
    const client = await server.as(administrator)
    expect(await client.data(disable, { id, try: '1' })).toMatchObject({
      disablePerson: { __typename: 'PersonAccount' },
    })
    expect(await viewerOf(leaver)).toBeNull()
    expect(await leaver.codes('{ sessions { id } }')).toEqual(['NOT_SIGNED_IN'])
    expect(await client.data(enable, { id, try: '2' })).toMatchObject({
      enablePerson: { __typename: 'PersonAccount' },
    })
    expect(await viewerOf(leaver)).toBeNull()
    expect((await signIn(leaver, 'leaver@fernshire.gov.uk')).signIn.__typename).toBe('Viewer')
    await server.db.query('update "grant" set ended_at = now() where id = $1', [grant])
  })

  describe('and the last coordinator of a board', () => {
    let client: ApiClient
    let board: string
    let subGroup: string
    let last: string
    beforeEach(async () => {
      const administrator = await makePerson(server.db)
      await makeGrant(server.db, administrator, 'ADMINISTRATOR')
      client = await server.as(administrator)
      const council = await makeOrganisation(server.db, await makeRegion(server.db))
      board = await makeBoard(server.db, council, { name: `Adults ${administrator}` })
      subGroup = await makeBoard(server.db, council, { name: `Quality ${administrator}`, parentId: board })
      last = await makePerson(server.db)
      await makeGrant(server.db, last, 'COORDINATOR', board)
      await makeGrant(server.db, last, 'COORDINATOR', subGroup)
    })
    afterEach(() => server.db.query(`update "grant" set ended_at = now() where role = 'ADMINISTRATOR'`))

    let attempt = 0
    const switchOff = async (id: string, by = client) => {
      attempt += 1
      return (
        await by.data<{ disablePerson: { __typename: string; message?: string } }>(disable, {
          id,
          try: `last ${attempt}`,
        })
      ).disablePerson
    }
    const isOff = async (id: string) => {
      const { rows } = await server.db.query(
        'select from account where person_id = $1 and disabled_at is not null',
        [id],
      )
      return rows.length === 1
    }

    it('stays: the boards that would be left alone are named, and nothing is changed', async () => {
      const here = await server.as(last)
      const refused = await switchOff(last)
      expect(refused.__typename).toBe('NotReady')
      expect(refused.message).toMatch(/last coordinator of Adults \S+ and Quality \S+\. Make somebody else/)
      expect(await isOff(last)).toBe(false)
      expect(await viewerOf(here)).not.toBeNull()
      expect(await events('identity.disablePerson', last)).toEqual([])
    })

    it.each([
      ['ended', { ended: true }, false],
      ['of the past', { startsOn: day(-9), endsOn: day(-2) }, false],
      ['to come', { startsOn: day(2) }, false],
      ['of somebody whose account is off', {}, true],
    ])('is not helped by a role that is %s', async (_what, dates, disabled) => {
      const other = await makePerson(server.db, { disabled })
      await makeGrant(server.db, other, 'COORDINATOR', board, dates)
      await makeGrant(server.db, other, 'CHAIR', board)
      await makeGrant(server.db, other, 'COORDINATOR', subGroup)
      const refused = await switchOff(last)
      expect(refused).toMatchObject({ __typename: 'NotReady' })
      expect(refused.message).toContain('Adults')
      expect(refused.message?.includes('Quality')).toBe(disabled)
    })

    it('can be switched off once each of the boards has another one', async () => {
      const other = await makePerson(server.db)
      await makeGrant(server.db, other, 'COORDINATOR', board)
      expect(await switchOff(last)).toMatchObject({ __typename: 'NotReady' })
      await makeGrant(server.db, other, 'COORDINATOR', subGroup)
      expect(await switchOff(last)).toMatchObject({ __typename: 'PersonAccount' })
      // Who is off already does not count, and is told apart.
      expect((await switchOff(last)).message).toContain('switched off already')
      expect(await switchOff(other)).toMatchObject({ __typename: 'NotReady' })
    })

    it('stays also when two administrators switch off one of the two each at the same moment', async () => {
      const other = await makePerson(server.db)
      await makeGrant(server.db, other, 'COORDINATOR', board)
      await makeGrant(server.db, other, 'COORDINATOR', subGroup)
      const second = await makePerson(server.db)
      await makeGrant(server.db, second, 'ADMINISTRATOR')
      const answers = await Promise.all([switchOff(last), switchOff(other, await server.as(second))])
      expect(answers.map(({ __typename }) => __typename).toSorted()).toEqual(['NotReady', 'PersonAccount'])
      expect(await isOff(last)).not.toBe(await isOff(other))
    })
  })

  it('are never switched off down to the last, also when two switch each other off at once', async () => {
    const ids = [await makePerson(server.db), await makePerson(server.db)]
    for (const id of ids) await makeGrant(server.db, id, 'ADMINISTRATOR')
    const clients = await Promise.all(ids.map((id) => server.as(id)))
    const answers = await Promise.all(
      clients.map((client, index) => client.ask(disable, { id: ids[1 - index], try: 'x' })),
    )
    const { rows } = await server.db.query(
      'select from account where person_id = any($1) and disabled_at is null',
      [ids],
    )
    expect(rows).toHaveLength(1)
    expect(
      answers.filter(({ errors, data }) => !errors && JSON.stringify(data).includes('PersonAccount')),
    ).toHaveLength(1)
    const { rows: left } = await server.db.query<{ person_id: string }>(
      'select person_id from account where person_id = any($1) and disabled_at is null',
      [ids],
    )
    const last = left[0]?.person_id ?? ''
    expect(await (await server.as(last)).data(disable, { id: last, try: 'y' })).toMatchObject({
      disablePerson: {
        __typename: 'NotReady',
        message: expect.stringContaining('last administrator') as unknown,
      },
    })
    await server.db.query('update "grant" set ended_at = now() where person_id = any($1)', [ids])
  })

  it('are made first by a command, which prints a link for once', async () => {
    const fresh = await startTestServer()
    const link = await makeAdministrator(fresh.database.ownerUrl, 'https://boards.example', {
      email: 'First@boards.gov.uk',
      name: 'Femi First',
      another: false,
    })
    expect(link).toMatch(/^https:\/\/boards\.example\/password\/[\w-]{43}$/)
    const again = { email: 'second@boards.gov.uk', name: 'Sam Second', another: false }
    await expect(makeAdministrator(fresh.database.ownerUrl, '', again)).rejects.toThrow(
      'There is an administrator already',
    )
    await makeAdministrator(fresh.database.ownerUrl, '', { ...again, another: true })
    await fresh
      .anonymous()
      .data(
        'mutation ($token: String!) { resetPassword(input: { token: $token, newPassword: "violin orchard penguin" }) { __typename } }',
        { token: link.slice(-43) },
      )
    const client = fresh.anonymous()
    await client.data(signInMutation, { email: 'first@boards.gov.uk', password: 'violin orchard penguin' })
    expect(await client.data('{ viewer { name ties { role } } }')).toEqual({
      viewer: { name: 'Femi First', ties: [{ role: 'ADMINISTRATOR' }] },
    })
    await fresh.close()
  })
})

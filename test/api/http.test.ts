import { createHash } from 'node:crypto'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { hashPassword } from '@boardwork/server/src/features/identity/passwordHash.ts'
import { limits } from '@boardwork/server/src/graphql/limits.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makePerson } from '../support/factories.ts'
import { startTestServer } from '../support/server.ts'
import type { TestServer } from '../support/server.ts'
import { asOwner } from './process/emptyDatabase.ts'

interface Answer {
  data?: unknown
  errors?: { message: string; extensions: Record<string, unknown> }[]
}

const json = { 'content-type': 'application/json' }

async function post(
  server: TestServer,
  body: unknown,
  headers: Record<string, string> = json,
): Promise<{ status: number; text: string; answer: Answer }> {
  const response = await fetch(`${server.url}/graphql`, {
    method: 'POST',
    headers,
    body: typeof body === 'string' ? body : JSON.stringify(body),
  })
  const text = await response.text()
  return { status: response.status, text, answer: JSON.parse(text) as Answer }
}

/** Refused with this status and code, in the form of the API's errors, and with nothing done. */
async function expectRefused(answer: ReturnType<typeof post>, status: number, code: string, text = /\S/) {
  expect(await answer).toMatchObject({
    status,
    answer: { errors: [{ message: expect.stringMatching(text) as string, extensions: { code } }] },
  })
  expect((await answer).answer.data).toBeUndefined()
  expect((await answer).text).not.toMatch(/stack|node_modules|\.ts\b|Did you mean/)
}

describe('outside development', () => {
  const added = {
    signIn: `mutation($input: SignInInput!) { signIn(input: $input) { __typename } }`,
    viewer: '{ viewer { name } }',
    mistyped: '{ viewerr { name } }',
    unknownField: '{ viewer { nam } }',
    introspection: '{ __schema { types { name } } }',
    oneType: '{ __type(name: "Plan") { fields { name } } }',
    twice: 'mutation($input: SignInInput!) { a: signIn(input: $input) { __typename } }',
  }
  const hash = (document: string) => createHash('sha256').update(document).digest('hex')
  let folder: string
  let server: TestServer

  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'boardwork-documents-'))
    const documentsFile = path.join(folder, 'documents.json')
    await writeFile(documentsFile, JSON.stringify(added))
    server = await startTestServer({
      production: true,
      documentsFile,
      publicUrl: 'https://boardwork.example',
    })
  })
  afterAll(async () => {
    await server.close()
    await rm(folder, { recursive: true })
  })

  it('the documents of the client are executed by their hash', async () => {
    const file = new URL('../../client/src/gql/persisted-documents.json', import.meta.url)
    const documents = JSON.parse(await readFile(file, 'utf8')) as Record<string, string>
    const known = Object.entries(documents).find(([, text]) => text.includes('query SessionCheck'))
    expect(await post(server, { documentId: known?.[0] })).toMatchObject({
      status: 200,
      answer: { data: { viewer: null } },
    })
  })

  it('and those that an operator has added', async () => {
    expect((await post(server, { documentId: hash(added.viewer) })).answer).toEqual({
      data: { viewer: null },
    })
  })

  it('no other document is, in whatever way it comes', async () => {
    const query = '{ viewer { id } }'
    const ways = [
      { query },
      { query, documentId: hash(query) },
      { query, documentId: 7 },
      { query, documentId: '__proto__' },
      { query, extensions: { persistedQuery: { version: 1, sha256Hash: hash(query) } } },
      { documentId: hash(query) },
      { id: hash(added.viewer) },
      [{ query }],
      [{ documentId: hash(added.viewer) }],
      {},
    ]
    await Promise.all(
      ways.map((body) => expectRefused(post(server, body), 400, 'UNKNOWN_DOCUMENT', /Load the page again/)),
    )
    // A known one is executed as it is known.
    expect((await post(server, { documentId: hash(added.viewer), query: '{ nothing }' })).answer).toEqual({
      data: { viewer: null },
    })
  })

  it('the schema is not told: not by introspection, not by hints', async () => {
    const refused = (document: string, variables = {}) =>
      post(server, { documentId: hash(document), variables })
    await expectRefused(refused(added.introspection), 400, 'GRAPHQL_VALIDATION_FAILED', /introspection/)
    await expectRefused(refused(added.oneType), 400, 'GRAPHQL_VALIDATION_FAILED', /introspection/)
    await expectRefused(refused(added.mistyped), 400, 'GRAPHQL_VALIDATION_FAILED')
    await expectRefused(refused(added.unknownField), 400, 'GRAPHQL_VALIDATION_FAILED')
    const { text } = await refused(added.signIn, { input: { emai: 'a@b.example', password: 'x' } })
    expect(text).toContain('BAD_USER_INPUT')
    expect(text).not.toMatch(/Did you mean|emai|a@b|String/)
  })

  it('a failure is told by a number and nothing else', async () => {
    await asOwner(server.database.ownerUrl, 'alter table rate_limit rename to rate_limit_away')
    const input = { email: 'a@fernshire.example', password: 'x' }
    const failed = await post(server, { documentId: hash(added.signIn), variables: { input } })
    await asOwner(server.database.ownerUrl, 'alter table rate_limit_away rename to rate_limit')
    expect(failed.text).not.toMatch(/rate_limit|does not exist|stack|node_modules|\.ts\b/)
    expect(failed.answer.errors).toEqual([
      {
        message: expect.stringMatching(/^Something went wrong on our side\. .*: [\da-f-]{36}$/) as string,
        extensions: { code: 'INTERNAL', correlationId: expect.any(String) as string },
      },
    ])
  })

  it('the session cookie is of this host alone, for TLS alone, and out of reach of scripts', async () => {
    const email = 'hosted@fernshire.example'
    const person = await makePerson(server.db, { email })
    await server.db.query('update account set password_hash = $2 where person_id = $1', [
      person,
      await hashPassword('kettle harbour sphinx'),
    ])
    const response = await fetch(`${server.url}/graphql`, {
      method: 'POST',
      headers: json,
      body: JSON.stringify({
        documentId: hash(added.signIn),
        variables: { input: { email, password: 'kettle harbour sphinx' } },
      }),
    })
    expect(response.headers.getSetCookie()).toEqual([
      expect.stringMatching(/^__Host-boardwork=[\w-]{43}; Path=\/; HttpOnly; Secure; SameSite=Lax$/),
    ])
  })

  it('browsers are told to be strict, everywhere', async () => {
    for (const address of ['/', '/livez', '/graphql', '/nothing.txt']) {
      const { headers } = await fetch(`${server.url}${address}`)
      const policy = headers.get('content-security-policy') ?? ''
      for (const rule of [
        "default-src 'self'",
        "script-src 'self'",
        "object-src 'none'",
        "frame-ancestors 'none'",
      ])
        expect(policy.split(';'), address).toContain(rule)
      expect(policy).toContain('upgrade-insecure-requests')
      expect(headers.get('strict-transport-security')).toMatch(/^max-age=31536000/)
      expect(headers.get('x-content-type-options')).toBe('nosniff')
      expect(headers.get('referrer-policy')).toBe('no-referrer')
      expect(headers.get('access-control-allow-origin')).toBeNull()
      expect(headers.get('x-powered-by')).toBeNull()
    }
  })
})

describe('the API', () => {
  let server: TestServer
  beforeAll(async () => {
    server = await startTestServer()
  })
  afterAll(() => server.close())

  it('takes no question by GET', async () => {
    const response = await fetch(`${server.url}/graphql?query={viewer{name}}`)
    expect(response.status).toBe(404)
    expect(await response.text()).not.toContain('viewer')
  })

  it('says clearly that a request without a document is none', async () => {
    await expectRefused(post(server, '', {}), 400, 'BAD_REQUEST')
    await expectRefused(post(server, '{}', json), 400, 'BAD_REQUEST', /POST body missing/)
    await expectRefused(post(server, 'null'), 400, 'BAD_REQUEST')
    await expectRefused(post(server, '{'), 400, 'FST_ERR_CTP_INVALID_JSON_BODY', /not valid JSON/)
  })

  it('takes no body over the limit', async () => {
    const query = `{ viewer { name } } # ${'x'.repeat(limits.body)}`
    await expectRefused(post(server, { query }), 413, 'FST_ERR_CTP_BODY_TOO_LARGE', /too large/)
  })

  it('takes one document at a time', async () => {
    await expectRefused(post(server, [{ query: '{ viewer { name } }' }]), 400, 'BAD_REQUEST', /batching/)
  })

  it('takes nothing that a form or a script of another site can send without asking first', async () => {
    const query = '{ viewer { name } }'
    const plain = { 'content-type': 'text/plain' }
    await expectRefused(post(server, JSON.stringify({ query }), plain), 400, 'BAD_REQUEST', /Cross-Site/)
    const type = 'FST_ERR_CTP_INVALID_MEDIA_TYPE'
    for (const form of ['application/x-www-form-urlencoded', 'multipart/form-data; boundary=x'])
      await expectRefused(post(server, `query=${query}`, { 'content-type': form }), 415, type)
    const asked = await fetch(`${server.url}/graphql`, {
      method: 'OPTIONS',
      headers: {
        origin: 'https://elsewhere.example',
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'content-type',
      },
    })
    expect(asked.headers.get('access-control-allow-origin')).toBeNull()
    expect(asked.headers.get('access-control-allow-headers')).toBeNull()
  })

  const repeated = (count: number, of: (index: number) => string) =>
    Array.from({ length: count }, (_, index) => of(index)).join(' ')

  it('takes a document up to its limits and none beyond', async () => {
    const nested = (levels: number) =>
      `{ board(id: "x") ${'{ organisation { region '.repeat(levels)} { id } ${'} }'.repeat(levels)} }`
    const aliases = (count: number) => `{ viewer { ${repeated(count, (index) => `a${index}: name`)} } }`
    const roots = (count: number) => `{ ${repeated(count, (index) => `a${index}: viewer { name }`)} }`
    const words = (count: number) => `{ viewer { ${repeated(count, () => 'name')} } }`
    for (const within of [aliases(limits.aliases), roots(limits.rootFields), words(100)])
      expect((await post(server, { query: within })).answer).not.toHaveProperty('errors')
    await expectRefused(
      post(server, { query: aliases(limits.aliases + 1) }),
      400,
      'GRAPHQL_VALIDATION_FAILED',
      /30 aliases/,
    )
    await expectRefused(
      post(server, { query: roots(limits.rootFields + 1) }),
      400,
      'GRAPHQL_VALIDATION_FAILED',
      /10 root/,
    )
    await expectRefused(post(server, { query: words(limits.tokens) }), 400, 'GRAPHQL_PARSE_FAILED', /4000/)
    const deep = await post(server, { query: nested(6) })
    expect(deep.status).toBe(400)
    expect(deep.answer.errors?.map((error) => error.message)).toContain(
      'A document may be 12 levels deep at the most.',
    )
  })

  it('counts depth and aliases inside fragments, and is not slowed down by fragments in fragments', async () => {
    const inFragment = `fragment A on Viewer { ${repeated(limits.aliases + 1, (index) => `a${index}: name`)} }`
    await expectRefused(
      post(server, { query: `{ viewer { ...A } } ${inFragment}` }),
      400,
      'GRAPHQL_VALIDATION_FAILED',
    )
    // Each names the next one twice: without a memory, 2 to the power of 60 steps.
    const doubling = repeated(
      60,
      (index) => `fragment F${index} on Viewer { ...F${index + 1} ...F${index + 1} }`,
    )
    const query = `{ viewer { ...F0 } } ${doubling} fragment F60 on Viewer { name }`
    expect((await post(server, { query })).answer).toEqual({ data: { viewer: null } })
    const circle = '{ viewer { ...A } } fragment A on Viewer { name ...B } fragment B on Viewer { ...A }'
    await expectRefused(post(server, { query: circle }), 400, 'GRAPHQL_VALIDATION_FAILED', /within itself/)
  })
})

describe('the pages', () => {
  let server: TestServer
  beforeAll(async () => {
    // The check of everything may come here before anything else has built them.
    await import('../../client/buildWhenStale.ts')
    server = await startTestServer()
  })
  afterAll(() => server.close())

  it('every address of a page opens the one page, which is never kept without asking', async () => {
    for (const address of ['/', '/boards/0198', '/invitation/kJ_-9', '/plans/1?filter=a.b']) {
      const response = await fetch(`${server.url}${address}`)
      expect(response.status, address).toBe(200)
      expect(response.headers.get('content-type')).toMatch(/^text\/html/)
      expect(response.headers.get('cache-control')).toBe('no-cache')
      expect(await response.text()).toContain('<div id="page">')
    }
  })

  it('its files are kept for ever; a missing one is missing', async () => {
    const page = await (await fetch(server.url)).text()
    const script = /src="(\/assets\/[^"]+\.js)"/.exec(page)?.[1] ?? 'none'
    const response = await fetch(`${server.url}${script}`)
    expect(response.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
    for (const address of [
      '/assets/gone-1a2b.js',
      '/favicon.ico',
      '/..%2f..%2fpackage.json',
      '/graphql/x',
      '/uploads/x',
    ])
      expect((await fetch(`${server.url}${address}`)).status, address).toBe(404)
  })

  it('its files come compressed to who can read them so', async () => {
    const [script = ''] = /\/assets\/[\w-]+\.js/.exec(await (await fetch(server.url)).text()) ?? []
    const plain = await fetch(`${server.url}${script}`, { headers: { 'accept-encoding': 'identity' } })
    const texts = new Set([await plain.text()])
    expect(plain.headers.get('content-encoding')).toBeNull()
    for (const encoding of ['br', 'gzip']) {
      const sent = await fetch(`${server.url}${script}`, { headers: { 'accept-encoding': encoding } })
      expect(sent.headers.get('content-encoding')).toBe(encoding)
      expect(sent.headers.get('vary')).toMatch(/accept-encoding/i)
      expect(Number(sent.headers.get('content-length'))).toBeLessThan(500_000)
      expect(sent.headers.get('cache-control')).toContain('immutable')
      texts.add(await sent.text())
    }
    expect(texts.size).toBe(1)
  })

  it('only GET opens a page', async () => {
    for (const method of ['POST', 'PUT', 'DELETE', 'PATCH']) {
      const response = await fetch(`${server.url}/boards/0198`, { method })
      expect(response.status).toBe(404)
      expect(await response.text()).not.toContain('<')
    }
  })
})

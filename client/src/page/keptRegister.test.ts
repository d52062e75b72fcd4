// @vitest-environment happy-dom
import { parse } from 'graphql'
import { Client, fetchExchange, getOperationName, makeOperation, mapExchange } from 'urql'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { keepRegister, registerReadAt } from './keptRegister.ts'

const Layout = parse('query Layout { viewer { id } }')
const RegisterPage = parse('query RegisterPage($id: ID!) { meeting(id: $id) { title } }')
const Other = parse('query Other { secret }')
const SessionCheck = parse('query SessionCheck { viewer { id } }')
const SignOut = parse('mutation SignOut { signOut }')

/** What the server would answer; null: it cannot be reached. */
let answers: Record<string, object> | null
let version: string

const client = new Client({
  url: 'http://localhost/graphql',
  preferGetMethod: false,
  exchanges: [
    mapExchange({
      onOperation: (operation) =>
        makeOperation(operation.kind, operation, {
          ...operation.context,
          hash: version,
          name: getOperationName(operation.query),
        }),
    }),
    keepRegister,
    // As the built pages do: they send the hash, and no document.
    mapExchange({
      onOperation: (operation) =>
        makeOperation(operation.kind, {
          ...operation,
          query: { ...operation.query, definitions: [], documentId: String(operation.context['name']) },
        }),
    }),
    fetchExchange,
  ],
  fetch: (_url, request) => {
    if (!answers) return Promise.reject(new TypeError('Failed to fetch'))
    const sent = typeof request?.body === 'string' ? request.body : ''
    const name = Object.keys(answers).find((each) => sent.includes(`"documentId":"${each}"`)) ?? ''
    return Promise.resolve(Response.json(answers[name]))
  },
})

const ask = (query: typeof Layout, variables: object = {}) => client.query(query, variables).toPromise()
const readRegister = (id = '1') => ask(RegisterPage, { id })

describe('the register that was read last', () => {
  beforeEach(async () => {
    vi.useRealTimers()
    localStorage.clear()
    version = 'first'
    answers = {
      Layout: { data: { viewer: { id: 'ada' } } },
      RegisterPage: { data: { meeting: { title: 'June' } } },
      Other: { data: { secret: 'plan' } },
      SignOut: { data: { signOut: true } },
    }
    await ask(Layout)
    await readRegister()
  })

  it('is there again without a connection, with what stands around it', async () => {
    answers = null
    expect((await readRegister()).data).toEqual({ meeting: { title: 'June' } })
    expect((await ask(Layout)).data).toEqual({ viewer: { id: 'ada' } })
    expect(registerReadAt()).toBeInstanceOf(Date)
  })

  it('is kept whichever of the two is answered first', async () => {
    localStorage.clear()
    await readRegister()
    await ask(Layout)
    answers = null
    expect((await readRegister()).data).toEqual({ meeting: { title: 'June' } })
  })

  it('is the one thing that is kept', async () => {
    await ask(Other)
    answers = null
    expect((await ask(Other)).error?.networkError).toBeDefined()
    expect((await readRegister('2')).error?.networkError).toBeDefined()
    expect(Object.keys(localStorage)).toEqual(['kept-register'])
    expect(JSON.stringify(localStorage)).not.toContain('plan')
  })

  it('gives way to the next one', async () => {
    await readRegister('2')
    answers = null
    expect((await readRegister('1')).error?.networkError).toBeDefined()
    expect((await readRegister('2')).error).toBeUndefined()
  })

  it('is gone once somebody signs out', async () => {
    await client.mutation(SignOut, {}).toPromise()
    expect(registerReadAt()).toBeNull()
  })

  it('is gone once the session has ended, whichever page learns of it', async () => {
    answers = { Other: { errors: [{ message: 'No', extensions: { code: 'NOT_SIGNED_IN' } }] } }
    await ask(Other)
    expect(registerReadAt()).toBeNull()
  })

  it('is gone once nobody is signed in, as the page asks by itself', async () => {
    answers = { SessionCheck: { data: { viewer: null } } }
    await ask(SessionCheck)
    expect(registerReadAt()).toBeNull()
  })

  it.each([{ viewer: { id: 'marcus' } }, { viewer: null }])('is gone when the viewer is %o', async (data) => {
    answers = { Layout: { data } }
    await ask(Layout)
    expect(registerReadAt()).toBeNull()
  })

  it('is gone after 12 hours', async () => {
    vi.useFakeTimers({ now: Date.now() + 12 * 3_600_000, toFake: ['Date'] })
    expect(registerReadAt()).toBeNull()
    answers = null
    expect((await readRegister()).error?.networkError).toBeDefined()
    expect(localStorage.length).toBe(0)
  })

  it('is not shown by pages of another version', async () => {
    version = 'second'
    answers = null
    expect((await readRegister()).error?.networkError).toBeDefined()
  })
})

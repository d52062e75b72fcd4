// @vitest-environment happy-dom
import { act } from 'react'
import { createRoot } from 'react-dom/client'
import type { Root } from 'react-dom/client'
import { MemoryRouter } from 'react-router'
import { Client, fetchExchange, Provider } from 'urql'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { keepDraftsOf } from '../../page/keepDraftsOf.ts'
import { listUnsent, writeUnsent } from '../../page/unsent.ts'
import { openAnew } from './nextAddress.ts'
import { SignOutPage } from './SignOutPage.tsx'

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true })
vi.mock('./nextAddress.ts', () => ({ openAnew: vi.fn<(address: string) => void>() }))

let root: Root
let asked: number

async function open(): Promise<void> {
  document.body.innerHTML = '<div id="page"></div>'
  const client = new Client({
    url: 'http://localhost/graphql',
    preferGetMethod: false,
    exchanges: [fetchExchange],
    fetch: () => {
      asked += 1
      return Promise.resolve(Response.json({ data: { signOut: true } }))
    },
  })
  const page = document.getElementById('page')
  if (!page) throw new Error('There is no page.')
  root = createRoot(page)
  await act(async () =>
    root.render(
      <MemoryRouter>
        <Provider value={client}>
          <SignOutPage />
        </Provider>
      </MemoryRouter>,
    ),
  )
}
const button = (text: string) =>
  [...document.querySelectorAll('button')].find((each) => each.textContent === text)

describe('signing out', () => {
  beforeEach(() => {
    localStorage.clear()
    sessionStorage.clear()
    keepDraftsOf('ada')
    asked = 0
    vi.mocked(openAnew).mockClear()
  })
  afterEach(() => act(async () => root.unmount()))

  it('happens at once where nothing waits on the device', async () => {
    await open()
    expect(asked).toBe(1)
    expect(openAnew).toHaveBeenCalledWith('/sign-in?signed-out')
  })

  it('asks first where marks have not been sent, leads to them, and deletes them if it is said so', async () => {
    writeUnsent('marks:1', { waiting: [] })
    await open()
    expect(asked).toBe(0)
    expect(document.querySelector('h1')?.textContent).toBe('Some marks have not been sent')
    expect(document.querySelector('main a')?.getAttribute('href')).toBe('/meetings/1/register')
    expect(listUnsent()).toEqual(['marks:1'])
    await act(async () => button('Delete them and sign out')?.click())
    expect(asked).toBe(1)
    expect(listUnsent()).toEqual([])
    expect(openAnew).toHaveBeenCalled()
  })
})

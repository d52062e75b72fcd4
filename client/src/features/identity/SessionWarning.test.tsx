// @vitest-environment happy-dom
import { act } from 'react'
import { createRoot } from 'react-dom/client'
import type { Root } from 'react-dom/client'
import { MemoryRouter } from 'react-router'
import { Client, fetchExchange, Provider } from 'urql'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { SessionWarning } from './SessionWarning.tsx'

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true })

let root: Root
let left: { secondsLeft: number; secondsLeftAtMost: number } | null
let passive: (string | null)[]

/** The server's side of the conversation: what it would answer, at the level of the network. */
function answer(_url: unknown, init?: RequestInit): Promise<Response> {
  passive.push(new Headers(init?.headers).get('x-boardwork-passive'))
  if (passive.at(-1) === null && left) left = { ...left, secondsLeft: 1800 }
  const viewer = left && { __typename: 'Viewer', id: '1', session: { __typename: 'ViewerSession', ...left } }
  return Promise.resolve(Response.json({ data: { viewer } }))
}

const pass = (seconds: number) => act(() => vi.advanceTimersByTimeAsync(seconds * 1000))
const dialog = () => document.querySelector('dialog')
const button = (text: string) =>
  [...document.querySelectorAll('button')].find((each) => each.textContent === text)

beforeEach(async () => {
  vi.useFakeTimers()
  passive = []
  left = { secondsLeft: 1800, secondsLeftAtMost: 40_000 }
  document.body.innerHTML = '<div id="page"></div>'
  const client = new Client({
    url: 'http://localhost/graphql',
    preferGetMethod: false,
    exchanges: [fetchExchange],
    fetch: answer,
  })
  const page = document.getElementById('page')
  if (!page) throw new Error('There is no page.')
  root = createRoot(page)
  await act(async () =>
    root.render(
      <MemoryRouter initialEntries={['/boards/1?tab=plan']}>
        <Provider value={client}>
          <SessionWarning />
        </Provider>
      </MemoryRouter>,
    ),
  )
  await pass(0)
})
afterEach(async () => {
  await act(async () => root.unmount())
  vi.useRealTimers()
})

it('warns five minutes before the end, and never prolongs the session by asking', async () => {
  expect(dialog()?.open).toBe(false)
  left = { secondsLeft: 300, secondsLeftAtMost: 40_000 }
  await pass(1500)
  expect(dialog()?.open).toBe(true)
  expect(dialog()?.textContent).toContain('signed out in 5 minutes')
  expect(passive).toEqual(['1', '1'])
})

it('stays quiet when the session was used elsewhere in the meantime', async () => {
  left = { secondsLeft: 1700, secondsLeftAtMost: 40_000 }
  await pass(1500)
  expect(dialog()?.open).toBe(false)
})

it('keeps somebody signed in who wants it', async () => {
  left = { secondsLeft: 300, secondsLeftAtMost: 40_000 }
  await pass(1500)
  await act(async () => button('Stay signed in')?.click())
  await pass(0)
  expect(passive.at(-1)).toBeNull()
  expect(dialog()?.open).toBe(false)
})

it('offers no staying when the 12 hours are over', async () => {
  left = { secondsLeft: 290, secondsLeftAtMost: 290 }
  await pass(1500)
  expect(dialog()?.textContent).toContain('12 hours')
  expect(button('Stay signed in')).toBeUndefined()
})

it('says that somebody was signed out, and leads back to the same page', async () => {
  left = { secondsLeft: 300, secondsLeftAtMost: 40_000 }
  await pass(1500)
  await act(async () => button('Close this message')?.click())
  left = null
  await pass(301)
  expect(dialog()?.open).toBe(true)
  expect(dialog()?.textContent).toContain('You were signed out')
  expect(dialog()?.querySelector('a')?.getAttribute('href')).toBe('/sign-in?next=%2Fboards%2F1%3Ftab%3Dplan')
})

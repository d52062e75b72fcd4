import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchBrowser } from '../support/browser.ts'
import { expectAccessible, patience, widths } from '../support/pages.ts'
import type { TestServer } from '../support/server.ts'
import { startSession } from '../support/session.ts'
import { largerRun } from '../support/worlds/run.ts'
import { addresses, findExamples } from './addresses.ts'
import type { Examples, PersonName } from './addresses.ts'
import { startDemonstration } from './support.ts'

const notFound = /^We could not find this /
const titles = new Map<string, string[]>()

let server: TestServer
let browser: Browser
let examples: Examples
const contexts = new Map<PersonName | null, Promise<BrowserContext>>()

beforeAll(async () => {
  server = await startDemonstration()
  examples = await findExamples(server.db)
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser.close()
  await server.close()
})

/** A browser's window of one person, who is signed in; of somebody who is not for null. */
function windowOf(name: PersonName | null): Promise<BrowserContext> {
  const known = contexts.get(name) ?? openWindow(name)
  contexts.set(name, known)
  return known
}

async function openWindow(name: PersonName | null): Promise<BrowserContext> {
  const context = await browser.newContext({ baseURL: server.url, reducedMotion: 'reduce' })
  if (name !== null) {
    const { rows } = await server.db.query<{ id: string }>('select id from person where name = $1', [name])
    const [person] = rows
    if (!person) throw new Error(`The demonstration has no ${name}.`)
    const value = await startSession(server.db, person.id)
    await context.addCookies([{ name: 'boardwork', value, url: server.url }])
  }
  return context
}

/** Opens an address in a new tab and gives what the browser complained about. */
async function open(name: PersonName | null, address: string): Promise<{ page: Page; complaints: string[] }> {
  const page = await (await windowOf(name)).newPage()
  page.setDefaultTimeout(patience)
  const complaints: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text())
  })
  page.on('pageerror', (error) => complaints.push(String(error)))
  await page.setViewportSize({ width: widths.desktop, height: 900 })
  await page.goto(address)
  return { page, complaints }
}

/** Waits for the heading, and looks at everything that every page has to have. */
async function expectWhole(
  page: Page,
  heading: string | RegExp,
  what: string,
  look: { contrast?: boolean } = {},
): Promise<void> {
  await page.getByRole('heading', { level: 1, name: heading }).waitFor()
  expect(await page.locator('h1').count(), `first headings of ${what}`).toBe(1)
  expect(await page.getByRole('main').count(), `main landmarks of ${what}`).toBe(1)
  expect(await page.locator('a a').count(), `links within links of ${what}`).toBe(0)
  expect(await page.title(), `title of ${what}`).toMatch(/^(?!Error: |Loading).+ – Boardwork$/)
  await expectAccessible(page, what, look)
}

describe.concurrent('the page at', () => {
  it.for(addresses)(
    '/$route is whole and accessible',
    async ({ route, address, heading, opensFor, goesOnTo }) => {
      const { page, complaints } = await open(opensFor, address(examples))
      await expectWhole(page, heading, `/${route}`)
      if (!goesOnTo) titles.set(await page.title(), [...(titles.get(await page.title()) ?? []), route])
      // On a phone in forced colours at once; the larger run looks at each of the two alone as well.
      if (largerRun) {
        await page.emulateMedia({ forcedColors: 'active' })
        await expectAccessible(page, `/${route} in forced colours`)
        await page.emulateMedia({ forcedColors: 'none' })
        await page.setViewportSize({ width: widths.phone, height: 900 })
        await page.goto(address(examples))
        await expectWhole(page, heading, `/${route}, ${widths.phone} px wide`)
      }
      await page.setViewportSize({ width: widths.phone, height: 900 })
      await page.emulateMedia({ forcedColors: 'active' })
      await page.goto(address(examples))
      await expectWhole(page, heading, `/${route}, ${widths.phone} px wide in forced colours`, {
        contrast: largerRun,
      })
      expect(complaints, `complaints of the browser at /${route}`).toEqual([])
      await page.close()
    },
  )
})

it('gives every page a title of its own', () => {
  expect([...titles.values()].filter((routes) => routes.length > 1)).toEqual([])
  expect(titles.size).toBe(addresses.filter(({ goesOnTo }) => !goesOnTo).length)
})

describe.concurrent('the page that is hidden at', () => {
  const hidden = addresses.flatMap((each) => (each.hiddenFrom ? [{ ...each, from: each.hiddenFrom }] : []))
  it.for(hidden)('/$route reads as not found for $from', async ({ route, address, from }) => {
    const { page, complaints } = await open(from, address(examples))
    await page.getByRole('heading', { level: 1 }).waitFor()
    expect(await page.locator('h1').innerText(), `what ${from} finds at /${route}`).toMatch(notFound)
    expect(await page.title()).toMatch(notFound)
    expect(complaints).toEqual([])
    await page.close()
  })

  const own = addresses.filter(({ opensFor }) => opensFor !== null)
  it.for(own)('/$route asks to sign in first', async ({ address }) => {
    const { page } = await open(null, address(examples))
    await page.getByRole('heading', { level: 1, name: 'Sign in' }).waitFor()
    expect(new URL(page.url()).searchParams.get('next')).toBe(address(examples))
    await page.close()
  })
})

describe('the page about an error', () => {
  it.for([
    ['an address that there is not', () => '/nowhere'],
    ['a board of others', ({ board }: Examples) => `/boards/${board}`],
    ['a plan of others', ({ plan }: Examples) => `/plans/${plan}`],
    ['the people of a board of others', ({ board }: Examples) => `/boards/${board}/people`],
    ['something that nobody has', () => '/areas/00000000-0000-7000-8000-00000000ffff'],
    ['an id that is none', () => '/plans/nonsense'],
  ] as const)('says that it could not find %s', async ([what, address]) => {
    const { page, complaints } = await open('Kofi Briar', address(examples))
    for (const width of Object.values(widths)) {
      await page.setViewportSize({ width, height: 900 })
      await expectWhole(page, notFound, `the error page for ${what}, ${width} px wide`)
    }
    expect(complaints).toEqual([])
    await page.getByRole('link', { name: 'Go to your boards' }).click()
    await page.getByRole('heading', { level: 1, name: 'Your boards' }).waitFor()
    await page.close()
  })

  it('stands also where somebody knows the board by its name alone', async () => {
    const { page, complaints } = await open('Yusuf Hazel', `/boards/${examples.board}/seats`)
    await expectWhole(page, notFound, 'the seats of a neighbouring board')
    expect(complaints).toEqual([])
    await page.close()
  })

  it('says without a connection that nothing is lost, and goes on with it', async () => {
    const { page } = await open('Marcus Finch', '/')
    const link = page.getByRole('link', { name: 'Fernshire Safeguarding Adults Board' })
    await link.waitFor()
    await page.context().setOffline(true)
    await link.click()
    for (const width of Object.values(widths)) {
      await page.setViewportSize({ width, height: 900 })
      await expectWhole(
        page,
        'We could not reach Boardwork',
        `the page without a connection, ${width} px wide`,
      )
    }
    await page.context().setOffline(false)
    await page.getByRole('button', { name: 'Try again' }).click()
    await page.getByRole('heading', { level: 1, name: 'Fernshire Safeguarding Adults Board' }).waitFor()
    await page.close()
  })
})

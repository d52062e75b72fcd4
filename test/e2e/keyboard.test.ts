import { readFile } from 'node:fs/promises'
import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { TestServer } from '../support/server.ts'
import { startPeople } from './people.ts'
import type { People } from './people.ts'
import { opener, sample, title, untilSaved } from './planSteps.ts'
import { startDemonstration } from './support.ts'

const fernshire = 'Fernshire Safeguarding Adults Board'
const mostTabs = 200

let server: TestServer
let people: People

beforeAll(async () => {
  server = await startDemonstration()
  people = await startPeople(server.url)
})
afterAll(async () => {
  await people.close()
  await server.close()
})

/** Why somebody could not see where the focus is; null where they can. */
function whyFocusIsNotSeen(): string | null {
  const focused = document.activeElement
  // Behind the last element the focus leaves the page for the browser's own controls.
  if (!(focused instanceof HTMLElement) || focused === document.body) return null
  const name = `${focused.tagName} ${focused.id} ${focused.textContent.slice(0, 40)}`

  const marks = (style: CSSStyleDeclaration) => {
    const transparent = /rgba\(.*, 0\)|transparent/
    const outline =
      style.outlineStyle !== 'none' &&
      parseFloat(style.outlineWidth) > 0 &&
      !transparent.test(style.outlineColor)
    return [outline, style.boxShadow, style.backgroundColor, style.borderColor].join(' | ')
  }
  const isChoice =
    focused instanceof HTMLInputElement && (focused.type === 'radio' || focused.type === 'checkbox')
  if (isChoice) {
    // The round or square that people see stands before the label.
    const label = focused.labels?.[0]
    if (!label || getComputedStyle(label, '::before').boxShadow === 'none') return `${name}: no mark`
  } else {
    const parts = (element: Element) =>
      [element, ...element.querySelectorAll('.govuk-details__summary-text')]
        .map((part) => marks(getComputedStyle(part)))
        .join()
    const now = parts(focused)
    // How it looks without the focus, without taking the focus from it.
    const twin = focused.cloneNode(true)
    if (!(twin instanceof HTMLElement)) return null
    focused.after(twin)
    const otherwise = parts(twin)
    twin.remove()
    if (now === otherwise) return `${name}: it looks the same with and without the focus`
  }

  const box = focused.getBoundingClientRect()
  const points = [
    [box.left + box.width / 2, box.top + box.height / 2],
    [box.left + 3, box.top + 3],
    [box.right - 3, box.bottom - 3],
  ]
  const seen = points.some(([x = 0, y = 0]) => {
    const top = document.elementFromPoint(x, y)
    return top !== null && (focused.contains(top) || top.contains(focused))
  })
  return seen ? null : `${name}: something lies above it, or it is outside the window`
}

async function press(page: Page, key: string): Promise<void> {
  await page.keyboard.press(key)
  expect(await page.evaluate(whyFocusIsNotSeen), `the focus after ${key} on ${page.url()}`).toBeNull()
}

const hasFocus = (target: Locator) => target.evaluate((element) => element === document.activeElement)

/** Presses Tab until the focus is there; with "Shift+Tab" it goes the other way. */
async function reach(page: Page, target: Locator, key = 'Tab'): Promise<void> {
  await target.waitFor()
  for (let pressed = 0; pressed < mostTabs; pressed += 1) {
    await press(page, key)
    if (await hasFocus(target)) return
  }
  throw new Error(`${target.toString()} cannot be reached with ${key}.`)
}

async function activate(page: Page, target: Locator): Promise<void> {
  await reach(page, target)
  await page.keyboard.press('Enter')
}

async function expectFocusInMain(page: Page): Promise<void> {
  await expect.poll(() => hasFocus(page.getByRole('main')), { message: `focus on ${page.url()}` }).toBe(true)
}

/** The focus is on the summary, and its link leads to the field. */
async function expectWayFromSummaryTo(page: Page, message: string, field: Locator): Promise<void> {
  const summary = page.locator('.govuk-error-summary')
  await expect.poll(() => hasFocus(summary), { message: 'the summary has the focus' }).toBe(true)
  await press(page, 'Tab')
  expect(await hasFocus(summary.getByRole('link', { name: message }))).toBe(true)
  await press(page, 'Enter')
  expect(await hasFocus(field)).toBe(true)
}

async function signInByKeyboard(page: Page, name: string): Promise<void> {
  await page.goto('/')
  await title(page, 'Sign in').waitFor()
  await activate(page, page.getByRole('button', { name: `Sign in as ${name}` }))
  await title(page, 'Your boards').waitFor()
}

test('the first stop on a page leads past everything that stands around it', async () => {
  const page = await people.stranger()
  await page.goto('/sign-in')
  await title(page, 'Sign in').waitFor()
  const skip = page.getByRole('link', { name: 'Skip to main content' })
  await press(page, 'Tab')
  expect(await hasFocus(skip)).toBe(true)
  await page.keyboard.press('Enter')
  expect(await hasFocus(page.getByRole('main'))).toBe(true)
  await press(page, 'Tab')
  expect(await hasFocus(page.getByLabel('E-mail address'))).toBe(true)
  await page.context().close()
})

test('a member signs in, filters a plan and comments on an area', async () => {
  const page = await people.stranger()
  await signInByKeyboard(page, 'Marcus Finch')
  await activate(page, page.getByRole('link', { name: fernshire, exact: true }))
  await title(page, fernshire).waitFor()
  await expectFocusInMain(page)
  const plans = page.getByRole('region', { name: 'Improvement plans' })
  await activate(page, plans.getByRole('link').first())
  await page.getByText(/^Showing \d+ actions/).waitFor()
  await expectFocusInMain(page)

  const status = page.getByLabel('Status')
  await reach(page, status)
  const before = await page.getByText(/^Showing \d+ actions/).innerText()
  await page.keyboard.type('Comp')
  const show = page.getByRole('button', { name: 'Show actions' })
  await activate(page, show)
  await page.waitForURL(/status=COMPLETE/)
  await page.getByText(/^Showing \d+ of \d+ actions/).waitFor()
  expect(await page.getByText(/^Showing/).innerText()).not.toBe(before)
  expect(await hasFocus(show)).toBe(true)

  await activate(page, page.locator('h2').getByRole('link').first())
  await page.getByRole('heading', { name: 'Comments' }).waitFor()
  await expectFocusInMain(page)
  const comment = page.getByLabel('Add a comment')
  const send = page.getByRole('button', { name: 'Add comment' })
  await reach(page, comment)
  await activate(page, send)
  await expectWayFromSummaryTo(page, 'Write your comment first.', comment)
  await page.keyboard.type('We can do this with the keyboard.')
  await activate(page, send)
  await page.getByText('Your comment has been added.').waitFor()
  await page.getByRole('article').filter({ hasText: 'We can do this with the keyboard.' }).waitFor()
  await page.context().close()
})

test('a coordinator pastes a plan, mends it and saves it', async () => {
  const page = await people.stranger()
  await signInByKeyboard(page, 'Ada Fern')
  await activate(page, page.getByRole('link', { name: fernshire, exact: true }))
  await title(page, fernshire).waitFor()
  await activate(page, page.getByRole('button', { name: 'Bring in a plan' }))
  await title(page, 'Bring in a plan').waitFor()
  await expectFocusInMain(page)

  await reach(page, page.getByLabel('In a file'))
  await press(page, 'ArrowDown')
  const text = page.getByLabel('Text of the plan')
  const read = page.getByRole('button', { name: 'Read the plan' })
  await activate(page, read)
  await expectWayFromSummaryTo(page, 'Paste the text of the plan.', text)
  await page.keyboard.insertText(await readFile(sample, 'utf8'))
  await activate(page, read)
  await title(page, 'Check the plan').waitFor()
  await expectFocusInMain(page)

  await activate(page, opener(page, 'Hear from every person'))
  const change = page.getByRole('button', { name: 'Change action 1', exact: true })
  await activate(page, change)
  const what = page.getByLabel('What is to be done')
  expect(await hasFocus(what), 'the focus goes to the opened action').toBe(true)
  await page.keyboard.press('Control+A')
  await page.keyboard.type('Ask what the person wants.')
  await activate(page, page.getByRole('button', { name: 'Done with action 1', exact: true }))
  expect(await hasFocus(change), 'the focus comes back from the closed action').toBe(true)
  await untilSaved(page)

  const planTitle = page.getByLabel('Title of the plan')
  await reach(page, planTitle, 'Shift+Tab')
  await page.keyboard.press('Control+A')
  await page.keyboard.press('Delete')
  await activate(page, page.getByRole('button', { name: /^Put into the plan the text Thistledown/ }))
  expect(await hasFocus(page.getByLabel('Put it into')), 'the focus goes to the form').toBe(true)
  await activate(page, page.getByRole('button', { name: 'Put it there' }))
  const tray = page.getByRole('heading', { name: 'Unplaced text' })
  expect(await hasFocus(tray), 'the focus is not lost with what was placed').toBe(true)
  await activate(page, page.getByRole('button', { name: /^Set aside.*The partnership looks/ }))
  expect(await hasFocus(tray), 'the focus is not lost with what was set aside').toBe(true)

  const save = page.getByRole('button', { name: 'Save as draft plan' }).last()
  await activate(page, save)
  await expectWayFromSummaryTo(page, 'Enter a title for the plan.', planTitle)
  await page.keyboard.type('A plan by keyboard')
  await activate(page, save)
  await title(page, 'A plan by keyboard').waitFor()
  await expectFocusInMain(page)
  await page.context().close()
})

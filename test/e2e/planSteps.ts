import { fileURLToPath } from 'node:url'
import type { Locator, Page } from 'playwright-core'

/** The sample that ships with the project: 5 areas, 16 actions, 3 themes and 2 lines without a place. */
export const sample = fileURLToPath(new URL('../../docs/samples/improvement-plan.txt', import.meta.url))

export const title = (page: Page, name: string | RegExp): Locator =>
  page.getByRole('heading', { level: 1, name })

/** What is opened with a summary, such as an area of the preview. */
export const opener = (page: Page | Locator, text: string | RegExp): Locator =>
  page.locator('summary').filter({ hasText: text })

export const errors = (page: Page): Locator => page.getByRole('alert')

/** From "Your boards" to the page that takes a document. */
export async function openImport(page: Page, board: string): Promise<void> {
  await page.getByRole('link', { name: board, exact: true }).click()
  await title(page, board).waitFor()
  await press(page, 'Bring in a plan')
  await title(page, 'Bring in a plan').waitFor()
}

export async function chooseFile(page: Page, file: Parameters<Locator['setInputFiles']>[0]): Promise<void> {
  await page.getByLabel('File', { exact: true }).setInputFiles(file)
  await press(page, 'Read the plan')
}

export async function pasteText(page: Page, text: string): Promise<void> {
  await page.getByLabel('I want to paste it').check()
  await page.getByLabel('Text of the plan').fill(text)
  await press(page, 'Read the plan')
}

/** Until the preview says that the server has everything. */
export async function untilSaved(page: Page): Promise<void> {
  await page.getByText(/^Saved at \d\d:\d\d$/).waitFor()
}

const pressed = new WeakMap<Page, Map<string, number>>()

/** Presses a button. One that sends a form takes no second press within a second: it would be a double click. */
export async function press(where: Page | Locator, name: string | RegExp): Promise<void> {
  const page = 'page' in where ? where.page() : where
  const times = pressed.get(page) ?? new Map<string, number>()
  pressed.set(page, times)
  await page.waitForTimeout(Math.max(0, (times.get(String(name)) ?? 0) + 1050 - Date.now()))
  const button = where.getByRole('button', { name })
  // It stands in the bar that stays in sight, and at the end of the preview.
  await (name === 'Save as draft plan' || name === 'See what is different' ? button.last() : button).click()
  times.set(String(name), Date.now())
}

import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type axe from 'axe-core'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { expect } from 'vitest'
import { launchBrowser } from './browser.ts'

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** The widths at which every page has to work, in CSS pixels. */
export const widths = { desktop: 1200, phone: 320 }

/** How long a page may take until a test gives it up, in milliseconds: no slow machine is to decide a test. */
export const patience = 90_000

/** A browser with one signed-out person in it. */
export interface Visitor {
  browser: Browser
  context: BrowserContext
  page: Page
  close(): Promise<void>
}

/** Opens a browser of its own for one person. */
export async function visit(url: string, width = widths.desktop): Promise<Visitor> {
  const browser = await launchBrowser()
  const context = await browser.newContext({
    baseURL: url,
    viewport: { width, height: 900 },
    reducedMotion: 'reduce',
  })
  const page = await context.newPage()
  page.setDefaultTimeout(patience)
  return { browser, context, page, close: () => browser.close() }
}

/**
 * No violation of any severity, and no sideways scroll. Contrast is most of the work, and the same at all widths; in
 * forced colours it is that of the person's own colours.
 */
export async function expectAccessible(page: Page, what: string, { contrast = true } = {}): Promise<void> {
  // A page keeps axe until another is loaded: to send its half megabyte for each look takes longer than the look.
  if (!(await page.evaluate('"axe" in window'))) await page.evaluate(axeSource)
  const violations = await page.evaluate(async (enabled) => {
    // What was pressed last may still be drawn as it was: two frames later it is not.
    await new Promise<void>((resolve) => {
      requestAnimationFrame(() => {
        requestAnimationFrame(() => {
          resolve()
        })
      })
      // A tab in the background draws none.
      setTimeout(resolve, 200)
    })
    const { axe: inPage } = window as unknown as { axe: { run: typeof axe.run } }
    const found = await inPage.run({
      resultTypes: ['violations'],
      rules: { 'color-contrast': { enabled } },
    })
    return found.violations.map(({ id, impact, nodes }) => ({
      rule: id,
      impact,
      where: nodes.slice(0, 5).map(({ target }) => target.join(' ')),
    }))
  }, contrast)
  expect(violations, `axe on ${what}`).toEqual([])
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  )
  expect(overflow, `sideways scroll on ${what}`).toBeLessThanOrEqual(0)
}

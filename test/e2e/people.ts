import type { Browser, Page } from 'playwright-core'
import { launchBrowser } from '../support/browser.ts'
import { expectAccessible, patience, widths } from '../support/pages.ts'
import { largerRun } from '../support/worlds/run.ts'
import { signInAs } from './support.ts'

/** One browser in which several people work, each with pages and cookies of their own. */
export interface People {
  /** A page of somebody who is not signed in. */
  stranger(width?: number): Promise<Page>
  /** A page of one of the invented people, signed in. */
  as(name: string, width?: number): Promise<Page>
  close(): Promise<void>
}

export async function startPeople(url: string): Promise<People> {
  const browser: Browser = await launchBrowser()
  const stranger = async (width = widths.desktop) => {
    const context = await browser.newContext({
      baseURL: url,
      viewport: { width, height: 900 },
      reducedMotion: 'reduce',
    })
    const page = await context.newPage()
    page.setDefaultTimeout(patience)
    return page
  }
  return {
    stranger,
    as: async (name, width) => {
      const page = await stranger(width)
      await signInAs(page, name)
      return page
    },
    close: () => browser.close(),
  }
}

/** The page as it stands, looked at on a desk and on a phone; the usual run looks at one of the two, by what it is. */
export async function lookAtBothWidths(page: Page, what: string): Promise<void> {
  const before = page.viewportSize()
  const both = Object.values(widths)
  for (const width of largerRun ? both : both.slice(what.length % 2).slice(0, 1)) {
    await page.setViewportSize({ width, height: 900 })
    await expectAccessible(page, `${what}, ${width} px wide`)
  }
  if (before) await page.setViewportSize(before)
}

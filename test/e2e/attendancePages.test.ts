import { afterAll, beforeAll, expect, it } from 'vitest'
import { expectAccessible, visit, widths } from '../support/pages.ts'
import type { Visitor } from '../support/pages.ts'
import type { TestServer } from '../support/server.ts'
import { signInAs, startDemonstration } from './support.ts'

let server: TestServer
let visitor: Visitor
beforeAll(async () => {
  server = await startDemonstration()
  visitor = await visit(server.url, widths.desktop)
})
afterAll(async () => {
  await visitor.close()
  await server.close()
})

it('a coordinator reads the year, traces a figure to its marks, and publishes the figures anew once they have changed', async () => {
  const { page } = visitor
  await signInAs(page, 'Ada Fern')
  await page.getByRole('link', { name: 'Fernshire Safeguarding Adults Board' }).first().click()
  await page.getByRole('link', { name: 'Attendance this year' }).click()
  const grid = page.getByRole('region', { name: 'Seats by meetings' })
  await grid.getByRole('rowheader', { name: /^Larkmere Police/ }).waitFor()

  // On a phone the grid scrolls by itself and takes the keyboard; the page does not.
  await page.setViewportSize({ width: widths.phone, height: 700 })
  await grid.focus()
  await page.keyboard.press('ArrowRight')
  await expect.poll(() => grid.evaluate((region) => region.scrollLeft)).toBeGreaterThan(0)
  await expectAccessible(page, 'the grid on a phone')
  await page.setViewportSize({ width: widths.desktop, height: 900 })

  await page.getByRole('link', { name: 'Paragraph for the annual report' }).click()
  const absences = page.getByRole('link', { name: /Agencies that were absent/ })
  const count = Number.parseInt(await absences.innerText(), 10)
  await absences.click()
  await page
    .getByRole('heading', { level: 2, name: `Agencies that were absent, meeting by meeting: ${count}` })
    .waitFor()
  expect(
    await page
      .getByRole('region', { name: /^Agencies that were absent/ })
      .getByRole('row')
      .count(),
  ).toBe(count + 1)

  await server.db.query(
    `update register_mark set mark = 'PRESENT', came_id = null, came_name = null, senior_enough = null`,
  )
  await page.getByRole('link', { name: 'Back to the attendance' }).click()
  await page.getByRole('link', { name: 'Published figures' }).click()
  await page.getByText('The registers have changed since then').waitFor()
  await page.getByRole('link', { name: 'publish the new figures' }).click()
  await page.getByRole('button', { name: 'Publish these figures' }).click()
  await page.getByText('The figures are published').waitFor()
  expect(await page.getByText('The registers have changed since then').count()).toBe(0)
  await page.getByRole('heading', { name: 'Taken back or replaced' }).waitFor()
})

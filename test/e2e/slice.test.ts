import { fileURLToPath } from 'node:url'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { TestServer } from '../support/server.ts'
import { expectAccessibleAtAllWidths as look, startPeople } from './people.ts'
import type { People } from './people.ts'
import { startDemonstration } from './support.ts'

let server: TestServer
let people: People
beforeAll(async () => {
  const t = Date.now()
  server = await startDemonstration()
  console.log('demo', Date.now() - t)
  people = await startPeople(server.url)
  console.log('browser', Date.now() - t)
})
afterAll(async () => {
  await people.close()
  await server.close()
})
const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name })
const sample = fileURLToPath(new URL('../../docs/samples/improvement-plan.txt', import.meta.url))

test('probe', async () => {
  const t0 = Date.now()
  const lap = (what: string) => console.log(what, Date.now() - t0)
  const page = await people.as('Ada Fern')
  lap('signed in')
  await look(page, 'boards')
  lap('looked')
  await page.getByRole('link', { name: 'Fernshire Safeguarding Adults Board' }).click()
  await heading(page, 'Fernshire Safeguarding Adults Board').waitFor()
  await look(page, 'board')
  lap('board')
  await page.getByRole('button', { name: 'Bring in a plan' }).click()
  await heading(page, 'Bring in a plan').waitFor()
  await page.getByLabel('File', { exact: true }).setInputFiles(sample)
  await page.getByRole('button', { name: 'Read the plan' }).click()
  await heading(page, 'Check the plan').waitFor()
  lap('preview')
  console.log(await page.getByRole('main').ariaSnapshot())
  await look(page, 'preview')
  lap('preview looked')
  await page.getByRole('button', { name: 'Save as draft plan' }).click()
  await page.waitForURL(/\/plans\//)
  await page.getByText('Showing').waitFor()
  lap('plan')
  await look(page, 'plan')
  lap('plan looked')
  console.log((await page.getByRole('main').ariaSnapshot()).slice(0, 3000))
  const r = await people.as('Ravi Sorrel', 320)
  await r.goto(page.url())
  await r.getByRole('heading', { level: 1 }).waitFor()
  console.log(await r.getByRole('main').ariaSnapshot())
  expect(1).toBe(1)
})

import { keepDemonstrationFile } from '@boardwork/server/src/demonstration/evidence.ts'
import { fillDemonstration } from '@boardwork/server/src/demonstration/fillDemonstration.ts'
import type { Page } from 'playwright-core'
import { makeDatabase } from '../support/database.ts'
import { startTestServer } from '../support/server.ts'
import type { TestServer } from '../support/server.ts'

/** The platform as somebody finds it after the first start: production settings, demonstration data, built pages. */
export async function startDemonstration(): Promise<TestServer> {
  const database = await makeDatabase()
  await fillDemonstration(database.ownerUrl)
  const server = await startTestServer({ production: true, demonstration: true }, database)
  await keepDemonstrationFile(server.files)
  return {
    ...server,
    close: async () => {
      await server.close()
      await database.drop()
    },
  }
}

/** Signs in with one click as an invented person. */
export async function signInAs(page: Page, name: string): Promise<void> {
  await page.goto('/sign-in')
  await page.getByRole('button', { name: `Sign in as ${name}` }).click()
  await page.getByRole('heading', { level: 1, name: 'Your boards' }).waitFor()
}

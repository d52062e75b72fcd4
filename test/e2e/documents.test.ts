import { fileURLToPath } from 'node:url'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { TestServer } from '../support/server.ts'
import { lookAtBothWidths, startPeople } from './people.ts'
import type { People } from './people.ts'
import { chooseFile, opener, openImport, press, title, untilSaved } from './planSteps.ts'
import { startDemonstration } from './support.ts'

const fernshire = 'Fernshire Safeguarding Adults Board'
const sample = (name: string) => fileURLToPath(new URL(`../../docs/samples/${name}`, import.meta.url))

let server: TestServer
let people: People
let ada: Page
beforeAll(async () => {
  server = await startDemonstration()
  people = await startPeople(server.url)
  ada = await people.as('Ada Fern')
})
afterAll(async () => {
  await people.close()
  await server.close()
})

/** Each test goes on where the one before it ended. */
describe('documents of other kinds come in', () => {
  const main = () => ada.getByRole('main')

  test('a Word document becomes the plan that its text is', async () => {
    await openImport(ada, fernshire)
    await chooseFile(ada, sample('improvement-plan.docx'))
    await title(ada, 'Check the plan').waitFor()
    expect(await main().innerText()).toMatch(/5 areas, 16 actions, 3 themes/)
    await opener(ada, 'Hear from every person').click()
    await lookAtBothWidths(ada, 'the preview of a Word document')
  })

  test('a column that was taken for something else is chosen anew, and the document read again', async () => {
    await opener(ada, /What the \d+ columns of the document hold/).click()
    await lookAtBothWidths(ada, 'the columns of a document')
    await press(ada, 'Read the document again')
    await ada.getByText('Choose something else for a column first.').first().waitFor()
    await ada.getByLabel(/Expected evidence/).selectOption({ label: 'Outcome for people' })
    await press(ada, 'Read the document again')
    await ada.getByText('We have read the document again with your columns').waitFor()
    await lookAtBothWidths(ada, 'the preview after the document was read again')
    await opener(ada, 'Hear from every person').click()
    await ada.getByText('Case file audit of 20 files a quarter').first().waitFor()
    expect(await main().innerText()).toMatch(/Outcome\s+Case file audit of 20 files a quarter/)
    await opener(ada, 'Put this import away').click()
    await press(ada, 'Put this import away')
    await title(ada, fernshire).waitFor()
  })

  test('a monitoring workbook brings its statuses along, and what they mean is checked', async () => {
    await press(ada, 'Bring in a plan')
    await chooseFile(ada, sample('quarterly-monitoring.xlsx'))
    await title(ada, 'Check the plan').waitFor()
    expect(await main().innerText()).toMatch(/2 areas, 7 actions/)
    await ada.getByRole('heading', { name: 'Statuses' }).waitFor()
    await lookAtBothWidths(ada, 'the preview of a workbook with statuses')
    await ada.getByLabel('Title of the plan').fill('Monitoring brought in')
    await untilSaved(ada)
    await press(ada, 'Save as draft plan')
    await title(ada, 'Monitoring brought in').waitFor()
    expect(await main().innerText()).toMatch(/% complete in Q2 2026\/27/)
    await lookAtBothWidths(ada, 'a plan with statuses from a workbook')
  })
})

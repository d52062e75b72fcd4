import { fileURLToPath } from 'node:url'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { TestServer } from '../support/server.ts'
import { lookAtBothWidths, startPeople } from './people.ts'
import type { People } from './people.ts'
import { chooseFile, opener, openImport, pasteText, press, title, untilSaved } from './planSteps.ts'
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
    expect(await main().innerText()).toMatch(/\d% in Q2 2026\/27/)
    await lookAtBothWidths(ada, 'a plan with statuses from a workbook')
  })
})

const firstVersion = `Plan for better records

Improvement Area 1 – Better recording of decisions
Action\tExpected evidence\tTimescale\tResponsible
1.1 Write down each decision on the day\tAudit of 20 records\tEnd March 2027\tHead of Service
1.2 Train the staff who record\tTraining log\tJune 2027\tTraining Manager

Improvement Area 2 – Faster answers
Action\tExpected evidence\tTimescale\tResponsible
2.1 Answer each concern within two days\tMonthly report\tOngoing\tTeam Manager
2.2 Count the answers\tFigures\tQuarterly\tTeam Manager
`
const secondVersion = `Plan for better records

Improvement Area 1 – Better recording of decisions
Action\tExpected evidence\tTimescale\tResponsible
1.1 Appoint a lead for records\tMinutes\tMay 2027\tHead of Service
1.2 Write down each decision within a day\tAudit of 20 records\tEnd March 2027\tHead of Service
1.3 Count the answers\tFigures\tQuarterly\tTeam Manager

Improvement Area 2 – Faster answers
Action\tExpected evidence\tTimescale\tResponsible
2.1 Answer each concern within two days\tMonthly report\tOngoing\tTeam Manager
`

describe('a later version comes in', () => {
  const main = () => ada.getByRole('main').innerText()
  const action = (name: string) => ada.getByRole('link', { name, exact: true }).first()
  const difference = (name: string) => ada.getByRole('group', { name })

  test('what is different is shown, and what is chosen outlives a reload', async () => {
    await ada.goto('/')
    await openImport(ada, fernshire)
    await pasteText(ada, firstVersion)
    await title(ada, 'Check the plan').waitFor()
    await press(ada, 'Save as draft plan')
    await title(ada, 'Plan for better records').waitFor()
    const plan = ada.url()
    await action('1.1 Write down each decision on the day').click()
    await ada.getByRole('button', { name: 'Change this action' }).click()
    await ada.getByLabel('What is to be done').fill('Write down each decision at once')
    await press(ada, 'Save')
    await action('1.1 Write down each decision at once').waitFor()
    await ada.goto(plan)

    await ada.getByRole('link', { name: 'Bring in a later version' }).click()
    await title(ada, 'Bring in a later version').waitFor()
    await pasteText(ada, secondVersion)
    await title(ada, 'Check the plan').waitFor()
    await press(ada, 'See what is different')
    await title(ada, 'What is different').waitFor()
    const text = await main()
    expect(text).toMatch(/1\.1 Appoint a lead for records\s+Added/i)
    expect(text).toMatch(/1\.1 Write down each decision at once\s+Changed Changed on both sides/i)
    expect(text).toMatch(/2\.2 Count the answers\s+Moved/i)
    expect(text).toMatch(/1\.2 Train the staff who record\s+Left out/i)
    await lookAtBothWidths(ada, 'what is different')
    await difference('1.1 Write down each decision at once').getByLabel('Take the document’s').first().check()
    await difference('1.2 Train the staff who record').getByLabel('Remove it from the plan').check()
    await ada.getByText('Your choices are saved.').waitFor()
    await ada.reload()
    await title(ada, 'What is different').waitFor()
    const removed = difference('1.2 Train the staff who record').getByLabel('Remove it from the plan')
    expect(await removed.isChecked()).toBe(true)
  })

  test('it is saved into the plan, and undone', async () => {
    await press(ada, 'Save into the plan')
    await title(ada, 'Documents of this plan').waitFor()
    await ada.getByText('Pasted text has been brought in to the plan').waitFor()
    expect(await main()).toMatch(/1 added, 1 changed, 1 moved, 1 removed/)
    await opener(ada, 'Why Pasted text cannot be undone').click()
    await ada.getByText(/^A later version was brought in/).waitFor()
    await opener(ada, 'Undo Pasted text').click()
    await lookAtBothWidths(ada, 'the documents of a plan')
    await ada.getByRole('link', { name: 'Back to the plan' }).click()
    await action('1.2 Write down each decision within a day').waitFor()
    const after = await main()
    expect(after).toContain('1.3 Count the answers')
    expect(after).not.toContain('Train the staff who record')

    await ada.goBack()
    await opener(ada, 'Undo Pasted text').click()
    await press(ada, 'Undo this import')
    await title(ada, 'Check the plan').waitFor()
    await ada.getByText('What Pasted text changed has been undone').waitFor()
    await ada.getByRole('link', { name: 'Back to the documents' }).click()
    await ada.getByRole('link', { name: 'Back to the plan' }).click()
    await action('1.2 Train the staff who record').waitFor()
    const back = await main()
    expect(back).toContain('1.1 Write down each decision at once')
    expect(back).toContain('2.2 Count the answers')
    expect(back).not.toContain('Appoint a lead')
  })
})

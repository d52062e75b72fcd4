import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { TestServer } from '../support/server.ts'
import { findExamples } from './addresses.ts'
import type { Examples } from './addresses.ts'
import { lookAtBothWidths, startPeople } from './people.ts'
import type { People } from './people.ts'
import { errors, opener, press, title } from './planSteps.ts'
import { startDemonstration } from './support.ts'

let server: TestServer
let people: People
let examples: Examples
beforeAll(async () => {
  server = await startDemonstration()
  examples = await findExamples(server.db)
  people = await startPeople(server.url)
})
afterAll(async () => {
  await people.close()
  await server.close()
})

const banner = (page: Page, words: string) => page.getByRole('alert').getByText(words)
const measures = (page: Page) => page.getByRole('region', { name: 'Measures', exact: true })

async function fillDay(page: Page, day: string): Promise<void> {
  const [year = '', month = '', dayOfMonth = ''] = day.split('-')
  await page.getByRole('textbox', { name: 'Day' }).fill(dayOfMonth)
  await page.getByRole('textbox', { name: 'Month' }).fill(month)
  await page.getByRole('textbox', { name: 'Year' }).fill(year)
}

/** Each test goes on where the one before it ended. */
describe('measures, milestones and reviews', () => {
  let ada: Page

  test('the coordinator sets a percentage of a sample', async () => {
    ada = await people.as('Ada Fern')
    await ada.goto(`/actions/${examples.action}`)
    await press(ada, 'Add a measure')
    await title(ada, 'Add a measure').waitFor()
    await ada.getByLabel('A sample of them is looked at').check()
    await ada.getByLabel('At least (percent)').fill('100')
    await ada.getByText('A sample can never show that a target of 100% is met').waitFor()
    await press(ada, 'Save the measure')
    expect(await errors(ada).innerText()).toMatch(/Say what is measured[^]*Say which cases are meant/)
    await lookAtBothWidths(ada, 'the form for a measure with errors')
    await ada.getByLabel('What is measured').fill('Plans that use the one document')
    await ada.getByLabel('At least (percent)').fill('90')
    await ada.getByLabel('Which cases are meant?').fill('Protection plans of the quarter')
    await press(ada, 'Save the measure')
    await banner(ada, 'The measure is saved').waitFor()
    await measures(ada).getByText('No result yet').waitFor()
  })

  test('9 of 10 cannot be said to meet it, and 290 of 300 can', async () => {
    await ada.getByRole('link', { name: /^Record a result/ }).click()
    await fillDay(ada, '2026-09-01')
    await ada.getByLabel('How many cases were looked at?').fill('10')
    await ada.getByLabel('How many of these count?').fill('11')
    await press(ada, 'Record a result')
    expect(await errors(ada).innerText()).toContain('This cannot be more than the 10 cases')
    await ada.getByLabel('How many of these count?').fill('9')
    await press(ada, 'Record a result')
    await banner(ada, 'The result is recorded').waitFor()
    await measures(ada).getByText('Cannot be said from this sample').waitFor()
    expect(await measures(ada).innerText()).toMatch(/9 of 10 \(90%\)[^]*95% interval: 59\.5% to 98\.3%/)

    await ada.getByRole('link', { name: /^Record a result/ }).click()
    await ada.getByLabel('What is it about?').selectOption({ index: 2 })
    await ada.getByLabel('How many cases were looked at?').fill('300')
    await ada.getByLabel('How many of these count?').fill('290')
    await press(ada, 'Record a result')
    await measures(ada).getByText('Met', { exact: true }).waitFor()
    expect(await measures(ada).innerText()).toContain('93.9% to 98.2%, lies at or above 90%.')
    await opener(ada, 'Show 2 results').click()
    await ada.getByRole('img', { name: /^Plans that use the one document: the results over time/ }).waitFor()
    expect(await ada.getByRole('row').count()).toBe(3)
    await lookAtBothWidths(ada, 'an action with a measure and its results')
  })

  test('a result is corrected, and both stay', async () => {
    await ada
      .getByRole('link', { name: /^Correct/ })
      .first()
      .click()
    await title(ada, 'Correct a result').waitFor()
    await ada.getByLabel('How many of these count?').fill('285')
    await press(ada, 'Correct a result')
    expect(await errors(ada).innerText()).toContain('Enter what was wrong')
    await lookAtBothWidths(ada, 'the form that corrects a result, with an error')
    await ada.getByLabel('What was wrong?').fill('Five were counted twice.')
    await press(ada, 'Correct a result')
    await banner(ada, 'The result is corrected').waitFor()
    await opener(ada, 'Show 3 results').click()
    expect(await measures(ada).innerText()).toMatch(
      /285 of 300 \(95%\)[^]*290 of 300 \(96\.7%\) \(corrected\)/,
    )
  })

  test('30-, 60- and 90-day reviews are set with one press, and one is done', async () => {
    await press(ada, 'Add 30-, 60- and 90-day reviews')
    await ada.getByText('The 30-, 60- and 90-day reviews are added.').waitFor()
    await ada.getByRole('link', { name: '30-day review' }).click()
    await title(ada, '30-day review').waitFor()
    await ada.getByLabel('What was found?').fill('Nine plans of ten use it.')
    await press(ada, 'Save')
    expect(await errors(ada).innerText()).toContain('Enter the day on which the review was done')
    await fillDay(ada, '2026-09-01')
    await lookAtBothWidths(ada, 'the page of a review with an error')
    await press(ada, 'Save')
    await banner(ada, 'Saved').waitFor()
    expect(await ada.getByRole('main').innerText()).toMatch(
      /Done[^]*Nine plans of ten use it\.[^]*By Ada Fern/,
    )
    await lookAtBothWidths(ada, 'the page of a review that is done')
    await ada.getByRole('link', { name: 'Back to the action' }).click()
    await opener(ada, 'Show 1 that is done').waitFor()
  })

  test('the plan shows what is next, and those who are responsible what is due', async () => {
    await ada.goto(`/plans/${examples.plan}`)
    await ada.getByText(/^3 measures: /).waitFor()
    const next = ada.getByRole('region', { name: 'Reviews and milestones' })
    expect(await next.getByRole('listitem').first().innerText()).toMatch(/60-day review by .* Overdue/i)
    await lookAtBothWidths(ada, 'a plan with milestones')
    await server.db.query('update milestone set due_on = access.today() + 3 where id = $1', [
      examples.milestone,
    ])
    const owen = await people.as('Owen Kestrel')
    await owen.goto('/actions')
    await owen.getByRole('link', { name: 'All care homes have been visited once' }).click()
    await title(owen, 'All care homes have been visited once').waitFor()
    expect(await opener(owen, 'Change its words').count()).toBe(0)
    await fillDay(owen, '2026-09-01')
    await press(owen, 'Save')
    await banner(owen, 'Saved').waitFor()
  })
})

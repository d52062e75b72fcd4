import ICAL from 'ical.js'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { day } from '../support/factories.ts'
import type { TestServer } from '../support/server.ts'
import { lookAtBothWidths, startPeople } from './people.ts'
import type { People } from './people.ts'
import { errors, press, title } from './planSteps.ts'
import { startDemonstration } from './support.ts'

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

const banner = (page: Page, words: string | RegExp) => page.getByRole('alert').getByText(words)
const section = (page: Page, name: string) => page.getByRole('region', { name, exact: true }).first()
const firstDay = day(400)

async function fillDay(page: Page, to: string): Promise<void> {
  const [year = '', month = '', dayOfMonth = ''] = to.split('-')
  await page.getByRole('textbox', { name: 'Day' }).fill(dayOfMonth)
  await page.getByRole('textbox', { name: 'Month' }).fill(month)
  await page.getByRole('textbox', { name: 'Year' }).fill(year)
}

/** Each test goes on where the one before it ended. */
describe('a series of meetings, from its plan to the calendars of those who come', () => {
  let ada: Page
  let marcus: Page
  let meetingAddress: string

  test('the coordinator plans it in one form, and sees its days before', async () => {
    ada = await people.as('Ada Fern')
    await ada.getByRole('link', { name: 'Fernshire Safeguarding Adults Board', exact: true }).click()
    await ada.getByRole('link', { name: 'All meetings' }).click()
    await ada.getByRole('button', { name: 'Plan a series of meetings' }).click()
    await title(ada, 'Plan a series of meetings').waitFor()
    await ada.getByLabel('What is the meeting called?').fill('Steering meeting')
    await fillDay(ada, firstDay)
    await ada.getByLabel('When does it begin?').fill('2pm')
    await ada.getByLabel('When does it end?').fill('4pm')
    await press(ada, 'Plan the meetings')
    expect(await errors(ada).innerText()).toMatch(/whole number of weeks[^]*how many meetings/)
    await lookAtBothWidths(ada, 'the form for a series with errors')
    await ada.getByLabel('Every how many weeks?').fill('2')
    await ada.getByLabel('How many meetings?').fill('4')
    const days = ada.getByRole('group', { name: 'On these days there are meetings' }).getByRole('checkbox')
    expect(await days.count()).toBe(4)
    await days.nth(2).uncheck()
    await press(ada, 'Plan 3 meetings')
    await banner(ada, '3 meetings are planned').waitFor()
  })

  test('and sends the invitations with one press', async () => {
    const { rows } = await server.db.query<{ id: string }>(
      `select id from meeting where title = 'Steering meeting' order by starts_at limit 1`,
    )
    meetingAddress = `/meetings/${rows[0]?.id}`
    await ada.goto(meetingAddress)
    await section(ada, 'Who comes').waitFor()
    await lookAtBothWidths(ada, 'a meeting before the invitations')
    await ada.getByRole('button', { name: /^Send \d+ invitations$/ }).click()
    await banner(ada, /invitations are on their way/).waitFor()
    expect(await ada.getByRole('button', { name: /^Send / }).count()).toBe(0)
  })

  test('a member answers by the link of the mail, with one press and without signing in', async () => {
    const { rows } = await server.db.query<{ body: string }>(
      `select body from mail where body like 'Hello Marcus Finch,%'`,
    )
    const [address = ''] = /\/answer\/[\w-]+\?answer=attending/.exec(rows[0]?.body ?? '') ?? []
    const page = await people.stranger()
    await page.goto(address)
    await title(page, 'Steering meeting').waitFor()
    expect(await page.getByLabel('Attending').isChecked()).toBe(true)
    await lookAtBothWidths(page, 'the page behind the link of an invitation')
    await press(page, 'Save the answer')
    await banner(page, /is saved: Attending/).waitFor()
    await page.context().close()
    await ada.reload()
    await section(ada, 'Who comes').getByText('Attending').first().waitFor()
  })

  test('changes the answer on the page, and the reason stays in the agency', async () => {
    marcus = await people.as('Marcus Finch')
    await marcus.getByRole('link', { name: 'Your meetings' }).click()
    await title(marcus, 'Your meetings').waitFor()
    await marcus.getByRole('link', { name: /^Change the answer for Steering meeting/ }).click()
    await title(marcus, 'Who comes?').waitFor()
    await marcus.getByLabel('Nobody comes (apologies)').check()
    await press(marcus, 'Save the answer')
    expect(await errors(marcus).innerText()).toContain('Enter a reason')
    await lookAtBothWidths(marcus, 'the form for an answer with an error')
    await marcus.getByLabel('Why does nobody come?').fill('At another inspection')
    await press(marcus, 'Save the answer')
    await banner(marcus, 'The answer is saved').waitFor()
    await ada.reload()
    await section(ada, 'Who comes').getByText('At another inspection').waitFor()
  })

  test('is asked again when the coordinator moves this meeting and those that follow', async () => {
    await ada.getByRole('button', { name: 'Change the meeting' }).click()
    await title(ada, 'Change the meeting').waitFor()
    await fillDay(ada, day(401))
    await ada.getByLabel('This meeting and the 2 that follow').check()
    await lookAtBothWidths(ada, 'the form for a change of a series')
    await press(ada, 'Save the change')
    await banner(ada, 'The meetings are changed').waitFor()
    await section(ada, 'Who comes').getByText('Asked again').waitFor()
    await lookAtBothWidths(ada, 'a meeting whose answers are asked again')
    await marcus.goto('/meetings')
    await marcus.getByText('Moved: answer again').waitFor()
    const { rows } = await server.db.query('select from mail where subject like $1', [
      'Moved: Steering meeting%',
    ])
    expect(rows.length).toBeGreaterThan(0)
  })

  test('and has it all in a calendar of their own, by an address that is shown once', async () => {
    await marcus.getByRole('link', { name: 'Put your meetings into your own calendar' }).click()
    await press(marcus, 'Make an address')
    const address = await marcus.getByLabel('Your address').inputValue()
    await lookAtBothWidths(marcus, 'the new address of a calendar')
    const response = await fetch(`${server.url}${new URL(address).pathname}`)
    const events = ICAL.Component.fromString(await response.text())
      .getAllSubcomponents('vevent')
      .map((event) => new ICAL.Event(event))
      .filter(({ summary }) => summary.endsWith('Steering meeting'))
    expect(events.map(({ sequence }) => sequence)).toEqual([1, 1, 1])
    expect(events[0]?.startDate.toString()).toBe(`${day(401)}T14:00:00`)
    await press(marcus, 'Make a new address')
    await marcus.waitForFunction(
      (before) => document.querySelector<HTMLInputElement>('#address')?.value !== before,
      address,
    )
    expect((await fetch(`${server.url}${new URL(address).pathname}`)).status).toBe(404)
  })
})

import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { TestServer } from '../support/server.ts'
import { lookAtBothWidths, startPeople } from './people.ts'
import type { People } from './people.ts'
import { errors, opener, press, title } from './planSteps.ts'
import { startDemonstration } from './support.ts'

const fernshire = 'Fernshire Safeguarding Adults Board'
const signs = '3.2 Share early signs of poor care once a month.'
const lead = '3.1 Agree who leads when concerns about a care home touch several agencies.'

let server: TestServer
let people: People
/** The last quarter that is over: its updates still come in. */
let quarter = ''

beforeAll(async () => {
  server = await startDemonstration()
  people = await startPeople(server.url)
  const { rows } = await server.db.query<{ period: string }>(
    `select period from progress_update where state = 'RETURNED' limit 1`,
  )
  quarter = rows[0]?.period ?? ''
})
afterAll(async () => {
  await people.close()
  await server.close()
})

const entry = (page: Page, name: string): Locator =>
  page.getByRole('listitem').filter({ has: page.getByRole('heading', { name }) })
const done = (page: Page) => page.getByLabel('What was done')

async function openYourActions(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Your actions', exact: true }).click()
  await title(page, 'Your actions').waitFor()
}

/** Each test goes on where the one before it ended, as a quarter does. */
describe('a quarter’s cycle', () => {
  let owen: Page
  let daniel: Page
  let carys: Page
  let ada: Page

  test('the lead officer finds their actions, keeps a draft and submits it', async () => {
    owen = await people.as('Owen Kestrel')
    await openYourActions(owen)
    await lookAtBothWidths(owen, 'your actions')
    await owen.getByLabel('What is due').selectOption({ label: 'Overdue' })
    await owen.getByLabel('Board', { exact: true }).selectOption({ label: fernshire })
    await press(owen, 'Show actions')
    await owen.waitForURL(/due=OVERDUE/)
    await owen.getByText('Showing 2 of 6 actions.').waitFor()
    await opener(entry(owen, signs), `Go on with the update for ${quarter}`).click()
    await done(owen).fill('')
    await owen.getByLabel('Percent complete').fill('many')
    await press(owen, 'Submit to be authorised')
    await errors(owen).waitFor()
    expect(await errors(owen).innerText()).toMatch(/whole number from 0 to 100[^]*Say what was done/)
    await lookAtBothWidths(owen, 'your actions with an update refused')

    await done(owen).fill('All homes were looked at.')
    await owen.getByLabel('Percent complete').fill('95')
    await press(owen, 'Save as draft')
    await owen.getByText(/^Draft saved at/).waitFor()
    // What the device keeps must not be what answers here.
    await owen.evaluate(() => sessionStorage.clear())
    await owen.reload()
    await opener(entry(owen, signs), `Go on with the update for ${quarter}`).click()
    expect(await done(owen).inputValue()).toBe('All homes were looked at.')
    await press(owen, 'Submit to be authorised')
    await entry(owen, signs).getByText(`Submitted for ${quarter}.`).waitFor()
    await entry(owen, signs).getByText('is due on').waitFor()
    // The list stays while somebody works on it, and is another one when it is opened again.
    await owen.reload()
    await owen.getByText('Showing 1 of 6 actions.').waitFor()
    await owen.getByRole('link', { name: 'Clear filters' }).click()
    await owen.getByText('Showing 6 actions.').waitFor()
  })

  test('the authorising officer returns it with a reason', async () => {
    daniel = await people.as('Daniel Heath')
    await openYourActions(daniel)
    await daniel.getByLabel('What is due').selectOption({ label: 'Waits for you to authorise' })
    await press(daniel, 'Show actions')
    await opener(daniel, `Authorise the update for ${quarter}`).click()
    await opener(daniel, 'Return it with a reason').click()
    await press(daniel, 'Return it')
    await daniel.getByRole('link', { name: 'Enter what has to be changed.' }).waitFor()
    await lookAtBothWidths(daniel, 'an update that is returned without a reason')
    await daniel.getByLabel('What has to be changed?').fill('How many homes were there?')
    await press(daniel, 'Return it')
    await daniel.getByText(`The update for ${quarter} is returned.`).waitFor()
    expect(daniel.url()).toContain('due=DECIDE')
  })

  test('two people change it at once: neither loses a word, and it is submitted again', async () => {
    carys = await people.as('Carys Merlin')
    await openYourActions(carys)
    await owen.reload()
    for (const page of [owen, carys]) {
      await entry(page, signs).getByText('Daniel Heath returned it: How many homes were there?').waitFor()
      await opener(entry(page, signs), `Go on with the update for ${quarter}`).click()
    }
    await done(carys).fill('All 41 homes were looked at.')
    await press(carys, 'Save as draft')
    await carys.getByText(/^Draft saved at/).waitFor()

    await done(owen).fill('All homes were looked at: 41.')
    await press(owen, 'Submit to be authorised')
    await owen.getByRole('heading', { name: 'What somebody else saved' }).waitFor()
    expect(await entry(owen, signs).innerText()).toContain('All 41 homes were looked at.')
    expect(await done(owen).inputValue()).toBe('All homes were looked at: 41.')
    await lookAtBothWidths(owen, 'an update that somebody else changed')
    await press(owen, 'Submit to be authorised')
    await owen.getByText(`Submitted for ${quarter}.`).waitFor()
    await lookAtBothWidths(owen, 'your actions after one was submitted')
  })

  test('the authorising officer authorises it, and everybody at the board reads it', async () => {
    await daniel.reload()
    await opener(daniel, `Authorise the update for ${quarter}`).click()
    await press(daniel, 'Authorise')
    await daniel.getByText(`The update for ${quarter} is authorised.`).waitFor()
    const marcus = await people.as('Marcus Finch')
    await marcus.getByRole('link', { name: fernshire, exact: true }).click()
    await marcus.getByRole('link', { name: /^Safeguarding adults improvement plan/ }).click()
    await marcus.getByRole('link', { name: signs }).click()
    await title(marcus, signs).waitFor()
    expect(await marcus.getByRole('region', { name: 'All updates' }).innerText()).toMatch(
      /^All updates[^]*All homes were looked at: 41\.[^]*By Owen Kestrel[^]*By Daniel Heath/,
    )
    expect(await opener(marcus, /correction/).count()).toBe(0)
    await lookAtBothWidths(marcus, 'an action with its updates')
    await marcus.context().close()
  })

  test('an answer that is lost on the way does not make it twice', async () => {
    await carys.reload()
    await opener(entry(carys, signs), /^Write the update for/).click()
    await done(carys).fill('The next round has begun.')
    await carys.route('**/graphql', async (route) => {
      await route.fetch()
      await route.abort()
    })
    await press(carys, 'Save as draft')
    await carys.getByText('We could not reach Boardwork.').waitFor()
    await carys.unroute('**/graphql')
    await press(carys, 'Save as draft')
    await carys.getByText(/^Draft saved at/).waitFor()
    const { rows } = await server.db.query(
      `select u.version, (select count(*)::int from audit_event e where e.record_id = u.id) as events
      from progress_update u where narrative = 'The next round has begun.'`,
    )
    expect(rows).toEqual([{ version: 1, events: 1 }])
  })

  test('updates are written one after the other without going back to the list', async () => {
    await owen.reload()
    await press(owen, 'Write the updates one after the other')
    const reached = owen.locator('h2:focus')
    await reached.waitFor()
    const first = await reached.innerText()
    await press(owen, 'Save and go to next')
    await owen.locator('h2:focus').filter({ hasNotText: first }).waitFor()
    expect(
      await entry(owen, await reached.innerText())
        .getByRole('form')
        .count(),
    ).toBe(1)
    await entry(owen, first)
      .getByText(/^Draft saved at/)
      .waitFor()
    await lookAtBothWidths(owen, 'updates written one after the other')
    await owen.reload()
  })

  test('the coordinator sees who has reported, authorises what waits, and closes the quarter', async () => {
    // Somebody has a form open while the quarter is closed.
    await opener(entry(owen, lead), `Go on with the update for ${quarter}`).click()
    await done(owen).fill('The protocol is signed by all but one.')

    ada = await people.as('Ada Fern')
    await ada.getByRole('link', { name: fernshire, exact: true }).click()
    await ada.getByRole('link', { name: 'Reporting periods' }).click()
    await title(ada, 'Reporting periods').waitFor()
    await lookAtBothWidths(ada, 'the reporting periods of a board')
    await ada.getByRole('link', { name: quarter }).click()
    await title(ada, quarter).waitFor()
    await opener(ada, 'Read it and decide').first().click()
    await lookAtBothWidths(ada, 'a period with an update that waits')
    await ada.getByRole('button', { name: 'Authorise' }).first().click()
    await ada.getByText(`The update for ${quarter} is authorised.`).waitFor()
    await ada.getByText('It would stay with 2 updates not authorised.').waitFor()
    await press(ada, `Close ${quarter}`)
    await ada.getByText(`${quarter} is closed.`).waitFor()
    await ada.getByText(/Closed by Ada Fern on/).waitFor()
    expect(await ada.getByRole('button', { name: `Close ${quarter}` }).count()).toBe(0)
    await lookAtBothWidths(ada, 'a closed period')
  })

  test('a late update is refused with a clear message, and its words stay', async () => {
    await press(owen, 'Submit to be authorised')
    await errors(owen).waitFor()
    expect(await errors(owen).innerText()).toContain(
      `${quarter} has been closed. What was reported for it stays as it is: write a correction`,
    )
    expect(await done(owen).inputValue()).toBe('The protocol is signed by all but one.')
    await lookAtBothWidths(owen, 'a late update refused')
  })

  test('a correction names what it corrects, and takes its place once it is authorised', async () => {
    await owen.getByRole('link', { name: signs }).click()
    await title(owen, signs).waitFor()
    await opener(owen, `Write a correction for ${quarter}`).click()
    const form = owen.getByRole('form', { name: `Correction for ${quarter}` })
    await press(form, 'Submit to be authorised')
    await owen.getByRole('link', { name: 'Enter what was wrong.' }).waitFor()
    await lookAtBothWidths(owen, 'a correction without a reason')
    await form.getByLabel('What was wrong').fill('There were 42 homes.')
    await form.getByLabel('What was done').fill('All homes were looked at: 42.')
    await press(form, 'Submit to be authorised')
    await owen.getByRole('heading', { name: `Correction for ${quarter} Submitted` }).waitFor()

    await daniel.reload()
    await opener(daniel, `Authorise the correction for ${quarter}`).click()
    await press(daniel, 'Authorise')
    await daniel.getByText(`The update for ${quarter} is authorised.`).waitFor()
    await owen.reload()
    await owen.getByText('An authorised correction has taken the place of this update.').waitFor()
    await owen.getByRole('heading', { name: `Correction for ${quarter} Authorised` }).waitFor()
    const updates = await owen.getByRole('region', { name: 'All updates' }).innerText()
    expect(updates).toMatch(/looked at: 42\.[^]*There were 42 homes\.[^]*looked at: 41\./)
    await lookAtBothWidths(owen, 'an action with a correction')
  })

  test('what does not fit is pointed out, and answered with a reason', async () => {
    await ada.goto('/')
    await ada.getByRole('link', { name: fernshire, exact: true }).click()
    await ada.getByRole('link', { name: /^Safeguarding adults improvement plan/ }).click()
    await ada.getByText(/things in this plan are worth a second look/).waitFor()
    await lookAtBothWidths(ada, 'a plan with what is worth a second look')
    await ada.getByRole('link', { name: /^4\.2 / }).click()
    await title(ada, /^4\.2 /).waitFor()
    await ada.getByText(/but only 90% of it is done\./).waitFor()
    await opener(ada, 'Say why it is right').first().click()
    await press(ada, 'Save the answer')
    await ada.getByRole('link', { name: 'Enter why it is right as it is.' }).waitFor()
    await lookAtBothWidths(ada, 'a pointer answered without a reason')
    await ada
      .getByLabel('Why is it right as it is?')
      .first()
      .fill('The board read it at two meetings of three.')
    await press(ada, 'Save the answer')
    await ada.getByText('Ada Fern said: The board read it at two meetings of three.').waitFor()
    expect(await ada.getByText('Answered', { exact: true }).count()).toBe(1)
    await lookAtBothWidths(ada, 'a pointer that is answered')
  })

  test('activities are added and put in order, and the history says who changed what', async () => {
    await press(ada, 'Change this action')
    await title(ada, 'Change this action').waitFor()
    const byWhen = ada.getByLabel('By when').first()
    const words = await byWhen.inputValue()
    await byWhen.fill('March 1999')
    await ada.getByText(/^The deadline, 31 March 1999, is before the plan began on/).waitFor()
    await byWhen.fill(words)
    await press(ada, 'Add an activity')
    await ada.getByLabel('What is done').fill('Report to the board')
    await press(ada, 'Add an activity')
    await ada.getByLabel('What is done').last().fill('Choose the measures')
    await press(ada, 'Move activity 2 up')
    await ada.getByText('Choose the measures is now number 1 of 2.').waitFor()
    await lookAtBothWidths(ada, 'an action with activities that is changed')
    await press(ada, 'Save')
    await ada
      .getByRole('link', { name: /^4\.2 / })
      .first()
      .click()
    await title(ada, /^4\.2 /).waitFor()
    await opener(ada, /^Write the update for/).click()
    await opener(ada, 'How 2 activities stand').click()
    await lookAtBothWidths(ada, 'an update with activities')
    await ada.getByRole('link', { name: 'History' }).click()
    await title(ada, 'History').waitFor()
    const [newest] = await ada.getByRole('main').getByRole('list').getByRole('listitem').allInnerTexts()
    expect(newest).toMatch(
      /^Ada Fern edited an action[^]*Activities\s+Choose the measures\s+Report to the board/,
    )
    await lookAtBothWidths(ada, 'the history of an action')
  })

  test('a late report is handed in for a closed period in which nothing was written', async () => {
    await ada.goto('/')
    await ada.getByRole('link', { name: fernshire, exact: true }).click()
    await ada.getByRole('link', { name: 'Reporting periods' }).click()
    await ada
      .getByRole('row', { name: /Closed.* 1$/ })
      .getByRole('link')
      .click()
    await ada.getByRole('region', { name: 'No update' }).getByRole('link').first().click()
    await opener(ada, /^Hand in a late report for/).click()
    const form = ada.getByRole('form', { name: /^Late report for/ })
    await form.getByLabel('What was done').fill('It began in June.')
    await lookAtBothWidths(ada, 'an action with a late report')
    await press(form, 'Submit to be authorised')
    await ada.getByText(/^Submitted for Q\d/).waitFor()
    expect(await ada.getByRole('region', { name: 'All updates' }).innerText()).toMatch(
      /It began in June\.[^]*Handed in after Q\d \S+ was closed without an update/,
    )
  })

  test('a filtered plan has an address that others open, and the summary shows what moved', async () => {
    await ada.goto('/')
    await ada.getByRole('link', { name: fernshire, exact: true }).click()
    await ada.getByRole('link', { name: /^Safeguarding adults improvement plan/ }).click()
    const whole = await ada.getByText(/^Showing \d+ actions in \d+ areas\.$/).innerText()
    await ada.getByLabel('Divided by').selectOption({ label: 'Deadline' })
    await ada.getByLabel('Agency').selectOption({ label: 'Fernshire County Council' })
    await opener(ada, 'More filters').click()
    await ada.getByLabel('Due', { exact: true }).selectOption({ label: 'Overdue' })
    await press(ada, 'Show actions')
    const part = await ada.getByText(/^Showing \d+ of \d+ actions\.$/).innerText()
    await ada.getByRole('heading', { level: 2, name: /^Overdue/ }).waitFor()
    await lookAtBothWidths(ada, 'a plan by deadline with filters')
    const gareth = await people.as('Gareth Moss')
    await gareth.goto(`${ada.url()}&status=GREEN`)
    await gareth.getByText(part).waitFor()
    await gareth.getByText('We left it out: Status.').waitFor()
    await gareth.context().close()
    await ada.goBack()
    await ada.getByText(whole).waitFor()

    await ada.getByRole('link', { name: 'Back to the board' }).click()
    await ada.getByRole('link', { name: 'How the actions stand, and what moved' }).click()
    await title(ada, 'How the actions stand').waitFor()
    expect(await ada.getByLabel('Reporting period').locator('option:checked').innerText()).toBe(quarter)
    await ada.getByRole('img', { name: new RegExp(`^${quarter}: \\d+ on target`) }).waitFor()
    const moved = ada.getByRole('table', { name: new RegExp(`\\(down\\) to ${quarter}`) })
    expect(await moved.getByRole('row', { name: /^On target/ }).innerText()).toMatch(/[1-9]/)
  })

  test('the coordinator changes the calendar, and the quarters that were reported stay', async () => {
    await ada.goto('/')
    await ada.getByRole('link', { name: fernshire, exact: true }).click()
    await ada.getByRole('link', { name: 'Reporting periods' }).click()
    await press(ada, 'Change the calendar')
    await title(ada, 'Change the calendar').waitFor()
    await ada.getByLabel('Every month').check()
    await ada.getByLabel('Days to report').fill('200')
    await press(ada, 'Save the calendar')
    await ada.getByRole('link', { name: 'Enter a whole number of days from 0 to 92.' }).waitFor()
    await lookAtBothWidths(ada, 'the calendar with an error')
    await ada.getByLabel('Days to report').fill('10')
    await press(ada, 'Save the calendar')
    await ada.getByText('The calendar has been changed.').waitFor()
    await ada.getByText('Every month; updates are due 10 days after').waitFor()
    expect(await ada.getByRole('link', { name: /^Q\d/ }).count()).toBeGreaterThan(3)
    await ada.getByRole('link', { name: quarter }).waitFor()
  })
})

import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { TestServer } from '../support/server.ts'
import { findExamples } from './addresses.ts'
import { lookAtBothWidths, startPeople } from './people.ts'
import type { People } from './people.ts'
import { errors, opener, press, title } from './planSteps.ts'
import { startDemonstration } from './support.ts'

let server: TestServer
let people: People
let board: string
let meeting: string

beforeAll(async () => {
  server = await startDemonstration()
  const examples = await findExamples(server.db)
  board = examples.board
  meeting = examples.nextMeeting
  // The meeting began an hour ago, whatever the time is.
  await server.db.query(
    `update meeting set held_on = access.today(), starts_at = now() - interval '1 hour', ends_at = now() + interval '1 hour'
     where id = $1`,
    [meeting],
  )
  people = await startPeople(server.url)
})
afterAll(async () => {
  await people.close()
  await server.close()
})

const line = (page: Page, agency: string | RegExp) => page.getByRole('group', { name: agency })
const banner = (page: Page, words: string) => page.getByRole('alert').getByText(words)

async function marks(): Promise<Record<string, string>> {
  const { rows } = await server.db.query<{ name: string; mark: string }>(
    `select o.name, k.mark from register_mark k join organisation o on o.id = k.organisation_id where k.meeting_id = $1`,
    [meeting],
  )
  expect(new Set(rows.map(({ name }) => name)).size, 'marks of one place').toBe(rows.length)
  return Object.fromEntries(rows.map(({ name, mark }) => [name, mark]))
}

/** Until the pages are kept on the device, as a phone has them that opened the register before. */
async function untilKept(page: Page): Promise<void> {
  await page.waitForFunction(async () => {
    await navigator.serviceWorker.ready
    const kept = await caches.match('/')
    return navigator.serviceWorker.controller !== null && kept !== undefined
  })
}

/** Each test goes on where the one before it ended. */
describe('a register', () => {
  let ada: Page
  let gareth: Page
  let agencies: string[]

  test('has a quorum that the coordinator wrote', async () => {
    ada = await people.as('Ada Fern', 360)
    await ada.goto(`/boards/${board}/quorum`)
    await title(ada, 'Quorum').waitFor()
    await press(ada, 'Take rule 2 away')
    await ada.getByRole('textbox', { name: 'Number of seats' }).fill('')
    await press(ada, 'Set the quorum')
    expect(await errors(ada).innerText()).toContain('Enter how many seats are needed')
    await lookAtBothWidths(ada, 'the quorum with an error')
    await ada.getByLabel('All seats').check()
    await ada.getByRole('textbox', { name: 'Number of seats' }).fill('3')
    await press(ada, 'Set the quorum')
    await banner(ada, 'The quorum is set').waitFor()
  })

  test('is filled in by keyboard on a phone without a connection', async () => {
    await ada.goto(`/meetings/${meeting}/register`)
    await title(ada, 'Register of Board meeting').waitFor()
    await untilKept(ada)
    agencies = await ada
      .locator('.bw-register legend')
      .evaluateAll((legends) => legends.map((legend) => legend.firstChild?.textContent ?? ''))
    expect(agencies.length).toBeGreaterThan(3)
    await ada.context().setOffline(true)
    await line(ada, agencies[0] ?? '')
      .getByRole('radio')
      .first()
      .focus()
    await ada.keyboard.press('p')
    // Whoever marks a deputy is asked for the name at once, and goes on with the next line.
    await ada.keyboard.press('d')
    await ada.keyboard.type('Ann Other')
    await ada.keyboard.press('Enter')
    await ada.keyboard.press('x')
    await ada.getByText(/^No connection\. 3 marks are kept on this device/).waitFor()
    await ada.getByText('The quorum is not there yet.').waitFor()
    await lookAtBothWidths(ada, 'a register without a connection')
  })

  test('outlives a reload without a connection', async () => {
    await ada.reload()
    await title(ada, 'Register of Board meeting').waitFor()
    await ada.getByText(/^No connection\. 3 marks are kept on this device/).waitFor()
    expect(
      await line(ada, agencies[1] ?? '')
        .getByLabel('Deputy')
        .isChecked(),
    ).toBe(true)
    expect(await ada.getByLabel(`Name of who came for ${agencies[1]}`).inputValue()).toBe('Ann Other')
    expect(await marks()).toEqual({})
  })

  test('is sent once there is a connection, and shows where somebody else marked in the meantime', async () => {
    gareth = await people.as('Gareth Moss')
    await gareth.goto(`/meetings/${meeting}/register`)
    await line(gareth, agencies[2] ?? '')
      .getByLabel('Present')
      .check()
    await gareth.getByText('Every mark is saved.').waitFor()
    await ada.context().setOffline(false)
    await ada.getByRole('heading', { name: 'Not saved yet' }).waitFor()
    await lookAtBothWidths(ada, 'a register with two marks of one place')
    expect(await marks()).toEqual({
      [agencies[0] ?? '']: 'PRESENT',
      [agencies[1] ?? '']: 'DEPUTY',
      [agencies[2] ?? '']: 'PRESENT',
    })
    await ada.getByRole('button', { name: /^Keep what is in the register/ }).click()
    await ada.getByText('Every mark is saved.').waitFor()
    expect(await ada.getByRole('heading', { name: 'Not saved yet' }).count()).toBe(0)
  })

  test('takes the mark of a member who enters the code of the room', async () => {
    await ada.goto(`/meetings/${meeting}/check-in/screen`)
    await press(ada, 'Show a code')
    await ada.getByText(/^A new code comes in/).waitFor()
    await lookAtBothWidths(ada, 'the screen with the code')
    const marcus = await people.as('Marcus Finch', 360)
    await marcus.goto(`/meetings/${meeting}`)
    await marcus.getByRole('button', { name: 'Check in with the code' }).click()
    await marcus.getByLabel('Code').fill('12')
    await press(marcus, 'Check in')
    expect(await errors(marcus).innerText()).toContain('Enter the six digits')
    await marcus.getByLabel('Code').fill('000 000')
    await press(marcus, 'Check in')
    await errors(marcus).getByText('This is not the code that is shown now').waitFor()
    await lookAtBothWidths(marcus, 'checking in with an error')
    const shown = ada.locator('.bw-code [aria-hidden]')
    await marcus.getByLabel('Code').fill(await shown.innerText())
    await press(marcus, 'Check in')
    await marcus.getByRole('heading', { level: 2, name: 'Present' }).waitFor()
    await lookAtBothWidths(marcus, 'the page of somebody who has checked in')
    await ada.getByText(/with the code, \d\d:\d\d/).waitFor()
    await opener(ada, '1 wrong code').waitFor()
    await marcus.context().close()
  })

  test('is closed, with what is unknown said before; marks that come later are not lost', async () => {
    await gareth.context().setOffline(true)
    await line(gareth, agencies[4] ?? '')
      .getByLabel('Absent')
      .check()
    await gareth.getByText(/^No connection\. 1 mark is kept on this device/).waitFor()
    await ada.goto(`/meetings/${meeting}/register`)
    await ada.getByText('The quorum is there.').waitFor()
    await ada.getByRole('button', { name: 'Close the register' }).click()
    await title(ada, 'Close the register').waitFor()
    await ada.getByText(/no mark, and will stand as unknown/).waitFor()
    await press(ada, 'Close the register')
    await banner(ada, 'The register is closed').waitFor()
    await ada.getByText('The quorum was there.').waitFor()
    expect(Object.keys(await marks())).toHaveLength(agencies.length)
    await gareth.context().setOffline(false)
    await gareth.getByText(/1 mark of yours was not saved\. The register is closed/).waitFor()
    await gareth.getByText(`${agencies[4]}: Absent`).waitFor()
    await lookAtBothWidths(gareth, 'a closed register with a mark that was not saved')
    await press(gareth, 'Remove from this device')
    await gareth.getByText('Every mark is saved.').waitFor()
    expect((await marks())[agencies[4] ?? '']).toBe('UNKNOWN')
  })

  test('is corrected afterwards, and says so', async () => {
    await ada.getByRole('link', { name: `Correct the mark of ${agencies[2]}` }).click()
    await title(ada, 'Correct a mark').waitFor()
    await ada.getByLabel('Absent').check()
    await press(ada, 'Correct the mark')
    expect(await errors(ada).innerText()).toContain('Enter why the mark is corrected')
    await lookAtBothWidths(ada, 'the form that corrects a mark, with an error')
    await ada.getByLabel('Why is it corrected?').fill('Their name was called by mistake.')
    await press(ada, 'Correct the mark')
    await banner(ada, 'The mark is corrected').waitFor()
    await ada
      .getByText(/^It said present until Ada Fern corrected it .*: Their name was called by mistake\.$/)
      .waitFor()
    await lookAtBothWidths(ada, 'a meeting with a corrected register')
    await gareth.context().close()
    await ada.context().close()
  })
})

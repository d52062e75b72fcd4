import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { TestServer } from '../support/server.ts'
import { findExamples } from './addresses.ts'
import type { Examples } from './addresses.ts'
import { lookAtBothWidths, startPeople } from './people.ts'
import type { People } from './people.ts'
import { errors, press, title } from './planSteps.ts'
import { startDemonstration } from './support.ts'

let server: TestServer
let people: People
let examples: Examples
let ada: Page
beforeAll(async () => {
  server = await startDemonstration()
  examples = await findExamples(server.db)
  people = await startPeople(server.url)
  ada = await people.as('Ada Fern')
})
afterAll(async () => {
  await people.close()
  await server.close()
})

const banner = (page: Page, words: string) => page.getByRole('alert').getByText(words)

/** Each test goes on where the one before it ended. */
describe('a meeting about a case', () => {
  test('is planned by a reference: the form refuses a name, and asks the list of the kind', async () => {
    await ada.goto(`/boards/${examples.board}/strategy`)
    await title(ada, 'Strategy meetings').waitFor()
    await press(ada, 'Plan a strategy meeting')
    await title(ada, 'Plan a strategy meeting').waitFor()
    await ada.getByLabel('Which kind of meeting is it?').selectOption('Case conference')
    await ada.getByLabel('What is the reference of the case?').fill('Thompson-7')
    for (const [label, value] of [
      ['Day', '14'],
      ['Month', '1'],
      ['Year', '2030'],
      ['When does it begin?', '2pm'],
      ['When does it end?', '3pm'],
      ['Where is it? (optional)', 'With Margaret Thompson at home'],
    ] as const)
      await ada.getByLabel(label, { exact: true }).fill(value)
    await press(ada, 'Plan the meeting')
    expect(await errors(ada).innerText()).toMatch(/“Thompson” may be[^]*“Margaret Thompson” looks like/)
    await lookAtBothWidths(ada, 'the form of a strategy meeting with errors')
    await ada.getByLabel('What is the reference of the case?').fill('SA-2030-0007')
    await ada.getByLabel('Where is it? (optional)').fill('Civic Centre, room 2')
    await press(ada, 'Plan the meeting')
    await banner(ada, 'The meeting is planned. Look who is asked.').waitFor()
    await ada.getByText('SA-2030-0007').waitFor()
    await lookAtBothWidths(ada, 'a strategy meeting')
  })

  test('gets another reference, which is refused where it looks like a name', async () => {
    await ada.getByRole('link', { name: 'Change the reference of the case' }).click()
    await title(ada, 'Change the reference of the case').waitFor()
    const reference = ada.getByLabel('What is the reference of the case?')
    await reference.fill('Thompson-8')
    await press(ada, 'Change the reference')
    expect(await errors(ada).innerText()).toContain('“Thompson” may be')
    await reference.fill('SA-2030-0008')
    await reference.press('Enter')
    await banner(ada, 'The reference of the case is changed').waitFor()
    await ada.getByText('SA-2030-0008').waitFor()
  })

  test('is seen by who is asked, until the invitation is taken back', async () => {
    const address = new URL(ada.url()).pathname
    const lead = await people.as('Stephen Crake')
    await lead.goto(address)
    await title(lead, 'Case conference').waitFor()
    await ada.getByRole('link', { name: 'Change who is asked' }).click()
    await title(ada, 'Who is asked').waitFor()
    await press(ada, 'Take the invitation back from Larkmere Police')
    await banner(ada, 'Larkmere Police is not asked any more, and does not see the meeting').waitFor()
    await lead.goto(address)
    await title(lead, 'We could not find this page').waitFor()
    expect(await lead.getByRole('main').innerText()).not.toContain('SA-2030-000')
  })
})

describe('a meeting of the board', () => {
  test('has an agenda whose order changes by keyboard, with the focus where it was', async () => {
    await ada.goto(`/meetings/${examples.nextMeeting}`)
    const items = ada.getByRole('region', { name: 'Agenda' }).getByRole('listitem')
    await items.first().waitFor()
    expect(await items.first().innerText()).toContain('Welcome and apologies')
    await ada.getByRole('button', { name: 'Move down “Welcome and apologies”' }).focus()
    await ada.keyboard.press('Enter')
    await ada.getByText('“Welcome and apologies” is number 2 now.').waitFor()
    expect(await items.first().innerText()).toContain('How the improvement plan stands')
    expect(await ada.evaluate('document.activeElement.textContent')).toBe('Move down “Welcome and apologies”')
    await lookAtBothWidths(ada, 'a meeting with its agenda')
  })

  test('gives an agency an action, which says that it is done; the coordinator puts it back', async () => {
    const lead = await people.as('Stephen Crake')
    await lead.goto('/meetings')
    await lead.getByRole('heading', { name: 'What meetings gave your agency to do' }).waitFor()
    await lead.getByRole('link', { name: 'Say how it stands about the action “Send the list' }).click()
    await title(lead, 'How this action stands').waitFor()
    await lead.getByLabel('Yes, it is done').check()
    await press(lead, 'Save')
    expect(await errors(lead).innerText()).toContain('Write in a sentence what was done.')
    await lead.getByLabel('What was done?').fill('The list was sent on Monday.')
    await lookAtBothWidths(lead, 'what is said of an action')
    await press(lead, 'Save')
    await banner(lead, 'The action is done').waitFor()

    await ada.goto(`/meetings/${examples.heldMeeting}`)
    await ada.getByText('The list was sent on Monday.').waitFor()
    await ada
      .getByRole('link', { name: 'Look at what was said, or put it back about the action “Send the list' })
      .click()
    await ada.getByText('Stephen Crake, Larkmere Police').waitFor()
    await ada.getByLabel('Is it not done after all? Say why').fill('Half of the list is missing.')
    await press(ada, 'Put it back')
    await banner(ada, 'The action is open again').waitFor()
    await ada.goto(`/meetings/${examples.nextMeeting}`)
    const open = ada.getByRole('region', { name: 'Actions still open from earlier meetings' })
    expect(await open.innerText()).toContain('Half of the list is missing.')
  })

  test('gives an action to the improvement plan, and both lead to each other', async () => {
    await ada.goto(`/meetings/${examples.heldMeeting}`)
    await ada
      .getByRole('link', { name: 'Put it into the improvement plan the action “Send the list' })
      .click()
    await ada.getByLabel('Which plan?').selectOption(examples.plan)
    await ada.getByLabel('As a new action at the end of an area').check()
    await ada.getByLabel('Area', { exact: true }).selectOption({ index: 1 })
    await lookAtBothWidths(ada, 'where an action stands in the plan')
    await press(ada, 'Put it there')
    await banner(ada, 'The action stands in the improvement plan').waitFor()
    await ada
      .getByRole('link', { name: 'Send the list of trained staff to the coordinator', exact: true })
      .click()
    await ada.getByRole('heading', { name: 'Decided at' }).waitFor()
    await ada.getByRole('link', { name: /^Board meeting, / }).click()
    await ada.getByRole('link', { name: 'Draft minutes' }).click()
    await title(ada, 'Draft minutes: Board meeting').waitFor()
    const saving = ada.waitForEvent('download')
    await ada.getByRole('button', { name: 'Download as Word' }).click()
    expect((await saving).suggestedFilename()).toMatch(
      /^Draft minutes – Board meeting – \d+ \w+ \d{4}\.docx$/,
    )
  })
})

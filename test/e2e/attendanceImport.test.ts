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

/** Two days on which all seats of the board that are open now were open, in the order of the calendar. */
async function pastDays(): Promise<[string, string]> {
  const { rows } = await server.db.query<{ first: string; second: string }>(
    `select (max(starts_on) + 2)::text as first, (max(starts_on) + 3)::text as second from seat
     where board_id = $1 and ends_on is null`,
    [examples.board],
  )
  const [row] = rows
  if (!row) throw new Error('The board has no seats.')
  return [row.first, row.second]
}

const waiting = (words: string) => ada.getByRole('status').filter({ hasText: words })

/** Each test goes on where the one before it ended. */
describe('registers that were kept elsewhere', () => {
  test('a list is read, and what it leaves open is asked', async () => {
    const [first, second] = await pastDays()
    const list = `Agency,Name,${first},${second},Away day,Total
Larkmere Police,Marcus Finch,P,Sub: Leila Marsh,P,2
NHS Larkmere ICB,Owen Reed,A,P,P,2
Quality Watch,Jo Penny,P,x,P,1`
    await ada.goto(`/boards/${examples.board}/meetings`)
    await ada.getByRole('link', { name: 'Registers that were kept elsewhere' }).click()
    await press(ada, 'Bring in past registers')
    await title(ada, 'Bring in past registers').waitFor()
    await press(ada, 'Read the list')
    expect(await errors(ada).innerText()).toContain('Choose the file with the list.')
    await lookAtBothWidths(ada, 'the form for a list, with an error')
    await ada
      .getByLabel('File', { exact: true })
      .setInputFiles({ name: 'register.csv', mimeType: 'text/csv', buffer: Buffer.from(list) })
    await press(ada, 'Read the list')
    await title(ada, 'Check register.csv').waitFor()
    await waiting('5 things to answer').waitFor()
    await lookAtBothWidths(ada, 'a list with open questions')
  })

  test('answers and matches are kept as they are chosen, also when the page is loaded again', async () => {
    await press(ada, 'It is not a meeting')
    await press(ada, /^Use our 2 suggestions for what/)
    await ada
      .getByLabel('NHS Larkmere ICB', { exact: true })
      .selectOption('NHS Larkmere Integrated Care Board (95% alike)')
    await ada.getByLabel('Quality Watch', { exact: true }).selectOption('None of these: who came is a guest')
    await ada.getByLabel('Owen Reed, NHS Larkmere ICB').selectOption('Held the seat then')
    await waiting('Nothing waits for you any more.').waitFor()
    await ada.reload()
    await waiting('Nothing waits for you any more.').waitFor()
    expect(await ada.getByLabel('Quality Watch', { exact: true }).inputValue()).toBe('GUEST')
    await opener(ada, 'Show each mark').click()
    await opener(ada, /of the list (is|are) left out/).click()
    await lookAtBothWidths(ada, 'a list that is ready to be saved')
  })

  test('saving writes the registers, and undoing takes them back', async () => {
    await press(ada, 'Save the registers')
    await ada
      .getByRole('alert')
      .getByText(/^Saved: 2 new meetings, 4 marks, 1 guest/)
      .waitFor()
    await lookAtBothWidths(ada, 'the lists that were brought in')
    await ada.getByRole('link', { name: 'All words of register.csv' }).click()
    await ada.getByRole('cell', { name: 'Sub: Leila Marsh' }).waitFor()
    await lookAtBothWidths(ada, 'a list that is saved')
    await opener(ada, 'Undo register.csv').click()
    await press(ada, 'Undo this list')
    await title(ada, 'Check register.csv').waitFor()
    await waiting('Nothing waits for you any more.').waitFor()
    const { rows } = await server.db.query(`select 1 from register_mark where source = 'IMPORT'`)
    expect(rows).toEqual([])
  })
})

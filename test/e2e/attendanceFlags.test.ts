import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { TestServer } from '../support/server.ts'
import { lookAtBothWidths, startPeople } from './people.ts'
import type { People } from './people.ts'
import { errors, opener, press, title } from './planSteps.ts'
import { startDemonstration } from './support.ts'

let server: TestServer
let people: People
let board: string
beforeAll(async () => {
  server = await startDemonstration()
  people = await startPeople(server.url)
  const { rows } = await server.db.query<{ id: string }>('select id from board where name = $1', [
    'Fernshire Safeguarding Adults Board',
  ])
  board = rows[0]?.id ?? ''
})
afterAll(async () => {
  await people.close()
  await server.close()
})

const banner = (page: Page, words: string | RegExp) => page.getByRole('alert').getByText(words)

/** Each test goes on where the one before it ended. */
describe('a flag from raised to addressed', () => {
  let ada: Page
  let flag: string

  test('the coordinator takes over the usual promises, tries them on what is past, and puts them into force', async () => {
    // Somebody of the police missed two meetings of the year: what the rules shall find.
    await server.db.query(
      `update register_mark k set mark = 'ABSENT', came_id = null, came_name = null, senior_enough = null
       from meeting m where m.id = k.meeting_id and m.board_id = $1 and m.register_closed_at is not null
         and k.organisation_id = (select id from organisation where name = 'Larkmere Police')`,
      [board],
    )
    ada = await people.as('Ada Fern')
    await ada.goto(`/boards/${board}/rules`)
    await title(ada, /^Rules for the year/).waitFor()
    await press(ada, 'Take over “Usual promises”')
    await ada.getByLabel('How many meetings of a year an agency may miss', { exact: true }).fill('99')
    await press(ada, 'Put these rules into force')
    expect(await errors(ada).innerText()).toContain('Enter a whole number from 0 to 50')
    await ada.getByLabel('How many meetings of a year an agency may miss', { exact: true }).fill('1')
    await press(ada, 'Try them on what is past')
    await ada.getByText(/With these rules, this year would have .* so far/).waitFor()
    await opener(ada, /^Larkmere Police missed/)
      .first()
      .click()
    await lookAtBothWidths(ada, 'the rules for a year, tried on what is past')
    await press(ada, 'Put these rules into force')
    await banner(ada, 'Version 1 of the rules is in force').waitFor()
  })

  test('it shows its working, and is put to the agency', async () => {
    await ada.goto(`/boards/${board}/flags`)
    await title(ada, /^Flags, /).waitFor()
    await lookAtBothWidths(ada, 'the flags of a board')
    await ada.getByRole('link', { name: /^Larkmere Police missed/ }).click()
    await title(ada, 'Flag: Larkmere Police').waitFor()
    flag = new URL(ada.url()).pathname
    expect(await ada.getByRole('table').innerText()).toContain('Absent (X)')
    await opener(ada, 'Put it to the agency').click()
    await press(ada, 'Put it to the agency')
    await banner(ada, 'The flag is put to the agency').waitFor()
    await lookAtBothWidths(ada, 'a flag that is put to the agency')
  })

  test('the agency answers, the board discusses it, and it is addressed', async () => {
    const { rows } = await server.db.query<{ name: string }>(
      `select p.name from seat s join person p on p.id = s.holder_id
       where s.board_id = $1 and s.organisation_id = (select id from organisation where name = 'Larkmere Police')`,
      [board],
    )
    const holder = await people.as(rows[0]?.name ?? '')
    await holder.goto(flag)
    await press(holder, 'Send the answer')
    expect(await errors(holder).innerText()).toContain('Enter the answer of the agency')
    await holder.getByLabel('Your answer').fill('The post was vacant. It is filled from May.')
    await press(holder, 'Send the answer')
    await banner(holder, 'Your answer is sent').waitFor()

    await ada.reload()
    await opener(ada, 'Write down that the board discussed it').click()
    await ada.getByLabel('At which meeting?').selectOption({ index: 1 })
    await ada.getByLabel('What was said or agreed?').fill('The board thanks for the answer.')
    await press(ada, 'Save what was said')
    await banner(ada, 'It is written down').waitFor()
    await opener(ada, 'Say that it is addressed').click()
    await ada.getByLabel('What was done about it?').fill('A new holder is named.')
    await press(ada, 'It is addressed')
    await banner(ada, 'The flag is addressed').waitFor()
    expect(await ada.getByRole('main').innerText()).toMatch(
      /Raised[^]*Put to the agency[^]*The post was vacant[^]*Discussed by the board at[^]*A new holder is named/,
    )
  })
})

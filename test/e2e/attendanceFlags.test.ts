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
    'Marlowe Vale Safeguarding Adults Board',
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
  let femi: Page
  let flag: string

  test('the coordinator takes over the usual promises, tries them on what is past, and puts them into force', async () => {
    // Somebody of the police missed two meetings of the year: what the rules shall find.
    await server.db.query(
      `update register_mark k set mark = 'ABSENT', came_id = null, came_name = null, senior_enough = null
       from meeting m where m.id = k.meeting_id and m.board_id = $1 and m.register_closed_at is not null
         and k.organisation_id = (select id from organisation where name = 'Larkmere Police')`,
      [board],
    )
    femi = await people.as('Femi Alder')
    await femi.goto(`/boards/${board}/rules`)
    await title(femi, /^Rules for the year/).waitFor()
    await press(femi, 'Take over “Usual promises”')
    await femi.getByLabel('How many meetings of a year an agency may miss', { exact: true }).fill('99')
    await press(femi, 'Put these rules into force')
    expect(await errors(femi).innerText()).toContain('Enter a whole number from 0 to 50')
    await femi.getByLabel('How many meetings of a year an agency may miss', { exact: true }).fill('1')
    await press(femi, 'Try them on what is past')
    await femi.getByText(/With these rules, this year would have .* so far/).waitFor()
    await opener(femi, /^Larkmere Police missed/)
      .first()
      .click()
    await lookAtBothWidths(femi, 'the rules for a year, tried on what is past')
    await press(femi, 'Put these rules into force')
    await banner(femi, 'Version 1 of the rules is in force').waitFor()
  })

  test('it shows its working, and is put to the agency', async () => {
    await femi.goto(`/boards/${board}/flags`)
    await title(femi, /^Flags, /).waitFor()
    await lookAtBothWidths(femi, 'the flags of a board')
    await femi.getByRole('link', { name: /^Larkmere Police missed/ }).click()
    await title(femi, 'Flag: Larkmere Police').waitFor()
    flag = new URL(femi.url()).pathname
    expect(await femi.getByRole('table').innerText()).toContain('Absent (X)')
    await opener(femi, 'Put it to the agency').click()
    await press(femi, 'Put it to the agency')
    await banner(femi, 'The flag is put to the agency').waitFor()
    await lookAtBothWidths(femi, 'a flag that is put to the agency')
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

    await femi.reload()
    await opener(femi, 'Write down that the board discussed it').click()
    await femi.getByLabel('At which meeting?').selectOption({ index: 1 })
    await femi.getByLabel('What was said or agreed?').fill('The board thanks for the answer.')
    await press(femi, 'Save what was said')
    await banner(femi, 'It is written down').waitFor()
    await opener(femi, 'Say that it is addressed').click()
    await femi.getByLabel('What was done about it?').fill('A new holder is named.')
    await press(femi, 'It is addressed')
    await banner(femi, 'The flag is addressed').waitFor()
    expect(await femi.getByRole('main').innerText()).toMatch(
      /Raised[^]*Put to the agency[^]*The post was vacant[^]*Discussed by the board at[^]*A new holder is named/,
    )
  })
})

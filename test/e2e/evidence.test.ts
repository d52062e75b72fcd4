import { readFile } from 'node:fs/promises'
import { files } from '@boardwork/server/src/files/files.fixture.ts'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { TestServer } from '../support/server.ts'
import { findExamples } from './addresses.ts'
import type { Examples } from './addresses.ts'
import { lookAtBothWidths, startPeople } from './people.ts'
import type { People } from './people.ts'
import { errors, title } from './planSteps.ts'
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
const piecesOf = (page: Page) => page.getByRole('main').getByRole('listitem')
const add = (page: Page) => page.getByRole('button', { name: 'Add evidence' })

/** Each test goes on where the one before it ended. */
describe('evidence for an action', () => {
  let daniel: Page

  test('stands beside the action, and its file can be saved', async () => {
    daniel = await people.as('Daniel Heath')
    await daniel.goto(`/actions/${examples.actionOfPiece}/evidence`)
    await title(daniel, 'Evidence').waitFor()
    await daniel.getByRole('link', { name: /^Back to 1 / }).click()
    await daniel.getByText('Evidence so far').first().waitFor()
    await lookAtBothWidths(daniel, 'an area with evidence')

    const saving = daniel.waitForEvent('download')
    await daniel.getByRole('link', { name: 'The counts of both audits, team by team.' }).click()
    const saved = await saving
    expect(saved.suggestedFilename()).toBe('audit-of-outcomes.csv')
    expect(await readFile(await saved.path(), 'utf8')).toContain('North,7,6,7,7')
  })

  test('a note is added with the keyboard alone, and what was typed outlives a reload', async () => {
    await daniel.getByRole('link', { name: 'Add evidence for 1.1' }).focus()
    await daniel.keyboard.press('Enter')
    await title(daniel, 'Evidence').waitFor()
    await lookAtBothWidths(daniel, 'the page of evidence')
    await daniel.getByLabel('A file', { exact: true }).focus()
    await daniel.keyboard.press('ArrowDown')
    await daniel.keyboard.press('ArrowDown')
    await daniel.keyboard.press('Tab')
    await daniel.keyboard.type('Four people told us that they were asked.')
    await daniel.reload()
    expect(await daniel.getByRole('textbox', { name: 'Note' }).inputValue()).toBe(
      'Four people told us that they were asked.',
    )
    await lookAtBothWidths(daniel, 'the form for a note')
    await daniel.getByRole('textbox', { name: 'Note' }).focus()
    await daniel.keyboard.press('Tab')
    await daniel.keyboard.press('Enter')
    await banner(daniel, 'The note is added').waitFor()
    expect(await piecesOf(daniel).first().innerText()).toContain('Four people told us')
    await lookAtBothWidths(daniel, 'the page of evidence after a note was added')
  })

  test('a link needs an address of the web', async () => {
    await daniel.getByLabel('A link to something').check()
    await daniel.getByLabel('Address').fill('example')
    await add(daniel).click()
    expect(await errors(daniel).innerText()).toMatch(/begins with https[^]*Say what it shows/)
    expect(await daniel.title()).toMatch(/^Error: Evidence/)
    await lookAtBothWidths(daniel, 'the form for a link with errors')
    await errors(daniel)
      .getByRole('link', { name: /begins with https/ })
      .click()
    await daniel.keyboard.press('ControlOrMeta+A')
    await daniel.keyboard.type('https://fernshire.example/minutes')
    await daniel.getByLabel('What the link shows').fill('The minutes of the group')
    await add(daniel).click()
    await banner(daniel, 'The link is added').waitFor()
    const link = daniel.getByRole('link', { name: 'The minutes of the group', exact: true })
    expect(await link.getAttribute('href')).toBe('https://fernshire.example/minutes')
  })

  test('a file of a false kind is refused beside its field, and the words stay', async () => {
    const file = daniel.getByLabel('File', { exact: true })
    await add(daniel).click()
    expect(await errors(daniel).innerText()).toContain('Choose a file')
    await daniel.getByLabel('What the file shows').fill('The report of the group')
    await file.setInputFiles({ name: 'report.pdf', mimeType: 'application/pdf', buffer: files.exe })
    await add(daniel).click()
    await errors(daniel).getByText('is a program').waitFor()
    expect(await daniel.getByLabel('What the file shows').inputValue()).toBe('The report of the group')
    await lookAtBothWidths(daniel, 'the form for a file with an error')
  })

  test('a file that did not get through is sent again as the same try', async () => {
    const file = { name: 'Report – final.pdf', mimeType: 'application/pdf', buffer: files.pdf }
    await daniel.getByLabel('File', { exact: true }).setInputFiles(file)
    const tries: (string | undefined)[] = []
    daniel.on('request', (request) => {
      if (request.url().includes('/uploads/evidence/'))
        tries.push(request.headers()['x-boardwork-client-mutation-id'])
    })
    await daniel.route('**/uploads/evidence/*', (route) => route.abort())
    await add(daniel).click()
    await errors(daniel).getByText('We could not reach Boardwork').waitFor()
    await daniel.unroute('**/uploads/evidence/*')
    await add(daniel).click()
    await banner(daniel, 'The file is added').waitFor()
    expect(tries).toEqual([tries[0], tries[0]])
    expect(await daniel.getByText('File: Report – final.pdf, PDF').count()).toBe(1)
    await lookAtBothWidths(daniel, 'the page of evidence with each kind')

    const saving = daniel.waitForEvent('download')
    await daniel.getByRole('link', { name: 'The report of the group', exact: true }).click()
    expect(await readFile(await (await saving).path())).toEqual(files.pdf)
  })

  test('what is withdrawn is gone for everybody but the officers and who added it', async () => {
    const marcus = await people.as('Marcus Finch')
    await marcus.goto(`/actions/${examples.actionOfPiece}/evidence`)
    await marcus.getByText('The report of the group').waitFor()
    expect(await add(marcus).count()).toBe(0)
    expect(await marcus.getByRole('link', { name: /^Withdraw/ }).count()).toBe(0)
    await lookAtBothWidths(marcus, 'the page of evidence for who may not add any')

    await daniel.getByRole('link', { name: 'Withdraw “The report of the group”' }).click()
    await title(daniel, 'Withdraw evidence').waitFor()
    await daniel.getByRole('button', { name: 'Withdraw the evidence' }).click()
    await errors(daniel).getByText('Say why you withdraw it.').waitFor()
    await lookAtBothWidths(daniel, 'the page that withdraws evidence, with an error')
    await daniel.getByLabel('Why do you withdraw it?').fill('It was a draft.')
    await daniel.getByRole('button', { name: 'Withdraw the evidence' }).click()
    await banner(daniel, 'The evidence is withdrawn').waitFor()
    await daniel.getByText('Reason: It was a draft.').waitFor()
    await lookAtBothWidths(daniel, 'the page of evidence with some that was withdrawn')

    await marcus.reload()
    await title(marcus, 'Evidence').waitFor()
    expect(await marcus.getByText('The report of the group').count()).toBe(0)
    const ada = await people.as('Ada Fern')
    await ada.goto(`/actions/${examples.actionOfPiece}/evidence`)
    await ada.getByText('Reason: It was a draft.').waitFor()
  })

  test('somebody of another board gets neither the page nor the file', async () => {
    const kofi = await people.as('Kofi Briar')
    await kofi.goto(`/actions/${examples.actionOfPiece}/evidence`)
    await title(kofi, 'We could not find this page').waitFor()
    const answer = await kofi.request.get(`/evidence/${examples.piece}/file`)
    expect(answer.status()).toBe(404)
  })
})

import { mkdtemp, open, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import documentsOfPages from '@boardwork/client/src/gql/persisted-documents.json' with { type: 'json' }
import { expectAccessible } from '../support/pages.ts'
import type { TestServer } from '../support/server.ts'
import { lookAtBothWidths, startPeople } from './people.ts'
import type { People } from './people.ts'
import { chooseFile, opener, openImport, pasteText, press, sample, title, untilSaved } from './planSteps.ts'
import { startDemonstration } from './support.ts'

const fernshire = 'Fernshire Safeguarding Adults Board'
const marloweVale = 'Marlowe Vale Safeguarding Adults Board'

const documents: Record<string, string> = documentsOfPages

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

/** The summary of the errors, once it says this. */
async function untilRefused(page: Page, message: string | RegExp): Promise<void> {
  await page.locator('.govuk-error-summary').filter({ hasText: message }).waitFor()
}

async function count(table: 'plan' | 'plan_import' | 'area_comment'): Promise<number> {
  const { rows } = await server.db.query<{ n: number }>(`select count(*)::int n from ${table}`)
  return rows[0]?.n ?? Number.NaN
}

/** The server does what is asked and its answer never arrives, once. */
async function loseNextAnswer(page: Page, mutation: string): Promise<void> {
  // The built pages send the hashes of their documents.
  const hash = Object.keys(documents).find((each) => documents[each]?.includes(`mutation ${mutation}(`))
  if (hash === undefined) throw new Error(`The pages have no mutation ${mutation}.`)
  let lost = false
  await page.route('**/graphql', async (route) => {
    if (lost || !(route.request().postData() ?? '').includes(hash)) return route.continue()
    lost = true
    await route.fetch()
    return route.abort()
  })
}

describe('a document that cannot be brought in', () => {
  let page: Page
  let uploads = 0

  beforeAll(async () => {
    page = await people.as('Ada Fern')
    page.on('request', (request) => {
      if (request.url().includes('/uploads/')) uploads += 1
    })
    await openImport(page, fernshire)
  })
  afterAll(() => page.context().close())

  const file = (name: string, content: string) => ({
    name,
    mimeType: 'text/plain',
    buffer: Buffer.from(content),
  })

  test('no file at all', async () => {
    await press(page, 'Read the plan')
    await untilRefused(page, 'Choose the file with the plan.')
    expect(await page.title()).toMatch(/^Error: /)
  })

  test('an empty file, which is not sent', async () => {
    await chooseFile(page, file('plan.txt', ''))
    await untilRefused(page, '“plan.txt” is empty. Choose the document that you want to bring in.')
    await lookAtBothWidths(page, 'the import page with a file refused')
    expect(uploads).toBe(0)
  })

  test('an older Word document that is named as a text, which is not sent', async () => {
    const older = Buffer.from('d0cf11e0a1b11ae1' + '00'.repeat(600), 'hex')
    await chooseFile(page, { name: 'plan.txt', mimeType: 'text/plain', buffer: older })
    await untilRefused(page, /“plan.txt” is an older .*document/)
    expect(uploads).toBe(0)
  })

  test('a damaged PDF that is named as a text, which can be mended or pasted', async () => {
    await chooseFile(page, file('plan.txt', '%PDF-1.7\n%âãÏÓ\n1 0 obj\n<< /Type /Catalog >>\nendobj\n'))
    await untilRefused(page, /“plan.txt” is damaged.* paste them as text/)
    expect(uploads).toBe(1)
    uploads = 0
  })

  test('50 MB, which are not sent', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'boardwork-large-'))
    const large = path.join(folder, 'large.txt')
    const handle = await open(large, 'w')
    await handle.truncate(50 * 1024 * 1024)
    await handle.close()
    await chooseFile(page, large)
    await untilRefused(page, 'it has 50 MB, and we can read up to 25 MB')
    await rm(folder, { recursive: true })
    expect(uploads).toBe(0)
  })

  test('a text without any plan, which stays where it was pasted', async () => {
    const words = 'Dear all,\nthe next meeting is on Tuesday.\nBring a pen.'
    const before = await count('plan_import')
    await pasteText(page, words)
    await untilRefused(page, /plan/)
    expect(await page.locator('.govuk-error-summary').innerText()).toMatch(
      /could not find|no plan|no action/i,
    )
    expect(await page.getByLabel('Text of the plan').inputValue()).toBe(words)
    expect(await count('plan_import')).toBe(before)
    await lookAtBothWidths(page, 'the import page with a text refused')
  })

  test('after all that a good file still comes in', async () => {
    await page.getByLabel('In a file').check()
    await page.context().setOffline(true)
    await chooseFile(page, sample)
    await untilRefused(page, 'We could not reach Boardwork. Nothing you typed is lost. Try again.')
    await page.context().setOffline(false)
    await press(page, 'Read the plan')
    await title(page, 'Check the plan').waitFor()
    expect(await page.getByRole('main').innerText()).toContain('5 areas, 16 actions')
  })
})

describe('a lost connection', () => {
  test('while a preview is mended: the words stay, and are saved once when it is back', async () => {
    const page = await people.as('Ada Fern')
    await openImport(page, fernshire)
    await chooseFile(page, sample)
    await title(page, 'Check the plan').waitFor()
    await opener(page, 'Know whether practice gets better').click()
    await press(page, 'Change action 14')
    const what = page.getByLabel('What is to be done')

    await page.context().setOffline(true)
    await what.fill('Agree ten measures.')
    await page.getByText('Not saved yet: we cannot reach Boardwork.').waitFor()
    await lookAtBothWidths(page, 'the preview without a connection')
    // Who gives up waiting asks to save, and is told.
    await press(page, 'Save as draft plan')
    await page
      .locator('.govuk-error-summary')
      .filter({ hasText: 'your last changes could not be saved' })
      .waitFor()
    expect(await what.inputValue()).toBe('Agree ten measures.')

    await page.context().setOffline(false)
    await untilSaved(page)
    expect(await what.inputValue()).toBe('Agree ten measures.')
    await page.reload()
    await opener(page, 'Know whether practice gets better').click()
    await page.getByRole('heading', { name: '14 Agree ten measures.' }).waitFor()
    await page.context().close()
  })

  test('when only the answers are lost, trying again saves nothing twice', async () => {
    const page = await people.as('Ada Fern')
    await openImport(page, fernshire)
    await chooseFile(page, sample)
    await title(page, 'Check the plan').waitFor()
    await loseNextAnswer(page, 'SaveImportDraft')
    await page.getByLabel('Title of the plan').fill('A plan saved once')
    await page.getByText('Not saved yet: we cannot reach Boardwork.').waitFor()
    await press(page, 'Try to save again')
    await untilSaved(page)
    expect(await page.getByRole('heading', { name: /Somebody else/ }).count()).toBe(0)
    await page.unroute('**/graphql')

    const before = await count('plan')
    await loseNextAnswer(page, 'SavePlan')
    await press(page, 'Save as draft plan')
    await untilRefused(page, 'We could not reach Boardwork.')
    await press(page, 'Save as draft plan')
    await title(page, 'A plan saved once').waitFor()
    expect(await count('plan')).toBe(before + 1)
    await page.unroute('**/graphql')

    await page.locator('h2').getByRole('link').first().click()
    await page.getByLabel('Add a comment').fill('Said once.')
    const comments = await count('area_comment')
    await loseNextAnswer(page, 'CommentOnArea')
    await press(page, 'Add comment')
    await untilRefused(page, 'We could not reach Boardwork.')
    expect(await page.getByLabel('Add a comment').inputValue()).toBe('Said once.')
    await press(page, 'Add comment')
    await page.getByText('Your comment has been added.').waitFor()
    expect(await count('area_comment')).toBe(comments + 1)
    await page.context().close()
  })
})

describe('two people at once', () => {
  test('mend one import: what differs is brought together, and the second chooses where both wrote', async () => {
    const femi = await people.as('Femi Alder')
    const yusuf = await people.as('Yusuf Hazel')
    await openImport(femi, marloweVale)
    await chooseFile(femi, sample)
    await title(femi, 'Check the plan').waitFor()
    await yusuf.goto(femi.url())
    await title(yusuf, 'Check the plan').waitFor()
    for (const page of [femi, yusuf]) {
      await opener(page, 'Know whether practice gets better').click()
      await press(page, 'Change action 14')
    }
    const what = (page: Page) => page.getByLabel('What is to be done')

    await what(femi).fill('Agree ten measures.')
    await femi.getByLabel('Title of the plan').fill('The title that Femi gave')
    await untilSaved(femi)
    await what(yusuf).fill('Agree six measures.')
    const choice = yusuf.getByRole('region', { name: 'Somebody else changed the same fields' })
    await choice.getByText('Agree ten measures.').waitFor()
    await choice.getByText('Agree six measures.').waitFor()
    expect(await what(yusuf).inputValue()).toBe('Agree six measures.')
    await lookAtBothWidths(yusuf, 'the preview with two texts for one field')
    await yusuf.getByRole('link', { name: 'choose whose text to keep' }).click()
    await choice.getByLabel('Theirs').check()
    await press(choice, 'Keep what I chose')
    await untilSaved(yusuf)
    expect(await what(yusuf).inputValue()).toBe('Agree ten measures.')
    expect(await yusuf.getByLabel('Title of the plan').inputValue()).toBe('The title that Femi gave')

    await press(yusuf, 'Save as draft plan')
    await title(yusuf, 'The title that Femi gave').waitFor()
    const plans = await count('plan')
    await press(femi, 'Save as draft plan')
    await untilRefused(femi, 'has been saved already, as the plan “The title that Femi gave”.')
    await lookAtBothWidths(femi, 'the preview of an import that somebody else saved')
    expect(await count('plan')).toBe(plans)
    await femi.context().close()
    await yusuf.context().close()
  })

  test('change one action: the second sees both texts and nothing of theirs is lost', async () => {
    const femi = await people.as('Femi Alder')
    const yusuf = await people.as('Yusuf Hazel')
    await femi.getByRole('link', { name: marloweVale, exact: true }).click()
    const adopted = femi
      .getByRole('region', { name: 'Improvement plans' })
      .getByRole('listitem')
      .filter({ hasText: 'Adopted' })
    await adopted.getByRole('link').click()
    await femi.locator('h2').getByRole('link').first().click()
    await femi.getByRole('heading', { name: 'Comments' }).waitFor()
    await femi
      .getByRole('link', { name: /^Change/ })
      .first()
      .click()
    await title(femi, 'Change this action').waitFor()
    await yusuf.goto(femi.url())
    await title(yusuf, 'Change this action').waitFor()

    await femi.getByLabel('What is to be done').fill('Meet every month.')
    await yusuf.getByLabel('What is to be done').fill('Meet every week.')
    await femi.getByRole('button', { name: 'Save', exact: true }).click()
    await femi.getByRole('heading', { name: 'Comments' }).waitFor()
    await yusuf.getByRole('button', { name: 'Save', exact: true }).click()
    await yusuf.getByText('Somebody else changed this while you were working').waitFor()
    await yusuf.getByText('Meet every month.').waitFor()
    expect(await yusuf.getByLabel('What is to be done').inputValue()).toBe('Meet every week.')
    await lookAtBothWidths(yusuf, 'an action that somebody else changed')
    await yusuf.getByLabel('What is to be done').fill('Meet every month, and every week in winter.')
    await yusuf.getByRole('button', { name: 'Save', exact: true }).click()
    await yusuf.getByRole('heading', { name: /Meet every month, and every week in winter\./ }).waitFor()
    await femi.context().close()
    await yusuf.context().close()
  })
})

test('a session that is ended while a comment is typed takes none of its words', async () => {
  const page = await people.as('Marcus Finch')
  await page.getByRole('link', { name: fernshire, exact: true }).click()
  await page
    .getByRole('region', { name: 'Improvement plans' })
    .getByRole('listitem')
    .filter({ hasText: 'Adopted' })
    .getByRole('link')
    .click()
  await page.locator('h2').getByRole('link').first().click()
  const comment = page.getByLabel('Add a comment')
  await comment.fill('A long thought about this area.')
  await server.db.query(
    `update session set ended_at = now() where person_id = (select id from person where name = 'Marcus Finch')`,
  )
  await press(page, 'Add comment')
  await untilRefused(page, 'You are signed out. Sign in to go on.')
  expect(await comment.inputValue()).toBe('A long thought about this area.')
  await lookAtBothWidths(page, 'an area after the session ended')

  const signedOut = page.getByRole('dialog', { name: 'You were signed out' })
  await press(signedOut, 'Sign in')
  await title(page, 'Sign in').waitFor()
  await press(page, 'Sign in as Marcus Finch')
  await page.getByRole('heading', { name: 'Comments' }).waitFor()
  expect(await comment.inputValue()).toBe('A long thought about this area.')
  await press(page, 'Add comment')
  await page.getByRole('article').filter({ hasText: 'A long thought about this area.' }).waitFor()
  await page.context().close()
})

test('in forced colours everything that can be pressed, and every tag, keeps its edge', async () => {
  const page = await people.as('Ada Fern')
  await page.emulateMedia({ forcedColors: 'active' })
  const withoutEdge = () =>
    page.locator('.govuk-button:visible, .govuk-tag:visible, .govuk-input:visible').evaluateAll((elements) =>
      elements
        .filter((element) => {
          const { backgroundColor, borderTopColor, borderTopWidth, outlineColor, outlineStyle } =
            getComputedStyle(element)
          const seen = (colour: string) => colour !== backgroundColor && !/^rgba\(.*, 0\)$/.test(colour)
          // An edge without a style has no width; an outline without one keeps its width.
          const hasBorder = parseFloat(borderTopWidth) > 0 && seen(borderTopColor)
          return !hasBorder && !(outlineStyle !== 'none' && seen(outlineColor))
        })
        .map((element) => `${element.tagName}: ${element.textContent}`),
    )

  await openImport(page, fernshire)
  await press(page, 'Read the plan')
  await untilRefused(page, 'Choose the file with the plan.')
  expect(await withoutEdge()).toEqual([])
  await expectAccessible(page, 'a form with errors in forced colours')

  await chooseFile(page, sample)
  await title(page, 'Check the plan').waitFor()
  await opener(page, 'Hear from every person').click()
  await page.getByRole('button', { name: 'Change action 1', exact: true }).click()
  expect(await withoutEdge()).toEqual([])
  await expectAccessible(page, 'the preview in forced colours')

  await press(page, 'Save as draft plan')
  await page.getByText(/^Showing/).waitFor()
  expect(await withoutEdge()).toEqual([])
  await expectAccessible(page, 'a plan in forced colours')
  await page.context().close()
})

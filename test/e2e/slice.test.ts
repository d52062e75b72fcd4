import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { readBytes } from '@boardwork/server/src/documents/readBytes.ts'
import { recognisePlan } from '@boardwork/shared/plan/import/recognisePlan.ts'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { widths } from '../support/pages.ts'
import type { TestServer } from '../support/server.ts'
import { lookAtBothWidths, startPeople } from './people.ts'
import type { People } from './people.ts'
import { chooseFile, opener, openImport, pasteText, press, sample, title, untilSaved } from './planSteps.ts'
import { startDemonstration } from './support.ts'

const fernshire = 'Fernshire Safeguarding Adults Board'
const marloweVale = 'Marlowe Vale Safeguarding Adults Board'
const planTitle = 'Thistledown improvement plan'
const seftonPlan = fileURLToPath(
  new URL('../../../shared/plans/sefton-improvement-plan-2010.txt', import.meta.url),
)

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

/** Presses a button that gives a document, and reads it as the platform does. */
async function downloadPlan(page: Page, button: string) {
  const waiting = page.waitForEvent('download')
  await press(page, button)
  const download = await waiting
  const bytes = new Uint8Array(await readFile(await download.path()))
  const read = await readBytes({ name: download.suggestedFilename(), bytes }, () => undefined)
  if (!read.ok) throw new Error(read.message)
  return [download, recognisePlan(read.document)] as const
}

/** Each test goes on where the one before it ended, as the people of a board do. */
describe('a plan comes in', () => {
  let ada: Page
  let ravi: Page
  let boardAddress = ''
  let planAddress = ''
  let areaAddress = ''

  test('the coordinator brings in a document and sees what was understood of it', async () => {
    ada = await people.as('Ada Fern')
    await lookAtBothWidths(ada, 'the boards of a coordinator')
    await openImport(ada, fernshire)
    boardAddress = ada.url().replace(/\/import$/, '')
    await lookAtBothWidths(ada, 'the import page')

    await chooseFile(ada, sample)
    await title(ada, 'Check the plan').waitFor()
    expect(await ada.getByRole('main').innerText()).toMatch(/5 areas, 16 actions, 3 themes, 2 lines unplaced/)
    await lookAtBothWidths(ada, 'the preview')
  })

  test('she mends it, and each change is kept by the server', async () => {
    await ada.getByLabel('Title of the plan').fill(planTitle)
    await opener(ada, 'Hear from every person').click()
    await opener(ada, 'Change area 1').click()
    await ada.getByLabel('What is to be improved').fill('Hear what each person wants to happen')
    await press(ada, 'Change action 2')
    await ada.getByLabel('What is to be done').fill('Offer an advocate to everyone, and say so in writing.')
    await lookAtBothWidths(ada, 'the preview with an area and an action open')

    await press(ada, /^Put into the plan the text The partnership looks/)
    await ada.getByLabel('Put it into').selectOption({ label: 'A new action of an area' })
    await ada
      .getByLabel('Area', { exact: true })
      .selectOption({ label: '5 Know whether practice gets better' })
    await lookAtBothWidths(ada, 'the form that places unplaced text')
    await press(ada, 'Put it there')
    await press(ada, /^Set aside.*Thistledown/)
    await untilSaved(ada)
    expect(await ada.getByRole('main').innerText()).toMatch(/5 areas, 17 actions, 3 themes, 0 lines unplaced/)
    await lookAtBothWidths(ada, 'the preview with nothing unplaced')
  })

  test('after a reload everything that she mended is there', async () => {
    // What this device keeps must not be what answers here.
    await ada.evaluate(() => sessionStorage.clear())
    await ada.reload()
    await title(ada, 'Check the plan').waitFor()
    await ada.getByText('All changes are saved').waitFor()
    expect(await ada.getByLabel('Title of the plan').inputValue()).toBe(planTitle)
    await opener(ada, '1 Hear what each person wants to happen').click()
    await ada
      .getByRole('heading', { name: '2 Offer an advocate to everyone, and say so in writing.' })
      .waitFor()
    await opener(ada, 'Know whether practice gets better').click()
    await ada.getByRole('heading', { name: /^The partnership looks at this plan/ }).waitFor()
    await opener(ada, 'text set aside').click()
    await ada.getByText('Thistledown Safeguarding Adults Partnership', { exact: true }).waitFor()
  })

  test('she saves it as a draft, which members and other boards do not see', async () => {
    await press(ada, 'Save as draft plan')
    await title(ada, planTitle).waitFor()
    planAddress = ada.url()
    await ada.getByText('This plan is a draft.').waitFor()
    await lookAtBothWidths(ada, 'the draft plan')

    const marcus = await people.as('Marcus Finch')
    await marcus.goto(planAddress)
    await title(marcus, /^We could not find this/).waitFor()
    await lookAtBothWidths(marcus, 'the page that was not found')
    await marcus.goto(boardAddress)
    await title(marcus, fernshire).waitFor()
    expect(await marcus.getByRole('main').innerText()).not.toContain(planTitle)
    await marcus.context().close()
  })

  test('the chair reads the draft and adopts it', async () => {
    const gareth = await people.as('Gareth Moss')
    await gareth.getByRole('link', { name: fernshire, exact: true }).click()
    await gareth.getByRole('link', { name: planTitle }).click()
    await title(gareth, planTitle).waitFor()
    await gareth.getByText('Showing 17 actions in 5 areas.').waitFor()
    await press(gareth, 'Adopt this plan')
    await title(gareth, 'Adopt this plan').waitFor()
    await lookAtBothWidths(gareth, 'the page that asks before adopting')
    await press(gareth, 'Adopt this plan')
    await title(gareth, planTitle).waitFor()
    await gareth.getByText(/Adopted on \d/).waitFor()
    expect(await gareth.getByText('This plan is a draft.').count()).toBe(0)
    await gareth.context().close()
  })

  test('the chair takes it out, and it is read again as what it is', async () => {
    const gareth = await people.as('Gareth Moss')
    await gareth.goto(planAddress)
    await gareth.getByRole('link', { name: 'Take the plan out as Word or Excel' }).click()
    await title(gareth, 'Take the plan out').waitFor()
    await gareth.getByText('17 actions will be in it.').waitFor()
    await lookAtBothWidths(gareth, 'the page that takes a plan out')
    for (const [form, ending] of [
      ['Word', 'docx'],
      ['Excel', 'xlsx'],
    ] as const) {
      const [download, plan] = await downloadPlan(gareth, `Download as ${form}`)
      expect(download.suggestedFilename()).toBe(`${planTitle}.${ending}`)
      expect(
        plan.areas.flatMap((area) => area.actions.flatMap(({ reference }) => Number(reference))),
      ).toEqual(Array.from({ length: 16 }, (_, index) => index + 1))
      // The action that she added has no number, and stands below the last.
      expect(plan.areas[4]?.actions.at(-1)?.title).toContain('The partnership looks at this plan')
      expect(plan.areas[0]?.title).toBe('Hear what each person wants to happen')
      expect(plan.headers[0]?.columns.map(({ heading }) => heading)).toEqual([
        'No.',
        'How is this to be achieved / action',
        'Expected evidence of improvement',
        'Responsible',
        'Timescale',
      ])
    }

    await gareth.getByRole('link', { name: 'See the plan as a page for publication' }).click()
    await title(gareth, planTitle).waitFor()
    await lookAtBothWidths(gareth, 'a plan for publication')
    const pressedDownload = gareth.waitForEvent('download')
    await press(gareth, 'Download this page')
    const html = await readFile(await (await pressedDownload).path(), 'utf8')
    const page = await gareth.context().newPage()
    await page.setContent(html)
    await title(page, planTitle).waitFor()
    expect(await page.getByRole('table').count()).toBe(6)
    await lookAtBothWidths(page, 'the page for publication as a file')
    await gareth.context().close()
  })

  test('a member takes the part of their agency out of a plan', async () => {
    const marcus = await people.as('Marcus Finch')
    await marcus.getByRole('link', { name: fernshire, exact: true }).click()
    await marcus.getByRole('link', { name: /^Safeguarding adults improvement plan/ }).click()
    await marcus.getByRole('link', { name: 'Take the plan out as Word or Excel' }).click()
    await marcus.getByLabel('Which part').selectOption({ label: 'The part of Larkmere Police' })
    const said = await marcus.getByText(/^\d+ actions will be in it\.$/).innerText()
    expect(new URL(marcus.url()).search).toMatch(/^\?agency=/)
    const [, plan] = await downloadPlan(marcus, 'Download as Excel')
    expect(said).toBe(`${plan.areas.flatMap((area) => area.actions).length} actions will be in it.`)
    await marcus.context().close()
  })

  test('a member from the police reads it and comments on an area', async () => {
    const marcus = await people.as('Marcus Finch')
    await marcus.getByRole('link', { name: fernshire, exact: true }).click()
    await marcus.getByRole('link', { name: planTitle }).click()
    await title(marcus, planTitle).waitFor()
    expect(await marcus.getByRole('button', { name: /Adopt|Change/ }).count()).toBe(0)
    await marcus.getByRole('link', { name: /Make plans for protection/ }).click()
    await title(marcus, /Make plans for protection/).waitFor()
    areaAddress = marcus.url()
    await press(marcus, 'Add comment')
    await marcus.getByRole('alert').waitFor()
    await lookAtBothWidths(marcus, 'an area with an empty comment refused')

    await marcus.getByLabel('Add a comment').fill('The police can join the courses in September.')
    await press(marcus, 'Add comment')
    await marcus.getByText('Your comment has been added.').waitFor()
    const comment = marcus.getByRole('article').filter({ hasText: 'The police can join the courses' })
    expect(await comment.innerText()).toContain('Marcus Finch')
    expect(await marcus.getByLabel('Add a comment').inputValue()).toBe('')
    await lookAtBothWidths(marcus, 'an area with a comment')
    await marcus.context().close()
  })

  test('somebody of another board alone meets it nowhere', async () => {
    ravi = await people.as('Ravi Sorrel', widths.phone)
    for (const address of [planAddress, areaAddress]) {
      await ravi.goto(address)
      await title(ravi, /^We could not find this/).waitFor()
      expect(await ravi.locator('body').innerText()).not.toContain('Thistledown')
    }
    for (const address of ['/', '/shared', boardAddress]) {
      await ravi.goto(address)
      await ravi.getByRole('heading', { level: 1 }).waitFor()
      expect(await ravi.locator('body').innerText()).not.toContain('Thistledown')
    }
  })

  test('the coordinator shares one area with another board until a day', async () => {
    await ada.goto(areaAddress)
    await press(ada, 'Share this area')
    await title(ada, 'Share this area').waitFor()
    await press(ada, 'Share this area')
    await ada.getByRole('alert').waitFor()
    await lookAtBothWidths(ada, 'the form of a share with errors')

    await ada.getByLabel('Another board').check()
    await ada.getByLabel('Board', { exact: true }).selectOption({ label: marloweVale })
    await ada.getByLabel('Read it and comment on it').check()
    await ada.getByLabel('Why is it shared?').fill('Both boards train the same managers.')
    const last = new Date(Date.now() + 60 * 24 * 60 * 60 * 1000)
    await ada.getByLabel('Day').fill(String(last.getUTCDate()))
    await ada.getByLabel('Month').fill(String(last.getUTCMonth() + 1))
    await ada.getByLabel('Year').fill(String(last.getUTCFullYear()))
    await press(ada, 'Share this area')
    await title(ada, /Make plans for protection/).waitFor()
    await ada.getByRole('heading', { name: marloweVale }).waitFor()
    expect(await ada.getByRole('region', { name: 'Shared with' }).innerText()).toMatch(
      /Read and comment[^]*Both boards train the same managers\./,
    )
    await lookAtBothWidths(ada, 'an area that is shared')
  })

  test('a member of that board sees this area alone, and comments', async () => {
    await ravi.goto('/shared')
    await ravi
      .getByRole('link', { name: /Make plans for protection/ })
      .last()
      .waitFor()
    await lookAtBothWidths(ravi, 'what is shared with somebody')
    await ravi.goto(planAddress)
    await title(ravi, planTitle).waitFor()
    await ravi.getByText('Showing 4 actions in 1 area.').waitFor()
    expect(await ravi.getByRole('main').innerText()).not.toContain('Hear what each person wants')
    await ravi.getByRole('link', { name: /Make plans for protection/ }).click()
    await ravi.getByText('shares this area with').waitFor()
    await ravi.getByLabel('Add a comment').fill('Two of our managers want to come.')
    await press(ravi, 'Add comment')
    await ravi.getByText('Your comment has been added.').waitFor()
    await lookAtBothWidths(ravi, 'a shared area, as the other board sees it')
  })

  test('when the coordinator ends the share, it is gone for them at once', async () => {
    await ada.reload()
    await ada.getByText('Two of our managers want to come.').waitFor()
    await opener(ada, 'End the share with').click()
    await press(ada, 'End this share')
    await ada.getByText(`This area is not shared with ${marloweVale} any more.`).waitFor()
    await lookAtBothWidths(ada, 'an area whose share has ended')

    await ravi.getByLabel('Add a comment').fill('Is it still open?')
    await press(ravi, 'Add comment')
    await ravi.getByRole('alert').filter({ hasText: 'We could not find this' }).waitFor()
    expect(await ravi.getByLabel('Add a comment').inputValue()).toBe('Is it still open?')
    for (const address of [areaAddress, planAddress]) {
      await ravi.goto(address)
      await title(ravi, /^We could not find this/).waitFor()
    }
    await ravi.goto('/shared')
    await title(ravi, 'Shared with you').waitFor()
    expect(await ravi.getByRole('main').innerText()).not.toContain(planTitle)
  })

  test('the same document brought in again is met with a warning that leads to the first', async () => {
    await ada.goto(`${boardAddress}/import`)
    await chooseFile(ada, sample)
    await title(ada, 'Check the plan').waitFor()
    const warning = ada.getByRole('region', { name: 'Brought in before' })
    await warning.getByText('The same document was brought in to this board before.').waitFor()
    await lookAtBothWidths(ada, 'the preview of a document that was brought in before')
    await warning.getByRole('link', { name: planTitle }).click()
    await title(ada, planTitle).waitFor()
    expect(ada.url()).toBe(planAddress)
  })
})

test('a plan is pasted on a phone, mended and saved', async () => {
  const page = await people.as('Ada Fern', widths.phone)
  await openImport(page, 'Fernshire quality and performance sub-group')
  await page.getByLabel('I want to paste it').check()
  await press(page, 'Read the plan')
  await page.getByRole('link', { name: 'Paste the text of the plan.' }).waitFor()
  await lookAtBothWidths(page, 'the import page with nothing pasted')
  await pasteText(page, await readFile(sample, 'utf8'))
  await title(page, 'Check the plan').waitFor()
  expect(await page.getByRole('main').innerText()).toMatch(/5 areas, 16 actions, 3 themes, 2 lines unplaced/)
  await opener(page, 'Know whether practice gets better').click()
  await press(page, 'Change action 15')
  await page.getByLabel('What is to be done').fill('Check twice a year what became of all findings.')
  await press(page, 'Done with action 15')
  await untilSaved(page)
  await press(page, 'Save as draft plan')
  await page.getByText('Showing 16 actions in 5 areas.').waitFor()
  await page.getByRole('link', { name: '15 Check twice a year what became of all findings.' }).waitFor()
  await page.context().close()
})

const seftonIsHere = existsSync(seftonPlan)

test(
  seftonIsHere
    ? 'a real plan comes in with its 19 areas and 53 actions'
    : 'NOT TRIED, because the folder with real plans is not here: a real plan comes in',
  async () => {
    if (!seftonIsHere) return
    const page = await people.as('Ada Fern')
    await openImport(page, fernshire)
    await chooseFile(page, seftonPlan)
    await title(page, 'Check the plan').waitFor()
    expect(await page.getByRole('main').innerText()).toMatch(/19 areas, 53 actions, 5 themes/)
    await lookAtBothWidths(page, 'the preview of a real plan')
    await press(page, 'Save as draft plan')
    await page.getByText('Showing 53 actions in 19 areas.').waitFor()
    await page.context().close()
  },
)

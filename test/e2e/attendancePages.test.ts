import { boardYearOf, usualYearStart, yearStartsOn } from '@boardwork/shared/attendance/figures/boardYear.ts'
import { todayInLondon } from '@boardwork/shared/board/dates.ts'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { expectAccessible, widths } from '../support/pages.ts'
import type { TestServer } from '../support/server.ts'
import { lookAtBothWidths, startPeople } from './people.ts'
import type { People } from './people.ts'
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

it('a coordinator reads the year, traces a figure to its marks, and publishes the figures anew once they have changed', async () => {
  const page = await people.as('Ada Fern')
  await page.getByRole('link', { name: 'Fernshire Safeguarding Adults Board' }).first().click()
  await page.getByRole('link', { name: 'Attendance this year' }).click()
  const grid = page.getByRole('region', { name: 'Seats by meetings' })
  await grid.getByRole('rowheader', { name: /^Larkmere Police/ }).waitFor()

  // On a phone the grid scrolls by itself and takes the keyboard; the page does not.
  await page.setViewportSize({ width: widths.phone, height: 700 })
  await grid.focus()
  await page.keyboard.press('ArrowRight')
  await expect.poll(() => grid.evaluate((region) => region.scrollLeft)).toBeGreaterThan(0)
  await expectAccessible(page, 'the grid on a phone')
  await page.setViewportSize({ width: widths.desktop, height: 900 })

  const { rows } = await server.db.query<{ met: boolean }>(
    `select q.met from quorum_result q join meeting m on m.id = q.meeting_id join board b on b.id = m.board_id
     where b.name = 'Fernshire Safeguarding Adults Board' and m.cancelled_at is null and m.held_on >= $1
     order by m.held_on`,
    [yearStartsOn(boardYearOf(todayInLondon(), usualYearStart), usualYearStart)],
  )
  const quorum = page.getByRole('region', { name: 'Quorum of each meeting' })
  expect(await quorum.getByText(/^It was /).allInnerTexts()).toEqual(
    rows.map(({ met }) => (met ? 'It was there' : 'It was not there')),
  )

  await page.getByRole('link', { name: 'Paragraph for the annual report' }).click()
  const absences = page.getByRole('link', { name: /Agencies that were absent/ })
  const count = Number.parseInt(await absences.innerText(), 10)
  await absences.click()
  await page
    .getByRole('heading', { level: 2, name: `Agencies that were absent, meeting by meeting: ${count}` })
    .waitFor()
  expect(
    await page
      .getByRole('region', { name: /^Agencies that were absent/ })
      .getByRole('row')
      .count(),
  ).toBe(count + 1)

  await page.getByLabel('Compare with the year before').check()
  await page.getByRole('button', { name: 'Show' }).click()
  await page.getByRole('link', { name: /The year before: Meetings that were held/ }).click()
  const earlier = page.getByRole('region', { name: /^The year before: Meetings that were held/ })
  await expect.poll(() => earlier.getByRole('link').count()).toBeGreaterThan(0)
  await expectAccessible(page, 'what a figure of the year before was counted from')

  await server.db.query(
    `update register_mark set mark = 'PRESENT', came_id = null, came_name = null, senior_enough = null`,
  )
  await page.getByRole('link', { name: 'Back to the attendance' }).click()
  await page.getByRole('link', { name: 'Published figures' }).click()
  await page.getByText('The registers have changed since then').waitFor()
  await page.getByRole('link', { name: 'publish the new figures' }).click()
  await page.getByRole('button', { name: 'Publish these figures' }).click()
  await page.getByText('The figures are published').waitFor()
  expect(await page.getByText('The registers have changed since then').count()).toBe(0)
  await page.getByRole('heading', { name: 'Taken back or replaced' }).waitFor()
})

it('an administrator records a merger: the lead of the other agency reads the years before, the board sees both names, and it is taken back', async () => {
  const [old, other] = ['Willowmarch Care Homes', 'Larkmere Homes']
  const administrator = await people.as('Ines Larch')
  const openMerger = async (link: RegExp) => {
    await administrator.goto('/organisations')
    await administrator.getByRole('link', { name: `Change ${old}` }).click()
    await administrator.getByRole('link', { name: link }).click()
  }
  await openMerger(/^Record that it became part/)
  await administrator.getByRole('link', { name: 'Marlowe Vale Safeguarding Adults Board' }).waitFor()
  await administrator.getByRole('button', { name: 'Record the merger' }).click()
  await administrator.getByRole('link', { name: 'Choose the organisation that it became part of.' }).waitFor()
  await lookAtBothWidths(administrator, 'a merger with mistakes')
  await administrator.getByLabel('Organisation that it became part of').selectOption(other)
  for (const [label, text] of [
    ['Day', '1'],
    ['Month', '10'],
    ['Year', '2026'],
  ] as const)
    await administrator.getByLabel(label, { exact: true }).fill(text)
  await administrator.getByRole('button', { name: 'Record the merger' }).click()
  await administrator
    .getByRole('alert')
    .filter({ hasText: `${old} is part of ${other} now` })
    .waitFor()

  const lead = await people.as('Ravi Sorrel')
  await lead.getByRole('link', { name: other }).first().click()
  await lead.getByRole('link', { name: 'Attendance at all boards' }).click()
  const years = lead.getByRole('region', { name: `${old}, part of ${other} since 1 October 2026` })
  await years.waitFor()
  await lookAtBothWidths(lead, 'an agency with another that became part of it')
  await years.getByRole('link').last().click()
  await lead.getByText('That is why you can see its attendance.').waitFor()
  await lead.getByRole('link', { name: `Back to the attendance of ${other}` }).click()
  await years.waitFor()

  const member = await people.as('Femi Alder')
  await member.getByRole('link', { name: 'Marlowe Vale Safeguarding Adults Board' }).first().click()
  await member.getByRole('link', { name: 'Attendance this year' }).click()
  const grid = member.getByRole('region', { name: 'Seats by meetings' })
  await grid.getByText(`(part of ${other} since 1 October 2026)`).waitFor()
  await grid.getByText(`(includes ${old} since 1 October 2026)`).waitFor()
  await grid.getByRole('link', { name: old, exact: true }).click()
  await member.getByRole('link', { name: other, exact: true }).click()
  await member.getByRole('heading', { level: 1, name: `Attendance of ${other}` }).waitFor()

  await openMerger(/^Look at the merger/)
  await administrator.getByLabel('Why do you take it back?').fill('Another provider was meant')
  await lookAtBothWidths(administrator, 'taking a merger back')
  await administrator.getByRole('button', { name: 'Take the merger back' }).click()
  await administrator.getByRole('alert').filter({ hasText: 'is taken back' }).waitFor()
  await lead.reload()
  await lead.getByRole('heading', { name: 'Attendance at all boards' }).waitFor()
  expect(await years.count()).toBe(0)
})

import { createHash } from 'node:crypto'
import { demonstrationPassword } from '@boardwork/server/src/demonstration/people.ts'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { TestServer } from '../support/server.ts'
import { lookAtBothWidths as look, startPeople } from './people.ts'
import type { People } from './people.ts'
import { press } from './planSteps.ts'
import { signInAs, startDemonstration } from './support.ts'

const fernshire = 'Fernshire Safeguarding Adults Board'

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

const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name }).waitFor()
const follow = (page: Page, name: string | RegExp) => page.getByRole('link', { name }).first().click()
const fill = (page: Page, label: string, text: string) => page.getByLabel(label, { exact: true }).fill(text)

/** What was done, as the banner says, which has the focus. */
async function expectSaved(page: Page, words: string | RegExp): Promise<void> {
  await page.getByRole('alert').filter({ hasText: words }).waitFor()
}

/** The error summary with its messages, which has the focus. */
async function expectErrors(page: Page, messages: readonly (string | RegExp)[]): Promise<void> {
  const summary = page.locator('.govuk-error-summary')
  for (const message of messages) await summary.getByRole('listitem').filter({ hasText: message }).waitFor()
  expect(await summary.getByRole('listitem').count()).toBe(messages.length)
  expect(await summary.evaluate((box) => box.contains(document.activeElement))).toBe(true)
  expect(await page.title()).toMatch(/^Error: .+ – Boardwork$/)
}

async function read<Row extends object>(sql: string, ...values: unknown[]): Promise<Row> {
  const { rows } = await server.db.query<Row>(sql, values)
  const [row] = rows
  if (!row) throw new Error(`The database has no row for: ${sql}`)
  return row
}

async function idOf(sql: string, ...values: unknown[]): Promise<string> {
  return (await read<{ id: string }>(sql, ...values)).id
}

const boardId = (name = fernshire) => idOf('select id from board where name = $1', name)

/** The way that stands in the newest mail to the address. */
async function linkInMail(email: string): Promise<string> {
  const { body } = await read<{ body: string }>(
    'select body from mail where recipient = $1 order by written_at desc limit 1',
    email,
  )
  return /\/(invitation|password)\/[\w-]+/.exec(body)?.[0] ?? ''
}

describe('an administrator', () => {
  const email = 'robin.harbour@saltmarsh.example'
  const board = 'Saltmarsh Safeguarding Adults Board'

  it('makes a region, a council and its board, and invites who coordinates it', async () => {
    const page = await people.as('Ines Larch')
    await look(page, "the administrator's home page")

    await follow(page, 'Organisations')
    await press(page, 'Add a region')
    await heading(page, 'Add a region')
    await press(page, 'Add the region')
    await expectErrors(page, [/^Enter/])
    await look(page, 'a region without a name')
    await fill(page, 'Name of the region', 'Saltmarsh Coast')
    await press(page, 'Add the region')
    await expectSaved(page, 'The region “Saltmarsh Coast” is added')
    await look(page, 'the organisations after a region was added')

    await press(page, 'Add an organisation')
    await heading(page, 'Add an organisation')
    await press(page, 'Add the organisation')
    await expectErrors(page, [/^Enter/, 'Choose what kind of organisation it is.', 'Choose a region.'])
    await look(page, 'an organisation without anything')
    await fill(page, 'Name of the organisation', 'Saltmarsh Council')
    await page.getByLabel('Council', { exact: true }).check()
    await page.getByLabel('Region', { exact: true }).selectOption('Saltmarsh Coast')
    await press(page, 'Add the organisation')
    await expectSaved(page, '“Saltmarsh Council” is added')

    await page.getByRole('navigation').getByRole('link', { name: 'Boards', exact: true }).click()
    await press(page, 'Make a board')
    await heading(page, 'Make a board')
    await press(page, 'Make the board')
    await expectErrors(page, [
      /^Enter the name/,
      'Choose the council.',
      'Choose what the board looks after.',
      'Choose who coordinates the board',
    ])
    await look(page, 'a board without anything')
    await page.getByLabel('Council', { exact: true }).selectOption('Saltmarsh Council')
    await fill(page, 'Name of the board', board)
    await page.getByLabel('Safeguarding adults').check()
    await fill(page, 'Or the e-mail address of somebody to invite', 'robin.harbour')
    await press(page, 'Make the board')
    await expectErrors(page, [/e-mail address/])
    await fill(page, 'Or the e-mail address of somebody to invite', email)
    await press(page, 'Make the board')
    await expectSaved(page, `The board “${board}” is made`)
    await page.getByRole('row', { name: board }).getByText('Nobody yet').waitFor()
    await look(page, 'the boards after one was made')

    await follow(page, 'Outbox')
    await heading(page, 'Outbox')
    await page.getByText('No e-mail server is set up').waitFor()
    await page.locator('summary', { hasText: `to ${email}` }).click()
    await page.getByText(await linkInMail(email)).waitFor()
    await look(page, 'the outbox with an open mail')
    await page.context().close()
  })

  it('invites another administrator, who then runs the platform too', async () => {
    const invited = 'petra.holm@fernshire.example'
    const page = await people.as('Ines Larch')
    await follow(page, 'People')
    await press(page, 'Invite an administrator')
    await heading(page, 'Invite an administrator')
    await press(page, 'Send the invitation')
    await expectErrors(page, [/e-mail address/, 'Choose the organisation that the person works for.'])
    await look(page, 'an invitation of an administrator without anything')
    await fill(page, 'E-mail address', invited)
    await page.getByLabel('Organisation that the person works for').selectOption('Fernshire County Council')
    await press(page, 'Send the invitation')
    await expectSaved(page, `The invitation to ${invited} is on its way`)
    await heading(page, 'People')
    await look(page, 'the people with an invited administrator')
    await press(page, `Withdraw the invitation to ${invited}`)
    await expectSaved(page, `The invitation to ${invited} is withdrawn`)
    expect(await page.getByText(invited, { exact: true }).count()).toBe(0)

    await press(page, 'Invite an administrator')
    await fill(page, 'E-mail address', invited)
    await page.getByLabel('Organisation that the person works for').selectOption('Fernshire County Council')
    await press(page, 'Send the invitation')
    await expectSaved(page, `The invitation to ${invited} is on its way`)
    const another = await people.stranger()
    await another.goto(await linkInMail(invited))
    await heading(another, 'Invitation to Boardwork')
    await fill(another, 'Your name', 'Petra Holm')
    await fill(another, 'Password', 'granite kettle meadow')
    await press(another, 'Accept the invitation')
    await heading(another, 'Your boards')
    await follow(another, 'People')
    await heading(another, 'People')
    await Promise.all([page.context().close(), another.context().close()])
  })

  it('has invited somebody who then makes an account, once', async () => {
    const link = await linkInMail(email)
    const page = await people.stranger()
    await page.goto(link)
    await heading(page, `Invitation to ${board}`)
    await page.getByText('At least 12 characters').waitFor()
    await look(page, 'an invitation')
    await press(page, 'Accept the invitation')
    await expectErrors(page, [/name/, 'Enter a password of at least 12 characters.'])
    await look(page, 'an invitation without anything')

    await fill(page, 'Your name', 'Robin Harbour')
    await fill(page, 'Password', 'qwertyuiop123')
    await press(page, 'Accept the invitation')
    await expectErrors(page, ['harder to guess'])
    await look(page, 'an invitation with a common password')

    // As a password manager or somebody with another window would: copied there, pasted here.
    const password = 'seven herons wading'
    await fill(page, 'Your name', password)
    await page.getByLabel('Your name').press('ControlOrMeta+A')
    await page.getByLabel('Your name').press('ControlOrMeta+X')
    await fill(page, 'Password', '')
    await page.getByLabel('Password', { exact: true }).press('ControlOrMeta+V')
    expect(await page.getByLabel('Password', { exact: true }).inputValue()).toBe(password)
    await press(page, 'Show password')
    expect(await page.getByLabel('Password', { exact: true }).getAttribute('type')).toBe('text')
    await look(page, 'an invitation with the password shown')
    await fill(page, 'Your name', 'Robin Harbour')
    await press(page, 'Accept the invitation')

    await heading(page, 'Your boards')
    await page.getByRole('banner').getByRole('link', { name: 'Robin Harbour' }).waitFor()
    await look(page, 'the first page of somebody who was invited')
    await follow(page, board)
    await heading(page, board)
    await page.getByRole('heading', { name: 'Run the board' }).waitFor()
    await look(page, 'a board without anything in it')

    await page.goto(link)
    await heading(page, 'This invitation has been used already')
    const another = await people.stranger()
    await another.goto(link)
    await heading(another, 'This invitation has been used already')
    await look(another, 'a used invitation')
    await another.goto(`${link.slice(0, -3)}abc`)
    await heading(another, 'This link is not right')
    await look(another, 'an invitation that was cut off')
    await Promise.all([page.context().close(), another.context().close()])
  })
})

describe('a coordinator', () => {
  it('adds a seat, invites who holds it and names a deputy', async () => {
    const email = 'wren.sallow@larkmere-homes.example'
    const page = await people.as('Ada Fern')
    await follow(page, fernshire)
    await follow(page, 'Seats and deputies')
    await press(page, 'Add a seat')
    await heading(page, 'Add a seat')
    await press(page, 'Add the seat')
    await expectErrors(page, ['Choose an organisation.'])
    await look(page, 'a seat without an organisation')
    await page.getByLabel('Organisation', { exact: true }).selectOption('Larkmere Homes')
    await press(page, 'Add the seat')
    await expectSaved(page, 'Larkmere Homes has a seat')
    await page.getByRole('row', { name: 'Larkmere Homes' }).getByText('Vacant').waitFor()
    await look(page, 'the seats with a vacant one')

    await follow(page, 'Change the seat of Larkmere Homes')
    await heading(page, 'Seat of Larkmere Homes')
    await press(page, 'Name the deputy')
    await expectErrors(page, ['Choose a person.'])
    await look(page, 'a deputy who is nobody')
    await page.locator('#personId').selectOption('Daniel Heath')
    await press(page, 'Name the deputy')
    await expectSaved(page, 'Daniel Heath is a deputy')
    await press(page, 'Remove Daniel Heath as deputy')
    await expectSaved(page, 'Daniel Heath is not a deputy any more')
    await page.locator('#personId').selectOption('Zainab Lark')
    await press(page, 'Name the deputy')
    await expectSaved(page, 'Zainab Lark is a deputy')
    await look(page, 'a seat with a deputy')

    await follow(page, 'Invite somebody to this seat by e-mail')
    await heading(page, 'Invite somebody by e-mail')
    expect(await page.getByLabel('Member', { exact: true }).isChecked()).toBe(true)
    await press(page, 'Send the invitation')
    await expectErrors(page, [/e-mail address/])
    await look(page, 'an invitation to nobody')
    await fill(page, 'E-mail address', email)
    await press(page, 'Send the invitation')
    await expectSaved(page, `The invitation to ${email} is on its way`)
    await look(page, 'the people with an invitation')

    await press(page, `Send again to ${email}`)
    await expectSaved(page, `The invitation to ${email} is sent again`)
    const member = await people.stranger()
    await member.goto(await linkInMail(email))
    await heading(member, `Invitation to ${fernshire}`)
    await member.getByText('Larkmere Homes').first().waitFor()
    await fill(member, 'Your name', 'Wren Sallow')
    await fill(member, 'Password', 'pebble orchard candle')
    await press(member, 'Accept the invitation')
    await heading(member, 'Your boards')
    await follow(member, fernshire)
    await heading(member, fernshire)
    expect(await member.getByRole('link', { name: 'People and roles' }).count()).toBe(0)
    await look(member, 'the board as a new member')

    await page.goto(`/boards/${await boardId()}/seats`)
    await page.getByRole('row', { name: 'Larkmere Homes' }).getByText('Wren Sallow').waitFor()
    await Promise.all([page.context().close(), member.context().close()])
  })

  it('changes a role and ends it: the person is out at the next click', async () => {
    const page = await people.as('Ada Fern')
    const priya = await people.as('Priya Rowan')
    await follow(priya, fernshire)
    await heading(priya, fernshire)

    await page.goto(`/boards/${await boardId()}/people`)
    await follow(page, /Change or end the role Moderator of Priya Rowan/)
    await heading(page, 'Moderator: Priya Rowan')
    const reason = page.getByLabel('Why the person has this role')
    await reason.fill('')
    await page.getByLabel('Day', { exact: true }).fill('31')
    await page.getByLabel('Month', { exact: true }).fill('2')
    await page.getByLabel('Year', { exact: true }).fill('2030')
    await press(page, 'Save the role')
    await expectErrors(page, [/^Enter why/, 'Enter a real date'])
    await look(page, 'a role without a reason and with a wrong date')
    await reason.fill('Settles the grades until the new moderator comes')
    await page.getByLabel('Day', { exact: true }).fill('28')
    await press(page, 'Save the role')
    await expectSaved(page, 'The role of Priya Rowan is changed')
    await page.getByText('Settles the grades until the new moderator comes').waitFor()
    await page.getByText('28 February 2030').waitFor()

    await follow(page, /Change or end the role Moderator of Priya Rowan/)
    await press(page, 'End the role')
    await page.getByText('Priya Rowan loses what this role opened').waitFor()
    await look(page, 'the question before a role ends')
    await press(page, 'Yes, end the role')
    await expectSaved(page, 'The role of Priya Rowan has ended')
    await page.locator('summary', { hasText: 'People who had a role here' }).click()
    await look(page, 'the people with a role that has ended')

    await follow(priya, 'Why can I see this?')
    await heading(priya, 'We could not find this page')
    await follow(priya, 'Go to your boards')
    await heading(priya, 'Your boards')
    await priya.getByRole('link', { name: 'Eldermoor Safeguarding Adults Board' }).waitFor()
    expect(await priya.getByRole('link', { name: fernshire }).count()).toBe(0)
    await Promise.all([page.context().close(), priya.context().close()])
  })

  it('cannot leave the board without a coordinator', async () => {
    const page = await people.as('Ada Fern')
    await page.goto(`/boards/${await boardId()}/people`)
    await follow(page, /Change or end the role Coordinator of Ada Fern/)
    await press(page, 'End the role')
    await press(page, 'Yes, end the role')
    await expectErrors(page, [
      'This would leave the board without a coordinator. Make somebody else coordinator first.',
    ])
    await look(page, 'the refusal to end the last coordinator')
    await page.goto('/')
    await page.getByRole('link', { name: fernshire }).waitFor()
    await page.context().close()
  })

  it('reads the log by filters that stand in the address, page by page', async () => {
    const page = await people.as('Ada Fern')
    await page.goto(`/boards/${await boardId()}`)
    await follow(page, 'Log')
    await heading(page, 'Log')
    const rows = page.getByRole('table').locator('tbody tr')
    expect(await rows.count()).toBe(50)
    await rows.first().getByText('Before and after').click()
    await look(page, 'the log with an open event')
    const newest = await rows.first().innerText()
    await follow(page, 'Older events')
    await page.waitForURL(/after=\d+/)
    await page.getByRole('link', { name: 'Newest events' }).waitFor()
    expect(await rows.first().innerText()).not.toBe(newest)
    await look(page, 'the second page of the log')
    await follow(page, 'Newest events')
    await page.waitForURL((url) => !url.search.includes('after'))

    await page.getByText('Choose which events to show').click()
    const from = page.getByRole('group', { name: 'From' })
    await from.getByLabel('Day').fill('31')
    await from.getByLabel('Month').fill('11')
    await from.getByLabel('Year').fill('2025')
    await press(page, 'Show these events')
    await expectErrors(page, ['Enter a real date'])
    await look(page, 'the log with a wrong date')
    await from.getByLabel('Day').fill('')
    await from.getByLabel('Month').fill('')
    await from.getByLabel('Year').fill('')
    await page.getByLabel('Who did it').selectOption('Gareth Moss')
    await page.getByLabel('What was done', { exact: true }).selectOption('Plan: adopt')
    await press(page, 'Show these events')
    await page.getByText(/^1 event/).waitFor()
    expect(await rows.count()).toBe(1)
    await look(page, 'the log with filters')

    await page.reload()
    await page.getByText(/^1 event/).waitFor()
    expect(await page.getByLabel('What was done', { exact: true }).inputValue()).toBe('plan.adopt')
    await page.getByLabel('What it was done to').selectOption('Seat')
    await press(page, 'Show these events')
    await page.getByText('No event fits what you chose.').waitFor()
    await look(page, 'the log without events')
    await page.goBack()
    await page.getByText(/^1 event/).waitFor()
    await follow(page, 'Show all events')
    await page.getByText(/^\d+ events/).waitFor()
    await page.context().close()
  })
})

describe('an agency lead', () => {
  it('sees all boards of the agency in one place', async () => {
    const page = await people.as('Stephen Crake')
    await look(page, "the lead's home page")
    await follow(page, 'Larkmere Police')
    await heading(page, 'Larkmere Police')
    const seats = page.getByRole('table', { name: 'Seats at boards' })
    for (const board of [
      fernshire,
      'Marlowe Vale Safeguarding Adults Board',
      'Hollinsea Safeguarding Adults Board',
      'Eldermoor Safeguarding Adults Board',
      'Eldermoor safeguarding adults review sub-group',
    ])
      await seats.getByRole('row', { name: board }).waitFor()
    expect(await seats.locator('tbody tr').count()).toBe(5)
    const actions = page.getByRole('table', { name: 'Actions that the organisation is responsible for' })
    expect(await actions.locator('tbody tr').count()).toBeGreaterThan(3)
    await look(page, 'the page of an agency')

    await seats.getByRole('link', { name: fernshire }).click()
    await heading(page, fernshire)
    await look(page, 'a board as the lead of an agency')
    await page.goBack()
    await press(page, 'Add a contributor')
    await heading(page, 'Add a contributor')
    await press(page, 'Give the role')
    await expectErrors(page, ['Choose a person.', /^Enter why/])
    await look(page, 'a contributor who is nobody')
    await page.getByLabel('Person', { exact: true }).selectOption('Leila Swift')
    await page.getByLabel('Why is the person given this role?').fill('Writes the return of this year')
    await press(page, 'Give the role')
    await expectSaved(page, 'Leila Swift is Contributor')
    await look(page, 'an agency with a new contributor')
    await page.context().close()
  })
})

describe('“Why can I see this?”', () => {
  const expectWhy = async (page: Page, title: string, reasons: readonly (string | RegExp)[]) => {
    await follow(page, 'Why can I see this?')
    await heading(page, title)
    for (const reason of reasons)
      await page.getByRole('listitem').filter({ hasText: reason }).first().waitFor()
    await look(page, title)
  }

  it('names the grant, on the page of a board', async () => {
    const page = await people.as('Gareth Moss')
    await follow(page, fernshire)
    await heading(page, fernshire)
    await expectWhy(page, 'Why you can see this board', [/^Role You are Chair of Fernshire/])
    await page.context().close()
  })

  it('names the seat and the deputy, on the page of a plan', async () => {
    const planId = await idOf(
      `select id from plan where board_id = $1 and state = 'ADOPTED'`,
      await boardId(),
    )
    const page = await people.as('Marcus Finch')
    await page.goto(`/plans/${planId}`)
    await expectWhy(page, 'Why you can see this plan', [
      /^Seat You hold the seat of Larkmere Police at Fernshire/,
    ])
    await page.context().close()
    const deputy = await people.as('Leila Swift')
    await deputy.goto(`/plans/${planId}`)
    await expectWhy(deputy, 'Why you can see this plan', [
      /^Deputy You are a deputy for the seat of Larkmere Police/,
    ])
    await deputy.context().close()
  })

  it('names the share, on the page of an area of another board', async () => {
    const page = await people.as('Femi Alder')
    await follow(page, 'Areas that other boards share with you')
    await heading(page, 'Shared with you')
    await page.getByRole('main').getByRole('listitem').getByRole('link').first().click()
    await page.getByText('Fernshire Safeguarding Adults Board shares this area').waitFor()
    await expectWhy(page, 'Why you can see this area of a plan', [
      /^Share Fernshire Safeguarding Adults Board shares an area of its plan with Marlowe Vale/,
    ])
    await page.context().close()
  })
})

describe('somebody with an account', () => {
  const email = 'owen.kestrel@larkmere-care-board.example'
  const signIn = async (page: Page, address: string, password: string) => {
    await fill(page, 'E-mail address', address)
    await fill(page, 'Password', password)
    await press(page, /^Sign in$/)
  }

  it('signs in with e-mail and password, and is told what is wrong', async () => {
    const page = await people.stranger()
    await page.goto('/account')
    await heading(page, 'Sign in')
    await page.getByText('This is a demonstration.').waitFor()
    await press(page, /^Sign in$/)
    await expectErrors(page, [/e-mail address/, 'Enter your password.'])
    await look(page, 'the sign-in page without anything')
    await signIn(page, email, 'not the password')
    await expectErrors(page, ['The e-mail address or the password is not right.'])
    await look(page, 'the sign-in page after a wrong password')
    await signIn(page, email, demonstrationPassword)
    // Back on the page that was asked for.
    await heading(page, 'Your account')
    await page.context().close()
  })

  it('has to wait after ten tries, whatever the password is', async () => {
    const address = 'tom.siskin@eldermoor-carers.example'
    const page = await people.stranger()
    await page.goto('/sign-in')
    await signIn(page, address, 'not the password')
    await expectErrors(page, ['The e-mail address or the password is not right.'])
    // As if there had been nine more.
    const { rowCount } = await server.db.query('update rate_limit set points = 10 where key = $1', [
      `signInAccount:${createHash('sha256').update(address).digest('base64url')}`,
    ])
    expect(rowCount).toBe(1)
    await signIn(page, address, demonstrationPassword)
    await expectErrors(page, [/Too many tries. Wait \d+ minutes and try again./])
    await look(page, 'the sign-in page after too many tries')
    await page.context().close()
  })

  it('changes the name and the password, and ends the sessions of other devices', async () => {
    const page = await people.as('Owen Kestrel')
    const [telephone, tablet] = [await people.as('Owen Kestrel'), await people.as('Owen Kestrel')]
    await follow(page, 'Owen Kestrel')
    await heading(page, 'Your account')
    await page.getByText('(this device)').waitFor()
    await look(page, 'the account')

    await fill(page, 'Your name', '')
    await press(page, 'Save the name')
    await expectErrors(page, [/name/])
    await look(page, 'the account without a name')
    await fill(page, 'Your name', 'Owen Kestrel-Reed')
    await press(page, 'Save the name')
    await expectSaved(page, 'Your name is saved')
    expect(await page.title()).toBe('Your account – Boardwork')
    await page.getByRole('banner').getByRole('link', { name: 'Owen Kestrel-Reed' }).waitFor()

    const others = page.getByRole('button', { name: /^Sign out .*signed in on/ })
    const before = await others.count()
    expect(before).toBeGreaterThanOrEqual(2)
    // The newest session comes first, and so the tablet's.
    const { id } = await read<{ id: string }>(
      `select s.id from session s join person p on p.id = s.person_id
       where p.name = 'Owen Kestrel-Reed' and s.ended_at is null order by s.started_at desc limit 1`,
    )
    await others.first().click()
    await expectSaved(page, 'That device is signed out')
    expect(await others.count()).toBe(before - 1)
    await look(page, 'the account after a session was ended')
    const { ended } = await read<{ ended: number }>(
      'select count(*)::int as ended from session where ended_at is not null and id = $1',
      id,
    )
    await (ended === 1 ? tablet : telephone).getByRole('link', { name: 'Owen Kestrel' }).click()
    await heading(ended === 1 ? tablet : telephone, 'Sign in')

    await press(page, 'Change the password')
    await page.locator('.govuk-error-summary').getByText('Enter your current password.').waitFor()
    expect(await page.title()).toMatch(/^Error: /)
    await look(page, 'the account without the current password')
    await fill(page, 'Current password', 'not the password')
    await fill(page, 'New password', 'violet tractor lighthouse')
    await press(page, 'Change the password')
    await page.locator('.govuk-error-summary').getByText('Your current password is not right.').waitFor()
    await fill(page, 'Current password', demonstrationPassword)
    await fill(page, 'New password', 'qwertyuiop123')
    await press(page, 'Change the password')
    await page.locator('.govuk-error-summary').getByText('harder to guess').waitFor()
    await look(page, 'the account with a common password')
    await fill(page, 'New password', 'violet tractor lighthouse')
    await press(page, 'Change the password')
    await expectSaved(page, /password/)
    await look(page, 'the account after the password was changed')

    // With a new password all other devices are signed out.
    await (ended === 1 ? telephone : tablet).getByRole('link', { name: 'Owen Kestrel' }).click()
    await heading(ended === 1 ? telephone : tablet, 'Sign in')
    await follow(page, 'Sign out')
    await page.getByText('You are signed out').waitFor()
    await look(page, 'the sign-in page after signing out')
    await signIn(page, email, 'violet tractor lighthouse')
    await heading(page, 'Your boards')
    for (const each of [page, telephone, tablet]) await each.context().close()
  })

  it('sets a new password by a link from a mail, once', async () => {
    const page = await people.stranger()
    await page.goto('/sign-in')
    await follow(page, 'I have forgotten my password')
    await heading(page, 'Forgotten password')
    await press(page, 'Send the link')
    await expectErrors(page, [/e-mail address/])
    await look(page, 'a forgotten password without an address')
    await fill(page, 'E-mail address', 'rosa.dunnock@greenbarrow.example')
    await press(page, 'Send the link')
    await heading(page, 'Check your e-mail')
    await look(page, 'the page after asking for a link')

    const link = await linkInMail('rosa.dunnock@greenbarrow.example')
    await page.goto(link)
    await heading(page, 'Set a new password')
    await fill(page, 'New password', 'short')
    await press(page, 'Set the password')
    await expectErrors(page, ['Enter a password of at least 12 characters.'])
    await look(page, 'a new password that is too short')
    await fill(page, 'New password', 'marble anchor thistle')
    await press(page, 'Set the password')
    await heading(page, 'Your password is set')
    await look(page, 'the page after setting a password')
    await press(page, 'Sign in')
    await signIn(page, 'rosa.dunnock@greenbarrow.example', 'marble anchor thistle')
    await heading(page, 'Your boards')
    await page.goto(link)
    await heading(page, 'This link cannot be used any more')
    await look(page, 'a used link')
    await page.context().close()
  })
})

describe('the end of a session', () => {
  /** As if so much time had passed since something happened to the sessions of the person. */
  const turnBack = (name: string, column: 'last_used_at' | 'started_at', minutes: number) =>
    server.db.query(
      `update session set ${column} = now() - make_interval(mins => $2)
       where person_id = (select id from person where name = $1)`,
      [name, minutes],
    )
  /** What a browser does when its window is looked at again after a while. */
  const wake = (page: Page) => page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')))
  const hasFocus = (page: Page) => page.evaluate(() => document.activeElement?.closest('dialog') !== null)

  it('is warned of five minutes before, and can be put off', async () => {
    const page = await people.as('Carys Merlin')
    await turnBack('Carys Merlin', 'last_used_at', 26)
    await wake(page)
    const dialog = page.getByRole('dialog', { name: /^You will be signed out in 4 minutes/ })
    await dialog.waitFor()
    expect(await hasFocus(page)).toBe(true)
    await look(page, 'the warning before the end of a session')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Shift+Tab')
    expect(await hasFocus(page)).toBe(true)
    await press(page, 'Stay signed in')
    await dialog.waitFor({ state: 'hidden' })
    const { idle } = await read<{ idle: number }>(
      `select extract(epoch from now() - max(last_used_at))::int as idle from session
       where person_id = (select id from person where name = 'Carys Merlin')`,
    )
    expect(idle).toBeLessThan(60)
    await page.context().close()
  })

  it('comes after 12 hours whatever somebody does, which the warning says', async () => {
    const page = await people.as('Piotr Starling')
    await turnBack('Piotr Starling', 'started_at', 12 * 60 - 3)
    await page.reload()
    const dialog = page.getByRole('dialog', { name: /^You will be signed out in 3 minutes/ })
    await dialog.waitFor()
    await dialog.getByText('You signed in 12 hours ago').waitFor()
    expect(await dialog.getByRole('button', { name: 'Stay signed in' }).count()).toBe(0)
    await look(page, 'the warning before the last end of a session')
    await press(page, 'Close this message')
    await dialog.waitFor({ state: 'hidden' })
    await page.context().close()
  })

  it('leads back to the same page, where the typed comment still stands', async () => {
    const areaId = await idOf(
      `select a.id from plan_area a join plan p on p.id = a.plan_id
       where p.board_id = $1 and p.state = 'ADOPTED' and a.position = 1`,
      await boardId(),
    )
    const page = await people.as('Grace Avocet')
    await page.goto(`/areas/${areaId}`)
    await page.getByLabel('Add a comment').fill('People told us that nobody asked them.')
    await turnBack('Grace Avocet', 'last_used_at', 31)
    await wake(page)
    const dialog = page.getByRole('dialog', { name: 'You were signed out' })
    await dialog.waitFor()
    expect(await hasFocus(page)).toBe(true)
    await look(page, 'the message that the session has ended')
    await dialog.getByRole('button', { name: 'Sign in' }).click()
    await heading(page, 'Sign in')
    await press(page, 'Sign in as Grace Avocet')
    await page.waitForURL(`**/areas/${areaId}`)
    expect(await page.getByLabel('Add a comment').inputValue()).toBe('People told us that nobody asked them.')
    await press(page, 'Add comment')
    await page.getByRole('status').filter({ hasText: 'Your comment has been added.' }).waitFor()
    await look(page, 'an area with a new comment')
    await page.context().close()
  })
})

describe('somebody whose account is switched off', () => {
  it('is out at the next click and cannot come back', async () => {
    const page = await people.as('Ines Larch')
    const imran = await people.as('Imran Holly')
    await follow(page, 'People')
    await fill(page, 'Name or e-mail address', 'Imran')
    await press(page, 'Search')
    await page.waitForURL(/search=Imran/)
    await look(page, 'the people found by a name')
    await press(page, 'Switch off the account of Imran Holly')
    await look(page, 'the question before an account is switched off')
    await press(page, 'Yes, switch off the account of Imran Holly')
    await page.getByText(/^Switched off since/).waitFor()
    await look(page, 'an account that is switched off')
    await follow(imran, 'Eldermoor Safeguarding Adults Board')
    await heading(imran, 'Sign in')
    expect(new URL(imran.url()).searchParams.get('next')).toMatch(/^\/boards\//)
    await fill(page, 'Name or e-mail address', 'nobody of this name')
    await press(page, 'Search')
    await page.getByText('Nobody is called that.').waitFor()
    await look(page, 'no people found')
    await fill(page, 'Name or e-mail address', 'Imran')
    await press(page, 'Search')
    await press(page, 'Switch on the account of Imran Holly')
    await page.getByRole('button', { name: 'Switch off the account of Imran Holly' }).waitFor()
    await signInAs(imran, 'Imran Holly')
    await Promise.all([page.context().close(), imran.context().close()])
  })
})

import { AxeBuilder } from '@axe-core/playwright'
import { launchBrowser } from './support/browser.ts'
import pg from 'pg'
import { startSession } from './support/session.ts'
import { readFileSync } from 'node:fs'
const url = 'http://localhost:4123'
const home = '/tmp/bwhome/data'
import { readlinkSync } from 'node:fs'
let place = home
try { place = readlinkSync(home + '/postgres').replace(/\/postgres$/, '') } catch {}
const port = readFileSync(place + '/postgres/postmaster.pid', 'utf8').split('\n')[3]
const pw = readFileSync(place + '/owner-password', 'utf8').trim()
const db = new pg.Client({ connectionString: `postgres://boardwork_owner:${pw}@127.0.0.1:${port}/boardwork` })
await db.connect(); await db.query('set role boardwork_maintenance')
const one = async (sql: string) => (await db.query(sql)).rows[0]?.id as string
const person = (name: string) => one(`select id from person where name='${name}'`)
const board = await one(`select id from board where name ilike '%fernshire%' and parent_id is null`)
const org = await one(`select id from organisation where kind='POLICE'`)
const seat = await one(`select id from seat where board_id='${board}' and holder_id is not null limit 1`)
const grant = await one(`select id from "grant" where board_id='${board}' and role='CHAIR'`)
const browser = await launchBrowser()
const only = process.argv[2]
const tour: Record<string, string[]> = {
  'Ada Fern': ['/', `/boards/${board}`, `/boards/${board}/name`, `/boards/${board}/sub-groups/new`, `/boards/${board}/seats`, `/boards/${board}/seats/new`, `/boards/${board}/seats/${seat}`, `/boards/${board}/people`, `/boards/${board}/people/appoint`, `/boards/${board}/people/invite`, `/boards/${board}/people/grants/${grant}`, `/boards/${board}/log`, `/boards/${board}/log?action=plan.adopt&from=2020-01-01`, `/why/BOARD/${board}`, '/boards/nonsense', `/why/NONSENSE/x`],
  'Ines Larch': ['/', '/boards', '/boards/new', '/organisations', '/organisations/new', `/organisations/${org}/change`, '/regions/new', `/boards/${board}`, `/boards/${board}/people`],
  'Stephen Crake': ['/', `/organisations/${org}`, `/organisations/${org}/contributors/new`, `/why/ORGANISATION/${org}`, `/boards/${board}`],
  'Marcus Finch': ['/', `/boards/${board}`, `/boards/${board}/seats`, `/boards/${board}/people`, `/boards/${board}/log`],
}
let n = 0
for (const [name, pages] of Object.entries(tour)) {
  const token = await startSession(db, await person(name))
  for (const width of [1200, 320]) {
    const context = await browser.newContext({ baseURL: url, viewport: { width, height: 900 }, reducedMotion: 'reduce' })
    await context.addCookies([{ name: 'boardwork', value: token, url }])
    const page = await context.newPage()
    const errors: string[] = []
    await page.route((u) => !u.pathname.startsWith('/graphql'), (route) => { const p = new URL(route.request().url()).pathname; return route.fulfill({ path: p.startsWith('/assets/') || p === '/icon.svg' ? '/tmp/bwhome/dist' + p : '/tmp/bwhome/dist/index.html' }) })
    page.on('console', (m) => { if (m.type() === 'error') errors.push(m.text()) })
    page.on('pageerror', (e) => errors.push(String(e)))
    for (const path of pages) {
      await page.goto(path)
      await page.waitForSelector('h1')
      await page.waitForTimeout(150)
      if (/new|appoint|invite|name$/.test(path)) { await page.locator('main form button').last().click(); await page.waitForTimeout(200) }
      const { violations } = await new AxeBuilder({ page }).analyze()
      const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
      console.log(width, name, path.replace(board, 'B').replace(org, 'O'), '|', await page.title(), over > 0 ? `OVERFLOW ${over}` : '', violations.map((v) => v.id + ' ' + v.nodes[0]?.target.join(' ')).join('; '), errors.splice(0).join(' / ').slice(0, 300))
      n += 1
      await page.screenshot({ path: `/tmp/bwhome/${String(n).padStart(2, '0')}-${width}.png`, fullPage: true })
    }
    await context.close()
  }
}
await browser.close(); await db.end()

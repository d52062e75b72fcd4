import { readFileSync, existsSync, mkdirSync } from 'node:fs'
import { Client, Pool } from 'pg'
import { chromium } from 'playwright-core'
import { AxeBuilder } from '@axe-core/playwright'
import { ensureRoles } from '@boardwork/server/src/db/roles.ts'
import { migrate } from '@boardwork/server/src/db/migrate.ts'
import { openOrm } from '@boardwork/server/src/db/orm.ts'
import { makeApp } from '@boardwork/server/src/app.ts'
import { readSettings } from '@boardwork/server/src/env.ts'
import { startSession } from './support/session.ts'
import * as f from './support/factories.ts'
const base = readFileSync('/tmp/bwdev.url','utf8').trim(); const name='planshot'
const admin = new Client({connectionString: base}); await admin.connect()
await admin.query(`drop database if exists ${name} with (force)`); await admin.query(`create database ${name}`); await admin.end()
const url = base.replace(/boardwork$/, name)
const serverUrl = await ensureRoles(url); await migrate(url)
const db = new Client({connectionString:url}); await db.connect(); await db.query('set role boardwork_maintenance')
const region = await f.makeRegion(db); const board = await f.makeBoard(db, await f.makeOrganisation(db, region, 'COUNCIL', 'Northvale Council'), {name:'Northvale Adults Board'})
const other = await f.makeBoard(db, await f.makeOrganisation(db, region, 'COUNCIL', 'Eldermoor Council'), {name:'Eldermoor Adults Board'})
const police = await f.makeOrganisation(db, region, 'POLICE', 'Northvale Police')
const co = await f.makePerson(db,{name:'Casey Brook'}), co2 = await f.makePerson(db,{name:'Sam Field'}), chair = await f.makePerson(db,{name:'Chris Hill'}), mem = await f.makePerson(db,{name:'Morgan Lake'}), out = await f.makePerson(db,{name:'Alex Stone'})
await f.makeGrant(db, co, 'COORDINATOR', board); await f.makeGrant(db, co2, 'COORDINATOR', board); await f.makeGrant(db, chair, 'CHAIR', board); await f.makeGrant(db, out, 'COORDINATOR', other); await f.makeSeat(db, board, police, {holderId: mem})
const settings = {...readSettings({PORT:'0'}), poolSize: 8}
const orm = await openOrm(serverUrl, 8); const pool = new Pool({connectionString: serverUrl, max: 8})
const app = await makeApp({orm, pool, settings}); const server = await app.listen({port:0, host:'127.0.0.1'})
console.log(server)
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--headless','--no-sandbox','--disable-gpu','--disable-background-networking'] })
mkdirSync('/tmp/shots',{recursive:true})
async function person(id: string, width=1100) {
  const context = await browser.newContext({ viewport: { width, height: 900 }, reducedMotion: 'reduce' })
  await context.addCookies([{ name:'boardwork', value: await startSession(db, id), url: server }])
  const page = await context.newPage()
  page.on('console', (m) => { if (m.type()==='error') console.log('CONSOLE', m.text().slice(0,300)) }); page.on('pageerror', (e)=>console.log('PAGEERROR', e.message.slice(0,500)))
  await page.route('**/*', async (route) => {
    const u = new URL(route.request().url())
    if (u.pathname.startsWith('/graphql') || u.pathname.startsWith('/uploads')) return route.continue()
    const file = '/tmp/plandist' + u.pathname
    if (u.pathname !== '/' && existsSync(file)) return route.fulfill({ path: file })
    return route.fulfill({ path: '/tmp/plandist/index.html', contentType: 'text/html' })
  })
  return page
}
let n=0
export async function look(page: any, label: string, full=true) {
  const r = await new AxeBuilder({ page }).analyze()
  for (const v of r.violations) console.log('AXE', label, v.id, v.nodes.length, v.nodes[0]?.html.slice(0,200))
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
  if (wide > 0) console.log('WIDE', label, wide)
  await page.screenshot({ path: `/tmp/shots/${String(++n).padStart(2,'0')}-${label}.png`, fullPage: full })
}
try { const journey = await import('./.journey.mts'); await journey.default({ person, look, server, db, board, other, police, co, co2, chair, mem, out }) }
catch (e) { console.log('FAILED', e) }
await browser.close(); await app.close(); await orm.close(); await pool.end(); await db.end()

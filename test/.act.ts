import { readFileSync, readlinkSync } from 'node:fs'
import pg from 'pg'
const home = '/tmp/bwhome/data'
let place = home
try {
  place = readlinkSync(home + '/postgres').replace(/\/postgres$/, '')
} catch {}
const port = readFileSync(place + '/postgres/postmaster.pid', 'utf8').split('\n')[3]
const pw = readFileSync(place + '/superuser-password', 'utf8').trim()
const db = new pg.Client({ connectionString: `postgres://postgres:${pw}@127.0.0.1:${port}/boardwork` })
await db.connect()
console.log(
  (
    await db.query(
      "select pid, usename, state, now()-state_change as since, left(query, 120) q from pg_stat_activity where datname='boardwork'",
    )
  ).rows,
)
await db.end()

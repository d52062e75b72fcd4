/**
 * A process of its own for the tests: starts PostgreSQL on the folder given, then does what its standard
 * input says and answers each line with one line. It never calls stop().
 */
import { createInterface } from 'node:readline'
import { Client } from 'pg'
import { startEmbeddedPostgres } from './startEmbeddedPostgres.ts'

const [dataFolder = '', temporary] = process.argv.slice(2)
const { ownerUrl } = await startEmbeddedPostgres({ dataFolder, temporary: temporary === 'temporary' })
const client = new Client({ connectionString: ownerUrl })
client.on('error', () => {})
await client.connect()
process.on('SIGINT', () => console.log('interrupted'))
console.log('started')

createInterface({ input: process.stdin }).on('line', (line) => {
  if (line === 'exit') process.exit()
  client.query(line).then(
    () => console.log('done'),
    (error: unknown) => console.log(String(error)),
  )
})

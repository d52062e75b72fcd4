import { createServer } from 'node:http'
import { Pool } from 'pg'
import { screens } from './screens.ts'

// The limit: one hand-written statement behind node's own HTTP server, under the same row-level security.
const pool = new Pool({ connectionString: process.env['DATABASE_SERVER_URL'], max: 8 })
const person = process.env['PERSON_ID'] ?? ''
const screen = screens.find(({ name }) => name === process.env['SCREEN'])
const asked = process.env['ASKED'] ?? ''

const server = createServer((request, response) => {
  request.resume()
  request.on('end', () => {
    answer().then(
      (text) => response.writeHead(200, { 'content-type': 'application/json' }).end(text),
      (error: unknown) => response.writeHead(500).end(String(error)),
    )
  })
})

async function answer(): Promise<string> {
  const client = await pool.connect()
  try {
    await client.query(`begin; select set_config('app.person_id', '${person}', true)`)
    const { rows } = await client.query<{ answer: string }>({
      name: 'screen',
      text: screen?.statement ?? '',
      values: asked ? [asked] : [],
    })
    await client.query('commit')
    return rows[0]?.answer ?? ''
  } finally {
    client.release()
  }
}

server.listen(Number(process.env['PORT']), '127.0.0.1', () => console.log('ready'))

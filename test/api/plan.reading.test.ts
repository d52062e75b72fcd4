import { readPlanDocument } from '@boardwork/server/src/documents/readDocument.ts'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { startTestServer } from '../support/server.ts'
import type { TestServer } from '../support/server.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.close())

it('the server answers others while it reads a large document', async () => {
  const rows = Array.from(
    { length: 20_000 },
    (_, row) => `${row},Train all the staff of the board,"All, always",May`,
  )
  const bytes = Buffer.from(rows.join('\n'))

  const events: string[] = []
  const reading = readPlanDocument({ name: 'large.csv', bytes }).then((result) => {
    events.push(result.ok ? 'read' : result.message)
  })
  for (let count = 0; count < 3; count += 1) {
    const answer = await fetch(`${server.url}/livez`)
    events.push(`answered ${answer.status}`)
  }
  await reading
  expect(events).toEqual(['answered 200', 'answered 200', 'answered 200', 'read'])
})

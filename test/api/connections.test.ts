import { setTimeout as delay } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { makeBoard, makeOrganisation, makePerson, makeRegion, makeSeat } from '../support/factories.ts'
import { startTestServer } from '../support/server.ts'
import { asOwner } from './process/emptyDatabase.ts'

it('gives the connection of a request back when one of its fields fails before the others are read', async () => {
  const poolSize = 2
  const server = await startTestServer({ poolSize })
  const organisation = await makeOrganisation(server.db, await makeRegion(server.db))
  const board = await makeBoard(server.db, organisation)
  const holder = await makePerson(server.db, { name: 'Robin Ash' })
  await makeSeat(server.db, board, organisation, { holderId: holder })
  const client = await server.as(holder)
  // A member may not ask for the people to appoint, and the answer needs them: it is null at once.
  const query = `query ($id: ID!) {
    board(id: $id) { seats { organisation { region { name } } } }
    knownPeople { id }
  }`
  for (let asked = 0; asked < poolSize + 1; asked += 1)
    expect(await client.codes(query, { id: board })).toEqual(['NOT_ALLOWED'])
  expect(await client.data('{ viewer { name } }')).toEqual({ viewer: { name: 'Robin Ash' } })
  // Waits for every connection that somebody still holds.
  await server.close()
})

it('takes the place of a connection back that breaks in the middle of a change', async () => {
  const poolSize = 2
  const server = await startTestServer({ poolSize })
  const person = await makePerson(server.db)
  const client = await server.as(person)
  const changeName = `mutation ($input: ChangeNameInput!) {
    changeName(input: $input) { ... on Viewer { name } } }`
  const input = { name: 'Robin Elm', version: 1 }
  for (let broken = 0; broken < poolSize + 1; broken += 1) {
    await server.db.query('begin')
    await server.db.query('select from person where id = $1 for update', [person])
    const answer = client.codes(changeName, { input: { ...input, clientMutationId: `try ${broken}` } })
    process.kill(await waiting(server.database.ownerUrl), 'SIGTERM')
    expect(await answer).toEqual(['INTERNAL'])
    await server.db.query('rollback')
  }
  expect(await client.data(changeName, { input: { ...input, clientMutationId: 'at last' } })).toEqual({
    changeName: { name: 'Robin Elm' },
  })
  await server.close()
})

/** The process of PostgreSQL that waits for a lock. */
async function waiting(url: string): Promise<number> {
  for (;;) {
    const [found] = await asOwner<{ pid: number }>(url, 'select pid from pg_locks where not granted')
    if (found) return found.pid
    await delay(10)
  }
}

import { expect, it } from 'vitest'
import { makeBoard, makeOrganisation, makePerson, makeRegion, makeSeat } from '../support/factories.ts'
import { startTestServer } from '../support/server.ts'

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

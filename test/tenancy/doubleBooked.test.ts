import { Client } from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { makeDatabase } from '../support/database.ts'
import type { TestDatabase } from '../support/database.ts'
import { fill } from '../support/worlds/rows.ts'
import { makeWorlds } from '../support/worlds/world.ts'
import type { World } from '../support/worlds/world.ts'

const seed = 17
const count = 240

let database: TestDatabase
let server: Client
let worlds: World[]
beforeAll(async () => {
  database = await makeDatabase()
  worlds = makeWorlds(seed, count)
  await fill(database.maintenance, worlds)
  server = new Client({ connectionString: database.serverUrl })
  await server.connect()
})
afterAll(async () => {
  await server.end()
  await database.drop()
})

/** Who is to come to each meeting of a world in person, as the design says it. All of them are at the same time. */
function expectedAt(world: World): { meetingId: string; boardId: string; personId: string }[] {
  return world.meetings.flatMap(({ id, boardId, strategy }) => {
    const places = strategy
      ? world.invitees
          .filter((invitee) => invitee.meetingId === id && !invitee.removed)
          .map((invitee) => ({ id: invitee.id, personId: invitee.personId }))
      : world.seats
          .filter((seat) => seat.boardId === boardId && seat.startsOn <= 0 && (seat.endsOn ?? 0) >= 0)
          .map((seat) => ({ id: seat.id, personId: seat.holderId }))
    return places.flatMap((place) => {
      const answer = world.meetingAnswers.find(
        (one) => one.meetingId === id && one.placeId === place.id && (one.hasReason || one.deputyId),
      )
      const personId = answer ? answer.deputyId : place.personId
      return personId ? [{ meetingId: id, boardId, personId }] : []
    })
  })
}

it('who is expected twice is told to the officers of each board, by the person alone, and to nobody else', async () => {
  const all = worlds.flatMap((world) => world.meetings.map(({ id }) => id))
  const wrong: string[] = []
  let told = 0
  for (const world of worlds) {
    const expected = expectedAt(world)
    const twice = expected.filter((one) =>
      expected.some((other) => other.personId === one.personId && other.meetingId !== one.meetingId),
    )
    // Whoever never had to do with running a board is told nothing: one of them in each world is enough.
    const asked = world.people.filter(({ id }, place) => place === 0 || everRan(world, id))
    for (const { id } of asked) {
      const right = twice.filter(({ boardId }) => runs(world, id, boardId))
      await server.query(`select set_config('app.person_id', $1, false)`, [id])
      const { rows } = await server.query<{ meeting_id: string; person_id: string }>(
        'select meeting_id, person_id from access.double_booked($1)',
        [all],
      )
      const found = rows.map((row) => `${row.meeting_id} ${row.person_id}`)
      const wanted = new Set(right.map(({ meetingId, personId }) => `${meetingId} ${personId}`))
      if (found.length !== wanted.size || found.some((each) => !wanted.has(each))) wrong.push(id)
      told += wanted.size
    }
  }
  expect(wrong).toEqual([])
  expect(told).toBeGreaterThan(5)
})

/** Whether somebody is a coordinator or chair of the board today, and may sign in. */
function runs(world: World, personId: string, boardId: string): boolean {
  const person = world.people.find(({ id }) => id === personId)
  return (
    person?.disabled === false &&
    world.grants.some(
      (grant) =>
        grant.personId === personId &&
        grant.scopeId === boardId &&
        (grant.role === 'COORDINATOR' || grant.role === 'CHAIR') &&
        !grant.endedByHand &&
        grant.startsOn <= 0 &&
        (grant.endsOn ?? 0) >= 0,
    )
  )
}

function everRan(world: World, personId: string): boolean {
  return world.grants.some(
    (grant) => grant.personId === personId && (grant.role === 'COORDINATOR' || grant.role === 'CHAIR'),
  )
}

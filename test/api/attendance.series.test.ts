import { newId } from '@boardwork/server/src/db/newId.ts'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { startTestServer } from '../support/server.ts'
import type { TestServer } from '../support/server.ts'
import { change, makeCalendarScene } from './attendance.calendar.fixture.ts'
import type { CalendarScene } from './attendance.calendar.fixture.ts'

let server: TestServer
let scene: CalendarScene
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.close())
beforeEach(async () => {
  scene = await makeCalendarScene(server)
})

// Far enough ahead that today is before it for a hundred years; the clocks change on 31 March 2137.
const series = {
  title: 'Quarterly meeting',
  heldOn: '2137-03-12',
  startTime: '2pm',
  endTime: '4pm',
  place: 'Town hall',
  link: '',
  notes: '',
}
const weekly = { ...series, repeat: 'WEEKS', every: 1, count: 4 }

interface Planned {
  id: string
  version: number
  title: string
  heldOn: string
  startsAt: string
  place: string
  sequence: number
  cancelledAt: string | null
}

const plan = (more: object = {}) =>
  change<{ id: string }>(scene.coordinator, 'planSeries', { boardId: scene.board, ...weekly, ...more })

async function planned(id: string): Promise<Planned[]> {
  const text = `query($id: ID!) { meeting(id: $id) { inSeries { id version title heldOn startsAt place sequence cancelledAt } } }`
  const { meeting } = await scene.coordinator.data<{ meeting: { inSeries: Planned[] } }>(text, { id })
  return meeting.inSeries
}

describe('a series of meetings', () => {
  it('keeps its time on the clock across the clock change, and leaves out what is left out', async () => {
    const { id } = await plan({ leaveOut: ['2137-03-26'] })
    expect((await planned(id)).map(({ startsAt }) => startsAt)).toEqual([
      '2137-03-12T14:00:00.000Z',
      '2137-03-19T14:00:00.000Z',
      '2137-04-02T13:00:00.000Z',
    ])
  })

  it('is planned once, in whole or not at all', async () => {
    const input = { boardId: scene.board, ...weekly, clientMutationId: newId() }
    const [first, repeated] = [
      await change<{ id: string }>(scene.coordinator, 'planSeries', input),
      await change<{ id: string }>(scene.coordinator, 'planSeries', input),
    ]
    expect(repeated.id).toBe(first.id)
    expect(await planned(first.id)).toHaveLength(4)
    const count = async () =>
      (await server.db.query('select from meeting where board_id = $1', [scene.board])).rowCount
    const before = await count()
    expect(await plan({ count: 61 })).toMatchObject({ problems: [{ field: 'count' }] })
    // 31 March 2137 is the Sunday on which the clocks go forward: the third of these has no half past one.
    const night = { heldOn: '2137-03-17', startTime: '01:30', endTime: '03:00' }
    expect(await plan(night)).toMatchObject({
      problems: [
        { field: 'startTime', message: expect.stringMatching(/^On 31 March 2137: The clocks/) as unknown },
      ],
    })
    expect(await count()).toBe(before)
  })

  it('is changed from one meeting on: only what is changed, and each is moved by as many days', async () => {
    const { id } = await plan()
    const [, second, third] = await planned(id)
    await change(scene.coordinator, 'change', {
      ...series,
      meetingId: third?.id,
      heldOn: third?.heldOn,
      place: 'Library',
      version: third?.version,
    })
    await change(scene.coordinator, 'changeSeries', {
      ...series,
      meetingId: second?.id,
      heldOn: '2137-03-20',
      startTime: '10am',
      endTime: '11am',
      version: second?.version,
    })
    expect((await planned(id)).map(({ startsAt, place, sequence }) => [startsAt, place, sequence])).toEqual([
      ['2137-03-12T14:00:00.000Z', 'Town hall', 0],
      ['2137-03-20T10:00:00.000Z', 'Town hall', 1],
      ['2137-03-27T10:00:00.000Z', 'Library', 2],
      ['2137-04-03T09:00:00.000Z', 'Town hall', 1],
    ])
  })

  it('is cancelled from one meeting on, with the reason; what was held stays', async () => {
    const { id } = await plan()
    const [, second, third, fourth] = await planned(id)
    await server.db.query('update meeting set register_closed_at = now() where id = $1', [fourth?.id])
    const stale = { meetingId: second?.id, reason: 'The board ends', version: 7 }
    expect(await change(scene.coordinator, 'cancelSeries', stale)).toMatchObject({ __typename: 'Conflict' })
    await change(scene.coordinator, 'cancelSeries', { ...stale, version: second?.version })
    expect((await planned(id)).filter(({ cancelledAt }) => cancelledAt).map((one) => one.id)).toEqual([
      second?.id,
      third?.id,
    ])
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { attendanceGrid, holdersInTurn, notesOfSeat, ratesByAgency } from './attendanceGrid.ts'
import { attendedYears, meetingOf, seatOf } from './attendedYears.fixture.ts'
import { slowAgencies } from '../rule/slowCounter.fixture.ts'

describe('the grid of seats by meetings', () => {
  it('holds each mark of the meetings that stand once, at its seat and meeting', () => {
    fc.assert(
      fc.property(attendedYears, ({ board, facts }) => {
        const { columns, rows } = attendanceGrid(board)
        const shown = rows.flatMap(({ seat, cells }) =>
          cells.map((cell, place) => `${seat.seatId} ${columns[place]?.id} ${cell}`),
        )
        const marked = shown.filter((each) => !/NOT_(MARKED|EXPECTED)$/.test(each))
        const wanted = facts.meetings
          .filter(({ cancelled }) => !cancelled)
          .flatMap((meeting) => meeting.marks.map(({ placeId, mark }) => `${placeId} ${meeting.id} ${mark}`))
        expect(marked.toSorted()).toEqual(wanted.toSorted())
        expect(columns.map(({ heldOn }) => heldOn)).toEqual(columns.map(({ heldOn }) => heldOn).toSorted())
      }),
    )
  })

  it('counts for a seat what an obvious counter counts, and for agencies too', () => {
    fc.assert(
      fc.property(attendedYears, ({ board, facts }) => {
        for (const { seat, tally } of attendanceGrid(board).rows) {
          const its = facts.meetings
            .filter(({ closed, cancelled }) => closed && !cancelled)
            .flatMap(({ marks }) => marks.filter(({ placeId }) => placeId === seat.seatId))
          expect(Object.values(tally).reduce((sum, count) => sum + count, 0)).toBe(its.length)
          expect(tally.ABSENT).toBe(its.filter(({ mark }) => mark === 'ABSENT').length)
        }
        const rates = ratesByAgency([board]).map(({ organisationId, tally }) => [
          organisationId,
          [
            tally.PRESENT + tally.DEPUTY + tally.APOLOGIES + tally.ABSENT + tally.UNKNOWN,
            tally.PRESENT + tally.DEPUTY,
            tally.APOLOGIES + tally.ABSENT,
            tally.UNKNOWN,
          ],
        ])
        expect(Object.fromEntries(rates)).toEqual(slowAgencies(facts.meetings))
      }),
    )
  })

  it('says of an empty cell whether the seat was expected: an open register may still get its mark', () => {
    const [closed, open] = [meetingOf('1', '2026-05-01'), meetingOf('2', '2026-07-01', 'BEGUN')]
    const seats = [
      seatOf('long', 'A', {}),
      seatOf('ended', 'B', { endsOn: '2026-06-01' }, [null, 'PRESENT']),
      seatOf('new', 'C', { startsOn: '2026-07-01' }),
    ]
    const { rows } = attendanceGrid({ meetings: [open, closed], seats })
    expect(rows.map(({ cells }) => cells)).toEqual([
      ['NOT_EXPECTED', 'NOT_MARKED'],
      ['PRESENT', 'NOT_EXPECTED'],
      ['NOT_EXPECTED', 'NOT_MARKED'],
    ])
  })

  it('leaves out meetings that were cancelled or have no register, and names them', () => {
    const meetings = [
      meetingOf('held', '2026-05-01'),
      meetingOf('snow', '2026-06-01', 'CANCELLED'),
      meetingOf('next', '2026-07-01', 'TO_COME'),
    ]
    const grid = attendanceGrid({ meetings, seats: [seatOf('s', 'A', {}, [null, 'ABSENT'])] })
    expect(grid.columns.map(({ id }) => id)).toEqual(['held'])
    expect(grid.cancelled.map(({ id }) => id)).toEqual(['snow'])
    expect(grid.toCome.map(({ id }) => id)).toEqual(['next'])
    expect(grid.rows[0]?.tally.ABSENT).toBe(0)
  })
})

describe('what is said of a seat', () => {
  const at = (heldOn: string, holderId: string | null, holderName: string | null) => ({
    meetingId: `meeting of ${heldOn}`,
    heldOn,
    holderId,
    holderName,
  })
  const holders = holdersInTurn([
    at('2026-05-01', 'ada', 'Ada Fern'),
    at('2026-06-01', 'ada', 'Ada Fern-Moss'),
    at('2026-07-01', null, null),
    at('2026-08-01', null, null),
    at('2026-09-01', 'bo', 'Bo Ash'),
  ])

  it('who held it, one after the other', () => {
    expect(holders).toEqual([
      { name: 'Ada Fern', meetingId: 'meeting of 2026-05-01', since: '2026-05-01' },
      { name: null, meetingId: 'meeting of 2026-07-01', since: '2026-07-01' },
      { name: 'Bo Ash', meetingId: 'meeting of 2026-09-01', since: '2026-09-01' },
    ])
    const again = holdersInTurn([at('1', 'ada', 'Ada'), at('2', 'bo', 'Bo'), at('3', 'ada', 'Ada')])
    expect(again.map(({ name }) => name)).toEqual(['Ada', 'Bo', 'Ada'])
    // Of some who are in old lists only the name is known.
    const named = holdersInTurn([at('1', null, 'Ada'), at('2', null, 'Bo'), at('3', null, 'Bo')])
    expect(named.map(({ name }) => name)).toEqual(['Ada', 'Bo'])
  })

  it('that it began, ended or changed hands in the year, and that the agency has another', () => {
    const old = { ...seatOf('old', 'A', { endsOn: '2026-08-31' }), holders }
    const next = { ...seatOf('next', 'B', { startsOn: '2026-09-01' }), holders: [] }
    const stays = { ...seatOf('stays', 'B', {}), holders: [] }
    const all = [old, next, stays]
    const notes = (seat: typeof old) => notesOfSeat(seat, all, '2026-04-01', '2027-03-31')
    expect(notes(old)).toEqual([
      'The seat ended on 31 August 2026 and is counted until then.',
      'The seat changed hands. From the meeting of 1 May 2026: Ada Fern. From the meeting of 1 July 2026: nobody. From the meeting of 1 September 2026: Bo Ash.',
    ])
    expect(notes(next)[0]).toBe('The seat began on 1 September 2026 and is counted from then on.')
    expect(notes(stays)).toEqual([
      'The agency has 2 seats in this year. At each meeting it counts once, and it was there if one of them was filled.',
    ])
    expect(notesOfSeat({ ...seatOf('x', 'C', {}), holders: [] }, all, '2026-04-01', '2027-03-31')).toEqual([])
  })

  it('that the agency merged, where one seat ended and the other began', () => {
    const merged = (organisationName: string) => ({
      organisationId: organisationName,
      organisationName,
      since: '2026-10-01',
    })
    const old = {
      ...seatOf('old', 'A', { endsOn: '2026-09-30' }),
      partOf: merged('New Trust'),
      holders: [],
    }
    const next = {
      ...seatOf('next', 'B', { startsOn: '2026-10-01' }),
      joined: [merged('Old Trust')],
      holders: [],
    }
    const notes = (seat: typeof old | typeof next) =>
      notesOfSeat(seat, [old, next], '2026-04-01', '2027-03-31')
    expect(notes(old)).toEqual([
      'The seat ended on 30 September 2026 and is counted until then.',
      'The agency became part of New Trust on 1 October 2026. Its marks are counted here and not for New Trust.',
    ])
    expect(notes(next)).toEqual([
      'The seat began on 1 October 2026 and is counted from then on.',
      'Old Trust became part of the agency on 1 October 2026. Its marks stand in rows of their own and are not counted here.',
    ])
  })
})

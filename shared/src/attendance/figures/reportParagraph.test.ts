import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { attendanceFigures, figuresText, tallyOfAll } from './attendanceFigures.ts'
import { attendedYears, meetingOf, seatOf } from './attendedYears.fixture.ts'
import { reportParagraph, reportText } from './reportParagraph.ts'
import type { ReportFigure } from './reportParagraph.ts'
import { slowAgencies } from '../rule/slowCounter.fixture.ts'

const meetings = [
  meetingOf('1', '2026-05-01'),
  meetingOf('2', '2026-09-01'),
  meetingOf('3', '2027-01-15'),
  meetingOf('4', '2027-03-01', 'CANCELLED'),
]
const board = {
  boardId: 'b',
  boardName: 'Board',
  meetings,
  seats: [
    seatOf('s1', 'A', {}, ['PRESENT', 'DEPUTY', 'PRESENT', 'ABSENT']),
    seatOf('s2', 'B', {}, ['APOLOGIES', 'ABSENT', 'UNKNOWN']),
  ],
}
const about = { year: 2026, startsMonth: 4, who: 'the board' }
const figuresIn = (pieces: readonly (string | ReportFigure)[]) =>
  pieces.filter((piece) => typeof piece !== 'string')

describe('the paragraph for the annual report', () => {
  it('says how often the board met and who came, with agencies by name', () => {
    expect(reportText(reportParagraph([board], null, about))).toBe(
      'In the year April 2026 to March 2027, the board met 3 times; 1 meeting was cancelled. Agencies came 3 of the 5 times that they were expected (60%), 1 time through a deputy. They sent apologies 1 time and were absent without apologies 1 time. 1 more mark is unknown and is left out. 1 agency took part in every meeting at which it was expected: Agency A. 1 agency missed more than one meeting: Agency B (2 of 2).',
    )
  })

  it('compares with the year before, and says when that tells nothing', () => {
    const before = { ...board, seats: [seatOf('s1', 'A', {}, ['PRESENT', 'PRESENT', 'ABSENT'])] }
    expect(reportText(reportParagraph([board], [before], about))).toMatch(
      /The year before, the board met 3 times, and agencies came 2 of the 3 times \(67%\); this year is 7 points lower: too few meetings to tell\.$/,
    )
    expect(reportText(reportParagraph([board], [{ ...board, meetings: [], seats: [] }], about))).toMatch(
      /There are no figures of the year before\.$/,
    )
  })

  it('leads from each number to what is behind it, also from those of single agencies and of the year before', () => {
    const seats = [seatOf('s1', 'A', {}, ['PRESENT', 'UNKNOWN', 'ABSENT'])]
    const before = {
      ...board,
      meetings: meetings.map((each) => ({ ...each, id: `before ${each.id}` })),
      seats,
    }
    const pieces = reportParagraph([board], [before], about)
    const words = pieces.filter((piece) => typeof piece === 'string').join('')
    // Years, and shares that stand beside the two figures that they are made of.
    expect(words.replace('April 2026 to March 2027', '').replaceAll(/\d+%|\d+ points/g, '')).not.toMatch(/\d/)
    const figures = figuresIn(pieces)
    expect(new Set(figures.map(({ key }) => key)).size).toBe(figures.length)
    const behind = (key: string) => {
      const figure = figures.find((each) => each.key === key)
      return [figure?.count, figure?.meetingIds, figure?.marks.map(({ meetingId }) => meetingId)]
    }
    expect(behind('missed-B')).toEqual([2, [], ['1', '2']])
    expect(behind('known-B')).toEqual([2, [], ['1', '2']])
    expect(behind('held-before')).toEqual([3, ['before 1', 'before 2', 'before 3'], []])
    expect(behind('attended-before')).toEqual([1, [], ['before 1']])
    expect(behind('known-before')).toEqual([2, [], ['before 1', 'before 3']])
    expect(behind('unknown-before')).toEqual([1, [], ['before 2']])
  })

  it('says how often the quorum was there, of the meetings for which one was set', () => {
    const found = [true, false, null, true]
    const set = meetings.map((meeting, at) => ({ ...meeting, quorumMet: found[at] ?? null }))
    const pieces = reportParagraph([{ ...board, meetings: set }], null, about)
    expect(reportText(pieces)).toContain(
      'The quorum was there at 1 of the 2 meetings for which one was set. ',
    )
    expect(
      figuresIn(pieces).flatMap(({ key, meetingIds }) => (key.startsWith('quorum') ? [meetingIds] : [])),
    ).toEqual([['1'], ['1', '2']])
  })

  it('of a year without a closed register says only that', () => {
    expect(reportParagraph([{ ...board, meetings: [] }], null, about)).toEqual([
      'In the year April 2026 to March 2027, the board held no meeting whose register is closed.',
    ])
  })

  it('each figure is as many as what stands behind it, and comes to what an obvious counter finds', () => {
    fc.assert(
      fc.property(attendedYears, ({ board: generated, facts }) => {
        const figures = new Map(
          figuresIn(reportParagraph([generated], null, about)).map((figure) => [figure.key, figure]),
        )
        for (const { key, count, meetingIds, marks } of figures.values()) {
          const agencies = new Set(marks.map(({ organisationId }) => organisationId)).size
          expect(count).toBe(
            key === 'always' || key === 'often' ? agencies : meetingIds.length + marks.length,
          )
          for (const { meetingId, organisationId, mark } of marks)
            expect(
              facts.meetings
                .find(({ id }) => id === meetingId)
                ?.marks.some((fact) => fact.organisationId === organisationId && fact.mark === mark),
            ).toBe(true)
        }
        const slow = Object.values(slowAgencies(facts.meetings))
        const sum = (place: number) => slow.reduce((all, counts) => all + (counts[place] ?? 0), 0)
        expect(figures.get('attended')?.count ?? 0).toBe(sum(1))
        expect((figures.get('apologies')?.count ?? 0) + (figures.get('absent')?.count ?? 0)).toBe(sum(2))
        expect(figures.get('unknown')?.count ?? 0).toBe(sum(3))
      }),
    )
  })
})

describe('the figures for those who see no register', () => {
  it('are counts by agency', () => {
    expect(attendanceFigures(board, 2026, 4)).toEqual({
      year: 2026,
      startsMonth: 4,
      held: 3,
      cancelled: 1,
      agencies: [
        {
          organisationId: 'A',
          organisationName: 'Agency A',
          tally: { PRESENT: 2, DEPUTY: 1, APOLOGIES: 0, ABSENT: 0, UNKNOWN: 0 },
        },
        {
          organisationId: 'B',
          organisationName: 'Agency B',
          tally: { PRESENT: 0, DEPUTY: 0, APOLOGIES: 1, ABSENT: 1, UNKNOWN: 1 },
        },
      ],
    })
  })

  it('come to what an obvious counter finds, whatever order the seats are in', () => {
    fc.assert(
      fc.property(attendedYears, ({ board: generated, facts, year, startsMonth }) => {
        const figures = attendanceFigures(generated, year, startsMonth)
        const slow = slowAgencies(facts.meetings)
        expect(figures.agencies.map(({ organisationId }) => organisationId).toSorted()).toEqual(
          Object.keys(slow).toSorted(),
        )
        const all = tallyOfAll(figures)
        expect(all.UNKNOWN).toBe(Object.values(slow).reduce((sum, counts) => sum + (counts[3] ?? 0), 0))
        const turned = attendanceFigures(
          { ...generated, seats: generated.seats.toReversed() },
          year,
          startsMonth,
        )
        expect(figuresText(turned)).toBe(figuresText(figures))
      }),
    )
  })

  it('are another text once one mark is another, and the same under another name', () => {
    const figures = attendanceFigures(board, 2026, 4)
    const [first, second] = board.seats
    const changed = {
      ...board,
      seats: [seatOf('s1', 'A', {}, ['ABSENT', 'DEPUTY', 'PRESENT']), second].filter(
        (seat) => seat !== undefined,
      ),
    }
    expect(figuresText(attendanceFigures(changed, 2026, 4))).not.toBe(figuresText(figures))
    const renamed = {
      ...board,
      seats: [first, second].flatMap((seat) => (seat ? [{ ...seat, organisationName: 'New name' }] : [])),
    }
    expect(figuresText(attendanceFigures(renamed, 2026, 4))).toBe(figuresText(figures))
  })
})

import fc from 'fast-check'
import { describe, expect, inject, it } from 'vitest'
import { countByAgency, attendedOf, expectedOf, missedOf } from './attendanceCount.ts'
import type { Rule, RuleKind, RuleTerms } from './attendanceRule.ts'
import type { MarkFact, MeetingFact } from './facts.ts'
import { findInYear, isBelowTarget, resultOfSample, sampleResultText } from './findings.ts'
import { generatedYears } from './generatedYears.fixture.ts'
import type { Mark } from '../register/mark.ts'
import { slowAgencies, slowFindings } from './slowCounter.fixture.ts'
import type { SeatFact, YearFacts } from './yearFacts.ts'

declare module 'vitest' {
  interface ProvidedContext {
    larger: boolean
  }
}

const runs = { numRuns: inject('larger') ? 3000 : 150 }

const rule = (kind: RuleKind, limit: number, terms: Partial<RuleTerms> = {}): Rule => ({
  id: kind,
  kind,
  limit,
  samplePercent: kind === 'FULL_ATTENDANCE' ? 50 : null,
  countsApologies: kind === 'AGENCY_ABSENT' ? true : null,
  ...terms,
})

const generatedRules = fc
  .record({
    meetings: fc.nat(3),
    countsApologies: fc.boolean(),
    held: fc.integer({ min: 1, max: 8 }),
    days: fc.integer({ min: 1, max: 90 }),
  })
  .map(({ meetings, countsApologies, held, days }) => [
    rule('AGENCY_ABSENT', meetings, { countsApologies }),
    rule('AGENCY_DEPUTIES', meetings),
    rule('NO_APOLOGIES', meetings),
    rule('PARTNER_MISSING', meetings),
    rule('FEWER_MEETINGS', held),
    rule('SEAT_VACANT', days),
  ])

let made = 0
const markOf = (organisationId: string, mark: Mark, more: Partial<MarkFact> = {}): MarkFact => ({
  id: `mark ${(made += 1)}`,
  placeId: `seat of ${organisationId}`,
  seatId: `seat of ${organisationId}`,
  organisationId,
  organisationName: organisationId.toUpperCase(),
  required: true,
  voting: true,
  holderId: 'holder',
  holderName: 'Holder',
  mark,
  ...more,
})
const meeting = (heldOn: string, marks: MarkFact[], more: Partial<MeetingFact> = {}): MeetingFact => ({
  id: `meeting of ${heldOn}`,
  kind: 'BOARD',
  heldOn,
  cancelled: false,
  closed: true,
  marks,
  ...more,
})
const seat = (more: Partial<SeatFact> = {}): SeatFact => ({
  id: 'seat of nhs',
  organisationId: 'nhs',
  organisationName: 'NHS',
  startsOn: '2020-01-01',
  endsOn: null,
  holderId: 'holder',
  holderName: 'Holder',
  vacancies: [],
  ...more,
})
const facts = (more: Partial<YearFacts>): YearFacts => ({
  year: 2026,
  startsMonth: 4,
  today: '2027-06-30',
  meetings: [],
  seats: [],
  sample: null,
  ...more,
})
const only = (of: Rule, more: Partial<YearFacts>) => {
  const [outcome] = findInYear([of], facts(more))
  if (!outcome) throw new Error('Each rule has an outcome.')
  return outcome
}

describe('what the rules of a year find', () => {
  it('is what somebody finds who counts day by day', () => {
    fc.assert(
      fc.property(generatedYears, generatedRules, (year, rules) => {
        const found = findInYear(rules, year).flatMap(({ ruleId, findings }) =>
          findings.map((finding) => [`${ruleId} ${finding.subject}`, finding.markIds.toSorted()]),
        )
        expect(Object.fromEntries(found)).toEqual(slowFindings(rules, year))
      }),
      runs,
    )
  })

  it('counts each agency as the slow counter does', () => {
    fc.assert(
      fc.property(generatedYears, ({ meetings }) => {
        const counted = [...countByAgency(meetings)].map(([id, { tally }]) => [
          id,
          [expectedOf(tally), attendedOf(tally), missedOf(tally), tally.UNKNOWN],
        ])
        expect(Object.fromEntries(counted)).toEqual(slowAgencies(meetings))
      }),
      runs,
    )
  })

  it('never holds an unknown mark, one of a meeting that does not count, or one of another year', () => {
    fc.assert(
      fc.property(generatedYears, generatedRules, (year, rules) => {
        const marks = new Map(
          year.meetings.flatMap((each) => each.marks.map((mark) => [mark.id, { mark, meeting: each }])),
        )
        const all = findInYear([...rules, rule('SEAT_LAPSES', 6), rule('FULL_ATTENDANCE', 85)], year)
        for (const finding of all.flatMap(({ findings }) => findings)) {
          expect(new Set(finding.markIds).size).toBe(finding.markIds.length)
          for (const id of finding.markIds) {
            const behind = marks.get(id)
            expect(behind?.mark.mark).not.toBe('UNKNOWN')
            expect(behind?.mark.mark).not.toBe('PRESENT')
            expect(behind?.meeting).toMatchObject({ closed: true, cancelled: false })
            expect(finding.meetingIds).toContain(behind?.meeting.id)
          }
        }
      }),
      runs,
    )
  })

  it('is the same in whatever order the facts come', () => {
    fc.assert(
      fc.property(generatedYears, generatedRules, (year, rules) => {
        const turned = { ...year, meetings: year.meetings.toReversed(), seats: year.seats.toReversed() }
        const sorted = (each: YearFacts) =>
          findInYear(rules, each).map((outcome) => ({
            ...outcome,
            findings: outcome.findings.map((finding) => ({
              ...finding,
              markIds: finding.markIds.toSorted(),
            })),
          }))
        expect(sorted(turned)).toEqual(sorted(year))
      }),
      runs,
    )
  })

  it('turning a mark into an unknown one never adds to what is found by counting', () => {
    const counting = [rule('AGENCY_ABSENT', 1), rule('AGENCY_DEPUTIES', 1), rule('PARTNER_MISSING', 0)]
    fc.assert(
      fc.property(generatedYears, fc.nat(), fc.nat(), (year, which, whose) => {
        fc.pre(year.meetings.length > 0)
        const chosen = year.meetings[which % year.meetings.length]
        const unknown = {
          ...year,
          meetings: year.meetings.map((each) =>
            each === chosen
              ? {
                  ...each,
                  marks: each.marks.map((mark, place) =>
                    place === whose % each.marks.length ? { ...mark, mark: 'UNKNOWN' as const } : mark,
                  ),
                }
              : each,
          ),
        }
        const marksOf = (of: YearFacts) =>
          findInYear(counting, of).flatMap(({ findings }) => findings.flatMap(({ markIds }) => markIds))
        // A deputy beside one of the same agency who was there counts for nothing, and does so no more beside an unknown.
        expect(marksOf(year)).toEqual(expect.arrayContaining(marksOf(unknown)))
      }),
      runs,
    )
  })
})

describe('the rules one by one', () => {
  const year = ['2026-04-01', '2026-07-01', '2027-03-31']

  it('an agency is counted over the year, and its marks are named', () => {
    const meetings = year.map((heldOn, place) =>
      meeting(heldOn, [markOf('nhs', place === 0 ? 'PRESENT' : 'APOLOGIES'), markOf('police', 'UNKNOWN')]),
    )
    const { findings } = only(rule('AGENCY_ABSENT', 1), { meetings })
    expect(findings).toMatchObject([
      {
        subject: 'agency:nhs',
        organisationName: 'NHS',
        words: 'NHS missed 2 of 3 meetings. The rule allows 1.',
        meetingIds: ['meeting of 2026-07-01', 'meeting of 2027-03-31'],
      },
    ])
    expect(findings[0]?.markIds).toEqual(meetings.slice(1).map((each) => each.marks[0]?.id))
    expect(only(rule('AGENCY_ABSENT', 1, { countsApologies: false }), { meetings }).findings).toEqual([])
    expect(only(rule('AGENCY_ABSENT', 2), { meetings }).findings).toEqual([])
  })

  it('an agency that merges does not hand on what it missed', () => {
    const meetings = [
      meeting('2026-04-01', [markOf('old', 'ABSENT')]),
      meeting('2026-07-01', [markOf('old', 'ABSENT')]),
      meeting('2026-10-01', [markOf('new', 'ABSENT')]),
    ]
    const { findings } = only(rule('AGENCY_ABSENT', 1), { meetings })
    expect(findings.map(({ subject }) => subject)).toEqual(['agency:old'])
  })

  it('without a meeting that counts says so', () => {
    const meetings = [
      meeting('2026-04-01', [markOf('nhs', 'ABSENT')], { cancelled: true }),
      meeting('2026-05-01', [markOf('nhs', 'ABSENT')], { closed: false }),
      meeting('2026-03-31', [markOf('nhs', 'ABSENT')]),
    ]
    expect(only(rule('AGENCY_ABSENT', 0), { meetings })).toMatchObject({
      findings: [],
      words: 'No meeting of this year has a closed register yet, so there is nothing to count.',
    })
    expect(only(rule('PARTNER_MISSING', 0), { meetings }).words).toContain('No strategy meeting')
    expect(only(rule('SEAT_VACANT', 28), {}).words).toContain('no seats')
    expect(only(rule('SEAT_LAPSES', 6), {}).words).toContain('Nobody holds a seat')
    expect(only(rule('FULL_ATTENDANCE', 85), {}).words).toContain('Draw it first')
  })

  it('only a required partner is missed at a strategy meeting', () => {
    const meetings = [
      meeting('2026-05-01', [markOf('nhs', 'APOLOGIES'), markOf('fire', 'ABSENT', { required: false })], {
        kind: 'STRATEGY',
      }),
    ]
    const { findings } = only(rule('PARTNER_MISSING', 0), { meetings })
    expect(findings.map(({ words }) => words)).toEqual([
      'NHS missed 1 of 1 strategy meeting. The rule allows none.',
    ])
  })

  it('too few meetings are found when the year has ended and its registers are closed', () => {
    const meetings = [
      meeting('2026-05-01', []),
      meeting('2026-06-01', [], { cancelled: true }),
      meeting('2026-07-01', [], { closed: false }),
    ]
    const of = rule('FEWER_MEETINGS', 2)
    expect(only(of, { meetings, today: '2027-03-31' }).words).toBe(
      '1 meeting of 2 held so far. It is counted when the year has ended, after 31 March 2027.',
    )
    expect(only(of, { meetings, today: '2027-04-01' }).words).toBe(
      '1 meeting of 2 held, and 1 register still open. Close it first, so that they count.',
    )
    expect(only(rule('FEWER_MEETINGS', 3), { meetings, today: '2027-04-01' }).findings).toMatchObject([
      {
        words:
          '1 meeting was held in the year. 3 were promised. Not counted: 1 cancelled, 1 with an open register.',
        meetingIds: ['meeting of 2026-05-01', 'meeting of 2026-06-01', 'meeting of 2026-07-01'],
      },
    ])
  })

  it('a vacancy is too long on the day after so many days, and belongs to the year of that day', () => {
    const seats = [seat({ holderId: null, vacancies: [{ startsOn: '2026-03-10', endsOn: null }] })]
    const of = rule('SEAT_VACANT', 28)
    expect(only(of, { seats, today: '2026-04-06' }).findings).toEqual([])
    expect(only(of, { seats, today: '2026-04-07' }).findings).toMatchObject([
      { seatIds: ['seat of nhs'], subject: 'seat:seat of nhs:2026-03-10' },
    ])
    expect(only(of, { seats, year: 2027, today: '2027-05-01' }).findings).toEqual([])
    const filled = [seat({ vacancies: [{ startsOn: '2026-05-01', endsOn: '2026-05-28' }] })]
    expect(only(of, { seats: filled }).findings).toEqual([])
  })

  it('a seat lapses six months after the last meeting its holder came to, whoever stood in', () => {
    const meetings = [
      meeting('2026-03-31', [markOf('nhs', 'PRESENT')]),
      meeting('2026-06-01', [markOf('nhs', 'DEPUTY')]),
      meeting('2026-09-01', [markOf('nhs', 'APOLOGIES')]),
    ]
    const of = rule('SEAT_LAPSES', 6)
    const seats = [seat()]
    expect(only(of, { meetings, seats, today: '2026-09-29' }).findings).toEqual([])
    expect(only(of, { meetings, seats, today: '2026-09-30' }).findings).toMatchObject([
      {
        subject: 'seat:seat of nhs:2026-03-31',
        meetingIds: ['meeting of 2026-06-01', 'meeting of 2026-09-01'],
        seatIds: ['seat of nhs'],
      },
    ])
    // Somebody else holds the seat now, or an unknown mark may have been a coming.
    expect(only(of, { meetings, seats: [seat({ holderId: 'new' })] }).findings).toEqual([])
    const unknown = meetings.map((each, place) =>
      place === 1 ? { ...each, marks: [markOf('nhs', 'UNKNOWN')] } : each,
    )
    expect(only(of, { meetings: unknown, seats, today: '2026-11-30' }).findings).toEqual([])
    expect(only(of, { meetings: unknown, seats, today: '2026-12-01' }).findings).toHaveLength(1)
  })
})

describe('the sample of strategy meetings', () => {
  const full = { marks: [markOf('nhs', 'PRESENT'), markOf('police', 'DEPUTY')] }
  const notFull = { marks: [markOf('nhs', 'UNKNOWN'), markOf('police', 'APOLOGIES')] }
  const unknown = { marks: [markOf('nhs', 'UNKNOWN'), markOf('police', 'PRESENT')] }
  const times = (number: number, each: Pick<MeetingFact, 'marks'>) =>
    Array.from({ length: number }, () => each)

  it('is shown with numerator, denominator and interval, without what is unknown', () => {
    const result = resultOfSample([...times(9, full), ...times(1, notFull), ...times(2, unknown)], 40)
    expect(result).toMatchObject({ numerator: 9, denominator: 10, unknown: 2 })
    expect(sampleResultText(result)).toBe('9 of 10 (90%), 95% interval 62.5% to 97.5%, 2 unknown left out')
    expect(sampleResultText(resultOfSample(times(2, unknown), 4))).toBe('0 of 0, 2 unknown left out')
  })

  it('is below the target only when the whole interval is', () => {
    const found = (numerator: number, denominator: number, population: number) =>
      isBelowTarget(
        resultOfSample([...times(numerator, full), ...times(denominator - numerator, notFull)], population),
        85,
      )
    expect(found(8, 10, 20)).toBe(false)
    expect(found(3, 10, 20)).toBe(true)
    // Everything was looked at: nothing is left open.
    expect(found(16, 20, 20)).toBe(true)
    expect(found(17, 20, 20)).toBe(false)
  })

  it('raises a flag with every missing required mark behind it, and never without being sure', () => {
    const strategy = (heldOn: string, marks: MarkFact[]) => meeting(heldOn, marks, { kind: 'STRATEGY' })
    const days = ['2026-04-02', '2026-05-02', '2026-06-02', '2026-07-02', '2026-08-02', '2026-09-02']
    const meetings = days.map((heldOn) =>
      strategy(heldOn, [markOf('nhs', 'ABSENT'), markOf('fire', 'ABSENT', { required: false })]),
    )
    const sample = { population: 6, meetingIds: meetings.map(({ id }) => id) }
    const { findings } = only(rule('FULL_ATTENDANCE', 85), { meetings, sample })
    expect(findings[0]?.markIds).toEqual(meetings.map((each) => each.marks[0]?.id))
    expect(findings[0]?.meetingIds).toEqual(sample.meetingIds)
    const mixed = strategy('2026-10-02', [markOf('nhs', 'PRESENT')])
    const unsure = only(rule('FULL_ATTENDANCE', 85), {
      meetings: [...meetings, mixed],
      sample: { population: 60, meetingIds: [mixed.id, ...sample.meetingIds.slice(0, 1)] },
    })
    expect(unsure.findings).toEqual([])
    expect(unsure.words).toContain('does not show for sure')
  })

  it('by the counting of the whole population is never wrong about all of it', () => {
    fc.assert(
      fc.property(generatedYears, fc.integer({ min: 1, max: 100 }), (year, target) => {
        fc.pre(year.sample !== null)
        const [outcome] = findInYear([rule('FULL_ATTENDANCE', target)], year)
        const sampled = year.meetings.filter(
          ({ id, heldOn }) => year.sample?.meetingIds.includes(id) && heldOn <= year.today,
        )
        const misses = sampled.filter(({ marks }) =>
          marks.some((mark) => mark.required && (mark.mark === 'ABSENT' || mark.mark === 'APOLOGIES')),
        ).length
        // Even if all that were not looked at had full attendance, or nobody missed anything.
        expect((outcome?.findings.length ?? 0) > 0 && misses === 0).toBe(false)
      }),
      runs,
    )
  })
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { noChoices } from './pastChoices.ts'
import type { KnownBoard, KnownSeat, PastChoices } from './pastChoices.ts'
import { planWriting } from './pastWriting.ts'
import type { PastWriting } from './pastWriting.ts'
import { read, sheetOf, tableOf } from './support/pastLists.ts'

const seat = (organisation: string, more: Partial<KnownSeat> = {}): KnownSeat => ({
  id: `seat of ${organisation}`,
  organisationId: organisation,
  organisation,
  startsOn: '2020-01-01',
  endsOn: null,
  holder: null,
  deputies: [],
  ...more,
})
const board: KnownBoard = {
  seats: [
    seat('Dalby Council', {
      holder: { id: 'ann', name: 'Ann Fell' },
      deputies: [{ id: 'bo', name: 'Bo Ray' }],
    }),
    seat('Dalby Police', { startsOn: '2024-06-01' }),
  ],
  meetings: [],
}
const list = (...lines: string[]) =>
  read([sheetOf('S', ...lines)], { 'mark:': 'UNKNOWN', 'mark:x': 'ABSENT' })
const choose = (more: Partial<PastChoices>): PastChoices => ({ ...noChoices, ...more })

/** "2024-04-12: Dalby Council PRESENT Ann Fell; guest Cy". */
const outline = ({ meetings }: PastWriting): string[] =>
  meetings.map(
    ({ day, marks, guests, unmentioned }) =>
      `${day}: ${[
        ...marks.map(({ organisation, mark, holderName, cameName, reason }) =>
          [organisation, mark, holderName, cameName, reason].filter((text) => text).join(' '),
        ),
        ...guests.map(({ name }) => `guest ${name}`),
        ...unmentioned.map(({ organisation }) => `${organisation} not mentioned`),
      ].join('; ')}`,
  )
const leftOut = ({ leftOut: left }: PastWriting): string[] =>
  left.map(({ of, words, why }) => `${of} “${words}”: ${why}`)

test('the very name of an agency is taken; any other waits for a person', () => {
  const register = list('Agency|12/07/2024|25/07/2024', 'Dalby Council|P|Apologies – ill', 'Police|x|P')
  const before = planWriting(register, board, noChoices)
  expect(before.waiting).toEqual({ questions: 0, agencies: 1, people: 0, meetings: 0, seats: 0 })
  expect(before.subjects.agencies[1]?.suggestions[0]).toMatchObject({
    name: 'Dalby Police',
    reasons: ['Its words are all part of the name.'],
  })
  expect(leftOut(before)).toHaveLength(2)
  const after = planWriting(register, board, choose({ agencies: { police: 'Dalby Police' } }))
  expect(outline(after)).toEqual([
    '2024-07-12: Dalby Council PRESENT; Dalby Police ABSENT',
    '2024-07-25: Dalby Council APOLOGIES ill; Dalby Police PRESENT',
  ])
})

test('the people of an agency make one mark: the holder before the deputy before who stayed away', () => {
  const register = list(
    'Agency|Name|12/07/2024|25/07/2024|12/08/2024',
    'Dalby Council|Ann Fell|P|Apologies|x',
    'Dalby Council|Bo Ray|P|P|x',
    'Dalby Council|Cy Dow|P|x|x',
  )
  const writing = planWriting(register, board, choose({ people: { 'dalby council|cy dow': 'GUEST' } }))
  expect(outline(writing)).toEqual([
    '2024-07-12: Dalby Council PRESENT Ann Fell; guest Cy Dow; Dalby Police not mentioned',
    '2024-07-25: Dalby Council DEPUTY Ann Fell Bo Ray; Dalby Police not mentioned',
    '2024-08-12: Dalby Council ABSENT Ann Fell; Dalby Police not mentioned',
  ])
  expect(writing.waiting.people).toBe(0)
  expect(planWriting(register, board, noChoices).waiting.people).toBe(1)
})

test('a name instead of a mark is the holder, a deputy or a guest', () => {
  const register = list(
    'Agency|12/07/2024|25/07/2024',
    'Dalby Council|Ann Fell, Di Eve|Bo Ray',
    'Dalby Police|Cy Dow|n/a',
  )
  const waits = planWriting(register, board, noChoices)
  expect(waits.waiting.people).toBe(2)
  const writing = planWriting(
    register,
    board,
    choose({ people: { 'dalby council|di eve': 'GUEST', 'dalby police|cy dow': 'HOLDER' } }),
  )
  expect(outline(writing)).toEqual([
    '2024-07-12: Dalby Council PRESENT Ann Fell; Dalby Police PRESENT Cy Dow; guest Di Eve',
    '2024-07-25: Dalby Council DEPUTY Bo Ray',
  ])
  expect(leftOut(writing)).toEqual([
    'Dalby Police: 25/07/2024 “n/a”: The list says that it was not expected then, so no mark is written.',
  ])
})

test('an agency without a seat on that day is said, and becomes a guest or is left out by choice', () => {
  const register = list('Agency|25/04/2024|25/07/2024', 'Dalby Police|Cy Dow|P', 'Dalby Council|P|P')
  const people = { 'dalby police|cy dow': 'HOLDER' }
  const waits = planWriting(register, board, choose({ people }))
  expect(waits.missingSeats).toEqual([
    {
      organisationId: 'Dalby Police',
      organisation: 'Dalby Police',
      days: ['2024-04-25'],
      marks: 1,
      choice: null,
    },
  ])
  expect(waits.waiting.seats).toBe(1)
  expect(
    outline(planWriting(register, board, choose({ people, seats: { 'Dalby Police': 'GUEST' } })))[0],
  ).toBe('2024-04-25: Dalby Council PRESENT; guest Cy Dow')
  expect(
    leftOut(planWriting(register, board, choose({ people, seats: { 'Dalby Police': 'LEAVE_OUT' } }))),
  ).toEqual(['Dalby Police: 25/04/2024 “Cy Dow”: It had no seat on that day, and you left this out.'])
})

test('who belongs to no seat is a guest where they came', () => {
  const register = list('Agency|Name|12/07/2024|25/07/2024', 'Quality Watch|Cy Dow|P|x', 'Dalby Council||P|P')
  const writing = planWriting(register, board, choose({ agencies: { 'quality watch': 'GUEST' } }))
  expect(outline(writing)).toEqual([
    '2024-07-12: Dalby Council PRESENT; guest Cy Dow; Dalby Police not mentioned',
    '2024-07-25: Dalby Council PRESENT; Dalby Police not mentioned',
  ])
  expect(leftOut(writing)).toEqual([
    'Quality Watch, Cy Dow: 25/07/2024 “x”: A guest who was not there is not written down.',
  ])
})

test('a meeting that the board has is filled in, and what its register says stays', () => {
  const known = {
    id: 'm',
    day: '2024-07-25',
    title: 'Board meeting',
    cancelled: false,
    closed: false,
    marked: [{ seatId: 'seat of Dalby Council', mark: 'ABSENT' }],
  }
  const register = list('Agency|25/07/2024', 'Dalby Council|P', 'Dalby Police|P')
  const has = { ...board, meetings: [known] }
  expect(planWriting(register, has, noChoices).waiting.meetings).toBe(1)
  const writing = planWriting(register, has, choose({ meetings: { b0r0c1: 'm' } }))
  expect(outline(writing)).toEqual(['2024-07-25: Dalby Police PRESENT'])
  expect(leftOut(writing)).toEqual([
    'Dalby Council: 25/07/2024 “P”: Its register says something else already, which stays.',
  ])
  expect(outline(planWriting(register, has, choose({ meetings: { b0r0c1: 'NEW' } })))).toEqual([
    '2024-07-25: Dalby Council PRESENT; Dalby Police PRESENT',
  ])
})

test('each mark of a list is written, is a guest, or is left out with a reason', () => {
  const mark = fc.constantFrom(
    'P',
    'x',
    'Dep',
    'Apologies',
    'n/a',
    'Ann Fell',
    'Bo Ray, Di Eve',
    'Deputy (Cy Dow)',
    'P (Di Eve)',
    '',
  )
  const line = fc.tuple(
    fc.constantFrom('Dalby Council', 'Dalby Police', 'Police', 'Quality Watch', ''),
    fc.constantFrom('', 'Ann Fell', 'Bo Ray', 'Cy Dow'),
    fc.array(mark, { minLength: 3, maxLength: 3 }),
  )
  const choice = fc.constantFrom('HOLDER', 'DEPUTY', 'GUEST', 'LEAVE_OUT', 'NEW', 'Dalby Council', 'm')
  fc.assert(
    fc.property(
      fc.array(line, { minLength: 1, maxLength: 6 }),
      fc.array(choice, { minLength: 30, maxLength: 30 }),
      fc.boolean(),
      (lines, picks, chooses) => {
        const rows = [
          ['Agency', 'Name', '25/04/2024', '25/07/2024', '25/08/2024'],
          ...lines.map(([agency, name, marks]) => [agency, name, ...marks]),
        ]
        const answers = { 'mark:': 'UNKNOWN', 'mark:x': 'ABSENT', 'above:b0h0': 'ABOVE' }
        const register = read([tableOf('S', rows)], answers)
        const meeting = {
          id: 'm',
          day: '2024-07-25',
          title: '',
          cancelled: false,
          closed: false,
          marked: [{ seatId: 'seat of Dalby Council', mark: 'PRESENT' }],
        }
        const has = { ...board, meetings: [meeting] }
        const first = planWriting(register, has, noChoices)
        let at = 0
        const pick = (): string => picks[(at += 1) % picks.length] ?? ''
        const all = (keys: readonly string[]): Record<string, string> =>
          Object.fromEntries(chooses ? keys.map((key) => [key, pick()]) : [])
        const writing = planWriting(
          register,
          has,
          choose({
            agencies: all(first.subjects.agencies.map(({ key }) => key)),
            people: all(first.subjects.people.map(({ key }) => key)),
            meetings: all(first.meetingChoices.map(({ key }) => key)),
            seats: all(['Dalby Council', 'Dalby Police']),
          }),
        )
        const cells = new Set([
          ...writing.meetings.flatMap(({ marks, guests }) => [
            ...marks.flatMap((each) => each.cells),
            ...guests.map(({ cell }) => cell),
          ]),
          ...writing.leftOut.map(({ cell }) => cell),
        ])
        expect([...cells].toSorted()).toEqual([...new Set(register.marks.map(({ cell }) => cell))].toSorted())
        // A seat has at most one mark in a meeting, and only where it had no other.
        for (const { marks, knownId } of writing.meetings) {
          const seats = marks.map(({ seatId }) => seatId)
          expect(new Set(seats).size).toBe(seats.length)
          expect(knownId === 'm' && seats.includes('seat of Dalby Council')).toBe(false)
        }
      },
    ),
    { numRuns: 200 },
  )
})

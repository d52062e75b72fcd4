import { describe, expect, it } from 'vitest'
import { answerState, checkMeetingAnswer, whyNoAnswer } from './meetingAnswer.ts'
import type { GivenAnswer } from './meetingAnswer.ts'

const given: GivenAnswer = { answer: 'ATTENDING', deputyId: null, deputyName: '', reason: '' }
const fields = (changed: Partial<GivenAnswer>) =>
  checkMeetingAnswer({ ...given, ...changed }, ['ash']).map(({ field }) => field)

describe('an answer', () => {
  it('that somebody attends needs nothing more', () => {
    expect(fields({})).toEqual([])
    expect(fields({ reason: 'x'.repeat(501) })).toEqual([])
  })

  it('with a deputy says who: one of the seat, or somebody by name', () => {
    expect(fields({ answer: 'DEPUTY' })).toEqual(['deputyName'])
    expect(fields({ answer: 'DEPUTY', deputyId: 'ash' })).toEqual([])
    expect(fields({ answer: 'DEPUTY', deputyId: 'elm' })).toEqual(['deputyId'])
    expect(fields({ answer: 'DEPUTY', deputyName: 'Robin Elm' })).toEqual([])
    expect(fields({ answer: 'DEPUTY', deputyName: 'x'.repeat(201) })).toEqual(['deputyName'])
  })

  it('with apologies has a reason', () => {
    expect(fields({ answer: 'APOLOGIES', reason: ' ' })).toEqual(['reason'])
    expect(fields({ answer: 'APOLOGIES', reason: 'On leave' })).toEqual([])
    expect(fields({ answer: 'APOLOGIES', reason: 'x'.repeat(501) })).toEqual(['reason'])
  })
})

const time = (day: string, from: number, to: number) => ({
  startsAt: new Date(`${day}T${String(from).padStart(2, '0')}:00:00Z`),
  endsAt: new Date(`${day}T${String(to).padStart(2, '0')}:00:00Z`),
})
const answered = time('2026-12-08', 14, 16)

it.each([
  ['nothing has changed', time('2026-12-08', 14, 16), 'STANDS'],
  ['it ends earlier', time('2026-12-08', 14, 15), 'STANDS'],
  ['it ends later', time('2026-12-08', 14, 17), 'ASKED_AGAIN'],
  ['it begins later', time('2026-12-08', 15, 16), 'ASKED_AGAIN'],
  ['it begins earlier', time('2026-12-08', 13, 16), 'ASKED_AGAIN'],
  ['it is on another day', time('2026-12-09', 14, 16), 'ASKED_AGAIN'],
])('where %s, the answer is %s', (_what, meeting, state) => {
  expect(answerState(answered, meeting)).toBe(state)
})

it('where nobody answered, there is none', () => {
  expect(answerState(null, answered)).toBe('NONE')
})

it('is taken until the register is closed, and not for a cancelled meeting', () => {
  expect(whyNoAnswer({ cancelled: false, registerClosed: false })).toBeNull()
  expect(whyNoAnswer({ cancelled: true, registerClosed: true })).toContain('cancelled')
  expect(whyNoAnswer({ cancelled: false, registerClosed: true })).toContain('closed')
})

import { describe, expect, it } from 'vitest'
import type { Mark } from './mark.ts'
import {
  checkCorrection,
  checkGuest,
  checkMark,
  closingWords,
  markedAtOf,
  plainMark,
  sameMark,
  tidyMark,
  whyNotClose,
  whyNotCloseNow,
  whyNotCorrect,
  whyNotMark,
} from './registerRules.ts'

const held = { vacant: false, deputyIds: ['dee'] }
const vacant = { vacant: true, deputyIds: [] }
const everything = { cameId: null, cameName: 'Dee Puty', seniorEnough: true, reason: 'On leave' }
const fieldsOf = (problems: readonly { field: string }[]) => problems.map(({ field }) => field)

describe('a mark', () => {
  it.each<Mark>(['PRESENT', 'APOLOGIES', 'ABSENT', 'UNKNOWN'])('of %s needs nothing beside it', (mark) => {
    expect(checkMark(plainMark(mark), held)).toEqual([])
  })

  it('of a deputy needs a named deputy or the name of somebody else', () => {
    expect(fieldsOf(checkMark(plainMark('DEPUTY'), held))).toEqual(['cameName'])
    expect(checkMark({ ...plainMark('DEPUTY'), cameName: 'Ann Other' }, held)).toEqual([])
    expect(checkMark({ ...plainMark('DEPUTY'), cameId: 'dee' }, held)).toEqual([])
    expect(fieldsOf(checkMark({ ...plainMark('DEPUTY'), cameId: 'bo' }, held))).toEqual(['cameId'])
  })

  it('of a seat that nobody holds is never present, and may be anything else', () => {
    expect(fieldsOf(checkMark(plainMark('PRESENT'), vacant))).toEqual(['mark'])
    expect(checkMark({ ...plainMark('DEPUTY'), cameName: 'Ann Other' }, vacant)).toEqual([])
    expect(checkMark(plainMark('ABSENT'), vacant)).toEqual([])
  })

  it('keeps only what belongs to it', () => {
    expect(tidyMark({ mark: 'PRESENT', ...everything })).toEqual(plainMark('PRESENT'))
    expect(tidyMark({ mark: 'APOLOGIES', ...everything })).toEqual({
      ...plainMark('APOLOGIES'),
      reason: 'On leave',
    })
    expect(tidyMark({ mark: 'DEPUTY', ...everything, cameId: 'dee' })).toEqual({
      ...plainMark('DEPUTY'),
      cameId: 'dee',
      seniorEnough: true,
    })
  })

  it('has a reason of at most 500 characters', () => {
    expect(checkMark({ ...plainMark('APOLOGIES'), reason: 'x'.repeat(500) }, held)).toEqual([])
    expect(fieldsOf(checkMark({ ...plainMark('APOLOGIES'), reason: 'x'.repeat(501) }, held))).toEqual([
      'reason',
    ])
  })

  it('is the same as another that says the same', () => {
    expect(sameMark(plainMark('ABSENT'), { mark: 'ABSENT', ...everything })).toBe(true)
    expect(sameMark(plainMark('ABSENT'), plainMark('UNKNOWN'))).toBe(false)
    const deputy = { ...plainMark('DEPUTY'), cameName: 'Ann Other' }
    expect(sameMark(deputy, { ...deputy, seniorEnough: false })).toBe(false)
    expect(sameMark(deputy, { ...deputy, cameName: ' Ann Other ' })).toBe(true)
    const apologies = { ...plainMark('APOLOGIES'), reason: 'On leave' }
    expect(sameMark(apologies, plainMark('APOLOGIES'))).toBe(false)
    expect(sameMark(apologies, { ...apologies, reason: null })).toBe(true)
  })

  it('was made when the device says, unless its clock is ahead', () => {
    const now = new Date('2026-09-01T12:00:00Z')
    const early = new Date('2026-09-01T09:00:00Z')
    expect(markedAtOf(early, now)).toBe(early)
    expect(markedAtOf(new Date('2026-09-01T12:30:00Z'), now)).toBe(now)
    expect(markedAtOf(new Date('never'), now)).toBe(now)
  })
})

describe('a register', () => {
  const open = { cancelledAt: null, registerClosedAt: null, startsAt: new Date('2026-09-01T09:00:00Z') }
  const closed = { ...open, registerClosedAt: new Date() }
  const cancelled = { ...closed, cancelledAt: new Date() }
  const after = new Date('2026-09-01T11:00:00Z')

  it('is marked while it is open', () => {
    expect(whyNotMark(open)).toBeNull()
    expect(whyNotMark(closed)).toMatch(/closed/)
    expect(whyNotMark(cancelled)).toMatch(/cancelled/)
  })

  it('is closed once, after the meeting began', () => {
    expect(whyNotClose(open, after)).toBeNull()
    expect(whyNotClose(open, new Date('2026-09-01T08:59:59Z'))).toMatch(/has not begun/)
    expect(whyNotClose(closed, after)).toMatch(/already/)
    expect(whyNotClose(cancelled, after)).toMatch(/cancelled/)
  })

  it('is closed as it was read, and says what becomes of places without a mark', () => {
    expect(whyNotCloseNow(3, 3)).toBeNull()
    expect(whyNotCloseNow(3, 1)).toMatch(/Now 1 place has no mark/)
    expect(whyNotCloseNow(0, 2)).toMatch(/Now 2 places have no mark/)
    expect(closingWords(0)).toBe('Every place has a mark.')
    expect(closingWords(1)).toMatch(/^1 place has no mark/)
    expect(closingWords(2)).toMatch(/^2 places have no mark.*never counts as absent/)
  })

  it('is corrected once it is closed, with a reason and a change', () => {
    expect(whyNotCorrect(open)).toMatch(/open/)
    expect(whyNotCorrect(closed)).toBeNull()
    expect(whyNotCorrect(cancelled)).toMatch(/cancelled/)
    const correct = (text: Mark, why: string) =>
      fieldsOf(checkCorrection(plainMark('UNKNOWN'), plainMark(text), why, held))
    expect(correct('PRESENT', 'She was on the call.')).toEqual([])
    expect(correct('UNKNOWN', 'She was on the call.')).toEqual(['mark'])
    expect(correct('PRESENT', ' ')).toEqual(['why'])
  })
})

it('a guest has a name, not too long, and of nobody whom a case is about; where from may stay open', () => {
  expect(checkGuest({ name: 'x'.repeat(200), organisation: '' }, '2026-12-01')).toEqual([])
  expect(fieldsOf(checkGuest({ name: 'x'.repeat(201), organisation: '' }, '2026-12-01'))).toEqual(['name'])
  expect(fieldsOf(checkGuest({ name: 'Ann Other (mother)', organisation: '' }, '2026-12-01'))).toEqual([
    'name',
  ])
  expect(checkGuest({ name: 'Ann Other', organisation: '' }, '2026-12-01')).toEqual([])
  expect(fieldsOf(checkGuest({ name: '', organisation: 'x'.repeat(201) }, '2026-12-01'))).toEqual([
    'name',
    'organisation',
  ])
})

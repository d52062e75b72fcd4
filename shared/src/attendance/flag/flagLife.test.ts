import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  canMove,
  checkMove,
  FlagState,
  isOpenFlag,
  isReminderDue,
  reminders,
  stateAfter,
  whyNotMove,
} from './flagLife.ts'
import type { FlagMove } from './flagLife.ts'
import { addDays } from '../../board/dates.ts'

const all: FlagMove[] = ['PUT', 'ANSWERED', 'DISCUSSED', 'ADDRESSED', 'ACCEPTED', 'CLOSED']
const today = '2026-12-01'

describe('the life of a flag', () => {
  it('goes from raised to closed, and stands still there', () => {
    let state: FlagState = 'RAISED'
    for (const move of ['PUT', 'ANSWERED', 'DISCUSSED', 'ADDRESSED', 'CLOSED'] as const) {
      expect(canMove({ state, aboutAgency: true }, move)).toBe(true)
      state = stateAfter(move)
    }
    expect(all.filter((move) => canMove({ state, aboutAgency: true }, move))).toEqual([])
  })

  it('gives a reason just where a move cannot be made', () => {
    for (const state of Object.values(FlagState))
      for (const move of all)
        for (const aboutAgency of [true, false])
          expect(whyNotMove({ state, aboutAgency }, move) === null).toBe(
            canMove({ state, aboutAgency }, move),
          )
  })

  it('is closed only after it was addressed or accepted, and about the board is put to nobody', () => {
    const closable = Object.values(FlagState).filter((state) =>
      canMove({ state, aboutAgency: true }, 'CLOSED'),
    )
    expect(closable).toEqual(['ADDRESSED', 'ACCEPTED'])
    expect(Object.values(FlagState).filter(isOpenFlag)).toEqual(['RAISED', 'PUT', 'ANSWERED', 'DISCUSSED'])
    expect(canMove({ state: 'RAISED', aboutAgency: false }, 'PUT')).toBe(false)
    expect(canMove({ state: 'RAISED', aboutAgency: false }, 'DISCUSSED')).toBe(true)
  })

  it('asks for words, for a day to answer by, and for the meeting', () => {
    const fields = (move: FlagMove, said: Parameters<typeof checkMove>[1]) =>
      checkMove(move, said, today).map(({ field }) => field)
    expect(fields('PUT', { words: '', answerDueOn: today })).toEqual([])
    expect(fields('PUT', { words: '' })).toEqual(['answerDueOn'])
    expect(fields('PUT', { words: '', answerDueOn: '2026-11-30' })).toEqual(['answerDueOn'])
    expect(fields('PUT', { words: '', answerDueOn: '2027-12-01' })).toEqual(['answerDueOn'])
    expect(fields('ANSWERED', { words: ' ' })).toEqual(['words'])
    expect(fields('DISCUSSED', { words: 'Agreed' })).toEqual(['meetingId'])
    expect(fields('ACCEPTED', { words: '' })).toEqual(['words'])
    expect(fields('ADDRESSED', { words: 'x'.repeat(2001) })).toEqual(['words'])
    expect(fields('CLOSED', { words: '' })).toEqual([])
  })
})

describe('reminders', () => {
  it('come after the day to answer by, with days between, and then no more', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 30 }), (dueIn) => {
        const answerDueOn = addDays(today, dueIn)
        let [remindedOn, remindersSent] = [null as string | null, 0]
        const sent: string[] = []
        for (let day = 0; day < 120; day += 1) {
          const on = addDays(today, day)
          if (!isReminderDue({ state: 'PUT', answerDueOn, remindedOn, remindersSent }, on)) continue
          sent.push(on)
          remindedOn = on
          remindersSent += 1
        }
        expect(sent).toEqual(
          Array.from({ length: reminders.most }, (_, turn) =>
            addDays(answerDueOn, 1 + turn * reminders.everyDays),
          ),
        )
      }),
    )
  })

  it('stop when there is an answer, or nothing is asked', () => {
    const late = { answerDueOn: '2026-11-01', remindedOn: null, remindersSent: 0 }
    for (const state of Object.values(FlagState))
      expect(isReminderDue({ ...late, state }, today)).toBe(state === 'PUT')
    expect(isReminderDue({ ...late, state: 'PUT', answerDueOn: null }, today)).toBe(false)
  })
})

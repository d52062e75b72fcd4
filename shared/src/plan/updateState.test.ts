import { describe, expect, it } from 'vitest'
import {
  afterStep,
  canBeCorrected,
  checkCorrection,
  checkReturn,
  checkUpdate,
  statusOfActivity,
  UpdateState,
  whyNotLate,
  whyNotStep,
} from './updateState.ts'
import type { UpdateStep } from './updateState.ts'

const states = [null, ...Object.values(UpdateState)]
const steps: UpdateStep[] = ['SAVE', 'SUBMIT', 'RETURN', 'AUTHORISE']

describe('the life of an update', () => {
  it('goes from draft over submitted, and returned and again submitted, to authorised', () => {
    const table = Object.fromEntries(
      steps.map((step) => [step, states.map((state) => afterStep(step, state))]),
    )
    expect(table).toEqual({
      //       nothing      draft        submitted    returned     authorised
      SAVE: ['DRAFT', 'DRAFT', null, 'RETURNED', null],
      SUBMIT: ['SUBMITTED', 'SUBMITTED', null, 'SUBMITTED', null],
      RETURN: [null, null, 'RETURNED', null, null],
      AUTHORISE: [null, null, 'AUTHORISED', null, null],
    })
  })

  it('says why a step cannot be taken, and nothing when it can', () => {
    for (const step of steps)
      for (const state of states) {
        expect(whyNotStep(step, state, null) === null, `${step} ${state}`).toBe(
          afterStep(step, state) !== null,
        )
        expect(whyNotStep(step, state, 'Q2 2026/27')).toContain('Q2 2026/27 has been closed')
      }
  })

  it('comes late only where its period was closed before anything was written for it', () => {
    expect(whyNotStep('SUBMIT', null, 'Q2 2026/27')).toContain('Hand in a late report')
    expect(whyNotStep('SUBMIT', 'DRAFT', 'Q2 2026/27')).toContain('write a correction')
    expect(whyNotLate(null, false, true)).toBeNull()
    for (const state of Object.values(UpdateState)) {
      expect(whyNotLate(state, true, true)).toBeNull()
      expect(whyNotLate(state, false, true)).toContain('before it was closed')
    }
    expect(whyNotLate(null, false, false)).toContain('is open')
  })

  it('is corrected once it is authorised or its period is closed, and once', () => {
    expect(canBeCorrected('AUTHORISED', false, false)).toBe(true)
    expect(canBeCorrected('SUBMITTED', false, false)).toBe(false)
    expect(canBeCorrected('DRAFT', true, false)).toBe(true)
    expect(canBeCorrected('AUTHORISED', true, true)).toBe(false)
  })
})

describe('the text of an update', () => {
  const update = {
    status: 'ON_TARGET',
    percentComplete: 50,
    narrative: 'Half of it is done.',
    issues: '',
    correctiveActions: '',
  } as const

  it('has a whole percentage from 0 to 100, and says what was done before it is submitted', () => {
    expect(checkUpdate(update, true)).toEqual([])
    expect(checkUpdate({ ...update, narrative: ' ' }, false)).toEqual([])
    expect(checkUpdate({ ...update, narrative: ' ' }, true)).toMatchObject([{ field: 'narrative' }])
    for (const percentComplete of [-1, 101, 1.5, Number.NaN])
      expect(checkUpdate({ ...update, percentComplete }, false)).toMatchObject([{ field: 'percentComplete' }])
  })

  it('is not too long', () => {
    const long = 'x'.repeat(4001)
    const found = checkUpdate({ ...update, narrative: long, issues: long, correctiveActions: long }, false)
    expect(found.map(({ field }) => field)).toEqual(['narrative', 'issues', 'correctiveActions'])
  })

  it('says how activities stand, each in a few words', () => {
    const activityNotes = [{ comments: '' }, { comments: 'x'.repeat(1001) }]
    expect(checkUpdate({ ...update, activityNotes }, true)).toMatchObject([
      { field: 'activityNotes.1.comments' },
    ])
    expect(statusOfActivity({ status: 'Green' })).toBe('Green')
    expect(statusOfActivity({ status: 'Green', latestNote: { status: 'COMPLETE' } })).toBe('Complete')
    expect(statusOfActivity({ status: null, latestNote: { status: null } })).toBe('')
  })

  it('is returned and corrected with a reason', () => {
    expect(checkReturn(' ')).toMatchObject([{ field: 'reason' }])
    expect(checkCorrection('')).toMatchObject([{ field: 'correctionReason' }])
    expect(checkCorrection('A wrong figure.')).toEqual([])
  })
})

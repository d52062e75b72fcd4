import { describe, expect, it } from 'vitest'
import { fieldWords, isForReaders, valueWords } from './fieldWords.ts'

describe('a field of the log', () => {
  it('has the words of the pages, and those of its own page first', () => {
    expect(fieldWords('Plan', 'title')).toBe('Title')
    expect(fieldWords('PlanAction', 'title')).toBe('What is to be done')
    expect(fieldWords('PlanAction', 'evidence')).toBe('Evidence and deadlines')
  })

  it('is for the readers of a history unless it is an id or a fingerprint', () => {
    expect(fieldWords('PlanImport', 'draftHash')).toBe('Fingerprint of the draft')
    expect(['draftHash', 'actionId', 'endedSessions', 'facts'].filter(isForReaders)).toEqual([])
    expect(['title', 'fileName', 'responsible'].every(isForReaders)).toBe(true)
    expect(fieldWords('Plan', 'constructor')).toBe('constructor')
    expect(isForReaders('constructor')).toBe(false)
  })
})

describe('a value of the log', () => {
  it('is said in words', () => {
    expect(valueWords('state', 'SUBMITTED')).toBe('Submitted')
    expect(valueWords('frequency', 'HALF_YEARLY')).toBe('Half yearly')
    expect(valueWords('role', 'AGENCY_LEAD')).toBe('Agency lead')
    expect(valueWords('endsOn', '2027-03-31')).toBe('31 March 2027')
    expect(valueWords('withdrawnAt', '2026-11-24T09:05:00.000Z')).toBe('24 November 2026 at 09:05')
    expect(valueWords('voting', false)).toBe('No')
    expect(valueWords('theme', null)).toBe('')
    // What somebody typed stays as it is.
    expect(valueWords('title', 'DNAR')).toBe('DNAR')
  })

  it('names who is responsible, as far as the names are there', () => {
    const one = { postTitle: null, organisationId: null, organisation: null, personId: null, person: null }
    expect(
      valueWords('responsible', [
        { ...one, part: 'LEAD', postTitle: 'Head of Service', person: 'Ada Fern' },
        { ...one, part: 'RESPONSIBLE', personId: 'hidden' },
      ]),
    ).toBe('Lead officer: Head of Service, Ada Fern\nSomebody')
  })
})

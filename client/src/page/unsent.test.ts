// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from 'vitest'
import { keepDraftsOf } from './keepDraftsOf.ts'
import { dropOldUnsent, forgetUnsent, listUnsent, readUnsent, writeUnsent } from './unsent.ts'

describe('what was done without a connection', () => {
  beforeEach(() => {
    localStorage.clear()
    sessionStorage.clear()
    keepDraftsOf('ada')
  })

  it('is there again after the window was closed', () => {
    expect(writeUnsent('marks:1', { waiting: ['P'] })).toBe(true)
    sessionStorage.clear()
    keepDraftsOf('ada')
    expect(readUnsent('marks:1')).toEqual({ waiting: ['P'] })
    expect(listUnsent()).toEqual(['marks:1'])
  })

  it('is read by whoever did it alone', () => {
    writeUnsent('marks:1', { waiting: ['P'] })
    keepDraftsOf('marcus')
    expect(readUnsent('marks:1')).toBeNull()
    expect(listUnsent()).toEqual([])
    forgetUnsent()
    keepDraftsOf('ada')
    expect(readUnsent('marks:1')).toEqual({ waiting: ['P'] })
  })

  it('is gone once it is sent, and once its owner says so', () => {
    writeUnsent('marks:1', { waiting: ['P'] })
    writeUnsent('marks:2', { waiting: ['A'] })
    writeUnsent('marks:1', null)
    expect(listUnsent()).toEqual(['marks:2'])
    forgetUnsent()
    expect(listUnsent()).toEqual([])
  })

  it('is gone after two weeks, whoever it belongs to, with what cannot be read', () => {
    writeUnsent('marks:1', { waiting: ['P'] })
    localStorage.setItem('unsent:ada:marks:2', '{"half')
    localStorage.setItem('other', 'stays')
    keepDraftsOf('marcus')
    const day = 86_400_000
    dropOldUnsent(Date.now() + 13 * day)
    expect(localStorage.length).toBe(2)
    dropOldUnsent(Date.now() + 15 * day)
    expect(Object.keys(localStorage)).toEqual(['other'])
  })
})

// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from 'vitest'
import { keepDraftsOf } from './keepDraftsOf.ts'

describe('drafts on a device that several people use', () => {
  beforeEach(() => sessionStorage.clear())

  it('stay for the person who comes back', () => {
    keepDraftsOf('ada')
    sessionStorage.setItem('draft:comment:1', '"half a thought"')
    keepDraftsOf('ada')
    expect(sessionStorage.getItem('draft:comment:1')).toBe('"half a thought"')
  })

  it('are gone when somebody else signs in', () => {
    keepDraftsOf('ada')
    sessionStorage.setItem('draft:comment:1', '"half a thought"')
    sessionStorage.setItem('other', 'stays')
    keepDraftsOf('marcus')
    expect(sessionStorage.getItem('draft:comment:1')).toBeNull()
    expect(sessionStorage.getItem('other')).toBe('stays')
  })
})

// @vitest-environment happy-dom
import { expect, it } from 'vitest'
import { nextAddress } from './nextAddress.ts'

const next = (value: string) => nextAddress(new URLSearchParams({ next: value }))

it('leads back to the page that somebody came from', () => {
  expect(next('/boards/1?tab=plan')).toBe('/boards/1?tab=plan')
  expect(nextAddress(new URLSearchParams())).toBe('/')
})

it.each([
  'https://evil.example/',
  '//evil.example',
  '/\\evil.example',
  'javascript:alert(1)',
  'boards',
  '/\t/evil.example',
])('never leads to another site: %s', (value) => {
  expect(next(value)).toBe('/')
})

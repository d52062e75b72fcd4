import { expect, it } from 'vitest'
import { sessionEnd } from './session.ts'

const at = (time: string) => new Date(`2026-11-22T${time}:00Z`)

it('ends a session 30 minutes after its last use', () => {
  expect(sessionEnd(at('08:00'), at('09:15'))).toEqual(at('09:45'))
})

it('ends a session 12 hours after its start, however much it is used', () => {
  expect(sessionEnd(at('08:00'), at('19:45'))).toEqual(at('20:00'))
})

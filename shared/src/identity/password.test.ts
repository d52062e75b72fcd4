import { describe, expect, it } from 'vitest'
import { passwordProblem } from './password.ts'

const owner = { email: 'amara.okoye@fernshire.example', name: 'Amara Okoye' }

describe('passwordProblem', () => {
  it('takes three random words, spaces and any script', () => {
    expect(passwordProblem('kettle harbour sphinx', owner)).toBeNull()
    expect(passwordProblem('чайник гавань сфинкс', owner)).toBeNull()
    expect(passwordProblem('lowercaseonly', owner)).toBeNull()
  })

  it('asks for 12 characters and takes no more than 200', () => {
    expect(passwordProblem('elevenchars', owner)).toContain('at least 12')
    expect(passwordProblem('twelve-chars', owner)).toBeNull()
    expect(passwordProblem(`${'ab cde'.repeat(33)}xy`, owner)).toBeNull()
    expect(passwordProblem(`${'ab cde'.repeat(33)}xyz`, owner)).toContain('at most 200')
  })

  it('counts characters, not the units that a computer stores them in', () => {
    expect(passwordProblem('🐟🐌🦉🐝🦊🐸', owner)).toContain('at least 12')
    expect(passwordProblem('🐟🐌🦉🐝🦊🐸🐻🐼🐨🐯🦁🐮', owner)).toBeNull()
  })

  it.each(['AmaraOkoye2026', 'amara.okoye@fernshire.example', 'Boardwork2026!', 'okoyeOKOYEokoye'])(
    'refuses %s, which is made of the name, the address or the platform',
    (password) => {
      expect(passwordProblem(password, owner)).toContain('not made of your name')
    },
  )

  it('takes a password that only contains the name', () => {
    expect(passwordProblem('amara likes kettles', owner)).toBeNull()
  })

  it('refuses a few characters over and over', () => {
    expect(passwordProblem('aaaaaaaaaaaa', owner)).toContain('repeat')
    expect(passwordProblem('abcabcabcabc', owner)).toContain('repeat')
  })
})

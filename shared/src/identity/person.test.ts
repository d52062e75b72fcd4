import { describe, expect, it } from 'vitest'
import { emailProblem, nameProblem, normaliseEmail } from './person.ts'

describe('emailProblem', () => {
  it.each(['a@b.uk', ' Name.Surname+board@team.council.gov.uk ', "o'neill@example.org"])(
    'takes %s',
    (email) => {
      expect(emailProblem(email)).toBeNull()
    },
  )

  it.each([
    '',
    'name',
    'name@',
    '@b.uk',
    'a b@c.uk',
    'a@b',
    'a@b..uk',
    'a@b.uk,c@d.uk',
    'a@b.uk\r\nBcc: c@d.uk',
    'A <a@b.uk>',
  ])('refuses "%s"', (email) => {
    expect(emailProblem(email)).not.toBeNull()
  })

  it('refuses an address that is too long for a mail', () => {
    expect(emailProblem(`${'a'.repeat(250)}@b.uk`)).toContain('254')
  })
})

describe('normaliseEmail', () => {
  it('makes addresses one that differ in case or in spaces around them', () => {
    expect(normaliseEmail(' Amara@Example.ORG ')).toBe('amara@example.org')
  })
})

describe('nameProblem', () => {
  it('takes one word, many words and any script', () => {
    for (const name of ['Sukarno', 'María José Carreño Quiñones', '王秀英'])
      expect(nameProblem(name)).toBeNull()
  })

  it('refuses an empty name, a long one and one with a line break', () => {
    expect(nameProblem('  ')).toBe('Enter a name.')
    expect(nameProblem('a'.repeat(101))).toContain('100')
    expect(nameProblem('A\nB')).toContain('one line')
  })
})

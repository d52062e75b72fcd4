import { expect, test } from 'vitest'
import { isPeople, splitResponsible, postIn } from './people.ts'

test.each([
  ['Head of Care', ['Head of Care']],
  ['Nurse; Doctor', ['Nurse', 'Doctor']],
  ['Nurse / Doctor', ['Nurse', 'Doctor']],
  ['AB/CD', ['AB', 'CD']],
  ['Hospital Manager/ASC', ['Hospital Manager', 'ASC']],
  ['Police/ASC/Housing', ['Police', 'ASC', 'Housing']],
  ['Head of Care/Head of Homes', ['Head of Care', 'Head of Homes']],
  ['Assistant Director OP/PD', ['Assistant Director OP/PD']],
  ['Head of Care\nHead of Homes', ['Head of Care', 'Head of Homes']],
  [
    'Head of Service\nCommissioning - AB\nHead of Homes',
    ['Head of Service Commissioning - AB', 'Head of Homes'],
  ],
  ['Head of Care - AB Head of Homes - CD', ['Head of Care - AB', 'Head of Homes - CD']],
  [
    'Head of Care, Head of Homes and Director of Nursing',
    ['Head of Care', 'Head of Homes', 'Director of Nursing'],
  ],
  ['Ann Fell and Bo Ray', ['Ann Fell', 'Bo Ray']],
  ['Ann Fell, Bo Ray', ['Ann Fell', 'Bo Ray']],
  ['Ann Fell, Head of Care', ['Ann Fell, Head of Care']],
  ['Head of Assessment and Care Management', ['Head of Assessment and Care Management']],
  ['Head of Policy & Performance – AB', ['Head of Policy & Performance – AB']],
  ['Head of Care & Head of Homes', ['Head of Care', 'Head of Homes']],
  ['Director of Adults, Health and Housing', ['Director of Adults, Health and Housing']],
  ['Police, Probation, Adult Social Care', ['Police', 'Probation', 'Adult Social Care']],
  ['Police and NHS', ['Police', 'NHS']],
  ['AB, CD & EF', ['AB', 'CD', 'EF']],
  ['• Head of Care\n• Training Manager', ['Head of Care', 'Training Manager']],
  ['Training Manager, Safeguarding Lead', ['Training Manager', 'Safeguarding Lead']],
])('%s are %j', (text, people) => {
  expect(splitResponsible(text)).toEqual(people)
})

test('a cell of people is told from a sentence', () => {
  expect(['Head of Care', 'Ann Fell', 'AB/CD', 'Police, NHS', 'Commissioning Team'].every(isPeople)).toBe(
    true,
  )
  expect(['Review the policy.', 'March 2030', 'Staff are trained. Forms are used.'].some(isPeople)).toBe(
    false,
  )
})

test('the post without the name beside it', () => {
  expect(postIn('Head of Care')).toBe('Head of Care')
  expect(postIn('Ann Fell, Head of Care')).toBe('Head of Care')
  expect(postIn('Head of Care - AF')).toBe('Head of Care')
  expect(postIn('Quality Manager (Bo Ray)')).toBe('Quality Manager')
  expect(postIn('Police / HR')).toBe('Police, HR')
  for (const name of ['Ann Fell', 'Dr Ann Fell', 'Cllr Bo Ray', 'AF', 'AF/BR', 'Bo'])
    expect([name, postIn(name)]).toEqual([name, ''])
})

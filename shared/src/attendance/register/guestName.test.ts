import { expect, it } from 'vitest'
import { checkGuestName } from './guestName.ts'

const today = '2026-12-01'
const fieldsOf = (name: string, organisation = '') =>
  checkGuestName({ name, organisation }, today).map(({ field }) => field)

it.each([
  ['Sam Reed'],
  ['Sam Reed', 'Children’s Society'],
  ['Sam Reed, advocate', 'Patient Voices'],
  ['Sam Reed', 'Child protection team'],
  ['Julia Child', 'Family Rights Group'],
  ['Ann Son-Brother', 'Carers of Fernshire'],
  ['The adult'],
  ['A relative', 'Family'],
  ['Mother of the child'],
  ['The adult’s brother'],
  ['Inspector Reed', 'Police, adult safeguarding'],
])('“%s” may be a guest', (name, organisation = '') => {
  expect(fieldsOf(name, organisation)).toEqual([])
})

it.each([
  ['Margaret Thompson (mother)'],
  ['Margaret Thompson, the adult'],
  ['Margaret Thompson – service user'],
  ['Margaret Thompson, the adult’s sister'],
  ['The adult, Margaret Thompson'],
  ['Daughter of Margaret Thompson'],
  ['Zofia Q. (next of kin)'],
])('“%s” may say who a case is about', (name) => {
  expect(fieldsOf(name)).toEqual(['name'])
})

it('is asked of where somebody comes from as well', () => {
  expect(fieldsOf('Margaret Thompson', 'Mother of the adult')).toEqual(['organisation'])
  expect(checkGuestName({ name: 'Margaret Thompson', organisation: 'Patient' }, today)).toEqual([
    {
      field: 'organisation',
      message:
        '“Margaret Thompson (Patient)” may say who the adult or the child is, or somebody of their family. Write it without a name, such as “The adult” or “A relative”.',
    },
  ])
})

it('refuses what tells who somebody is beside a name', () => {
  expect(fieldsOf('Sam Reed, born 03/02/1962')).toEqual(['name'])
  expect(fieldsOf('Sam Reed 943 476 5919')).toEqual(['name'])
  expect(fieldsOf('JS 1962', 'GU1 1AA')).toEqual(['name', 'organisation'])
  expect(checkGuestName({ name: 'Sam Reed', organisation: 'GU1 1AA' }, today)).toEqual([
    {
      field: 'organisation',
      message: '“GU1 1AA” looks like a postcode. Leave it out: the name of the guest is enough.',
    },
  ])
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkCaseReference, checkNamesNobody } from './caseReference.ts'
import { isNhsNumber, personalDetailIn } from './personalDetail.ts'
import { familyNames, firstNames } from './personNames.ts'

// All people here are invented.

const today = '2026-12-01'
const kindIn = (text: string) => personalDetailIn(text, today)?.kind ?? null
const refused = (reference: string) => checkCaseReference(reference, today).map(({ message }) => message)

describe('a reference of a case', () => {
  it.each([
    'SA-2026-0147',
    'SA/2026/147',
    '0147',
    'MASH-26-0012',
    'CH2026-00931',
    '20260147',
    'LAS-1234567',
    'S42-2026-7',
    'STRATEGY-2026-3',
    'SAR/2025/A/2',
    'SA-2026-1962',
    'x' + '1'.repeat(39),
    // Months of a case, and what no National Insurance number begins with, are left alone.
    'MAY-2026-1',
    'QQ123456C',
  ])('%s is one', (reference) => {
    expect(checkCaseReference(reference, today)).toEqual([])
  })

  it.each([
    ['', 'Enter the reference'],
    ['1'.repeat(41), '40 characters or fewer'],
    ['SA 2026 0147', 'only letters, digits, dashes and slashes'],
    ['SA-2026-0147!', 'only letters, digits, dashes and slashes'],
    ['SA-CASE', 'a number in it'],
    ['Thompson-2026-1', 'somebody'],
    ['JOHN-147', 'somebody'],
    ['Novotny-147', 'somebody'],
    ['Margaret Thompson', 'looks like somebody'],
    ['JS1962', 'year of birth'],
    ['JS-2019', 'year of birth'],
    ['JS-1962-01', 'year of birth'],
    ['03-02-1962', 'date of birth'],
    ['JS-03021962', 'date of birth'],
    ['1962-02-03', 'date of birth'],
    ['943-476-5919', 'NHS number'],
    ['9434765919', 'NHS number'],
    ['AB123456C', 'National Insurance number'],
    ['GU11AA', 'postcode'],
  ])('%s is none', (reference, why) => {
    expect(refused(reference)).toEqual([expect.stringContaining(why) as string])
  })

  it('made of a short form, a year and a number is always taken', () => {
    const prefix = fc.constantFrom('SA', 'CP', 'S42', 'SAR', 'MASH', 'LADO', 'CASE', 'ENQ', 'REF', 'PIPOT')
    const year = fc.integer({ min: 2010, max: 2030 })
    const mark = fc.constantFrom('-', '/')
    fc.assert(
      fc.property(prefix, year, fc.integer({ min: 1, max: 9999 }), mark, (letters, of, number, between) => {
        const reference = [letters, of, String(number).padStart(4, '0')].join(between)
        expect(checkCaseReference(reference, today)).toEqual([])
      }),
    )
  })

  it('with a name of the lists in it never is', () => {
    const names = fc.constantFrom(...[...firstNames, ...familyNames].filter((name) => name.length > 2))
    fc.assert(
      fc.property(names, fc.boolean(), fc.nat(9999), (name, isLoud, number) => {
        expect(refused(`SA-${isLoud ? name.toUpperCase() : name}-${number}`)).not.toEqual([])
      }),
    )
  })
})

describe('a text of a strategy meeting', () => {
  it.each([
    'Strategy meeting',
    'Case conference, second review',
    'Initial Child Protection Conference',
    'Conference room 2, Civic Centre, Guildford',
    'Elizabeth House, Victoria Road, Milton Keynes',
    "St Mary's School, Florence Nightingale Ward, Room B1 1st floor",
    'Queen Elizabeth Hospital and St James’s Hospital',
    'Handover from St James to St. Margaret, then Queen Elizabeth',
    'King Edward VII Court, Grace Street, Hope Church',
    'Microsoft Teams',
    'MS Teams, meeting ID 943 476 5919, passcode 120487',
    'Surrey Police, Frimley Health NHS Foundation Trust, Adult Social Care',
    'Next meeting on 14/01/2027 at 10am, review by 3 March 2026',
    'Held on 12 October 2026, minutes of 12.10.26',
    'Care Act 2014, section 42; MCA 2005; MHA 1983; DHR 2019',
    'Welcome, apologies and introductions (10 minutes)',
    'The adult wishes to have an advocate. Child A and Adult B live with Child C.',
    'Concerns for the child will be looked at by the social worker',
    'May Day holiday: no meeting on Monday. Mark the register. Will Housing attend?',
    'The home manager, the GP and the housing officer will grant access in June or July',
    'Regarding housing at Fernwood House, concerning Fernwood House',
    'Action: Housing to write to the landlord by April 2027',
    'Miss no deadline. Master plan. Sir William Siemens Square.',
    'Telephone 01483 517 000, or the duty team on 020 7946 0123',
    'Questions to margaret.thompson@council.gov.uk, papers at https://files.example.org/margaret-thompson',
    'A Young Person’s Plan, a White Paper, the Green Lane team',
    'Room B. Page two of the plan',
    'Adult A. Young people at risk',
    'Bed 12, Rose Ward, Lewis Court, Preston Road, Lincoln',
    'Agreed 100%, 7 of 10, SA-2026-0147, v1.2.3, 10:30–12:00, £1,234.56',
    'Age 84, three falls since 2019; placed in 2021',
    'Ofsted and the CQC, Healthwatch Surrey, Ann Craft Trust',
  ])('“%s” names nobody', (text) => {
    expect(personalDetailIn(text, today)).toBeNull()
  })

  it.each([
    ['NAME', 'Strategy meeting: Margaret Thompson'],
    ['NAME', 'margaret thompson'],
    ['NAME', 'MARGARET THOMPSON'],
    ['NAME', "Margaret's care plan"],
    ['NAME', 'Concerns for Chloe'],
    ['NAME', 'Case Conference Chloe Care Plan'],
    ['NAME', 'Mr Novotny'],
    ['NAME', 'with Mrs. Brown at home'],
    ['NAME', 'Dr Patel to report'],
    ['NAME', 'J Thompson'],
    ['NAME', 'J. Brown came'],
    ['NAME', 'Thompson, J'],
    ['NAME', 'PATEL S'],
    ['NAME', 'the Kowalczyk family'],
    ['NAME', 'Smith siblings'],
    ['NAME', 'Grace Okonkwo'],
    ['NAME', 'Will Hunter'],
    ['NAME', "Seán O'Brien"],
    ['NAME', 'Zoë'],
    ['NAME', 'Stanisław'],
    ['NAME', 'Re: Jaroslav Novotny'],
    ['NAME', 'Adult: Jaroslav Novotny'],
    ['NAME', 'the mother Jaroslava'],
    ['NAME', 'Smith-Jones'],
    ['NAME', 'Jaroslav McAllister'],
    ['NAME', 'The school says that Mohammed was late'],
    ['DATE_OF_BIRTH', 'born 03/02/1962'],
    ['DATE_OF_BIRTH', '03.02.62'],
    ['DATE_OF_BIRTH', '3rd February 1962'],
    ['DATE_OF_BIRTH', 'Feb 3, 1962'],
    ['DATE_OF_BIRTH', '1962-02-03'],
    ['DATE_OF_BIRTH', 'DOB: 12/10/2026'],
    ['DATE_OF_BIRTH', 'born on 12 October 2026'],
    ['DATE_OF_BIRTH', 'born in 1962'],
    ['DATE_OF_BIRTH', 'YOB 1962'],
    ['NHS_NUMBER', 'NHS 943 476 5919'],
    ['NHS_NUMBER', '943-476-5919'],
    ['NHS_NUMBER', '(9434765919)'],
    ['INSURANCE_NUMBER', 'AB 12 34 56 C'],
    ['POSTCODE', 'visit at GU1 1AA'],
    ['POSTCODE', 'gu1 1aa'],
    ['POSTCODE', 'SW1A1AA'],
    ['INITIALS', 'JS 1962'],
    ['INITIALS', 'J.S. (1962)'],
    ['INITIALS', 'about JS, 1962'],
    ['DATE_OF_BIRTH', 'about JS, b. 1962'],
    ['INITIALS', 'J.S./2019'],
  ])('%s is seen in “%s”', (kind, text) => {
    expect(kindIn(text)).toBe(kind)
  })

  it('is refused field by field, with the words and what to write in their place', () => {
    const texts = { title: 'Meeting about Margaret Thompson', notes: 'Bring the file.', place: 'GU1 1AA' }
    expect(checkNamesNobody({ ...texts, link: null }, today)).toEqual([
      {
        field: 'title',
        message: expect.stringMatching(/^“Margaret Thompson” looks like .*“the adult”/) as string,
      },
      {
        field: 'place',
        message: expect.stringMatching(/^“GU1 1AA” looks like a postcode.*building/) as string,
      },
    ])
  })
})

const given = fc.constantFrom(...firstNames).map(capitalised)
const family = fc.constantFrom(...familyNames).map(capitalised)
const before = fc.constantFrom(
  '',
  'Case conference: ',
  'The adult, ',
  'Concerns about ',
  'visit to ',
  'Plan for ',
)
const behind = fc.constantFrom('', ' will attend', ', second review', '. Next steps', "'s wishes", ' (adult)')

function capitalised(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1)
}

describe('generated texts', () => {
  it('with a first and a family name of the lists are refused in every form', () => {
    fc.assert(
      fc.property(given, family, before, behind, fc.nat(4), (first, last, start, end, form) => {
        const name = [
          `${first} ${last}`,
          `${first} ${last}`.toLowerCase(),
          `${first} ${last}`.toUpperCase(),
          `${first.charAt(0)}. ${last}`,
          `Mrs ${last}`,
        ][form]
        expect(kindIn(`${start}${name}${end}`)).toBe('NAME')
      }),
    )
  })

  it('of places, agencies and business are taken', () => {
    const place = fc
      .tuple(
        fc.constantFrom(
          'Guildford',
          'Elizabeth',
          'Thompson',
          'St Anne’s',
          'North',
          'Margaret Smith',
          'Grace',
        ),
        fc.constantFrom('House', 'Street', 'Hospital', 'Ward', 'Court', 'Centre', 'Road', 'School', 'Trust'),
      )
      .map((parts) => parts.join(' '))
    const kind = fc.constantFrom(
      'Strategy meeting',
      'Case conference',
      'Review',
      'Discharge planning',
      'Agenda',
    )
    const agency = fc.constantFrom(
      'Surrey Police',
      'Probation',
      'Adult Social Care',
      'NHS',
      'Housing',
      'the GP',
    )
    fc.assert(
      fc.property(
        kind,
        place,
        agency,
        fc.constantFrom(', ', ' – ', ' at ', '\n'),
        (what, where, who, mark) => {
          expect(personalDetailIn([what, where, who].join(mark), today)).toBeNull()
        },
      ),
    )
  })

  it('with ten digits are refused where the last is their check digit', () => {
    const nine = fc.array(fc.nat(9), { minLength: 9, maxLength: 9 })
    fc.assert(
      fc.property(nine, fc.nat(9), (digits, last) => {
        // Counted another way: with the check digit, the weighted sum is a multiple of 11.
        const sum = [...digits, last].reduce((total, digit, at) => total + digit * (10 - at), 0)
        const isSame = new Set([...digits, last]).size === 1
        const number = [...digits, last].join('')
        expect(isNhsNumber(number)).toBe(sum % 11 === 0 && !isSame)
        const spaced = number.replace(/^(\d{3})(\d{3})/, '$1 $2 ')
        expect(kindIn(`number ${spaced} on file`)).toBe(sum % 11 === 0 && !isSame ? 'NHS_NUMBER' : null)
      }),
    )
  })

  it('with a day of long ago are refused however it is written, and with a day to come are not', () => {
    const day = fc.date({ min: new Date('1930-01-01'), max: new Date('2024-11-30'), noInvalidDate: true })
    const later = fc.date({ min: new Date('2026-12-02'), max: new Date('2031-12-31'), noInvalidDate: true })
    const forms = (date: Date) => {
      const [year = '', month = '', of = ''] = date.toISOString().slice(0, 10).split('-')
      const name = date.toLocaleDateString('en-GB', { month: 'long', timeZone: 'UTC' })
      return [
        `${of}/${month}/${year}`,
        `${of}.${month}.${year}`,
        `${year}-${month}-${of}`,
        `${Number(of)} ${name} ${year}`,
      ]
    }
    fc.assert(
      fc.property(day, later, fc.nat(3), (past, future, form) => {
        expect(kindIn(`It was ${forms(past)[form]}.`)).toBe('DATE_OF_BIRTH')
        expect(kindIn(`It is ${forms(future)[form]}.`)).toBeNull()
      }),
    )
  })
})

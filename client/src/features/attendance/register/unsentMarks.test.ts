import { plainMark } from '@boardwork/shared/attendance/register/registerRules.ts'
import type { Mark } from '@boardwork/shared/attendance/register/mark.ts'
import { describe, expect, it } from 'vitest'
import {
  addMark,
  countUnsentMarks,
  isSettled,
  marksAnswered,
  marksHere,
  marksRefused,
  nothingUnsent,
  settleMark,
  startSending,
} from './unsentMarks.ts'
import type { UnsavedMark, UnsentMark, UnsentMarks } from './unsentMarks.ts'

const at = '2026-09-01T10:00:00.000Z'
const made = (placeId: string, mark: Mark, version = 0): UnsentMark => ({
  ...plainMark(mark),
  placeId,
  version,
  markedAt: at,
})
const having = (...marks: UnsentMark[]): UnsentMarks => marks.reduce(addMark, nothingUnsent)
const send = (unsent: UnsentMarks, id = 'first') => startSending(unsent, () => id, 100)
const said = (unsent: UnsentMarks) =>
  [...marksHere(unsent).values()].map(({ placeId, mark }) => `${placeId} ${mark}`)
const stood = (placeId: string, mark: Mark, yours: Mark): UnsavedMark => ({
  placeId,
  message: 'Somebody else marked this place in the meantime.',
  theirs: { ...plainMark(mark), markedByName: 'Gareth Moss' },
  version: 4,
  yours: plainMark(yours),
})

describe('marks that have not reached the server', () => {
  it('stand in the order in which they were made, the last of each place', () => {
    const unsent = having(made('a', 'PRESENT'), made('b', 'ABSENT'), made('a', 'APOLOGIES'))
    expect(said(unsent)).toEqual(['b ABSENT', 'a APOLOGIES'])
    expect(countUnsentMarks(unsent)).toBe(2)
  })

  it('are sent together under one id, which stays until an answer comes', () => {
    const sent = send(having(made('a', 'PRESENT'), made('b', 'ABSENT')))
    expect(sent.sending?.clientMutationId).toBe('first')
    expect(sent.sending?.marks).toHaveLength(2)
    const later = send(addMark(sent, made('c', 'PRESENT')), 'second')
    expect(later.sending).toEqual(sent.sending)
    expect(later.waiting).toHaveLength(1)
  })

  it('are sent in parts where there are many', () => {
    const unsent = having(made('a', 'PRESENT'), made('b', 'ABSENT'), made('c', 'PRESENT'))
    const sent = startSending(unsent, () => 'first', 2)
    expect(sent.sending?.marks.map(({ placeId }) => placeId)).toEqual(['a', 'b'])
    expect(sent.waiting.map(({ placeId }) => placeId)).toEqual(['c'])
  })

  it('are gone once the server has them', () => {
    const answered = marksAnswered(send(having(made('a', 'PRESENT'))), {
      versions: new Map([['a', 1]]),
      unsaved: [],
    })
    expect(answered).toEqual(nothingUnsent)
    expect(isSettled(answered)).toBe(true)
  })

  it('made while one of the same place was on its way follow it', () => {
    const changed = addMark(send(having(made('a', 'PRESENT'))), made('a', 'ABSENT'))
    expect(said(changed)).toEqual(['a ABSENT'])
    const answered = marksAnswered(changed, { versions: new Map([['a', 1]]), unsaved: [] })
    expect(answered.waiting).toEqual([made('a', 'ABSENT', 1)])
  })
})

describe('two marks of one place', () => {
  const conflict = stood('a', 'ABSENT', 'PRESENT')
  const answered = marksAnswered(send(having(made('a', 'PRESENT'), made('b', 'PRESENT'))), {
    versions: new Map([
      ['a', 4],
      ['b', 1],
    ]),
    unsaved: [conflict],
  })

  it('both stay to be read, and the other marks are saved', () => {
    expect(answered.unsaved).toEqual([conflict])
    expect(countUnsentMarks(answered)).toBe(0)
    expect(isSettled(answered)).toBe(false)
  })

  it('theirs can stand', () => {
    expect(settleMark(answered, 'a', 'THEIRS', at)).toEqual(nothingUnsent)
  })

  it('ours can go over theirs, over the version that was seen', () => {
    const settled = settleMark(answered, 'a', 'YOURS', at)
    expect(settled.waiting).toEqual([made('a', 'PRESENT', 4)])
    expect(settled.unsaved).toEqual([])
  })

  it('that say the same are one', () => {
    const same = marksAnswered(send(having(made('a', 'ABSENT'))), {
      versions: new Map([['a', 4]]),
      unsaved: [stood('a', 'ABSENT', 'ABSENT')],
    })
    expect(same).toEqual(nothingUnsent)
  })

  it('the last of ours is the one to be read, and it never goes over theirs unseen', () => {
    const changed = addMark(send(having(made('a', 'PRESENT'))), made('a', 'APOLOGIES'))
    const both = marksAnswered(changed, { versions: new Map([['a', 4]]), unsaved: [conflict] })
    expect(both.waiting).toEqual([])
    expect(both.unsaved.map(({ yours }) => yours.mark)).toEqual(['APOLOGIES'])
  })

  it('a new mark of the place settles it', () => {
    expect(addMark(answered, made('a', 'UNKNOWN', 4)).unsaved).toEqual([])
  })
})

it('a mark of a place at which nobody is expected any more stays to be read', () => {
  const refused = { ...stood('a', 'ABSENT', 'PRESENT'), theirs: null, version: 0 }
  const answered = marksAnswered(send(having(made('a', 'PRESENT'))), {
    versions: new Map(),
    unsaved: [refused],
  })
  expect(answered.unsaved).toEqual([refused])
})

it('marks that the server would not take stay to be read, and are not sent again', () => {
  const refused = marksRefused(send(having(made('a', 'PRESENT'))), 'The register is closed.')
  expect(said(refused)).toEqual(['a PRESENT'])
  expect(send(refused)).toEqual(refused)
  expect(isSettled(refused)).toBe(false)
})

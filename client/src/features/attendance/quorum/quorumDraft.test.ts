import { checkQuorum } from '@boardwork/shared/attendance/quorum/quorum.ts'
import type { QuorumRule } from '@boardwork/shared/attendance/quorum/quorum.ts'
import { describe, expect, it } from 'vitest'
import { draftOfQuorum, newRule, ruleOf } from './quorumDraft.ts'

const everything: QuorumRule = {
  kind: 'ANY_OF',
  rules: [
    { kind: 'SEATS', votingOnly: true, needs: { seats: 7 }, deputies: 'ALL' },
    {
      kind: 'ALL_OF',
      rules: [
        { kind: 'SEATS', votingOnly: false, needs: { part: 50, of: 100, moreThan: true }, deputies: 'NONE' },
        { kind: 'AGENCIES', organisationIds: ['a', 'b'], deputies: 'SENIOR_ENOUGH' },
        { kind: 'KINDS', organisationKinds: ['POLICE', 'FIRE'], agencies: 2, deputies: 'ALL' },
      ],
    },
  ],
}

describe('a quorum that is typed', () => {
  it('becomes the rule that it was read from', () => {
    expect(ruleOf(draftOfQuorum(everything))).toEqual(everything)
  })

  it('is a group, also with one rule and with none', () => {
    const one: QuorumRule = {
      kind: 'SEATS',
      votingOnly: true,
      needs: { part: 1, of: 3, moreThan: false },
      deputies: 'ALL',
    }
    expect(ruleOf(draftOfQuorum(one))).toEqual({ kind: 'ALL_OF', rules: [one] })
    expect(draftOfQuorum(null).rules).toHaveLength(1)
  })

  it.each(['', 'seven', '-1', '1.5', '12345'])('is refused with “%s” seats', (seats) => {
    expect(checkQuorum(ruleOf({ ...newRule, seats }))[0]?.message).toMatch(/how many seats/)
  })
})

import { may, policyLines } from '@boardwork/server/src/access/policy.ts'
import type { PolicyLine } from '@boardwork/server/src/access/policy.ts'
import { Viewer } from '@boardwork/server/src/access/viewer.ts'
import type { RecordScope, Tie } from '@boardwork/server/src/access/viewer.ts'
import { makeSchema } from '@boardwork/server/src/graphql/schema.ts'
import { Role, scopeOfRole } from '@boardwork/shared/board/role.ts'
import { describe, expect, it } from 'vitest'
import { policyMatrix } from './policyMatrix.ts'
import type { Allowed } from './allowed.ts'

const here = { boardId: 'board', organisationId: 'organisation' }
const elsewhere = { boardId: 'other board', organisationId: 'other organisation' }
const roles = Object.values(Role)

/** Somebody who holds this one role, there. */
function holder(role: Role, place: typeof here): Viewer {
  const scope = scopeOfRole[role] ?? 'BOARD'
  const scopeId = {
    BOARD: place.boardId,
    ORGANISATION: place.organisationId,
    REGION: 'region',
    PLATFORM: 'platform',
  }[scope]
  const tie: Tie = {
    kind: role === 'MEMBER' ? 'SEAT' : role === 'DEPUTY' ? 'DEPUTY' : 'GRANT',
    id: 'tie',
    role,
    scope,
    scopeId,
    boardId: scope === 'BOARD' ? scopeId : null,
    // A seat is an agency's: that gives no role at the agency itself.
    organisationId: scope === 'ORGANISATION' || !scopeOfRole[role] ? place.organisationId : null,
    since: '2026-01-01',
    until: null,
    reason: null,
  }
  return viewer([tie])
}

const viewer = (ties: Tie[]) =>
  new Viewer('person', 'Robin Ash', { sessionId: 'session', startedAt: '', lastUsedAt: '' }, ties)

/** How a line differs from what the matrix says; empty when it does not. */
function differences(line: PolicyLine<RecordScope>, allowed: Allowed, subject: RecordScope): string[] {
  const anybody = allowed === 'ANYBODY'
  const signedIn = anybody || allowed === 'SIGNED_IN'
  const asked: [string, Viewer | null, boolean][] = [
    ['somebody signed out', null, anybody],
    ['somebody without a role', viewer([]), signedIn],
    ...roles.map((role): [string, Viewer, boolean] => [
      role,
      holder(role, here),
      signedIn || allowed.includes(role),
    ]),
    ...roles.map((role): [string, Viewer, boolean] => [
      `${role} elsewhere`,
      holder(role, elsewhere),
      signedIn || (scopeOfRole[role] === 'PLATFORM' && allowed.includes(role)),
    ]),
  ]
  return asked
    .filter(([, who, expected]) => may(who, line, subject) !== expected)
    .map(([name, , expected]) => `${name} ${expected ? 'may not but should' : 'may but should not'}`)
}

function allDifferences(name: string, line: PolicyLine<RecordScope>): string[] {
  const expected = policyMatrix[name]
  if (expected === undefined) return ['the matrix does not have the line']
  if (typeof expected === 'string' || expected.every((each) => typeof each === 'string'))
    return differences(line, expected, here)
  return expected.flatMap((variant) =>
    typeof variant === 'string'
      ? []
      : differences(line, variant.allowed, { ...here, ...variant.subject }).map(
          (each) => `${variant.name}: ${each}`,
        ),
  )
}

// The features write down their lines when the schema is put together.
await makeSchema()
// The subjects of the matrix have what each line's own subject needs.
const lines = [...policyLines.values()] as unknown as PolicyLine<RecordScope>[]

describe('the action table', () => {
  it('has the lines that the matrix has', () => {
    expect(lines.map(({ name }) => name).toSorted()).toEqual(Object.keys(policyMatrix).toSorted())
  })

  it.each(lines.map((line) => [line.name, line] as const))('%s is for whom the matrix says', (name, line) => {
    expect(allDifferences(name, line)).toEqual([])
  })

  it.each(lines.map((line) => [line.name, line] as const))(
    '%s is noticed when it is taken away or opened',
    (name, line) => {
      const broken: PolicyLine<RecordScope>[] = [
        { name, roles: [] },
        { name, roles: line.roles === 'ANYBODY' ? 'SIGNED_IN' : 'ANYBODY' },
      ]
      if (line.roles !== 'ANYBODY' && line.roles !== 'SIGNED_IN') {
        const held = line.roles
        broken.push({ name, roles: 'SIGNED_IN' }, { name, roles })
        for (const role of held) broken.push({ ...line, roles: held.filter((each) => each !== role) })
      }
      if (line.rule) broken.push({ name, roles: line.roles })
      for (const each of broken) expect(allDifferences(name, each), JSON.stringify(each)).not.toEqual([])
    },
  )
})

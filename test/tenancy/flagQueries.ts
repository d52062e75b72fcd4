import type { Table } from '../support/worlds/rows.ts'
import type { World } from '../support/worlds/world.ts'
import type { Asked, Asking } from './asking.ts'

const flagFields = `__typename id words organisationName partOf { organisationName } joined { organisationName } steps { __typename id meeting { __typename id } }
  behind { recordId goneAt mark { __typename id } meeting { __typename id } seat { organisationName } } viewerCan { answer }`

/** What a board shows of rules, flags and samples. */
export const boardFlagFields = `openFlags { __typename id } flagsOfYear(year: 2026) { flags { ${flagFields} } due { words partOf { organisationName } } }
  rulesOfYear(year: 2026) { versions { __typename id rules { __typename id } } earlier { __typename id } }
  samples(year: 2026) { __typename id }`

/** Of these rows of the board, those that it shows. */
export function flagsHere(
  world: World,
  here: (table: Table, rows: readonly { id: string; boardId: string }[]) => string[],
): Asked['expected'] {
  return {
    flag: here('flag', world.flags),
    flag_step: here('flag_step', world.flagSteps),
    rule_set: here('rule_set', world.ruleSets),
    attendance_rule: here('attendance_rule', world.rules),
    meeting_sample: here('meeting_sample', world.samples),
  }
}

/** How each query about rules, flags and samples is asked. */
export const flagQueries: Record<string, (asking: Asking) => Asked[]> = {
  flag: ({ home, other, sees }) =>
    [...home.flags, ...other.flags.slice(0, 1)].map(({ id, boardId }) => {
      const visible = sees('flag').has(id)
      return {
        field: `flag(id: "${id}")`,
        selection: `${flagFields} board { __typename id }`,
        refused: false,
        expected: {
          flag: visible ? [id] : [],
          board: visible && sees('board').has(boardId) ? [boardId] : [],
          flag_step: home.flagSteps
            .filter((step) => step.flagId === id && sees('flag_step').has(step.id))
            .map((step) => step.id),
        },
      }
    }),

  meetingSample: ({ person, home, other, sees }) => {
    const runsSome = home.boards.some(
      ({ id }) => person.holds('COORDINATOR', id) || person.holds('CHAIR', id),
    )
    return [...home.samples, ...other.samples.slice(0, 1)].map(({ id }) => ({
      field: `meetingSample(id: "${id}")`,
      selection: '__typename id board { __typename id } meetings { __typename id } result { numerator }',
      refused: !runsSome,
      expected: { meeting_sample: sees('meeting_sample').has(id) ? [id] : [] },
    }))
  },

  previewRules: ({ person, home, other }) =>
    [...home.boards, ...other.boards.slice(0, 1)].map(({ id }) => ({
      field: `previewRules(boardId: "${id}", year: 2026, rules: [{ kind: AGENCY_ABSENT, limit: 0, countsApologies: true }])`,
      selection: `problems { message } years { year rules { words
        findings { words partOf { organisationName } joined { organisationName } behind { mark { __typename id } meeting { __typename id } } } } }`,
      refused: !person.holds('COORDINATOR', id) && !person.holds('CHAIR', id),
      expected: {},
    })),
}

import type { Client } from 'pg'
import { day } from '../support/factories.ts'
import { makeFlag, makeRule, thisYear } from '../support/flagFactories.ts'
import type { FlagScene, MutationCase, Scene } from './scene.ts'

export async function makeFlagScene(
  db: Client,
  { boardId, councilId }: Pick<Scene, 'boardId' | 'councilId'>,
): Promise<FlagScene> {
  const rule = await makeRule(db, boardId)
  return { flagId: await makeFlag(db, boardId, rule, councilId, { put: true }) }
}

const said = ({ flagId }: Scene) => ({ flagId, words: 'For a test', version: 1 })

export const flagCases: MutationCase[] = [
  { field: 'saveRules', input: ({ boardId }) => ({ boardId, year: thisYear(), rules: [], version: 1 }) },
  { field: 'lookForFlags', input: ({ boardId }) => ({ boardId, year: thisYear() }) },
  { field: 'putFlag', input: (scene) => ({ ...said(scene), answerDueOn: day(14) }) },
  { field: 'answerFlag', input: said, variant: 'a flag about another agency' },
  { field: 'discussFlag', input: (scene) => ({ ...said(scene), meetingId: scene.meetingId }) },
  { field: 'addressFlag', input: said },
  { field: 'acceptFlag', input: said },
  { field: 'closeFlag', input: said },
  { field: 'drawSample', input: ({ boardId }) => ({ boardId, year: thisYear(), sharePercent: 50 }) },
]

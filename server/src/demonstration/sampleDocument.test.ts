import { readFile } from 'node:fs/promises'
import { missingWords } from '@boardwork/shared/plan/import/missingWords.ts'
import { draftFromRecognised } from '@boardwork/shared/plan/import/planDraft.ts'
import { decodeText } from '@boardwork/shared/document/readableDocument.ts'
import { readText } from '@boardwork/shared/plan/import/readText.ts'
import { recognisePlan } from '@boardwork/shared/plan/import/recognisePlan.ts'
import type { RecognisedPlan } from '@boardwork/shared/plan/import/recognisedPlan.ts'
import { validateDraft } from '@boardwork/shared/plan/import/validateDraft.ts'
import { beforeAll, describe, expect, it } from 'vitest'
import { hollinseaDocument } from './plans/hollinsea.ts'

function readWhole(text: string): RecognisedPlan {
  const document = readText(text)
  const plan = recognisePlan(document)
  expect(missingWords(document, plan)).toEqual([])
  expect(validateDraft(draftFromRecognised(plan)).filter(({ level }) => level === 'error')).toEqual([])
  return plan
}

describe('docs/samples/improvement-plan.txt', () => {
  let plan: RecognisedPlan
  beforeAll(async () => {
    const bytes = await readFile(new URL('../../../docs/samples/improvement-plan.txt', import.meta.url))
    plan = readWhole(decodeText(bytes))
  })

  it('has five areas under three themes, with 16 actions', () => {
    expect(plan.areas.map(({ reference, theme, actions }) => [reference, theme, actions.length])).toEqual([
      ['1', 'Theme 1: People at the centre', 3],
      ['2', 'Theme 1: People at the centre', 4],
      ['3', 'Theme 2: Working together', 3],
      ['4', 'Theme 2: Working together', 3],
      ['5', 'Theme 3: Learning', 3],
    ])
    expect(plan.areas.flatMap((area) => area.actions).map((action) => action.reference)).toEqual(
      Array.from({ length: 16 }, (_, index) => String(index + 1)),
    )
  })

  it('keeps a sentence that a page break splits, and each time-scale beside its own evidence', () => {
    const actions = plan.areas.flatMap((area) => area.actions)
    expect(actions[2]?.expectedEvidence).toMatchObject([
      {
        text: 'Talks with one person in five. What they say goes to the partnership twice a year, with what will be done about it.',
        deadline: 'October 2026 and March 2027',
      },
    ])
    expect(actions[4]?.expectedEvidence.map(({ deadline }) => deadline)).toEqual([
      'By September 2026',
      'By March 2027 & ongoing',
    ])
  })

  it('leaves two lines for the tray', () => {
    expect(plan.unplaced.map(({ text }) => text)).toEqual([
      'Thistledown Safeguarding Adults Partnership',
      'The partnership looks at this plan at each of its meetings and will renew it after a year.',
    ])
  })
})

it('reads the document that is being brought in at Hollinsea: two areas, five actions, a question for the tray', () => {
  const plan = readWhole(hollinseaDocument)
  expect(plan.areas.map(({ actions }) => actions.length)).toEqual([3, 2])
  expect(plan.unplaced.map(({ text }) => text)).toContain('To be discussed: who pays for the call blockers?')
})

import { describe, expect, inject, test } from 'vitest'
import { missingWords, textsOfDocument, textsOfPlan, wordsLost } from './missingWords.ts'
import { draftFromRecognised } from './planDraft.ts'
import { readText } from './readText.ts'
import type { RecognisedPlan } from './recognisedPlan.ts'
import { recognisePlan } from './recognisePlan.ts'
import { validateDraft } from './validateDraft.ts'

declare module 'vitest' {
  interface ProvidedContext {
    realDocuments: Record<string, string>
  }
}

const documents = inject('realDocuments')

function testAbsence(): void {
  test('it is absent from ../shared/plans, so nothing was tested on it', () => {
    expect(Object.keys(documents).length).toBeLessThan(3)
  })
}

/** The tests of one real document; where it is absent, one test that says so. */
function describeDocument(name: string, tests: (text: string) => void): void {
  const text = documents[name]
  const body =
    text === undefined
      ? testAbsence
      : () => {
          tests(text)
        }
  describe(`The document ${name}`, () => {
    body()
  })
}

function expectAllWords(text: string): RecognisedPlan {
  const document = readText(text)
  const plan = recognisePlan(document)
  expect(missingWords(document, plan)).toEqual([])
  expect(wordsLost(textsOfPlan(plan), textsOfDocument(document))).toEqual([])
  return plan
}

const numbers = (from: number, to: number): string[] =>
  Array.from({ length: to - from + 1 }, (_, index) => String(from + index))

describeDocument('sefton-improvement-plan-2010.txt', (text) => {
  test('has 19 areas, each with its own of the 53 actions', () => {
    const plan = expectAllWords(text)
    const firstActions = [1, 6, 11, 18, 19, 20, 24, 25, 29, 32, 34, 35, 37, 39, 41, 42, 44, 46, 47, 54]
    expect(plan.areas.map((area) => area.reference)).toEqual(numbers(1, 19))
    plan.areas.forEach((area, index) => {
      const from = firstActions[index] ?? 0
      expect(area.actions.map((action) => action.reference)).toEqual(
        numbers(from, (firstActions[index + 1] ?? 0) - 1),
      )
    })
  })

  test('has five themes, each over the right areas', () => {
    const { areas, themes } = recognisePlan(readText(text))
    expect(themes).toHaveLength(5)
    expect(areas.map((area) => themes.findIndex(({ title }) => title === area.theme))).toEqual([
      0, 0, 0, 0, 0, 1, 1, 2, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4,
    ])
  })

  test('has whole titles where a page break or a scan broke them', () => {
    const { areas } = recognisePlan(readText(text))
    const title = (reference: number): string => areas[reference - 1]?.title ?? ''
    expect(title(3)).toMatch(/^Develop the .* agency performance management$/)
    expect(title(14)).toMatch(/^Clarify the .* older people's services and share .* staff and stakeholders$/)
    expect(title(16)).toMatch(/^Ensure that Equality .* are used consistently .* groups$/)
    expect(title(16).match(/consistently/g)).toHaveLength(1)
    expect(areas[13]).toMatchObject({ source: { line: 195 }, continuedAt: [{ line: 190 }] })
    const action = (reference: string): string =>
      areas.flatMap((area) => area.actions).find((one) => one.reference === reference)?.title ?? ''
    expect(action('3')).toMatch(/use and procedures relating to risk and protection planning\.$/)
    expect(action('19')).toMatch(/adherence to target timescales\.$/)
    expect(action('51')).toMatch(/commercially produced databases/)
  })

  test('keeps each timescale beside its sentence', () => {
    const actions = recognisePlan(readText(text)).areas.flatMap((area) => area.actions)
    const second = actions[1]?.expectedEvidence
    expect(second).toHaveLength(3)
    expect(second?.[0]?.text).toMatch(/monitor both proper usage of the documentation/)
    expect(second?.[0]?.deadline).toMatch(/First full audit month August 2010 First audit report/)
    expect(second?.[2]?.deadline).toMatch(/^Review target monitored/)
    expect(actions[40]?.expectedEvidence.map((item) => item.deadline)).toEqual([
      'September 2010',
      'Ongoing',
      'September 2010',
      'September 2010',
      'Completed',
      'Quarterly',
    ])
    expect(actions[47]?.expectedEvidence).toMatchObject([{ deadline: 'April 2010', source: { line: 232 } }])
  })

  test('leaves appendices and the rubbish of the scan unplaced, with their lines', () => {
    const lines = recognisePlan(readText(text)).unplaced.map(({ source }) =>
      'line' in source ? source.line : 0,
    )
    expect(lines.filter((line) => line < 244)).toEqual([
      19, 28, 36, 64, 95, 104, 145, 149, 157, 166, 174, 206,
    ])
    expect(lines.filter((line) => line > 244)).toHaveLength(69)
  })

  test('makes a draft that can be saved as it is', () => {
    expect(validateDraft(draftFromRecognised(recognisePlan(readText(text))))).toEqual([])
  })
})

describeDocument('dudley-inspection-action-plan-2009.txt', (text) => {
  test('has 19 recommendations in four themes, each action under its own', () => {
    const { areas, themes } = expectAllWords(text)
    expect(areas.map((area) => area.reference)).toEqual(numbers(1, 19))
    expect(themes).toHaveLength(4)
    for (const area of areas) {
      expect(area.actions.length).toBeGreaterThan(0)
      for (const action of area.actions) expect(action.reference?.split('.')[0]).toBe(area.reference)
    }
    expect(areas.flatMap((area) => area.actions)).toHaveLength(80)
  })

  test('reads who is responsible one by one and joins rows that a page break split', () => {
    const actions = recognisePlan(readText(text)).areas.flatMap((area) => area.actions)
    const action = (reference: string) => actions.find((one) => one.reference === reference)
    expect(action('1.7')?.responsible).toEqual(['Head of HR Personnel - SH', 'Head of Safeguarding - AH'])
    expect(action('3.2')?.title).toMatch(/Procedures and safeguarding arrangements has been carried out\.$/)
    expect(action('14.1')?.continuedAt).toEqual([{ line: 156 }])
    expect(action('1.1')?.expectedEvidence).toEqual([{ deadline: 'End March 2010', source: { line: 17 } }])
  })
})

describeDocument('sefton-service-plan-monitoring-q2-2009.txt', (text) => {
  test('keeps every word', () => {
    expectAllWords(text)
  })

  test('has its actions with officers, deadlines, quarters and activities, though the conversion broke its tables', () => {
    const actions = recognisePlan(readText(text)).areas.flatMap((area) => area.actions)
    const action = (reference: string) => actions.find((one) => one.reference === reference)
    expect(actions.length).toBeGreaterThanOrEqual(18)
    expect(action('COR-HSC-AP-30')?.updates).toMatchObject([
      { period: 'Q2 2009/10', status: 'On Target', percentComplete: 50 },
      { period: 'Q1 2009/10', status: 'On Target', percentComplete: 25 },
    ])
    expect(action('DSP-HSC-AP-08')).toMatchObject({
      authorisingOfficers: [expect.stringMatching(/Barker$/)],
      leadOfficers: [expect.stringMatching(/Critchley$/)],
      expectedEvidence: [{ deadline: '30-Sep-2009' }],
    })
    expect(action('DSP-HSC-AP-08')?.activities).toHaveLength(4)
    expect(actions.filter(({ updates }) => (updates?.length ?? 0) >= 2).length).toBeGreaterThanOrEqual(14)
  })
})

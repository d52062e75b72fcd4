import { formatDay } from '@boardwork/shared/board/dates.ts'
import { isPercentage, measureKindName } from '@boardwork/shared/plan/measureKind.ts'
import { resultText, targetText } from '@boardwork/shared/plan/measureJudgement.ts'
import {
  checkEnding,
  checkMeasure,
  checkResult,
  checkResultCorrection,
  measureLimits,
} from '@boardwork/shared/plan/measureRules.ts'
import type { MeasureText } from '@boardwork/shared/plan/measureRules.ts'
import { periodOn } from '@boardwork/shared/plan/reportingPeriod.ts'
import { different } from '../../../access/different.ts'
import { operation } from '../../../access/operation.ts'
import type { Change } from '../../../access/operation.ts'
import { Conflict, InvalidInput, NotReady } from '../../../access/refusals.ts'
import type { RequestContext } from '../../../access/requestContext.ts'
import { newId } from '../../../db/newId.ts'
import { addsFor, isResponsible } from '../evidence/evidence.operations.ts'
import { Measure } from './measure.entity.ts'
import type { EndMeasureInput, RecordResultInput, SaveMeasureInput } from './measure.inputs.ts'
import { MeasureResult } from './measureResult.entity.ts'
import { calendarsOf } from '../period/period.operations.ts'
import { today } from '../plan.operations.ts'
import { measurePolicy } from '../plan.policy.ts'
import { PlanAction } from '../action/planAction.entity.ts'

const measureAgain = (change: Change, id: string) => change.find(Measure, { id })

/** A coordinator sets what an action is measured by, or changes it. What was measured keeps its target. */
export function saveMeasure(
  context: RequestContext,
  input: SaveMeasureInput,
): Promise<Measure | InvalidInput | Conflict | NotReady> {
  const line = measurePolicy.set
  return operation(context, line, input.clientMutationId, measureAgain, async (change) => {
    const { em } = change
    const action = await change.find(PlanAction, { id: input.actionId })
    change.authorize(line, action)
    await change.lock(action)
    const known = input.measureId
      ? await change.find(Measure, { id: input.measureId, actionId: action.id })
      : null
    if (known) await holdMeasure(change, known.id)
    const terms = termsOf(input)
    const before = known ? wordsOf(known) : {}
    const after = wordsOf(terms)
    if (known?.endedAt) return new NotReady('This measure has ended. Set a new one to measure it again.')
    if ((known?.version ?? 0) !== input.version)
      return new Conflict(known?.id ?? action.id, known?.version ?? 0, different(before, after))
    const problems = checkMeasure(terms)
    if (problems.length > 0) return new InvalidInput(problems)
    const row = { boardId: action.boardId, actionId: action.id }
    const goal = (measure: MeasureText) => [measure.kind, targetText(measure), measure.counting].join(' ')
    if (
      known &&
      goal(known) !== goal(terms) &&
      (await em.count(MeasureResult, { ...row, measureId: known.id })) > 0
    )
      return new NotReady(
        'Results were recorded against this target, so it stays as it is. End this measure with a reason, and set a new one with the new target.',
      )
    if (!known && (await em.count(Measure, { ...row, endedAt: null })) >= measureLimits.measures)
      return new NotReady(
        `This action has ${measureLimits.measures} measures, which is all that it can have. End one that is no longer needed to set another.`,
      )
    const measure = known
      ? em.assign(known, terms)
      : {
          ...row,
          ...terms,
          id: newId(),
          planId: action.planId,
          areaId: action.areaId,
          setAt: new Date(),
          version: 1,
        }
    if (known) await em.flush()
    else await em.insert(Measure, measure)
    const changed = Object.keys(after).filter((field) => before[field] !== after[field])
    const pick = (texts: Record<string, string>) =>
      Object.fromEntries(changed.map((field) => [field, texts[field] ?? '']))
    change.record({
      chainId: action.boardId,
      action: line.name,
      recordType: 'Measure',
      recordId: measure.id,
      before: known ? pick(before) : {},
      after: { ...pick(after), actionId: action.id },
    })
    return measure
  })
}

/** A coordinator says that something is no longer measured; what was found stays. */
export function endMeasure(
  context: RequestContext,
  { measureId, reason, version, clientMutationId }: EndMeasureInput,
): Promise<Measure | InvalidInput | Conflict | NotReady> {
  const line = measurePolicy.set
  return operation(context, line, clientMutationId, measureAgain, async (change) => {
    const measure = await change.find(Measure, { id: measureId })
    change.authorize(line, measure)
    await change.lock(measure)
    if (measure.endedAt) return new NotReady('This measure has ended already.')
    if (measure.version !== version) return new Conflict(measure.id, measure.version, [])
    const problems = checkEnding(reason)
    if (problems.length > 0) return new InvalidInput(problems)
    measure.endedAt = new Date()
    measure.endedReason = reason.trim()
    change.record({
      chainId: measure.boardId,
      action: line.name,
      recordType: 'Measure',
      recordId: measure.id,
      before: { endedAt: null },
      after: { endedAt: measure.endedAt, reason: measure.endedReason, actionId: measure.actionId },
    })
    return measure
  })
}

/** Whoever is responsible, or an officer of the board, records what was found, or corrects it. */
export function recordResult(
  context: RequestContext,
  input: RecordResultInput,
): Promise<MeasureResult | InvalidInput | NotReady> {
  const line = measurePolicy.record
  const again = (change: Change, id: string) => change.find(MeasureResult, { id })
  return operation(context, line, input.clientMutationId, again, async (change) => {
    const { em, viewer } = change
    const measure = await change.find(Measure, { id: input.measureId })
    const { boardId, planId, areaId, actionId } = measure
    change.authorize(line, { boardId, responsible: await isResponsible(change, actionId) })
    await holdMeasure(change, measure.id)
    await em.refresh(measure)
    const { kind, counting } = measure
    const corrected = input.correctsId
      ? await change.find(MeasureResult, { id: input.correctsId, measureId: measure.id })
      : null
    if (measure.endedAt && !corrected)
      return new NotReady('This measure has ended. What was recorded for it can still be corrected.')
    if (corrected && (await em.count(MeasureResult, { boardId, correctsId: corrected.id })) > 0)
      return new NotReady('This result was corrected already. Load the page again to see by what.')
    if ((await em.count(MeasureResult, { boardId, measureId: measure.id })) >= measureLimits.results)
      return new NotReady(
        `This measure has ${measureLimits.results} results, which is all that it can have. End it and set a new one.`,
      )
    const now = await today(change)
    const retracts = input.retracts && corrected !== null
    const period =
      kind !== 'BY_DATE' && input.periodStartsOn
        ? periodOn(await calendarsOf(change, boardId), input.periodStartsOn)
        : null
    if (period && period.startsOn !== input.periodStartsOn)
      return new NotReady('The board’s calendar has changed. Load the page again: your text stays on it.')
    if (period && period.startsOn > now)
      return InvalidInput.of('periodStartsOn', `${period.name} begins on ${formatDay(period.startsOn)}.`)
    const share = isPercentage(kind) && !retracts
    const found = {
      measuredOn: (retracts ? corrected.measuredOn : (period?.endsOn ?? input.measuredOn)) ?? null,
      value: share || kind === 'BY_DATE' || retracts ? null : (input.value ?? null),
      numerator: share ? (input.numerator ?? null) : null,
      denominator: share ? (input.denominator ?? null) : null,
      populationSize: share && counting === 'SAMPLE' ? (input.populationSize ?? null) : null,
    }
    const problems = [
      ...checkResult(measure, { ...found, note: input.note, retracts }, now, period !== null),
      ...(corrected ? checkResultCorrection(input.correctionReason) : []),
    ]
    const { measuredOn } = found
    if (problems.length > 0 || measuredOn === null) return new InvalidInput(problems)
    const result: MeasureResult = {
      boardId,
      id: newId(),
      planId,
      areaId,
      actionId,
      measureId: measure.id,
      ...found,
      measuredOn,
      period: (retracts ? corrected.period : period?.name) ?? null,
      note: input.note.trim() || null,
      recordedById: viewer.personId,
      recordedByName: viewer.name,
      recordedByFor: await addsFor(change, await change.find(PlanAction, { id: actionId })),
      recordedAt: new Date(),
      correctsId: corrected?.id ?? null,
      correctionReason: corrected ? input.correctionReason.trim() : null,
      retracts,
    }
    await em.insert(MeasureResult, result)
    change.record({
      chainId: boardId,
      action: line.name,
      recordType: 'MeasureResult',
      recordId: result.id,
      before: corrected ? { result: resultText(measure, corrected) } : {},
      after: {
        actionId,
        measureId: measure.id,
        result: retracts ? '' : resultText(measure, { ...found, measuredOn }),
        measuredOn,
        ...(corrected && { correctsId: corrected.id, reason: result.correctionReason }),
      },
    })
    return result
  })
}

/** Not everybody who records may lock the measure itself: who records and who changes it take turns here. */
async function holdMeasure(change: Change, measureId: string): Promise<void> {
  await change.em.execute('select pg_advisory_xact_lock(hashtextextended(?, 7))', [measureId])
}

/** What its kind has a place for, and nothing else. */
function termsOf(input: SaveMeasureInput) {
  const { kind } = input
  const share = isPercentage(kind)
  const day = kind === 'BY_DATE'
  return {
    kind,
    name: input.name.trim(),
    target: day ? null : (input.target ?? null),
    targetOn: day ? (input.targetOn ?? null) : null,
    withinDays: kind === 'PERCENT_WITHIN_DAYS' ? (input.withinDays ?? null) : null,
    unit:
      day || kind === 'PERCENT_AT_LEAST' || kind === 'PERCENT_AT_MOST' ? null : input.unit?.trim() || null,
    population: share ? (input.population ?? '').trim() : null,
    counting: share ? (input.counting ?? null) : null,
    populationSize: share && input.counting === 'SAMPLE' ? (input.populationSize ?? null) : null,
  }
}

/** A measure in words, for the log and for two people who changed it at once. */
function wordsOf(measure: MeasureText): Record<string, string> {
  return {
    kind: measureKindName[measure.kind],
    name: measure.name,
    target: (measure.target ?? measure.targetOn ?? null) === null ? '' : targetText(measure),
    population: measure.population ?? '',
    counting: measure.counting ?? '',
    populationSize: String(measure.populationSize ?? ''),
  }
}

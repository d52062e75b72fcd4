import type { ActionStatus } from '../actionStatus.ts'
import { readNamedPeriod } from './namedPeriod.ts'
import type { NamedPeriod } from './namedPeriod.ts'
import type { DraftAction, DraftUpdate, PlanDraft } from './planDraft.ts'
import { readPercent, readStatus } from './statusWords.ts'

/** The status that the words mean in this draft: what a person said of them, else what they say by themselves. */
export function meaningOf(draft: PlanDraft, words: string): ActionStatus | undefined {
  return draft.statuses.find((known) => known.words === words.trim())?.status ?? readStatus(words)
}

/** Says what a status of the document means. */
export function setMeaning(draft: PlanDraft, words: string, status: ActionStatus): PlanDraft {
  const others = draft.statuses.filter((known) => known.words !== words)
  return { ...draft, statuses: [...others, { words, status }] }
}

/** Each status of the document once, in its words, in their order. */
export function statusWordsOf(draft: PlanDraft): string[] {
  return [...new Set(updatesOf(draft).map((update) => update.status.trim()))]
}

function updatesOf(draft: PlanDraft): DraftUpdate[] {
  return draft.areas.flatMap((area) => area.actions.flatMap((action) => action.updates))
}

/** Whether an update of the document names no period, so that a person has to say which one it describes. */
export function lacksPeriod(draft: PlanDraft): boolean {
  return updatesOf(draft).some((update) => update.period.trim() === '')
}

/** The period that an update describes: its own, else the one that holds for the whole draft. */
export function periodOf(draft: PlanDraft, update: DraftUpdate): NamedPeriod | undefined {
  return readNamedPeriod(update.period.trim() === '' ? draft.period : update.period)
}

/** The percentage of an update; null where the document gives none. Undefined where it cannot be read. */
export function percentOf(update: DraftUpdate): number | null | undefined {
  return update.percentComplete.trim() === '' ? null : readPercent(update.percentComplete, true)
}

/** What keeps an update from being saved, by the field; at most one problem for each field. */
export function updateProblems(
  draft: PlanDraft,
  action: DraftAction,
  index: number,
): { field: keyof DraftUpdate; message: string }[] {
  const update = action.updates[index]
  if (update === undefined) return []
  const problems: { field: keyof DraftUpdate; message: string }[] = []
  const period = periodOf(draft, update)
  if (period === undefined && update.period.trim() !== '')
    problems.push({ field: 'period', message: 'Enter a period such as Q2 2026/27 or June 2026.' })
  const isRepeated =
    period !== undefined &&
    action.updates.slice(0, index).some((earlier) => periodOf(draft, earlier)?.startsOn === period.startsOn)
  if (isRepeated)
    problems.push({
      field: 'period',
      message: `There is another update for ${period.name} above. Put both into one, or change the period of one.`,
    })
  if (percentOf(update) === undefined)
    problems.push({ field: 'percentComplete', message: 'Enter a whole number from 0 to 100, or nothing.' })
  return problems
}

import type { Remainder, RecognisedAction, RecognisedPlan } from './recognisedPlan.ts'
import type { SourcePlace } from './sourceDocument.ts'

export interface DraftResponsible {
  postTitle: string
  /** The organisation of the board that the coordinator chose for this post. */
  organisationId?: string
}

export interface DraftEvidence {
  text: string
  deadline: string
}

export interface DraftAction {
  key: string
  reference: string
  title: string
  responsible: DraftResponsible[]
  expectedEvidence: DraftEvidence[]
  /** Absent where the coordinator added it by hand. */
  source?: SourcePlace
}

export interface DraftArea {
  key: string
  reference: string
  theme: string
  title: string
  actions: DraftAction[]
  source?: SourcePlace
}

/** Text of the document that stands in no field. `dropped` means set aside: seen, and not wanted in the plan. */
export interface DraftUnplaced {
  key: string
  text: string
  source?: SourcePlace
  kept: 'unplaced' | 'dropped'
  /** What the text is, where that is known: "Progress of action 1.1", "Heading that the document repeats". */
  note?: string
}

/** A plan on its way in, as the preview page shows and mends it. Keys are unique in a draft and never used twice. */
export interface PlanDraft {
  title: string
  areas: DraftArea[]
  unplaced: DraftUnplaced[]
  /** The number of the newest key. */
  lastKey: number
}

/** Hands out the keys of a draft that is being made. */
export class DraftKeys {
  last: number

  constructor(last: number) {
    this.last = last
  }

  next(): string {
    this.last += 1
    return `k${this.last}`
  }
}

/**
 * The draft to mend for a recognised plan. What a draft has no field for (progress, outcome, status, comments)
 * goes to the tray with a note; repeats and column headings go there too, already set aside.
 */
export function draftFromRecognised(plan: RecognisedPlan): PlanDraft {
  const keys = new DraftKeys(0)
  const withoutPlace: DraftUnplaced[] = []

  const areas = plan.areas.map((area): DraftArea => ({
    key: keys.next(),
    reference: area.reference ?? '',
    theme: area.theme ?? '',
    title: area.title ?? '',
    actions: area.actions.map((action) => {
      withoutPlace.push(...fieldsWithoutPlace(action, keys))
      return draftAction(action, keys)
    }),
    source: area.source,
  }))

  const set = (rest: Remainder): DraftUnplaced => ({ key: keys.next(), ...rest, kept: 'unplaced' })
  const aside = (rest: Remainder, note: string): DraftUnplaced => ({
    key: keys.next(),
    ...rest,
    kept: 'dropped',
    note,
  })
  const usedThemes = new Set(plan.areas.map((area) => area.theme))
  const unusedThemes = plan.themes
    .filter(({ title }) => !usedThemes.has(title))
    .map(({ title, source }) => set({ source, text: title }))
  const rest = plan.unplaced.map(set)
  const repeats = plan.repeats.map((repeat) => aside(repeat, 'Heading that the document repeats'))
  const headings = plan.headers
    .map(({ columns, source }) => ({
      source,
      text: columns
        .map((column) => column.heading)
        .join(' ')
        .trim(),
    }))
    .filter(({ text }) => text !== '')
    .map((header) => aside(header, 'Headings of the columns'))
  // Not by push(...): a document may have more of them than a call may have arguments.
  const unplaced = [...withoutPlace, ...unusedThemes, ...rest, ...repeats, ...headings]
  return { title: plan.title ?? '', areas, unplaced, lastKey: keys.last }
}

function draftAction(action: RecognisedAction, keys: DraftKeys): DraftAction {
  return {
    key: keys.next(),
    reference: action.reference ?? '',
    title: action.title,
    responsible: (action.responsible ?? []).map((postTitle) => ({ postTitle })),
    expectedEvidence: action.expectedEvidence.map((item) => ({
      text: item.text ?? '',
      deadline: item.deadline ?? '',
    })),
    source: action.source,
  }
}

function fieldsWithoutPlace(action: RecognisedAction, keys: DraftKeys): DraftUnplaced[] {
  const name = action.reference === undefined ? 'an action without a number' : `action ${action.reference}`
  const fields: [string, string | undefined][] = [
    ['Progress', action.progress],
    ['Outcome', action.outcome],
    ['Status', action.status],
    ['Comments', action.comments],
  ]
  return fields.flatMap(([field, text]) =>
    text === undefined
      ? []
      : [
          {
            key: keys.next(),
            text,
            source: action.source,
            kept: 'unplaced' as const,
            note: `${field} of ${name}`,
          },
        ],
  )
}

/** Every text of a draft, each once: a theme that several areas share counts once. */
export function textsOfDraft(draft: PlanDraft): string[] {
  const themes = new Set(draft.areas.map((area) => area.theme))
  const texts = draft.areas.flatMap((area) => [
    area.reference,
    area.title,
    ...area.actions.flatMap((action) => [
      action.reference,
      action.title,
      ...action.responsible.map((post) => post.postTitle),
      ...action.expectedEvidence.flatMap((item) => [item.text, item.deadline]),
    ]),
  ])
  return [draft.title, ...themes, ...texts, ...draft.unplaced.map((rest) => rest.text)]
}

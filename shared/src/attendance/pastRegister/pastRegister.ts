import type { Day } from '../../board/dates.ts'

/**
 * What an attendance list of the past says of somebody and a meeting. NAMED: somebody came, and the list says only who.
 * NOT_EXPECTED: had no place at the board then.
 */
export const PastMark = {
  PRESENT: 'PRESENT',
  DEPUTY: 'DEPUTY',
  APOLOGIES: 'APOLOGIES',
  ABSENT: 'ABSENT',
  UNKNOWN: 'UNKNOWN',
  NAMED: 'NAMED',
  NOT_EXPECTED: 'NOT_EXPECTED',
} as const
export type PastMark = (typeof PastMark)[keyof typeof PastMark]

/** How a past mark is called where a person chooses it. */
export const pastMarkName: Record<PastMark, string> = {
  PRESENT: 'Present',
  DEPUTY: 'A deputy came',
  APOLOGIES: 'Apologies',
  ABSENT: 'Absent, without apologies',
  UNKNOWN: 'Not known',
  NAMED: 'Somebody came: this is their name',
  NOT_EXPECTED: 'Not expected: no place at the board then',
}

/** What the words of a cell were taken for. UNPLACED: they were not understood, or wait for an answer. */
export type CellUse =
  'TITLE' | 'HEADING' | 'MEETING' | 'ROW' | 'MARK' | 'LEGEND' | 'NOTE' | 'LEFT_OUT' | 'UNPLACED'

/** A cell or paragraph of the document that has words: each stands here once. */
export interface PastCell {
  /** Tells it from the others of the same document, also when that is read again. */
  key: string
  text: string
  /** Where it stands, in words: "Sheet1, cell B4". */
  place: string
  as: CellUse
  /** Why it was left out or found no place. */
  why?: string
}

/** A meeting that the list names. */
export interface PastMeeting {
  key: string
  /** The words of its heading. */
  heading: string
  /** What they say beside the day: "Extraordinary meeting"; often empty. */
  title: string
  /** Null where it waits for an answer. */
  day: Day | null
  /** What else the list says of it, such as its place. */
  notes: string[]
}

/** An agency or a person that the list has marks for. Any of its words may be empty. */
export interface PastRow {
  key: string
  agency: string
  name: string
  post: string
  /** What else stands beside it. */
  notes: string[]
  /** The heading that it stands under: "Voting members". */
  group: string
}

/** One mark of the list. */
export interface ReadMark {
  meeting: string
  row: string
  mark: PastMark
  /** Who came, where the list says so. */
  came: string[]
  /** What the words say beside the mark, such as why somebody sent apologies. */
  note: string
  /** The words of its cell. */
  words: string
  cell: string
}

/** Something that the list leaves open. Its answer holds for the whole document. */
export interface PastQuestion {
  key: string
  /** DAY is answered with a day as YYYY-MM-DD, CHOICE with the value of one of the choices. */
  kind: 'CHOICE' | 'DAY'
  text: string
  /** Where it comes up. */
  hint: string
  choices: { value: string; label: string }[]
  /** What is most likely; it is never taken without a person's word. */
  suggestion: string | null
  answer: string | null
}

/** The answers of a person by the keys of the questions. */
export type PastAnswers = Readonly<Record<string, string>>

/** An attendance list as it was understood: no word of the document is missing from its cells. */
export interface PastRegister {
  cells: PastCell[]
  meetings: PastMeeting[]
  rows: PastRow[]
  marks: ReadMark[]
  questions: PastQuestion[]
}

/** What a list may have at the most that is brought in at once. */
export const pastRegisterLimits = {
  /** Cells with words. */
  cells: 60_000,
  meetings: 400,
  rows: 1000,
  marks: 40_000,
  /** Questions about words; those beyond are unplaced. */
  questions: 60,
} as const

/** The answer by which words are left out of what is saved; they stay readable with the import. */
export const leaveOut = 'LEAVE_OUT'

import type { Day } from '../../board/dates.ts'
import { plainLabel } from './listWords.ts'
import { readLegend } from './legend.ts'
import { readMarkCell } from './markWords.ts'
import { resolveDays } from './meetingDays.ts'
import type { HeadingGroup } from './meetingDays.ts'
import { CellUses } from './pastGrid.ts'
import type { Grid, GridCell } from './pastGrid.ts'
import { WordQuestions } from './pastQuestions.ts'
import { leaveOut, PastMark } from './pastRegister.ts'
import { personNames } from './personName.ts'
import type {
  PastAnswers,
  PastMeeting,
  PastQuestion,
  PastRegister,
  PastRow,
  ReadMark,
} from './pastRegister.ts'

/** What the reading of a list needs to know beside its words. */
export interface ReadOptions {
  today: Day
  /** The month, from 1, in which the board's year begins. */
  yearStartsMonth: number
}

const waits = 'It waits for an answer to a question.'

/** What other columns of a line say of who came. */
interface Beside {
  came: string
  note: string
}

const nothing: Beside = { came: '', note: '' }

/** Puts a past register together, table by table. */
export class RegisterBuilder {
  readonly uses = new CellUses()
  readonly answers: PastAnswers
  private readonly words: WordQuestions
  private readonly legend: ReadonlyMap<string, PastMark>
  private readonly asked: PastQuestion[] = []
  private readonly groups: HeadingGroup[] = []
  private readonly meetings = new Map<string, PastMeeting>()
  private readonly rows = new Map<string, PastRow>()
  private readonly marks: ReadMark[] = []

  constructor(answers: PastAnswers, legend: ReadonlyMap<string, PastMark>) {
    this.answers = answers
    this.words = new WordQuestions(answers)
    this.legend = legend
  }

  /** Adds the headings of a table, each of which becomes a meeting under the key of its cell. */
  addMeetings(group: HeadingGroup): void {
    this.groups.push(group)
    for (const { key, text, heading } of group.headings)
      this.meetings.set(key, { key, heading: text, title: heading.title, day: null, notes: [] })
  }

  noteOnMeeting(meeting: string, note: string): void {
    const notes = this.meetings.get(meeting)?.notes
    if (notes?.includes(note) === false) notes.push(note)
  }

  /** The row of an agency or a person; one that was there before, under the same words, goes on. */
  row(words: Pick<PastRow, 'agency' | 'name' | 'post' | 'group'>, notes: readonly string[]): string {
    const key = [words.agency, words.name, words.post].map(plainLabel).join('|')
    const known = this.rows.get(key) ?? { key, ...words, notes: [] }
    for (const note of notes) if (!known.notes.includes(note)) known.notes.push(note)
    this.rows.set(key, known)
    return key
  }

  /**
   * Reads a mark.
   *
   * @param text the words of the cell, or those that stand for them.
   * @param beside who came and what was noted, where the list says it in other columns.
   */
  mark(meeting: string, row: string, cell: GridCell, text = cell.held, beside: Beside = nothing): void {
    const read = readMarkCell(text, (token) => this.meaningOf(token, cell))
    if ('ask' in read) {
      this.words.ask(read.ask, read.suggestion, cell.place)
      const leftOut = this.words.meaning(read.ask) === null
      this.uses.set(cell, leftOut ? 'LEFT_OUT' : 'UNPLACED', leftOut ? 'You left these words out.' : waits)
      return
    }
    const came = beside.came === '' ? read.came : (personNames(beside.came) ?? [beside.came])
    const note = [read.note, beside.note].filter((each) => each !== '').join('; ')
    this.marks.push({ meeting, row, mark: read.mark, came, note, words: text, cell: cell.key })
    this.uses.set(cell, 'MARK')
  }

  /** A mark of somebody who stands in a list that has no column of marks. */
  markListed(meeting: string, row: string, cell: GridCell, answer: string, beside: Beside): void {
    const mark = Object.values(PastMark).find((each) => each === answer) ?? PastMark.UNKNOWN
    const came = personNames(beside.came) ?? []
    this.marks.push({ meeting, row, mark, came, note: beside.note, words: cell.held, cell: cell.key })
  }

  /** A mark of somebody in a list of people, whose words are a part of the cell. */
  markInList(
    meeting: string,
    row: string,
    cell: GridCell,
    read: Pick<ReadMark, 'mark' | 'came' | 'note' | 'words'>,
  ): void {
    this.marks.push({ meeting, row, cell: cell.key, ...read })
    this.uses.set(cell, 'MARK')
  }

  /** Asks about one thing of the document; gives back the answer. */
  ask(question: Omit<PastQuestion, 'answer' | 'kind'>): string | undefined {
    const answer = this.answers[question.key]
    const known = question.choices.some(({ value }) => value === answer)
    if (!this.asked.some(({ key }) => key === question.key))
      this.asked.push({ ...question, kind: 'CHOICE', answer: known ? (answer ?? null) : null })
    return known ? answer : undefined
  }

  /** Takes a cell as an explanation of letters, where it is one. */
  takeLegend(cell: GridCell, pairs: number): boolean {
    const letters = readLegend(cell.text)
    if (letters === undefined || letters.size < pairs) return false
    this.uses.set(cell, 'LEGEND')
    return true
  }

  finish(parts: { grids: readonly Grid[]; after: readonly GridCell[] }, options: ReadOptions): PastRegister {
    const { days, questions } = resolveDays(this.groups, this.answers, options)
    const keys = this.sameMeetings(days)
    const leftOut = new Set(
      [...this.meetings.keys()].filter((key) => this.answers[`day:${key}`] === leaveOut),
    )
    const marks = this.marks.filter(({ meeting }) => !leftOut.has(meeting))
    const cells = new Map(parts.grids.flatMap(({ rows }) => rows.flat()).map((cell) => [cell.key, cell]))
    for (const { meeting, cell } of this.marks) {
      const at = cells.get(cell)
      if (leftOut.has(meeting) && at !== undefined)
        this.uses.set(at, 'LEFT_OUT', 'You left this meeting out.')
    }
    return {
      cells: this.uses.cells(parts),
      meetings: [...new Set([...this.meetings.keys()].map((key) => keys.get(key) ?? key))].flatMap((key) => {
        const meeting = this.meetings.get(key)
        return meeting === undefined || leftOut.has(key) ? [] : [{ ...meeting, day: days.get(key) ?? null }]
      }),
      rows: [...this.rows.values()],
      marks: marks.map((mark) => ({ ...mark, meeting: keys.get(mark.meeting) ?? mark.meeting })),
      questions: [...questions, ...this.asked, ...this.words.questions()],
    }
  }

  private meaningOf(token: string, cell: GridCell): PastMark | undefined {
    const answered = this.words.meaning(token)
    // What a person answered stays to be seen and changed.
    if (answered) this.words.ask(token, null, cell.place)
    return answered ?? this.legend.get(token)
  }

  /** Headings of different tables that name one day are one meeting; two of one table are two. */
  private sameMeetings(days: ReadonlyMap<string, Day | null>): Map<string, string> {
    const first = new Map<string, string>()
    const keys = new Map<string, string>()
    for (const { headings } of this.groups) {
      const times = new Map<Day, number>()
      for (const { key } of headings) {
        const day = days.get(key)
        if (!day) continue
        const time = (times.get(day) ?? 0) + 1
        times.set(day, time)
        const known = first.get(`${day}#${time}`)
        if (known === undefined) first.set(`${day}#${time}`, key)
        else {
          keys.set(key, known)
          const [from, to] = [this.meetings.get(key), this.meetings.get(known)]
          if (from !== undefined && to !== undefined) {
            to.title ||= from.title
            to.notes.push(...from.notes.filter((note) => !to.notes.includes(note)))
          }
        }
      }
    }
    return keys
  }
}

import { itemsOf, withoutBullet } from './cellItems.ts'
import type { PlanField } from './planField.ts'
import { isDeadline } from '../deadline.ts'
import { parseActionNumber, parseReferenceCell } from './headings.ts'
import { divideRow, pairEvidence } from './pairCells.ts'
import { lacksEnd, mustGoOn, plainForm, startsLower } from './phrases.ts'
import { readPeriod } from '../period.ts'
import {
  addEvidence,
  addOfficer,
  addPlace,
  addText,
  newAction,
  newActivity,
  officerParts,
  saidBefore,
  shareDeadline,
  shareOfficer,
  textParts,
  updateOf,
} from './planBuilder.ts'
import type {
  ActionBuilder,
  ActivityBuilder,
  AreaBuilder,
  OfficerPart,
  Piece,
  TextPart,
  UpdatePart,
} from './planBuilder.ts'
import type { RecognisedColumn } from './planColumns.ts'
import type { DataRow } from './sections.ts'
import type { SourcePlace } from '../../document/sourceDocument.ts'
import { isTick, readPercent, readStatus } from './statusWords.ts'

/** What a reader of rows needs of the plan that is being recognised. */
export interface RowHost {
  /** The area that the row belongs to; one without a title where there is none yet. */
  area: (order: number, source: SourcePlace) => AreaBuilder
  themeCell: (piece: Piece, order: number) => void
  /** `reference` is the area's number in a column of its own; the text beside it may be empty. */
  areaCell: (piece: Piece, order: number, reference?: Piece) => void
  unplaced: (piece: Piece, order: number) => void
  repeat: (piece: Piece, order: number) => void
  documentYear: number | undefined
  /** The period that the whole document reports on. */
  documentPeriod: string | undefined
}

/** The cells of a row by field; those of a reporting period apart. */
interface RowCells {
  byField: Map<PlanField, Piece[]>
  ofPeriods: { period: string; field: UpdatePart; piece: Piece }[]
}

const updateParts = new Set<PlanField>(['status', 'percent', 'progress', 'issues', 'corrective'])
const isUpdatePart = (field: PlanField): field is UpdatePart => updateParts.has(field)

const has = (columns: readonly RecognisedColumn[], field: PlanField): boolean =>
  columns.some((column) => column.field === field)

/** Reads rows of data into the areas, actions, updates and activities of a plan. */
export class RowReader {
  /** The action that was read last, which updates, activities and notes below it belong to. */
  last: ActionBuilder | undefined
  private readonly host: RowHost
  private readonly withOwnActivities = new Map<readonly RecognisedColumn[], boolean>()

  constructor(host: RowHost) {
    this.host = host
  }

  /** Looks at all rows below a heading before they are read one by one. */
  prepare(rows: readonly DataRow[]): void {
    for (const { columns, row } of rows) {
      if (!has(columns, 'activity') || !has(columns, 'action')) continue
      const filled = (field: PlanField): boolean =>
        row.cells.some((cell, index) => columns[index]?.field === field && cell.text !== '')
      if (filled('activity') && !filled('action') && !filled('reference'))
        this.withOwnActivities.set(columns, true)
    }
  }

  readRow(whole: DataRow): void {
    for (const row of divideRow(whole)) this.readOne(row)
  }

  private readOne(data: DataRow): void {
    const { row, columns, order, again = [] } = data
    for (const piece of again) this.host.repeat(piece, order)
    const cells = this.sortCells(data)
    if (!has(columns, 'action')) {
      if (has(columns, 'activity')) this.readActivityRow(cells, row.source, order)
      else this.readNotes(cells, row.source, order)
      return
    }
    if (data.isActivity && this.last !== undefined) {
      this.readActivityRow(cells, row.source, order)
      return
    }
    const area = this.host.area(order, row.source)
    const before = this.last
    const action = this.actionOfRow(area, cells, data)
    if (action === undefined) {
      this.leaveOver(cells, order, ['reference', 'action'])
      return
    }
    this.last = action
    const isNew = action !== before
    if (cells.byField.has('activity') && this.withOwnActivities.get(columns) === true) {
      this.readActivityRow(cells, row.source, order, action)
      return
    }
    this.readFields(action, cells, data, isNew)
    if (isNew) this.shareMerged(action, data)
  }

  private sortCells({ row, columns, order }: DataRow): RowCells {
    const byField = new Map<PlanField, Piece[]>()
    const ofPeriods: RowCells['ofPeriods'] = []
    let areaReference: Piece | undefined
    row.cells.forEach((cell, index) => {
      if (cell.text === '') return
      const column = columns[index]
      const isTicked = column?.ticked === true && isTick(cell.text)
      const text = isTicked ? `${column.heading}: ${cell.text}` : cell.text
      const piece = { text, source: cell.source }
      const field = column?.field ?? 'unplaced'
      if (field === 'unplaced') this.host.unplaced(piece, order)
      else if (field === 'theme') this.host.themeCell(piece, order)
      else if (field === 'areaReference') areaReference = piece
      else if (field === 'area') {
        this.host.areaCell(piece, order, areaReference)
        areaReference = undefined
      } else if (column?.period !== undefined && isUpdatePart(field))
        ofPeriods.push({ period: column.period, field, piece })
      else {
        const list = byField.get(field)
        if (list === undefined) byField.set(field, [piece])
        else list.push(piece)
      }
    })
    if (areaReference !== undefined)
      this.host.areaCell({ text: '', source: areaReference.source }, order, areaReference)
    return { byField, ofPeriods }
  }

  private leaveOver({ byField, ofPeriods }: RowCells, order: number, but: readonly PlanField[] = []): void {
    for (const [field, pieces] of byField) {
      if (but.includes(field)) continue
      for (const piece of pieces) this.host.unplaced(piece, order)
    }
    for (const { piece } of ofPeriods) this.host.unplaced(piece, order)
  }

  private readFields(action: ActionBuilder, cells: RowCells, data: DataRow, isNew: boolean): void {
    const { byField, ofPeriods } = cells
    const { order, afterBreak } = data
    const { source } = data.row
    const pieces = (field: PlanField): Piece[] => byField.get(field) ?? []
    const joined = (field: PlanField): string =>
      pieces(field)
        .map(({ text }) => text)
        .join(' ')
    const both = pieces('responsibleAndDeadline').map(divideWhoAndWhen)
    const deadline = [joined('deadline'), ...both.map(({ when }) => when)]
      .filter((text) => text !== '')
      .join(' ')
    const wasSaid = deadline !== '' && saidBefore(action, 'deadline', deadline)
    const isRepeated = wasSaid && !isNew && afterBreak && joined('evidence') === ''
    if (isRepeated && pieces('deadline').length > 0)
      for (const piece of pieces('deadline')) this.host.repeat(piece, order)
    else
      for (const pair of pairEvidence(joined('evidence'), deadline))
        addEvidence(action, pair.text, pair.deadline, source, afterBreak)
    // Exact places of cells, where the row says only its own.
    for (const field of ['evidence', 'deadline'] as const)
      for (const piece of pieces(field)) addPlace(action, field, piece.source)
    for (const [field, list] of byField)
      if (isOfficerPart(field)) this.addOfficers(action, field, list, data, isNew)
    for (const { who, source: at } of both)
      if (who !== '') addOfficer(action, 'responsible', { text: who, source: at })

    const period = this.periodOfRow(action, byField, source)
    for (const part of textParts) {
      for (const piece of pieces(part)) {
        if (part === 'status' && period === undefined && this.readStatusLines(action, piece)) continue
        if (period !== undefined && isUpdatePart(part)) this.addToUpdate(action, period, part, piece)
        else if (saidBefore(action, part, piece.text) && !isNew && afterBreak) this.host.repeat(piece, order)
        else addText(action, part, piece)
      }
    }
    for (const piece of pieces('percent'))
      this.addToUpdate(action, period ?? this.host.documentPeriod, 'percent', piece)
    for (const { period: of, field, piece } of ofPeriods) this.addToUpdate(action, of, field, piece)
    for (const piece of pieces('activity')) this.addActivities(action, piece)
  }

  private addOfficers(
    action: ActionBuilder,
    part: OfficerPart,
    pieces: Piece[],
    { order, afterBreak }: DataRow,
    isNew: boolean,
  ): void {
    for (const piece of pieces) {
      if (saidBefore(action, 'responsible', piece.text) && !isNew) this.host.repeat(piece, order)
      else addOfficer(action, part, piece, !isNew && afterBreak)
    }
  }

  /** The period that a cell of the row names, with its words given to the update. */
  private periodOfRow(
    action: ActionBuilder,
    byField: RowCells['byField'],
    source: SourcePlace,
  ): string | undefined {
    const piece = byField.get('period')?.[0]
    if (piece === undefined) return undefined
    const text = (byField.get('period') ?? []).map((one) => one.text).join(' ')
    const period = readPeriod(text, this.host.documentYear)?.name ?? text
    const update = updateOf(action, period, source)
    update.periodAsWritten.push(text)
    return period
  }

  private addToUpdate(
    action: ActionBuilder,
    period: string | undefined,
    part: UpdatePart,
    piece: Piece,
  ): void {
    const update = updateOf(action, period, piece.source)
    if (update[part].length > 0) update.continuedAt.push(piece.source)
    update[part].push(piece.text)
  }

  /** "Q1: On target" and "Q2: Completed" on lines of one cell are two updates. */
  private readStatusLines(action: ActionBuilder, { text, source }: Piece): boolean {
    if (text.length > 2000) return false
    const lines = text.split(/[\n;]/).filter((line) => line.trim() !== '')
    const read = lines.map((line) => {
      const match = /^(.{2,24}?)(?:\s?[:–]\s?|\s-\s)(.+)$/.exec(line.trim())
      const period = match === null ? undefined : readPeriod(match[1] ?? '', this.host.documentYear)
      return match === null || period === undefined
        ? undefined
        : { period: period.name, as: match[1] ?? '', rest: match[2] ?? '' }
    })
    if (!read.every((one) => one !== undefined) || read.length === 0) return false
    for (const { period, as, rest } of read) {
      const update = updateOf(action, period, source)
      update.periodAsWritten.push(as)
      const isPercent = readPercent(rest) !== undefined && readStatus(rest) === undefined
      update[isPercent ? 'percent' : 'status'].push(rest)
    }
    addPlace(action, 'status', source)
    return true
  }

  /** Gives a new action what merged cells beside it say: a deadline that several rows share. */
  private shareMerged(action: ActionBuilder, { merged, columns, row }: DataRow): void {
    for (const [index, cell] of merged) {
      const field = columns[index]?.field
      if (cell.source === row.source || field === undefined) continue
      if (field === 'deadline' && !action.evidence.some((item) => item.deadline.length > 0)) {
        shareDeadline(action, cell)
      } else if (field === 'responsible' || field === 'lead' || field === 'authorising') {
        if (action.officers.some(({ part }) => part === field)) continue
        shareOfficer(action, field, cell)
      }
    }
  }

  /** The action that a row starts or goes on with; undefined when it has neither, its number and title being put in the tray. */
  private actionOfRow(area: AreaBuilder, { byField }: RowCells, data: DataRow): ActionBuilder | undefined {
    const { afterBreak, order } = data
    const { source } = data.row
    const textOf = (field: PlanField): string => (byField.get(field) ?? []).map(({ text }) => text).join(' ')
    const referenceText = textOf('reference')
    const actionText = textOf('action')
    const place = byField.get('action')?.[0]?.source ?? source
    const start = (reference: string | undefined, numbering: string, title: string): ActionBuilder => {
      const action = newAction(source, reference, numbering, title)
      action.places.set('title', [place])
      area.actions.push(action)
      return action
    }
    const current = area.actions.at(-1)
    const reference =
      parseReferenceCell(referenceText) ?? parseReferenceCell(referenceText.replace(/\s*([-./])\s*/g, '$1'))
    const again = this.sameAgain(current, reference, actionText, data, byField)
    if (again !== undefined) {
      for (const field of ['reference', 'action'] as const) {
        for (const piece of byField.get(field) ?? []) {
          if (field === 'action' && again === 'more' && current !== undefined) current.title.push(piece.text)
          else this.host.repeat(piece, order)
        }
      }
      current?.continuedAt.push(source)
      return current
    }
    if (reference !== undefined) {
      // The number may stand again in front of the title.
      return start(reference, `${referenceText} `, actionText)
    }
    const whole =
      referenceText === '' || actionText === ''
        ? referenceText + actionText
        : `${referenceText} ${actionText}`
    const title = whole.includes('\n') ? whole : withoutBullet(whole)
    const numbered = parseActionNumber(title)
    if (numbered !== undefined) return start(numbered.reference, numbered.numbering, numbered.title)
    if (title === '') return current
    if (
      current === undefined ||
      isNewAction(current, title, textOf('deadline') + textOf('responsibleAndDeadline'), afterBreak)
    )
      return start(undefined, '', title)
    if (startsLower(title) && current.title.length > 0 && !lacksEnd(current.title.at(-1) ?? '')) {
      // Goes on with a sentence that has ended: rubbish of a scan, or a row in the wrong place.
      this.host.unplaced({ text: title, source: place }, order)
    } else {
      current.title.push(title)
      addPlace(current, 'title', place)
    }
    current.continuedAt.push(source)
    return current
  }

  /** Whether a row says its action again: for another period, or after a page break, where it may say more. */
  private sameAgain(
    current: ActionBuilder | undefined,
    reference: string | undefined,
    title: string,
    { afterBreak, columns }: DataRow,
    byField: RowCells['byField'],
  ): 'same' | 'more' | undefined {
    if (current === undefined) return undefined
    const numbered = reference === undefined ? parseActionNumber(title) : undefined
    const number = reference ?? numbered?.reference
    const words = plainForm(numbered?.title ?? title)
    if (number !== current.reference || (number === undefined && words === '')) return undefined
    // A title of many pieces is no title that a row would say again.
    if (!(afterBreak || byField.has('period')) || current.title.length > 20) return undefined
    const before = plainForm(current.title.join(' '))
    const isSame = words === before || (words === '' && byField.has('period'))
    if (isSame && has(columns, 'period') && byField.has('period')) return 'same'
    if (!afterBreak || number === undefined) return undefined
    if (isSame && words !== '') return 'same'
    return /\bcont(?:inued|d|\.)/i.test(title.slice(0, 400)) && words.slice(0, 20) === before.slice(0, 20)
      ? 'more'
      : undefined
  }

  /** A row of steps: of a table below an action, of a nested number, or of a column beside the action's. */
  private readActivityRow(cells: RowCells, source: SourcePlace, order: number, own?: ActionBuilder): void {
    const { byField } = cells
    const action = own ?? this.last
    const titles = [
      ...(byField.get('activity') ?? []),
      ...(own === undefined ? (byField.get('action') ?? []) : []),
    ]
    const numbers = own === undefined ? (byField.get('reference') ?? []) : []
    const title = titles.map(({ text }) => text).join(' ')
    if (action === undefined) {
      this.leaveOver(cells, order)
      return
    }
    const last = action.activities.at(-1)
    const reference = numbers.map(({ text }) => text).join(' ')
    const numbered = reference === '' ? parseActionNumber(title) : undefined
    const goesOn =
      last !== undefined &&
      reference === '' &&
      numbered === undefined &&
      (title === '' || (startsLower(title) && lacksEnd(last.title.at(-1) ?? '')))
    let activity: ActivityBuilder
    if (goesOn) {
      activity = last
      if (title !== '') activity.title.push(title)
      activity.continuedAt.push(source)
    } else {
      activity = newActivity(source, numbered?.title ?? title)
      activity.reference =
        numbered?.reference ?? (reference === '' ? undefined : (parseReferenceCell(reference) ?? reference))
      activity.numbering = numbered?.numbering ?? (reference === '' ? '' : `${reference} `)
      action.activities.push(activity)
    }
    const rest: Partial<Record<PlanField, 'lead' | 'deadline' | 'status' | 'comments'>> = {
      lead: 'lead',
      responsible: 'lead',
      authorising: 'lead',
      responsibleAndDeadline: 'lead',
      deadline: 'deadline',
      status: 'status',
      percent: 'status',
      comments: 'comments',
      progress: 'comments',
      issues: 'comments',
      corrective: 'comments',
      evidence: 'comments',
      outcome: 'comments',
      period: 'comments',
    }
    for (const [field, pieces] of byField) {
      const part = rest[field]
      if (part === undefined) continue
      for (const { text } of pieces) activity[part].push(text)
    }
    for (const { piece } of cells.ofPeriods) activity.comments.push(piece.text)
  }

  private addActivities(action: ActionBuilder, { text, source }: Piece): void {
    const items = itemsOf(text)
    for (const title of items.marked ? items.texts : [text]) {
      const numbered = parseActionNumber(title)
      const activity = newActivity(source, numbered?.title ?? title)
      activity.reference = numbered?.reference
      activity.numbering = numbered?.numbering ?? ''
      action.activities.push(activity)
    }
  }

  /** A row of a table of updates or notes, which belongs to the action above it. */
  private readNotes(cells: RowCells, source: SourcePlace, order: number): void {
    const action = this.last
    if (action === undefined) {
      this.leaveOver(cells, order)
      return
    }
    const { byField } = cells
    const period = this.periodOfRow(action, byField, source)
    for (const [field, pieces] of byField) {
      for (const piece of pieces) {
        if (field === 'period') continue
        if (isUpdatePart(field) && (period !== undefined || field === 'percent'))
          this.addToUpdate(action, period, field, piece)
        else if (isTextPart(field)) addText(action, field, piece)
        else if (isOfficerPart(field)) addOfficer(action, field, piece)
        else if (field === 'deadline') addEvidence(action, '', piece.text, piece.source, false)
        else if (field === 'evidence') addEvidence(action, piece.text, '', piece.source, false)
        else this.host.unplaced(piece, order)
      }
    }
    for (const { period: of, field, piece } of cells.ofPeriods) this.addToUpdate(action, of, field, piece)
  }
}

const isOfficerPart = (field: PlanField): field is OfficerPart => officerParts.some((part) => part === field)

const isTextPart = (field: PlanField): field is TextPart => textParts.some((part) => part === field)

/** "Head of Care / March 2030" of a column for both: who, and when. */
function divideWhoAndWhen({ text, source }: Piece): { who: string; when: string; source: SourcePlace } {
  for (const mark of [/\n/, /\s?[/;|]\s?/, /,\s/, /\s[-–]\s/, /\s(?=by\s)/, /(?=\()/]) {
    const parts = text.split(mark)
    const isTime = parts.map((part) => isDeadline(part.replace(/^\(|\)$/g, '')))
    if (parts.length < 2 || !isTime.includes(true) || !isTime.includes(false)) continue
    return {
      who: parts.filter((_, index) => isTime[index] === false).join('\n'),
      when: parts.filter((_, index) => isTime[index] === true).join('\n'),
      source,
    }
  }
  return isDeadline(text) ? { who: '', when: text, source } : { who: text, when: '', source }
}

/** Whether a row without a number starts an action of its own, rather than going on with the one before. */
function isNewAction(current: ActionBuilder, title: string, deadline: string, afterBreak: boolean): boolean {
  const last = current.title.at(-1) ?? ''
  if (mustGoOn(last)) return false
  if (current.reference !== undefined) {
    // Among numbered actions one without a number is rare: it must bring a deadline of its own.
    return !startsLower(title) && deadline !== '' && !(afterBreak && lacksEnd(last))
  }
  if (afterBreak && deadline === '' && lacksEnd(last) && current.evidence.length > 0) return false
  return !(startsLower(title) && lacksEnd(last) && !startsLower(current.title[0] ?? ''))
}

import {
  parseActionNumber,
  parseNumberedHeading,
  parseLabelledHeading,
  parseReferenceCell,
} from './headings.ts'
import { isRubbish, isTitleLike, lacksEnd, mustGoOn, namesTime, plainForm, startsLower } from './phrases.ts'
import { addEvidence, finishArea, newAction } from './planBuilder.ts'
import type { ActionBuilder, AreaBuilder } from './planBuilder.ts'
import type { ColumnOverrides, PlanField } from './planColumns.ts'
import { recogniseList } from './recogniseList.ts'
import type { RecognisedPlan, Remainder } from './recognisedPlan.ts'
import { divideIntoSections } from './sections.ts'
import type { AreaHeading, DataRow, LooseText, Section } from './sections.ts'
import type { SourceDocument, SourcePlace } from './sourceDocument.ts'

export interface RecogniseOptions {
  /** A person's choice of fields for columns, by `columnKey`; the others are recognised. */
  columns?: ColumnOverrides
}

/** How the areas of a document are headed, the most telling way that it uses. */
type HeadingStyle = 'labelled' | 'numbered' | 'plain'

/**
 * Recognises an improvement plan in a document: its title, themes, areas and actions. Never throws, and never
 * loses a word: what fits no field is in `unplaced`, what is said again after a page break in `repeats`.
 */
export function recognisePlan(document: SourceDocument, options: RecogniseOptions = {}): RecognisedPlan {
  const { sections, headers } = divideIntoSections(document, options.columns ?? {})
  if (sections.every((section) => section.rows.length === 0) && headers.length === 0) {
    const list = recogniseList(document)
    if (list !== undefined) return list
  }

  const recogniser = new Recogniser(sections)
  return { ...recogniser.recognise(), headers }
}

interface Ordered extends Remainder {
  order: number
}

const inOrder = (items: Ordered[]): Remainder[] =>
  items.toSorted((a, b) => a.order - b.order).map(({ source, text }) => ({ source, text }))

/** What a section's rows belong to, once its loose text is understood. */
interface AreaStart {
  heading: LooseText | undefined
  /** Later halves of the heading, broken by a page. */
  tails: LooseText[]
}

class Recogniser {
  private readonly sections: Section[]
  private readonly style: HeadingStyle
  private readonly areas: AreaBuilder[] = []
  private readonly areasByKey = new Map<string, AreaBuilder>()
  private readonly themes: { title: string; source: SourcePlace }[] = []
  private readonly repeats: Ordered[] = []
  private readonly unplaced: Ordered[] = []
  private title: LooseText | undefined
  private theme: string | undefined
  private area: AreaBuilder | undefined

  constructor(sections: Section[]) {
    this.sections = sections
    this.style = styleOf(sections)
  }

  recognise(): Omit<RecognisedPlan, 'headers'> {
    this.findTitle()
    this.sections.forEach((section, index) => {
      if (section.rows.length > 0) this.startArea(section, this.sections[index + 1])
      for (const row of section.rows) this.readRow(row)
    })
    this.placeTheRest()
    return {
      ...(this.title === undefined ? {} : { title: this.title.text, titleSource: this.title.source }),
      themes: this.themes,
      areas: this.areas
        .toSorted((a, b) => a.order - b.order)
        .map(finishArea)
        .filter(
          (area) => area.title !== undefined || area.numbering !== undefined || area.actions.length > 0,
        ),
      repeats: inOrder(this.repeats),
      unplaced: inOrder(this.unplaced),
    }
  }

  /** The first line before the first area that speaks of a plan, else the first that looks like a title. */
  private findTitle(): void {
    const loose = this.sections[0]?.loose ?? []
    const end = loose.findIndex(
      (item) => item.kind !== 'line' || (item.heading !== undefined && item.heading.label !== undefined),
    )
    const lines = (end < 0 ? loose : loose.slice(0, end)).filter((item) => isTitleLike(item.text))
    this.title = lines.find((item) => /\bplan(?:s|ning)?\b/i.test(item.text))
    // The only line above a table is rather the heading of its area, where areas have no other heading.
    if (this.title === undefined && (this.style !== 'plain' || lines.length > 1)) this.title = lines[0]
    if (this.title !== undefined) this.title.used = true
  }

  private startArea(section: Section, next: Section | undefined): void {
    const start = this.findHeading(section)
    if (start.heading === undefined) {
      const tails = section.loose.filter(
        (item) => !item.used && item.kind === 'headingRow' && startsLower(item.text),
      )
      const known = this.area === undefined ? '' : plainForm(this.area.title.join(' '))
      const unknown: LooseText[] = []
      for (const tail of tails) {
        const plain = plainForm(tail.text)
        if (known !== '' && (known === plain || known.endsWith(` ${plain}`))) this.setRepeat(tail)
        else unknown.push(tail)
      }
      // A heading that stands below its table, because a page break tore its second half off to the top.
      if (unknown.length > 0 || isNumberedFor(section, next)) {
        start.heading = this.freeHeading(next, unknown.length > 0)
        start.tails = start.heading === undefined ? [] : unknown
      }
    }
    // Without a heading the rows go on with the area before them, as they do after a page break.
    if (start.heading === undefined) return
    this.useHeading(start.heading, start.tails, section)
  }

  private findHeading(section: Section): AreaStart {
    const tails: LooseText[] = []
    for (let index = section.loose.length - 1; index >= 0; index -= 1) {
      const item = section.loose[index]
      if (item === undefined || item.used || item.kind === 'header' || isRubbish(item.text)) continue
      if (item.heading?.label !== undefined) return { heading: item, tails }
      if (this.style === 'labelled') {
        if (item.kind === 'headingRow' && item.heading !== undefined && tails.length === 0)
          return { heading: item, tails }
      } else if (item.heading !== undefined) {
        return { heading: item, tails }
      }
      if (startsLower(item.text)) {
        tails.unshift(item)
        continue
      }
      if (
        this.style === 'plain' &&
        isTitleLike(item.text) &&
        item.kind !== 'row' &&
        !this.isRunningTitle(item)
      )
        return { heading: item, tails }
      if (
        item.kind === 'headingRow' &&
        isTitleLike(item.text) &&
        this.style !== 'labelled' &&
        !isFollowedByHeading(section.loose, index)
      ) {
        return { heading: item, tails }
      }
      tails.length = 0
      if (this.style !== 'labelled') return { heading: undefined, tails: [] }
    }
    return { heading: undefined, tails: [] }
  }

  private isRunningTitle(item: LooseText): boolean {
    return this.title !== undefined && plainForm(item.text) === plainForm(this.title.text)
  }

  /** A heading of an area not yet seen, that the section after this one has no rows for. */
  private freeHeading(next: Section | undefined, mustLackEnd: boolean): LooseText | undefined {
    const headings = (next?.loose ?? []).filter((item) => !item.used && item.heading?.label !== undefined)
    const free = next !== undefined && next.rows.length > 0 ? headings.slice(0, -1) : headings
    return free.find((item) => this.knownArea(item) === undefined && (!mustLackEnd || lacksEnd(item.text)))
  }

  private knownArea(item: LooseText): AreaBuilder | undefined {
    const title = plainForm(item.heading?.title ?? item.text)
    const found = this.areasByKey.get(areaKey(item, title))
    if (found === undefined || item.heading === undefined) return found
    return isSameTitle(plainForm(found.title.join(' ')), title) ? found : undefined
  }

  private useHeading(item: LooseText, tails: LooseText[], section: Section): void {
    const known = this.knownArea(item)
    if (known !== undefined) {
      this.repeatHeading(known, item, tails)
      return
    }
    item.used = true
    this.findTheme(item, section)
    const area = this.openArea(section.rows[0]?.order ?? item.order, item.source)
    area.reference = item.heading?.reference
    area.numbering = item.heading?.numbering ?? ''
    const title = item.heading?.title ?? item.text
    if (title !== '') area.title.push(title)
    for (const tail of tails) {
      const last = area.title.at(-1)
      if (plainForm(title).endsWith(plainForm(tail.text))) {
        this.setRepeat(tail)
        continue
      }
      if (last !== undefined && !lacksEnd(last)) break
      tail.used = true
      area.title.push(tail.text)
      area.continuedAt.push(tail.source)
    }
    if (area.title.length === 0) this.titleFromNextLine(area, item, section)
    this.areasByKey.set(areaKey(item, plainForm(area.title.join(' '))), area)
  }

  /** "Improvement Area 4" on a line of its own has its title on the next. */
  private titleFromNextLine(area: AreaBuilder, item: LooseText, section: Section): void {
    const next = section.loose[section.loose.indexOf(item) + 1]
    if (
      next === undefined ||
      next.used ||
      next.kind === 'header' ||
      next.heading !== undefined ||
      !isTitleLike(next.text)
    )
      return
    next.used = true
    area.title.push(next.text)
    area.continuedAt.push(next.source)
  }

  private repeatHeading(known: AreaBuilder, item: LooseText, tails: LooseText[]): void {
    this.area = known
    const before = known.title.join(' ')
    const now = item.heading?.title ?? item.text
    if (plainForm(now).startsWith(`${plainForm(before)} `)) {
      // The first heading was cut off: the whole one takes its place.
      this.repeats.push({ source: known.source, text: known.numbering + before, order: known.order })
      known.title = [now]
      known.numbering = item.heading?.numbering ?? ''
      known.continuedAt.push(item.source)
      item.used = true
    } else {
      this.setRepeat(item)
    }
    const title = plainForm(known.title.join(' '))
    for (const tail of tails) if (title.endsWith(plainForm(tail.text))) this.setRepeat(tail)
  }

  private setRepeat(item: LooseText): void {
    item.used = true
    this.repeats.push({ source: item.source, text: item.text, order: item.order })
  }

  private openArea(order: number, source: SourcePlace): AreaBuilder {
    const area: AreaBuilder = {
      reference: undefined,
      numbering: '',
      theme: this.theme,
      title: [],
      actions: [],
      source,
      continuedAt: [],
      order,
    }
    this.areas.push(area)
    this.area = area
    return area
  }

  /** The line right above a new area's heading is its theme, and that of the areas after it. */
  private findTheme(heading: LooseText, section: Section): void {
    const own = section.loose.indexOf(heading)
    for (let index = own - 1; index >= 0; index -= 1) {
      const item = section.loose[index]
      if (item === undefined || item.kind === 'header' || item.kind === 'row') continue
      if (item === this.title) return
      if (item.used || isRubbish(item.text)) continue
      const isGroup =
        item.heading !== undefined &&
        (item.heading.label === 'theme' ||
          (heading.heading?.label === undefined && item.heading.label !== undefined))
      if (item.heading !== undefined && !isGroup) return
      if (!isTitleLike(item.text) || isBrokenHeading(item.text, heading.text) || namesTime(item.text)) return
      const plain = plainForm(item.text)
      if (this.title !== undefined && plain === plainForm(this.title.text)) {
        this.setRepeat(item)
        return
      }
      if (this.theme !== undefined && plain === plainForm(this.theme)) {
        this.setRepeat(item)
        return
      }
      item.used = true
      this.setTheme(item.text, item.source)
      return
    }
  }

  private setTheme(title: string, source: SourcePlace): void {
    this.theme = title
    this.themes.push({ title, source })
  }

  private readRow({ row, columns, afterBreak, order }: DataRow): void {
    const texts = new Map<PlanField, string[]>()
    row.cells.forEach((cell, index) => {
      if (cell.text === '') return
      const field = columns[index]?.field ?? 'unplaced'
      if (field === 'unplaced') this.unplaced.push({ source: cell.source, text: cell.text, order })
      else if (field === 'theme') this.readThemeCell(cell.text, cell.source, order)
      else if (field === 'area') this.readAreaCell(cell.text, cell.source, order)
      else {
        const list = texts.get(field)
        if (list === undefined) texts.set(field, [cell.text])
        else list.push(cell.text)
      }
    })
    const text = (field: PlanField): string => texts.get(field)?.join(' ') ?? ''

    const area = this.area ?? this.openArea(order, row.source)
    const action = this.actionOfRow(
      area,
      row.source,
      text('reference'),
      text('action'),
      text('deadline'),
      afterBreak,
      order,
    )
    if (action === undefined) {
      for (const [field, list] of texts) {
        if (field === 'reference' || field === 'action') continue
        for (const value of list) this.unplaced.push({ source: row.source, text: value, order })
      }
      return
    }
    addEvidence(action, text('evidence'), text('deadline'), row.source, afterBreak)
    for (const field of ['responsible', 'progress', 'outcome', 'comments', 'status'] as const) {
      for (const value of texts.get(field) ?? []) action[field].push(value)
    }
  }

  /** The action that a row starts or goes on with; undefined when it has neither, its number and title being put in the tray. */
  private actionOfRow(
    area: AreaBuilder,
    source: SourcePlace,
    referenceText: string,
    actionText: string,
    deadline: string,
    afterBreak: boolean,
    order: number,
  ): ActionBuilder | undefined {
    const reference = parseReferenceCell(referenceText)
    if (reference !== undefined) {
      return this.addAction(area, newAction(source, reference, `${referenceText} `, actionText))
    }
    const title =
      referenceText === '' || actionText === ''
        ? referenceText + actionText
        : `${referenceText} ${actionText}`
    const numbered = parseActionNumber(title)
    if (numbered !== undefined)
      return this.addAction(area, newAction(source, numbered.reference, numbered.numbering, numbered.title))

    const current = area.actions.at(-1)
    if (title === '') return current
    if (current === undefined || isNewAction(current, title, deadline, afterBreak)) {
      return this.addAction(area, newAction(source, undefined, '', title))
    }
    if (startsLower(title) && current.title.length > 0 && !lacksEnd(current.title.at(-1) ?? '')) {
      // Goes on with a sentence that has ended: rubbish of a scan, or a row in the wrong place.
      this.unplaced.push({ source, text: title, order })
    } else {
      current.title.push(title)
    }
    current.continuedAt.push(source)
    return current
  }

  private addAction(area: AreaBuilder, action: ActionBuilder): ActionBuilder {
    area.actions.push(action)
    return action
  }

  private readThemeCell(text: string, source: SourcePlace, order: number): void {
    if (this.theme !== undefined && plainForm(this.theme) === plainForm(text)) {
      this.repeats.push({ source, text, order })
      return
    }
    this.setTheme(text, source)
    this.area = undefined
  }

  private readAreaCell(text: string, source: SourcePlace, order: number): void {
    const heading: AreaHeading | undefined =
      parseLabelledHeading(text) ?? parseNumberedHeading(text, true) ?? parseActionNumber(text)
    const title = heading?.title ?? text
    const key = `cell:${plainForm(text)}`
    const known = this.areasByKey.get(key)
    if (known !== undefined) {
      this.repeats.push({ source, text, order })
      this.area = known
      return
    }
    const current = this.area
    if (
      current !== undefined &&
      current.title.length > 0 &&
      heading === undefined &&
      startsLower(text) &&
      lacksEnd(current.title.at(-1) ?? '')
    ) {
      current.title.push(text)
      current.continuedAt.push(source)
      return
    }
    const area = this.openArea(order, source)
    area.reference = heading?.reference
    area.numbering = heading?.numbering ?? ''
    if (title !== '') area.title.push(title)
    this.areasByKey.set(key, area)
  }

  /** Repeats of headings, areas without a table, and all that is left. */
  private placeTheRest(): void {
    for (const section of this.sections) {
      for (const item of section.loose) {
        if (item.used) continue
        if (item.kind === 'header') {
          if (item.text !== '') this.setRepeat(item)
          continue
        }
        const isAreaHeading =
          item.heading !== undefined && (item.heading.label !== undefined || item.kind === 'headingRow')
        if (this.isRunningTitle(item) || (item.heading !== undefined && this.knownArea(item) !== undefined)) {
          this.setRepeat(item)
        } else if (isAreaHeading && this.areas.length > 0) {
          this.addEmptyArea(item)
        } else {
          this.unplaced.push({ source: item.source, text: item.text, order: item.order })
        }
      }
    }
  }

  private addEmptyArea(item: LooseText): void {
    item.used = true
    const next = this.areas.find((area) => area.order > item.order)
    this.theme = next?.theme
    const area = this.openArea(item.order, item.source)
    area.reference = item.heading?.reference
    area.numbering = item.heading?.numbering ?? ''
    const title = item.heading?.title ?? item.text
    if (title !== '') area.title.push(title)
    this.areasByKey.set(areaKey(item, plainForm(title)), area)
  }
}

function styleOf(sections: readonly Section[]): HeadingStyle {
  let style: HeadingStyle = 'plain'
  for (const { loose, rows } of sections) {
    const last = loose.findLast((item) => item.kind !== 'header' && !isRubbish(item.text))
    for (const item of loose) {
      if (item.heading?.label !== undefined) return 'labelled'
      if (item.heading !== undefined && rows.length > 0 && (item.kind === 'headingRow' || item === last))
        style = 'numbered'
    }
  }
  return style
}

const areaKey = (item: LooseText, plainTitle: string): string =>
  item.heading === undefined ? `title:${plainTitle}` : `${item.heading.label ?? ''}:${item.heading.reference}`

/** Whether two titles are of one heading, of which one may be cut off at either end or be misread. */
function isSameTitle(a: string, b: string): boolean {
  if (a === '' || b === '' || a.startsWith(b) || b.startsWith(a) || a.endsWith(b)) return true
  const words = new Set(a.split(' '))
  const others = new Set(b.split(' '))
  const shared = [...others].filter((word) => words.has(word)).length
  return shared >= 0.6 * Math.min(words.size, others.size)
}

/** A heading of which a scan left the beginning: "Improv", "Improv 4 Develop …". */
function isBrokenHeading(text: string, heading: string): boolean {
  const first = /^\p{L}+/u.exec(text)?.[0].toLowerCase() ?? ''
  const whole = /^\p{L}+/u.exec(heading)?.[0].toLowerCase() ?? ''
  return first.length >= 3 && first !== whole && whole.startsWith(first)
}

function isFollowedByHeading(loose: readonly LooseText[], index: number): boolean {
  return loose.slice(index + 1, index + 6).some((item) => item.kind === 'headingRow')
}

/** Whether the section's actions are numbered ("14.1") as those of an area headed only in the next section. */
function isNumberedFor(section: Section, next: Section | undefined): boolean {
  const row = section.rows[0]
  if (row === undefined || next === undefined) return false
  const first = row.row.cells.find((cell) => cell.text !== '')?.text ?? ''
  const reference = parseReferenceCell(first) ?? parseActionNumber(first)?.reference
  const area = reference?.split('.')[0]
  return (
    reference?.includes('.') === true &&
    next.loose.find((item) => item.heading?.label !== undefined)?.heading?.reference === area
  )
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

import {
  parseActionNumber,
  parseCode,
  parseNumberedHeading,
  parseLabelledHeading,
  parseReferenceCell,
} from './headings.ts'
import { NarrativeReader } from './narrative.ts'
import { isRubbish, isTitleLike, lacksEnd, namesTime, plainForm, startsLower } from './phrases.ts'
import { finishArea } from './planBuilder.ts'
import type { AreaBuilder, Piece } from './planBuilder.ts'
import type { ColumnOverrides } from './planColumns.ts'
import { readPeriod } from '../period.ts'
import { prepareDocument } from './prepareDocument.ts'
import { recogniseList } from './recogniseList.ts'
import { countPlan } from './recognisedPlan.ts'
import type { RecognisedPlan, Remainder } from './recognisedPlan.ts'
import { RowReader } from './rowReader.ts'
import { divideIntoSections } from './sections.ts'
import type { AreaHeading, LooseText, Section, Sections } from './sections.ts'
import type { SourceDocument, SourcePlace } from '../../document/sourceDocument.ts'
import { isStatus } from './statusWords.ts'

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
  const prepared = prepareDocument(document)
  const { sections, headers, ...periods } = divideIntoSections(prepared, options.columns ?? {})
  const plan = { ...new Recogniser(sections, periods).recognise(), headers }
  if (countPlan(plan).actions > 0) return plan
  return recogniseList(prepared) ?? plan
}

interface Ordered extends Remainder {
  order: number
}

const inOrder = (items: Ordered[]): Remainder[] =>
  items.toSorted((a, b) => a.order - b.order).map(({ source, text }) => ({ source, text }))

/** Headings of what surrounds a plan. */
const noHeading =
  /^(?:introduction|background|purpose|foreword|contents|context|summary|executive summary|scope|key\b|legend|glossary|appendix|annex|contacts?|version|document control|how to use|guidance|notes?|page \d|confidential|restricted|official|draft|protect)\b/i
const namesBody =
  /\b(?:council|board|partnership|trust|committee|directorate|department|mbc|nhs|authority|team|group)\b/i

/** A period, a status or a percentage that stands alone where a conversion lost its table. */
const isOfMonitoring = (text: string): boolean =>
  readPeriod(text) !== undefined || isStatus(text) || /%|\bquarter [1-4]\b/i.test(text)

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
  /** Titles of themes, with their places. */
  private readonly themes = new Map<string, SourcePlace>()
  private readonly repeats: Ordered[] = []
  private readonly unplaced: Ordered[] = []
  private title: LooseText | undefined
  private theme: string | undefined
  private area: AreaBuilder | undefined
  private readonly rows: RowReader
  private readonly narrative: NarrativeReader
  /** Whether the loose text being read is that of an action above it. */
  private hasNarrative = false
  /** Whether names of sheets head areas: several sheets hold rows of the plan. */
  private readonly sheetsGovern: boolean

  constructor(
    sections: Section[],
    { documentYear, documentPeriod }: Pick<Sections, 'documentYear' | 'documentPeriod'>,
  ) {
    this.sections = sections
    this.style = styleOf(sections)
    const ofSheets = sections.filter(
      ({ loose, rows }) => rows.length > 0 && loose.some(({ kind }) => kind === 'sheet'),
    )
    this.sheetsGovern = ofSheets.length > 1
    this.rows = new RowReader({
      area: (order, source) => this.area ?? this.openArea(order, source),
      themeCell: (piece, order) => {
        this.readThemeCell(piece, order)
      },
      areaCell: (piece, order, reference) => {
        this.readAreaCell(piece, order, reference)
      },
      unplaced: (piece, order) => this.unplaced.push({ ...piece, order }),
      repeat: (piece, order) => this.repeats.push({ ...piece, order }),
      documentYear,
      documentPeriod,
    })
    this.narrative = new NarrativeReader({
      repeat: (item) => {
        this.setRepeat(item)
      },
    })
  }

  recognise(): Omit<RecognisedPlan, 'headers'> {
    this.findTitle()
    this.sections.forEach((section, index) => {
      this.hasNarrative = this.narrative.read(section.loose, this.rows.last)
      if (section.rows.length > 0) this.startArea(section, this.sections[index + 1])
      this.rows.prepare(section.rows)
      for (const row of section.rows) this.rows.readRow(row)
    })
    this.placeTheRest()
    this.titlesFromThemes()
    return {
      ...(this.title === undefined ? {} : { title: this.title.text, titleSource: this.title.source }),
      themes: [...this.themes].map(([title, source]) => ({ title, source })),
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

  /** Where nothing but themes heads the actions, they are the areas. */
  private titlesFromThemes(): void {
    const uses = new Map<string, number>()
    for (const { theme = '' } of this.areas) uses.set(theme, (uses.get(theme) ?? 0) + 1)
    for (const area of this.areas) {
      const { theme } = area
      const source = theme === undefined ? undefined : this.themes.get(theme)
      if (theme === undefined || source === undefined || uses.get(theme) !== 1) continue
      if (area.title.length > 0 || area.numbering !== '') continue
      const heading = parseLabelledHeading(theme) ?? parseNumberedHeading(theme)
      this.themes.delete(theme)
      area.reference = heading?.reference
      area.numbering = heading?.numbering ?? ''
      area.title.push(heading?.title ?? theme)
      area.source = source
      area.theme = undefined
    }
  }

  /** The first line before the first area that speaks of a plan, else the first that looks like a title. */
  private findTitle(): void {
    const loose = this.sections[0]?.loose ?? []
    const end = loose.findIndex(
      (item) =>
        item.kind === 'header' ||
        (item.heading !== undefined && item.heading.label !== undefined && item.kind !== 'sheet'),
    )
    const lines = (end < 0 ? loose : loose.slice(0, end)).filter(
      (item) =>
        (item.kind === 'line' || (item.kind === 'headingRow' && item.heading === undefined)) &&
        isTitleLike(item.text),
    )
    this.title = lines.find(
      (item) =>
        /\bplan(?:s|ning)?\b/i.test(item.text) && (!/\bplans?:\s/i.test(item.text) || item === lines[0]),
    )
    // The only line above a table is rather the heading of its area, where areas have no other heading.
    const isMarked = lines[0]?.level === 1 && lines.length > 1
    if (
      this.title === undefined &&
      (this.style !== 'plain' || lines.length > 1 || isMarked || this.sheetsGovern)
    )
      this.title =
        lines.find(({ text }) =>
          /\b(?:monitoring|improvement|strategy|programme|report|review)\b/i.test(text),
        ) ?? lines[0]
    if (this.title !== undefined) this.title.used = true
  }

  private startArea(section: Section, next: Section | undefined): void {
    // Tables of updates, steps and notes go on with the action above them.
    const isAttached = section.rows.every(
      ({ columns }) => !columns.some(({ field }) => field === 'action' || field === 'area'),
    )
    if (isAttached && this.rows.last !== undefined) return
    const sheet = this.sheetsGovern
      ? section.loose.findLast((item) => item.kind === 'sheet' && !item.used)
      : undefined
    const start = this.findHeading(section)
    const hasAreaColumn = section.rows.some(({ columns }) => columns.some(({ field }) => field === 'area'))
    if (sheet !== undefined && (start.heading !== undefined || hasAreaColumn)) {
      sheet.used = true
      this.setTheme(sheet, sheet.order)
      this.area = undefined
    } else if (sheet !== undefined) {
      start.heading = sheet
    }
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
    if (hasAreaColumn && start.heading.heading?.label !== undefined) {
      // "Priority 1: …" over a table with a column of objectives.
      start.heading.used = true
      this.readThemeCell(start.heading, start.heading.order)
      return
    }
    this.useHeading(start.heading, start.tails, section)
  }

  private findHeading(section: Section): AreaStart {
    const tails: LooseText[] = []
    let skipped = 0
    for (let index = section.loose.length - 1; index >= 0; index -= 1) {
      const item = section.loose[index]
      if (
        item === undefined ||
        item.used ||
        item.kind === 'header' ||
        item.kind === 'sheet' ||
        isRubbish(item.text)
      )
        continue
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
      if (item.level !== undefined && this.style !== 'labelled' && this.mayHead(item, section))
        return { heading: item, tails }
      if (
        this.style === 'plain' &&
        isTitleLike(item.text) &&
        item.kind !== 'row' &&
        this.mayHead(item, section)
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
      // A sentence may stand between a heading and its table, where headings are marked or others came before.
      const before = section.loose.slice(0, index)
      const isExplained =
        before.some((one) => !one.used && one.level !== undefined) ||
        (section !== this.sections[0] && skipped < 3 && item.kind === 'line')
      skipped += 1
      if (this.style !== 'labelled' && !isExplained) return { heading: undefined, tails: [] }
    }
    return { heading: undefined, tails: [] }
  }

  /** Whether a line without a number may head an area: not the document's title, nor what stands above it. */
  private mayHead(item: LooseText, section: Section): boolean {
    if (this.isRunningTitle(item) || noHeading.test(item.text) || isOfMonitoring(item.text)) return false
    if (this.hasNarrative && item.level === undefined) return false
    if (this.title !== undefined && item.order < this.title.order) return false
    if (section !== this.sections[0] || item.level !== undefined) return true
    // The name of a board below the only title heads nothing.
    const isOnly = this.sections.filter(({ rows }) => rows.length > 0).length === 1
    return !(isOnly && this.title !== undefined && namesBody.test(item.text))
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
      if (item === undefined || item.kind === 'header' || item.kind === 'row' || item.kind === 'sheet')
        continue
      if (item === this.title) return
      if (item.used || isRubbish(item.text)) continue
      const isGroup =
        item.heading !== undefined &&
        (item.heading.label === 'theme' ||
          (heading.heading?.label === undefined && item.heading.label !== undefined))
      if (item.heading !== undefined && !isGroup) return
      if (item.level !== undefined && heading.level !== undefined && item.level >= heading.level) return
      if (this.title !== undefined && item.order < this.title.order) return
      if (noHeading.test(item.text)) return
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
      this.setTheme(item, item.order)
      return
    }
  }

  private setTheme({ text, source }: Piece, order: number): void {
    this.theme = text
    if (this.themes.has(text)) this.repeats.push({ source, text, order })
    else this.themes.set(text, source)
  }

  private readThemeCell({ text, source }: Piece, order: number): void {
    if (this.theme !== undefined && plainForm(this.theme) === plainForm(text)) {
      this.repeats.push({ source, text, order })
      return
    }
    this.setTheme({ text, source }, order)
    this.area = undefined
  }

  private readAreaCell({ text, source }: Piece, order: number, reference?: Piece): void {
    const heading: AreaHeading | undefined =
      ofColumn(reference, text) ??
      parseLabelledHeading(text) ??
      parseNumberedHeading(text, true) ??
      parseActionNumber(text) ??
      parseCode(text)
    const title = heading?.title ?? text
    if (reference !== undefined && text === '' && this.area?.reference === heading?.reference) {
      this.repeats.push({ ...reference, order })
      return
    }
    const key = `cell:${plainForm(text === '' ? (reference?.text ?? '') : text)}`
    const known = this.areasByKey.get(key)
    if (known !== undefined) {
      if (reference !== undefined) this.repeats.push({ ...reference, order })
      if (text !== '') this.repeats.push({ source, text, order })
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

/** The heading of an area whose number stands in a column of its own. */
const ofColumn = (reference: Piece | undefined, title: string): AreaHeading | undefined =>
  reference === undefined
    ? undefined
    : {
        reference: parseReferenceCell(reference.text) ?? reference.text,
        numbering: `${reference.text} `,
        title,
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

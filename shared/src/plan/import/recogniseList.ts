import {
  hasLevels,
  parseActionNumber,
  parseLabelledHeading,
  parseNumberedHeading,
  parseReferenceCell,
} from './headings.ts'
import type { Numbered } from './headings.ts'
import { labelledValues, titleParts } from './listFields.ts'
import type { LabelledValue } from './listFields.ts'
import { isRubbish, isTitleLike, lacksEnd, mustGoOn, plainForm, startsLower, wordsOf } from './phrases.ts'
import {
  addEvidence,
  addOfficer,
  addText,
  finishArea,
  newAction,
  newActivity,
  textParts,
  updateOf,
} from './planBuilder.ts'
import type { ActionBuilder, AreaBuilder, TextPart } from './planBuilder.ts'
import type { PlanField } from './planField.ts'
import type { RecognisedPlan, Remainder } from './recognisedPlan.ts'
import { sheetTitle } from './sections.ts'
import type { SourceDocument, SourcePlace } from '../../document/sourceDocument.ts'

interface Line {
  text: string
  source: SourcePlace
  level: number | undefined
}

function linesOf(document: SourceDocument): Line[] {
  let sheet: string | undefined
  return document.blocks.flatMap((block): Line[] => {
    if (block.kind === 'paragraph')
      return block.text
        .split('\n')
        .map((text) => ({ text: text.trim(), source: block.source, level: block.level }))
    if (block.kind === 'pageBreak') return []
    const lines = block.rows.map((row) => ({
      text: row.cells
        .map((cell) => cell.text)
        .join(' ')
        .trim(),
      source: row.source,
      level: undefined,
    }))
    const title = sheetTitle(block.name)
    const [first] = block.rows
    if (title === undefined || title === sheet || first === undefined) return lines
    sheet = title
    return [{ text: title, source: first.source, level: undefined }, ...lines]
  })
}

const bullet = /^(?:[•·▪●○◦*\u{f0b7}]|[-–]|o)\s+/u

/** How the lines of a document say that it is a plan, and how it numbers its actions. */
interface ListStyle {
  labelled: boolean
  /** The number of parts in an action's number: 1 for "3", 2 for "3.1". */
  depth: number
  saysPlan: boolean
  /** Whether bullets are actions: nothing is numbered. */
  bulleted: boolean
  /** Whether "Action:" begins each action. */
  named: boolean
}

const depthOf = (reference: string): number => reference.split('.').length

function hasFields(lines: readonly Line[], index: number, number: Numbered): boolean {
  const { people, deadlines, values } = titleParts(number.title)
  if (people.length + deadlines.length + values.length > 0) return true
  return lines.slice(index + 1, index + 4).some(({ text }) => labelledValues(text) !== undefined)
}

function styleOf(lines: readonly Line[]): ListStyle | undefined {
  const labelled = lines.some((line) => parseLabelledHeading(line.text) !== undefined)
  const saysPlan = lines.slice(0, 10).some((line) => isTitleLike(line.text) && /\bplan\b/i.test(line.text))
  const numbered = lines.flatMap((line, index) => {
    const number = parseActionNumber(line.text)
    return number === undefined
      ? []
      : [{ depth: depthOf(number.reference), fielded: hasFields(lines, index, number) }]
  })
  const bullets = lines.filter((line) => bullet.test(line.text)).length
  const fieldedBullets = lines.filter((line) => {
    const parts = bullet.test(line.text) ? titleParts(line.text) : undefined
    return parts !== undefined && parts.people.length + parts.deadlines.length > 0
  }).length
  const named = lines.filter((line) => labelledValues(line.text)?.[0]?.field === 'action').length
  const fielded = numbered.filter((one) => one.fielded).length + fieldedBullets + named
  if (!labelled && !saysPlan && fielded < 2) return undefined
  // The lowest level that has people or dates; the lowest of all where none has.
  const withFields = numbered.filter((one) => one.fielded).map(({ depth }) => depth)
  const depths = withFields.length > 0 ? withFields : numbered.map(({ depth }) => depth)
  const depth = depths.length === 0 ? 1 : mostUsual(depths)
  return {
    labelled,
    depth,
    saysPlan,
    bulleted: numbered.length === 0 && named === 0 && bullets > 1,
    named: named > 1 && named >= withFields.length,
  }
}

/** The depth that counts: the deepest that at least a third of the numbers have. */
function mostUsual(depths: readonly number[]): number {
  for (const depth of [4, 3, 2, 1])
    if (depths.filter((one) => one === depth).length * 3 >= depths.length) return depth
  return 1
}

/** The part of a plan that the next line may go on with. */
interface GoingOn {
  add: (text: string, source: SourcePlace) => void
  last: string
  /** Whether bullets below it belong to it. */
  bulleted: boolean
  /** Whether it is one of sentences, such as progress. */
  isNarrative?: boolean
}

class ListReader {
  private readonly lines: Line[]
  private readonly style: ListStyle
  private readonly areas: AreaBuilder[] = []
  private readonly themes: { title: string; source: SourcePlace }[] = []
  private readonly unplaced: Remainder[] = []
  private readonly repeats: Remainder[] = []
  private title: Line | undefined
  private theme: string | undefined
  private action: ActionBuilder | undefined
  /** Adds a line that goes on with the last part. */
  private goOn: GoingOn | undefined

  constructor(lines: Line[], style: ListStyle) {
    this.lines = lines
    this.style = style
  }

  read(): RecognisedPlan | undefined {
    this.lines.forEach((line, index) => {
      if (line.text !== '') this.readLine(line, this.lines[index + 1])
    })
    if (!this.areas.some((area) => area.actions.length > 0)) return undefined
    for (const area of this.areas) for (const action of area.actions) this.takeFieldsOutOfTitle(action)
    const { title, themes, areas, repeats, unplaced } = this
    return {
      ...(title === undefined ? {} : { title: title.text, titleSource: title.source }),
      themes,
      areas: areas.map(finishArea),
      headers: [],
      repeats,
      unplaced,
    }
  }

  private openArea(source: SourcePlace): AreaBuilder {
    const area: AreaBuilder = {
      reference: undefined,
      numbering: '',
      theme: this.theme,
      title: [],
      actions: [],
      source,
      continuedAt: [],
      order: this.areas.length,
    }
    this.areas.push(area)
    this.action = undefined
    this.goOn = undefined
    return area
  }

  private headArea(
    number: Pick<Numbered, 'numbering' | 'title'> & { reference?: string },
    source: SourcePlace,
  ): void {
    const area = this.openArea(source)
    area.reference = number.reference
    area.numbering = number.numbering
    if (number.title !== '') area.title.push(number.title)
    const last = number.title
    if (last === '' || lacksEnd(last)) {
      const add = (text: string, at: SourcePlace): void => {
        area.title.push(text)
        area.continuedAt.push(at)
      }
      this.goOn = { add, last, bulleted: false }
    }
  }

  private startAction(number: Numbered | undefined, title: string, source: SourcePlace, marks = ''): void {
    const area = this.areas.at(-1) ?? this.openArea(source)
    const action = newAction(source, number?.reference, number?.numbering ?? marks, title)
    area.actions.push(action)
    this.action = action
    const add = (text: string, at: SourcePlace): void => {
      action.title.push(text)
      action.continuedAt.push(at)
    }
    this.goOn = { add, last: title, bulleted: false }
  }

  private readLine(line: Line, next: Line | undefined): void {
    const { text, source } = line
    const labelled = parseLabelledHeading(text)
    if (labelled !== undefined && labelled.label === 'theme') {
      this.setTheme(line)
      return
    }
    if (labelled !== undefined) {
      this.headArea(labelled, source)
      return
    }
    if (this.readNumbered(line)) return
    const values = labelledValues(text)
    if (values !== undefined && this.readValues(values, source)) return
    const mark = bullet.exec(text)?.[0]
    if (mark !== undefined && this.readBullet(text.slice(mark.length), mark, source)) return
    if (this.goesOn(text, line, next)) {
      this.goOn?.add(text, source)
      if (this.goOn !== undefined) this.goOn.last = text
      return
    }
    this.readHeading(line, next)
  }

  private readNumbered({ text, source, level }: Line): boolean {
    const { style } = this
    const number = parseActionNumber(text)
    const heading = parseNumberedHeading(text, level !== undefined || style.depth > 1)
    const found = number ?? heading
    if (found === undefined || style.named) return false
    const depth = depthOf(found.reference)
    if (depth < style.depth && !style.labelled) {
      const isOuter = style.depth - depth > 1
      if (isOuter) this.setTheme({ text, source, level })
      else this.headArea(found, source)
      return true
    }
    if (number === undefined) return false
    if (depth > style.depth && this.action !== undefined) {
      this.addActivity(number, number.title, source)
      return true
    }
    if (level !== undefined && depth === 1 && !hasLevels(number.reference) && style.bulleted) return false
    // In the text of a part, numbers count its own points.
    if (this.goOn?.bulleted === true && depth === 1 && style.depth > 1) return false
    if (
      this.areas.length === 0 &&
      !style.saysPlan &&
      !style.labelled &&
      style.depth === 1 &&
      titleParts(number.title).people.length === 0 &&
      this.title === undefined
    )
      return false
    this.startAction(number, number.title, source)
    return true
  }

  private addActivity(number: Numbered | undefined, title: string, source: SourcePlace, marks = ''): void {
    const { action } = this
    if (action === undefined) return
    const parts = titleParts(title)
    const activity = newActivity(source, parts.title)
    activity.reference = number?.reference
    activity.numbering = number?.numbering ?? marks
    activity.lead.push(...parts.people)
    activity.deadline.push(...parts.deadlines)
    for (const label of parts.labels) this.unplaced.push({ source, text: label })
    for (const { field, label, value } of parts.values) {
      if (label !== '') this.unplaced.push({ source, text: label })
      if (field === 'deadline' || field === 'status') activity[field].push(value)
      else if (field === 'responsible' || field === 'lead') activity.lead.push(value)
      else activity.comments.push(value)
    }
    action.activities.push(activity)
    const add = (text: string, at: SourcePlace): void => {
      activity.title.push(text)
      activity.continuedAt.push(at)
    }
    this.goOn = { add, last: title, bulleted: false }
  }

  private readBullet(text: string, mark: string, source: SourcePlace): boolean {
    if (this.style.bulleted) {
      if (this.areas.length === 0 && this.title === undefined && !this.style.saysPlan) return false
      this.startAction(undefined, text, source, mark)
      return true
    }
    if (this.action === undefined) return false
    if (this.goOn?.bulleted === true) this.goOn.add(mark + text, source)
    else this.addActivity(undefined, text, source, mark)
    return true
  }

  /** "Lead: Head of Care" below an action; "Action: …" and "Priority: …" begin one and its area. */
  private readValues(values: readonly LabelledValue[], source: SourcePlace): boolean {
    const first = values[0]?.field
    if (first !== 'action' && first !== 'area' && first !== 'reference' && this.action === undefined)
      return false
    if (first === 'action' && !this.style.named) return false
    if ((first === 'area' || first === 'reference') && !this.style.named && this.action === undefined)
      return false
    let reference: LabelledValue | undefined
    for (const value of values) {
      const { field, label } = value
      if (field === 'reference' && parseReferenceCell(value.value) !== undefined) {
        reference = value
        this.unplaced.push({ source, text: label })
        this.pending = { ...value, source }
        continue
      }
      this.unplaced.push({ source, text: label })
      if (field === 'action') this.startNamed(value.value, source)
      else if (field === 'area') this.headNamed(value.value, source)
      else if (this.action !== undefined) this.addValue(this.action, field, value.value, source)
      else this.unplaced.push({ source, text: value.value })
    }
    if (reference !== undefined && !values.some(({ field }) => field === 'action')) {
      // "Ref: 1.1" after its action, or before it.
      this.action =
        this.action?.reference === undefined && this.action?.numbering === ''
          ? this.numberLast(this.action)
          : undefined
    }
    return true
  }

  private pending: (LabelledValue & { source: SourcePlace }) | undefined

  private numberLast(action: ActionBuilder): ActionBuilder | undefined {
    if (this.pending === undefined || action.officers.length + action.evidence.length > 0) return undefined
    action.reference = parseReferenceCell(this.pending.value)
    action.numbering = `${this.pending.value} `
    this.pending = undefined
    return action
  }

  private startNamed(value: string, source: SourcePlace): void {
    const own = parseActionNumber(value)
    const { pending } = this
    this.pending = undefined
    const reference = pending === undefined ? undefined : parseReferenceCell(pending.value)
    if (pending !== undefined && reference !== undefined)
      this.startAction({ reference, numbering: `${pending.value} `, title: value }, value, source)
    else this.startAction(own, own?.title ?? value, source)
  }

  private headNamed(value: string, source: SourcePlace): void {
    const known = this.areas.findIndex((area) => plainForm(area.title.join(' ')) === plainForm(value))
    if (known >= 0 && known === this.areas.length - 1) {
      this.repeats.push({ source, text: value })
      this.action = undefined
      return
    }
    this.headArea(parseNumberedHeading(value, true) ?? { numbering: '', title: value }, source)
  }

  private addValue(action: ActionBuilder, field: PlanField, value: string, source: SourcePlace): void {
    const add = (text: string, at: SourcePlace): void => {
      this.addPart(action, field, text, at)
    }
    if (value !== '') add(value, source)
    this.goOn = {
      add,
      last: value,
      bulleted: true,
      isNarrative: field !== 'status' && (isTextPart(field) || field === 'evidence'),
    }
  }

  private addPart(action: ActionBuilder, field: PlanField, text: string, source: SourcePlace): void {
    const piece = { text, source }
    if (field === 'responsible' || field === 'lead' || field === 'authorising')
      addOfficer(action, field, piece)
    else if (field === 'responsibleAndDeadline') addOfficer(action, 'responsible', piece)
    else if (field === 'deadline') addEvidence(action, '', text, source, false)
    else if (field === 'evidence') addEvidence(action, text, '', source, false)
    else if (field === 'percent') updateOf(action, undefined, source).percent.push(text)
    else if (isTextPart(field)) addText(action, field, piece)
    else if (field === 'activity') this.addActivity(undefined, text, source)
    else this.unplaced.push(piece)
  }

  /** Whether a line goes on with the part before it: a narrow page broke its sentence. */
  private goesOn(text: string, line: Line, next: Line | undefined): boolean {
    const { goOn } = this
    if (goOn === undefined || line.level !== undefined || isRubbish(text) || /^page \d/i.test(text))
      return false
    if (goOn.last === '' || (goOn.isNarrative === true && /[.!?]$/.test(text) && !isTitleLike(text)))
      return true
    if (startsLower(text) && (lacksEnd(goOn.last) || mustGoOn(goOn.last))) return true
    if (mustGoOn(goOn.last)) return true
    if (!lacksEnd(goOn.last) || wordsOf(goOn.last).length < 7) return false
    const isHeading = isTitleLike(text) && next !== undefined && this.beginsAction(next.text)
    return !isHeading && (wordsOf(text).length > 2 || /[.)]$/.test(text)) && /[.)]$/.test(text)
  }

  private beginsAction(text: string): boolean {
    return (
      parseActionNumber(text) !== undefined ||
      (this.style.bulleted && bullet.test(text)) ||
      (this.style.named && ['action', 'reference', 'area'].includes(labelledValues(text)?.[0]?.field ?? ''))
    )
  }

  private readHeading(line: Line, next: Line | undefined): void {
    const { text, source, level } = line
    const bare = text.replace(/:$/, '')
    const mayHead = (isTitleLike(bare) || level !== undefined) && !isRubbish(text)
    const saysPlan = /\bplan\b/i.test(text)
    if (
      this.title === undefined &&
      this.areas.length === 0 &&
      isTitleLike(text) &&
      (saysPlan || !this.style.saysPlan)
    ) {
      const heads = next !== undefined && this.beginsAction(next.text) && !saysPlan
      if (!heads) {
        this.title = line
        return
      }
    }
    const heads =
      next !== undefined &&
      (this.beginsAction(next.text) || (level !== undefined && next.level === undefined))
    if (!this.style.labelled && mayHead && heads) {
      this.headArea({ numbering: '', title: text }, source)
      this.goOn = undefined
    } else if (this.title !== undefined && plainForm(text) === plainForm(this.title.text)) {
      this.repeats.push({ source, text })
    } else {
      this.unplaced.push({ source, text })
      this.goOn = undefined
    }
  }

  private setTheme({ text, source }: Line): void {
    this.theme = text
    this.themes.push({ title: text, source })
    this.action = undefined
    this.goOn = undefined
  }

  /** "Train staff (Head of Care, by March 2030)": people and deadlines leave the title. */
  private takeFieldsOutOfTitle(action: ActionBuilder): void {
    const parts = titleParts(action.title.join(' '))
    if (parts.people.length + parts.deadlines.length + parts.values.length === 0) return
    const source = action.continuedAt.at(-1) ?? action.source
    action.title = [parts.title]
    for (const text of parts.people) addOfficer(action, 'responsible', { text, source })
    for (const text of parts.deadlines) addEvidence(action, '', text, source, false)
    for (const text of parts.labels) this.unplaced.push({ source, text })
    for (const { field, label, value } of parts.values) {
      if (label !== '') this.unplaced.push({ source, text: label })
      if (value !== '') this.addPart(action, field, value, source)
    }
  }
}

const isTextPart = (field: PlanField): field is TextPart => textParts.some((part) => part === field)

/**
 * Recognises a plan without tables: numbered actions under area headings, with people and deadlines in brackets
 * or in lines such as "Deadline: …" below them. Undefined when the text does not show that it is a plan; a
 * numbered letter or minutes is none.
 */
export function recogniseList(document: SourceDocument): RecognisedPlan | undefined {
  const lines = linesOf(document)
  const style = styleOf(lines)
  return style === undefined ? undefined : new ListReader(lines, style).read()
}

import { attribute, numberAttribute, readXml } from './xml.ts'
import type { Attributes } from './xml.ts'
import type { ZipParts } from './zipParts.ts'

interface Level {
  start: number
  format: string
  /** "%1.%2." */
  text: string
  /** What stands between the number and the text. */
  suffix: string
  /** All numbers in it as figures. */
  legal: boolean
  /** Begins again after a paragraph of this level or a higher one; 0 is never. */
  restartAfter: number | undefined
  styleId: string | undefined
}

interface List {
  levels: Map<number, Level>
  /** The list that it is a copy of, by the name of a style. */
  sameAs: string | undefined
  isStyle: string | undefined
}

interface Use {
  listId: string
  starts: Map<number, number>
  levels: Map<number, Level>
}

const newLevel = (): Level => ({
  start: 1,
  format: 'decimal',
  text: '',
  suffix: 'tab',
  legal: false,
  restartAfter: undefined,
  styleId: undefined,
})

/** Counts the numbers that Word shows in front of paragraphs and keeps nowhere. */
export class WordNumbering {
  private readonly lists = new Map<string, List>()
  private readonly uses = new Map<string, Use>()
  private readonly counts = new Map<List, (number | undefined)[]>()
  private readonly started = new Set<string>()

  static async read(parts: ZipParts, part: string | undefined): Promise<WordNumbering> {
    const numbering = new WordNumbering()
    if (part === undefined) return numbering
    let list: List | undefined
    let use: Use | undefined
    let level = newLevel()
    let overridden = 0
    await readXml(parts, part, {
      open(name, attributes) {
        const value = attribute(attributes, 'val') ?? ''
        if (name === 'abstractNum') {
          list = { levels: new Map(), sameAs: undefined, isStyle: undefined }
          use = undefined
          numbering.lists.set(attribute(attributes, 'abstractNumId') ?? '', list)
        } else if (name === 'num') {
          use = { listId: '', starts: new Map(), levels: new Map() }
          numbering.uses.set(attribute(attributes, 'numId') ?? '', use)
        } else if (name === 'abstractNumId' && use !== undefined) use.listId = value
        else if (name === 'lvlOverride') overridden = numberAttribute(attributes, 'ilvl') ?? 0
        else if (name === 'startOverride') use?.starts.set(overridden, Number(value))
        else if (name === 'numStyleLink' && list !== undefined) list.sameAs = value
        else if (name === 'styleLink' && list !== undefined) list.isStyle = value
        else if (name === 'lvl') {
          level = newLevel()
          ;(use ?? list)?.levels.set(numberAttribute(attributes, 'ilvl') ?? 0, level)
        } else setLevel(level, name, value, attributes)
      },
    })
    return numbering
  }

  /** The number in front of the next paragraph that uses this numbering, with what separates the two. */
  next(numberingId: string, levelIndex: number | undefined, styleId: string | undefined): string {
    const use = this.uses.get(numberingId)
    const list = use === undefined ? undefined : this.listOf(use.listId)
    if (use === undefined || list === undefined) return ''
    const index = levelIndex ?? levelOfStyle(list, styleId) ?? 0
    const levelAt = (at: number): Level | undefined => use.levels.get(at) ?? list.levels.get(at)
    const level = levelAt(index)
    if (level === undefined) return ''

    const counts = this.counts.get(list) ?? []
    this.counts.set(list, counts)
    this.startAgain(numberingId, use, counts, index)
    counts[index] = (counts[index] ?? level.start - 1) + 1
    for (let deeper = index + 1; deeper < counts.length; deeper += 1) {
      const after = levelAt(deeper)?.restartAfter
      if (after === undefined || index < after) counts[deeper] = undefined
    }

    if (level.format === 'bullet') return bulletOf(level.text) + space(level)
    const number = level.text.replace(/%([1-9])/g, (_, digit: string) => {
      const at = Number(digit) - 1
      const one = levelAt(at)
      return formatNumber(counts[at] ?? one?.start ?? 1, level.legal ? 'decimal' : (one?.format ?? 'decimal'))
    })
    return number === '' ? '' : number + space(level)
  }

  /** A numbering that begins at a number of its own does so where it is first used. */
  private startAgain(numberingId: string, use: Use, counts: (number | undefined)[], index: number): void {
    const key = `${numberingId} ${index}`
    const start = use.starts.get(index)
    if (start === undefined || this.started.has(key)) return
    this.started.add(key)
    counts[index] = start - 1
  }

  private listOf(id: string): List | undefined {
    const list = this.lists.get(id)
    if (list?.sameAs === undefined) return list
    return [...this.lists.values()].find((one) => one.isStyle === list.sameAs) ?? list
  }
}

function setLevel(level: Level, name: string, value: string, attributes: Attributes): void {
  if (name === 'start') level.start = Number(value)
  else if (name === 'numFmt') level.format = attribute(attributes, 'val') ?? 'decimal'
  else if (name === 'lvlText') level.text = value
  else if (name === 'suff') level.suffix = value
  else if (name === 'isLgl') level.legal = value !== '0' && value !== 'false'
  else if (name === 'lvlRestart') level.restartAfter = Number(value)
  else if (name === 'pStyle') level.styleId = value
}

function levelOfStyle(list: List, styleId: string | undefined): number | undefined {
  if (styleId === undefined) return undefined
  for (const [index, level] of list.levels) if (level.styleId === styleId) return index
  return undefined
}

const space = (level: Level): string => (level.suffix === 'nothing' ? '' : ' ')

/** Bullets stand in fonts of signs, where a letter or a private character looks like a dot. */
const bulletOf = (text: string): string => (/^[–—\-*•◦▪■✓➢]$/u.test(text) ? text : '•')

/** A number as Word shows it in a list. */
export function formatNumber(value: number, format: string): string {
  if (format === 'none') return ''
  if (format === 'decimalZero') return String(value).padStart(2, '0')
  if (format === 'lowerLetter') return letters(value)
  if (format === 'upperLetter') return letters(value).toUpperCase()
  if (format === 'lowerRoman') return roman(value)
  if (format === 'upperRoman') return roman(value).toUpperCase()
  if (format === 'ordinal') return value + ordinalEnd(value)
  return String(value)
}

/** a … z, aa … zz, aaa …, as Word counts. */
function letters(value: number): string {
  if (value < 1 || value > 780) return String(value)
  return String.fromCharCode(97 + ((value - 1) % 26)).repeat(Math.ceil(value / 26))
}

const romans: [number, string][] = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
]

function roman(value: number): string {
  if (value < 1 || value > 5000) return String(value)
  let rest = value
  return romans
    .map(([worth, sign]) => {
      const times = Math.floor(rest / worth)
      rest %= worth
      return sign.repeat(times)
    })
    .join('')
}

function ordinalEnd(value: number): string {
  const tens = value % 100
  if (tens >= 11 && tens <= 13) return 'th'
  return ['th', 'st', 'nd', 'rd'][value % 10] ?? 'th'
}

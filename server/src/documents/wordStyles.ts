import { attribute, readXml } from './xml.ts'
import type { ZipParts } from './zipParts.ts'

/** What a paragraph style, or a paragraph itself, says of rank and numbering. */
export interface ParagraphProperties {
  styleId?: string
  /** From 0; 9 is text without a rank. */
  outlineLevel?: number | undefined
  numberingId?: string | undefined
  numberingLevel?: number | undefined
}

interface Style extends ParagraphProperties {
  basedOn?: string
}

/** The paragraph styles of a Word document, each with what it takes from those it is based on. */
export class WordStyles {
  private readonly styles = new Map<string, Style>()

  static async read(parts: ZipParts, part: string | undefined): Promise<WordStyles> {
    const all = new WordStyles()
    if (part === undefined) return all
    let style: Style | undefined
    await readXml(parts, part, {
      open(name, attributes) {
        if (name === 'style') {
          style = {}
          const id = attribute(attributes, 'styleId')
          if (id !== undefined) all.styles.set(id, style)
        } else if (style !== undefined) {
          setProperty(style, name, attribute(attributes, 'val') ?? '')
          if (name === 'basedOn') style.basedOn = attribute(attributes, 'val') ?? ''
        }
      },
      close(name) {
        if (name === 'style') style = undefined
      },
    })
    return all
  }

  /** What holds for a paragraph: what it says itself before what its style says. */
  resolve(own: ParagraphProperties): ParagraphProperties {
    const result: ParagraphProperties = { ...own }
    let id = own.styleId
    // Styles may be based on each other in a circle, in a broken document.
    for (let step = 0; id !== undefined && step < 20; step += 1) {
      const style: Style | undefined = this.styles.get(id)
      result.outlineLevel ??= style?.outlineLevel
      result.numberingId ??= style?.numberingId
      result.numberingLevel ??= style?.numberingLevel
      id = style?.basedOn
    }
    return result
  }
}

/** Takes a property that paragraphs and styles share. */
export function setProperty(properties: ParagraphProperties, name: string, value: string): void {
  if (name === 'outlineLvl') properties.outlineLevel = Number(value)
  else if (name === 'numId') properties.numberingId = value
  else if (name === 'ilvl') properties.numberingLevel = Number(value)
}

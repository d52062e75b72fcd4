import { format, isDateFormat } from 'numfmt'
import { attribute, numberAttribute, readXml } from './xml.ts'
import type { ZipParts } from './zipParts.ts'

/** The formats that a workbook names by number alone. Those that follow the country are as in the United Kingdom. */
const knownFormats: Record<number, string> = {
  1: '0',
  2: '0.00',
  3: '#,##0',
  4: '#,##0.00',
  5: '£#,##0;-£#,##0',
  6: '£#,##0;[Red]-£#,##0',
  7: '£#,##0.00;-£#,##0.00',
  8: '£#,##0.00;[Red]-£#,##0.00',
  9: '0%',
  10: '0.00%',
  11: '0.00E+00',
  12: '# ?/?',
  13: '# ??/??',
  14: 'dd/mm/yyyy',
  15: 'd-mmm-yy',
  16: 'd-mmm',
  17: 'mmm-yy',
  18: 'h:mm AM/PM',
  19: 'h:mm:ss AM/PM',
  20: 'hh:mm',
  21: 'hh:mm:ss',
  22: 'dd/mm/yyyy hh:mm',
  37: '#,##0;-#,##0',
  38: '#,##0;[Red]-#,##0',
  39: '#,##0.00;-#,##0.00',
  40: '#,##0.00;[Red]-#,##0.00',
  45: 'mm:ss',
  46: '[h]:mm:ss',
  47: 'mm:ss.0',
  48: '##0.0E+0',
  49: '@',
}

/** Days between the first day of workbooks from older Macs and that of all others. */
const days1904 = 1462

/** Shows the numbers of a workbook as its cells do. */
export class ExcelFormats {
  private readonly own = new Map<number, string>()
  /** The format's number for each style of a cell. */
  private readonly ofStyle: number[] = []
  private readonly from1904: boolean

  constructor(from1904: boolean) {
    this.from1904 = from1904
  }

  static async read(parts: ZipParts, part: string | undefined, from1904: boolean): Promise<ExcelFormats> {
    const formats = new ExcelFormats(from1904)
    if (part === undefined) return formats
    let inCellStyles = false
    await readXml(parts, part, {
      open(name, attributes) {
        if (name === 'numFmt') {
          const id = numberAttribute(attributes, 'numFmtId')
          if (id !== undefined) formats.own.set(id, attribute(attributes, 'formatCode') ?? 'General')
        } else if (name === 'cellXfs') inCellStyles = true
        else if (name === 'xf' && inCellStyles)
          formats.ofStyle.push(numberAttribute(attributes, 'numFmtId') ?? 0)
      },
      close(name) {
        if (name === 'cellXfs') inCellStyles = false
      },
    })
    return formats
  }

  show(value: number, style: number): string {
    const pattern = this.patternOf(style)
    const days = this.from1904 && isDateFormat(pattern) ? value + days1904 : value
    try {
      const shown = format(pattern, days, { locale: 'en-GB', nbsp: false }).trim()
      // Such a format hides the number in Excel too, but what stands in a cell is not to be lost.
      return shown === '' ? String(value) : shown
    } catch {
      return String(value)
    }
  }

  /** A date that a cell holds as text: "2010-03-31T00:00:00". */
  showIso(text: string, style: number): string {
    const time = Date.parse(/T/.test(text) ? `${text.replace(/Z$/, '')}Z` : `${text}T00:00:00Z`)
    if (Number.isNaN(time)) return text
    const days = time / 86_400_000 + 25_569
    const pattern = this.patternOf(style)
    if (!isDateFormat(pattern)) return format('dd/mm/yyyy', days)
    return format(pattern, days, { locale: 'en-GB', nbsp: false }).trim()
  }

  private patternOf(style: number): string {
    const id = this.ofStyle[style] ?? 0
    const pattern = this.own.get(id) ?? knownFormats[id] ?? 'General'
    // Long and short date "as the computer has it".
    if (/^\[\$-(?:F800|x-sysdate)\]/i.test(pattern)) return 'dd mmmm yyyy'
    if (/^\[\$-(?:F400|x-systime)\]/i.test(pattern)) return 'hh:mm:ss'
    return pattern
  }
}

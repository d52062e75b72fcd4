import { OPS } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'

/** A run of text on a page. Measures are in points from the page's top left corner; `y` is the base line. */
export interface Fragment {
  text: string
  x: number
  y: number
  width: number
  size: number
}

/** A line drawn on a page, along x or along y: from `from` to `to`, at `at` on the other axis. */
export interface Ruling {
  at: number
  from: number
  to: number
}

export interface PdfPage {
  fragments: Fragment[]
  /** Text that does not run from left to right, in the order of the file. */
  turned: string[]
  horizontal: Ruling[]
  vertical: Ruling[]
}

type Matrix = readonly number[]

const multiply = (first: Matrix, second: Matrix): number[] => {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = first
  const [g = 1, h = 0, i = 0, j = 1, k = 0, l = 0] = second
  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f]
}

const applied = (matrix: Matrix, x: number, y: number): [number, number] => {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = matrix
  return [a * x + c * y + e, b * x + d * y + f]
}

const numbersIn = (value: unknown): number[] =>
  Array.isArray(value) ? value.filter((one) => typeof one === 'number') : []

/** Takes the text and the drawn lines of a page, turned as a person sees it. */
export async function readPdfPage(page: PDFPageProxy): Promise<PdfPage> {
  const view = numbersIn(page.getViewport({ scale: 1 }).transform)
  const result: PdfPage = { fragments: [], turned: [], horizontal: [], vertical: [] }
  const { items } = await page.getTextContent()
  for (const item of items) {
    if (!('str' in item) || item.str.trim() === '') continue
    const [a = 1, b = 0, c = 0, d = 1, x = 0, y = 0] = multiply(view, numbersIn(item.transform))
    if (Math.abs(b) > Math.abs(a) * 0.1 || a < 0) {
      result.turned.push(item.str)
      continue
    }
    result.fragments.push({ text: item.str, x, y, width: item.width, size: Math.hypot(c, d) || 1 })
  }
  await addFields(page, view, result)
  await addRulings(page, view, result)
  return result
}

interface Annotation {
  subtype?: string
  rect?: number[]
  fieldValue?: unknown
  fieldType?: string
  contentsObj?: { str?: string }
}

/** What was typed into the fields of a form, and notes written on the page. */
async function addFields(page: PDFPageProxy, view: Matrix, result: PdfPage): Promise<void> {
  const annotations: unknown[] = await page.getAnnotations()
  for (const annotation of annotations) {
    if (typeof annotation !== 'object' || annotation === null) continue
    const { subtype, rect, fieldValue, fieldType, contentsObj }: Annotation = annotation
    const value = subtype === 'Widget' && fieldType !== 'Btn' ? fieldValue : undefined
    const text = subtype === 'FreeText' ? contentsObj?.str : value
    if (typeof text !== 'string' || text.trim() === '' || rect === undefined) continue
    const [left, top] = applied(view, rect[0] ?? 0, rect[3] ?? 0)
    text.split(/\r\n?|\n/).forEach((line, index) => {
      const [x, y] = [left + 2, top + 10 * (index + 1)]
      if (line.trim() !== '')
        result.fragments.push({ text: line, x, y, width: (rect[2] ?? 0) - (rect[0] ?? 0) - 4, size: 9 })
    })
  }
}

/** Thicker than this is a shape; shorter is a dot. In points. */
const thickest = 3
const shortest = 6

async function addRulings(page: PDFPageProxy, view: Matrix, result: PdfPage): Promise<void> {
  const { fnArray, argsArray } = await page.getOperatorList()
  let matrix = [...view]
  const saved: number[][] = []
  fnArray.forEach((operation, index) => {
    const given: unknown = argsArray[index]
    const values: unknown[] = Array.isArray(given) ? given : []
    if (operation === OPS.save) saved.push(matrix)
    else if (operation === OPS.restore || operation === OPS.paintFormXObjectEnd)
      matrix = saved.pop() ?? matrix
    else if (operation === OPS.transform) matrix = multiply(matrix, numbersIn(values))
    else if (operation === OPS.paintFormXObjectBegin) {
      saved.push(matrix)
      if (Array.isArray(values[0])) matrix = multiply(matrix, numbersIn(values[0]))
    } else if (operation === OPS.constructPath) {
      const [painted, paths] = values
      const path: unknown = Array.isArray(paths) ? paths[0] : undefined
      if (path instanceof Float32Array) addPath(path, isStroked(painted), matrix, result)
    }
  })
}

const strokes: ReadonlySet<unknown> = new Set([
  OPS.stroke,
  OPS.closeStroke,
  OPS.fillStroke,
  OPS.eoFillStroke,
  OPS.closeFillStroke,
])
const isStroked = (operation: unknown): boolean => strokes.has(operation)

/** How many numbers follow each command of a path: move, line, curve, curve, close. */
const numbersOf = [2, 2, 6, 4, 0]

function addPath(path: Float32Array, stroked: boolean, matrix: Matrix, result: PdfPage): void {
  let points: [number, number][] = []
  const finish = (): void => {
    if (stroked)
      for (const [index, point] of points.entries()) addSegment(points[index - 1] ?? point, point, result)
    else if (points.length >= 4) addBar(points, result)
    points = []
  }
  for (let at = 0; at < path.length;) {
    const command = path[at] ?? 0
    const count = numbersOf[command] ?? 0
    if (command === 0) finish()
    if (command === 4 && points[0] !== undefined) points.push(points[0])
    if (count > 0) points.push(applied(matrix, path[at + count - 1] ?? 0, path[at + count] ?? 0))
    at += count + 1
  }
  finish()
}

function addSegment([x1, y1]: [number, number], [x2, y2]: [number, number], result: PdfPage): void {
  if (Math.abs(y1 - y2) < 1 && Math.abs(x1 - x2) > shortest)
    result.horizontal.push({ at: (y1 + y2) / 2, from: Math.min(x1, x2), to: Math.max(x1, x2) })
  else if (Math.abs(x1 - x2) < 1 && Math.abs(y1 - y2) > shortest)
    result.vertical.push({ at: (x1 + x2) / 2, from: Math.min(y1, y2), to: Math.max(y1, y2) })
}

/** Most programs draw a border as a thin filled rectangle. */
function addBar(points: [number, number][], result: PdfPage): void {
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)]
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)]
  if (bottom - top <= thickest && right - left > shortest)
    result.horizontal.push({ at: (top + bottom) / 2, from: left, to: right })
  else if (right - left <= thickest && bottom - top > shortest)
    result.vertical.push({ at: (left + right) / 2, from: top, to: bottom })
}

import { useId } from 'react'
import './statusChart.scss'

/** How many of something stand in one way; `pattern` tells it from the others without colour. */
export interface ChartPart {
  key: string
  label: string
  pattern: ChartPattern
  count: number
}

export const chartPatterns = ['SOLID', 'RISING', 'FALLING', 'CROSSED', 'DOTTED', 'EMPTY'] as const
export type ChartPattern = (typeof chartPatterns)[number]

export interface ChartBar {
  key: string
  label: string
  parts: readonly ChartPart[]
}

interface StatusChartProps {
  /** What the chart shows, in a sentence; the figures themselves stand in a table near it. */
  caption: string
  bars: readonly ChartBar[]
}

/**
 * Stacked bars, each as long as the others, since they compare shares. Every part has a pattern and, where there is
 * room, its count; widths are shares of the page, so that lines and figures keep their size on a phone.
 */
export function StatusChart({ caption, bars }: StatusChartProps) {
  const id = useId()
  const [first] = bars
  if (!first) return null
  return (
    <figure className="bw-status-chart govuk-body">
      <figcaption className="govuk-body govuk-!-font-weight-bold">{caption}</figcaption>
      <ul className="govuk-list bw-status-chart__key" aria-label="Key of the chart">
        {first.parts.map((part) => (
          <li key={part.key}>
            <svg
              className="bw-status-chart__sample"
              width="24"
              height="24"
              aria-hidden="true"
              focusable="false"
            >
              <Patterns id={`${id}-${part.key}`} />
              <Part id={`${id}-${part.key}`} pattern={part.pattern} x={0} width={100} height={22} />
            </svg>
            {part.label}
          </li>
        ))}
      </ul>
      {bars.map((bar, index) => (
        <div key={bar.key} className="bw-status-chart__bar">
          <p className="govuk-body-s govuk-!-margin-bottom-1" aria-hidden="true">
            {bar.label}
          </p>
          <svg width="100%" height="32" role="img" aria-label={`${bar.label}: ${wordsOf(bar)}`}>
            <Patterns id={`${id}-${index}`} />
            <Bar id={`${id}-${index}`} bar={bar} />
          </svg>
        </div>
      ))}
    </figure>
  )
}

function Bar({ id, bar }: { id: string; bar: ChartBar }) {
  const total = bar.parts.reduce((sum, { count }) => sum + count, 0)
  let x = 0
  return bar.parts.map(({ key, pattern, count }) => {
    if (count === 0) return null
    const width = (count / total) * 100
    const from = x
    x += width
    const figure = count.toLocaleString('en-GB')
    return (
      <g key={key}>
        <Part id={id} pattern={pattern} x={from} width={width} height={30} />
        {width >= figure.length * 2 + 5 && (
          <svg x={`${from + width / 2}%`} y="16" overflow="visible" aria-hidden="true">
            <rect
              className="bw-status-chart__plate"
              x={-figure.length * 5 - 4}
              y="-11"
              width={figure.length * 10 + 8}
              height="22"
            />
            <text className="bw-status-chart__figure" textAnchor="middle" dominantBaseline="central">
              {figure}
            </text>
          </svg>
        )}
      </g>
    )
  })
}

interface PartProps {
  /** What the ids of the patterns begin with. */
  id: string
  pattern: ChartPattern
  /** Shares of the whole, in percent. */
  x: number
  width: number
  height: number
}

function Part({ id, pattern, x, width, height }: PartProps) {
  const place = { x: `${x}%`, y: 1, width: `${width}%`, height }
  return (
    <>
      <rect
        className={`bw-status-chart__ground bw-status-chart__ground--${pattern.toLowerCase()}`}
        {...place}
      />
      <rect className="bw-status-chart__edge" fill={`url(#${id}-${pattern})`} {...place} />
    </>
  )
}

/** Lines and dots to lay over a ground. A chart's ids are its own: two charts may stand on one page. */
function Patterns({ id }: { id: string }) {
  const pattern = (name: ChartPattern, d: string) => (
    <pattern id={`${id}-${name}`} width="8" height="8" patternUnits="userSpaceOnUse">
      <path className="bw-status-chart__line" d={d} />
    </pattern>
  )
  return (
    <defs>
      {pattern('SOLID', '')}
      {pattern('EMPTY', '')}
      {pattern('RISING', 'M-2 2L2 -2M0 8L8 0M6 10L10 6')}
      {pattern('FALLING', 'M-2 6L2 10M0 0L8 8M6 -2L10 2')}
      {pattern('CROSSED', 'M0 0L8 8M0 8L8 0')}
      {pattern('DOTTED', 'M2 2h1.5v1.5h-1.5zM6 6h1.5v1.5h-1.5z')}
    </defs>
  )
}

function wordsOf({ parts }: ChartBar): string {
  const shown = parts.filter(({ count }) => count > 0)
  return shown.map(({ label, count }) => `${count.toLocaleString('en-GB')} ${label.toLowerCase()}`).join(', ')
}

import { useId } from 'react'
import './charts.scss'

/** What was found on a day, and from where to where it may lie. */
export interface ChartPoint {
  /** As `YYYY-MM-DD`. */
  day: string
  value: number
  low: number
  high: number
}

interface ResultChartProps {
  /** Says what the picture shows; the table beside it says the rest. */
  label: string
  /** From the oldest to the newest. */
  points: readonly ChartPoint[]
  target: number
  /** The end of the scale, which begins at 0; as much as is needed where it is not given. */
  most?: number
  text: (value: number) => string
}

// In the units of the picture, which is drawn larger where there is room.
const size = { width: 320, height: 190 }
const inside = { left: 48, right: 308, top: 16, bottom: 162 }

/** Results over time as dots, with their intervals as bars, and the target as a line. */
export function ResultChart({ label, points, target, most, text }: ResultChartProps) {
  const title = useId()
  const end = most ?? (Math.max(target, ...points.map(({ high }) => high)) * 1.1 || 1)
  const y = (value: number) => inside.bottom - (value / end) * (inside.bottom - inside.top)
  const times = points.map(({ day }) => Date.parse(day))
  const [first = 0, last = 0] = [times.at(0), times.at(-1)]
  const x = (day: string) =>
    last === first
      ? (inside.left + inside.right) / 2
      : inside.left + 14 + ((Date.parse(day) - first) / (last - first)) * (inside.right - inside.left - 28)
  const line = points.map(({ day, value }) => `${x(day)},${y(value)}`).join(' ')
  const ticks = [0, target, ...(most !== undefined && y(target) - y(most) > 14 ? [most] : [])]
  return (
    <svg
      className="bw-chart"
      viewBox={`0 0 ${size.width} ${size.height}`}
      role="img"
      aria-labelledby={title}
      focusable="false"
    >
      <title id={title}>{label}</title>
      <path className="bw-chart__axes" d={`M${inside.left} ${inside.top}V${inside.bottom}H${inside.right}`} />
      {ticks.map((value) => (
        <text key={value} x={inside.left - 6} y={y(value) + 4} textAnchor="end">
          {text(value)}
        </text>
      ))}
      <path className="bw-chart__target" d={`M${inside.left} ${y(target)}H${inside.right}`} />
      <polyline className="bw-chart__line" points={line} />
      {points.map(({ day, value, low, high }, index) => (
        // Two results may be of one day.
        // oxlint-disable-next-line react/no-array-index-key
        <g key={index}>
          {high > low && (
            <path
              className="bw-chart__interval"
              d={`M${x(day) - 4} ${y(high)}h8M${x(day)} ${y(high)}V${y(low)}M${x(day) - 4} ${y(low)}h8`}
            />
          )}
          <circle cx={x(day)} cy={y(value)} r="4" />
        </g>
      ))}
      {points.length > 1 && (
        <text x={inside.left} y={inside.bottom + 18}>
          {shortDay(points[0]?.day)}
        </text>
      )}
      <text x={inside.right} y={inside.bottom + 18} textAnchor="end">
        {shortDay(points.at(-1)?.day)}
      </text>
    </svg>
  )
}

const shortDays = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'UTC',
  day: 'numeric',
  month: 'short',
  year: 'numeric',
})

function shortDay(day = ''): string {
  return day && shortDays.format(Date.parse(day))
}

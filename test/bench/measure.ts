import autocannon from 'autocannon'

/** One request that is sent over and over. */
export interface Request {
  url: string
  headers: Record<string, string>
  body: string
}

/** What one server did in one turn. */
export interface Turn {
  /** Requests a second. */
  rps: number
  /** Milliseconds. */
  p50: number
  p975: number
}

const connections = 8

/** Sends the request on eight connections for so many seconds. Throws when any answer is not a success. */
export async function turn(request: Request, seconds: number): Promise<Turn> {
  const result = await autocannon({
    url: request.url,
    method: 'POST',
    headers: { 'content-type': 'application/json', ...request.headers },
    body: request.body,
    connections,
    duration: seconds,
  })
  if (result.non2xx > 0 || result.errors > 0)
    throw new Error(
      `${request.url} refused ${result.non2xx + result.errors} of ${result.requests.total} requests.`,
    )
  return { rps: result.requests.total / result.duration, p50: result.latency.p50, p975: result.latency.p97_5 }
}

/** One answer, read whole; throws where it holds errors. */
export async function answerOf(request: Request): Promise<string> {
  const response = await fetch(request.url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...request.headers },
    body: request.body,
  })
  const text = await response.text()
  if (!response.ok || text.includes('"errors"'))
    throw new Error(`${request.url} answered ${response.status}: ${text.slice(0, 2000)}`)
  return text
}

/** The middle of an odd number of figures. */
export function median(figures: readonly number[]): number {
  return figures.toSorted((a, b) => a - b)[Math.floor(figures.length / 2)] ?? Number.NaN
}

/** The median of each figure over the turns. */
export function medians(turns: readonly Turn[]): Turn {
  return {
    rps: median(turns.map((each) => each.rps)),
    p50: median(turns.map((each) => each.p50)),
    p975: median(turns.map((each) => each.p975)),
  }
}

import { mapExchange } from 'urql'
import type { Operation, OperationResult } from 'urql'
import { sessionLimits } from '@boardwork/shared/identity/session.ts'

const place = 'kept-register'
/** The query of the register's page, and the one of what stands around every page: together they show it. */
const registerQuery = 'RegisterPage'
const layoutQuery = 'Layout'

/** The register that was read last, as it was answered. */
interface Kept {
  readAt: number
  /** The documents' hashes and variables: the pages of another version have other documents. */
  register: { key: string; data: unknown }
  layout: { key: string; data: unknown }
}

// Both are asked for at once, and either may be answered first.
let layout: Kept['layout'] | null = null
let register: Kept['register'] | null = null

/**
 * Keeps the register that was read last on this device, so that its page opens again without a connection. It is
 * taken away once somebody signs out, the session ends or somebody else signs in, and after 12 hours in any case.
 */
export const keepRegister = mapExchange({
  onResult(result) {
    const { operation, error } = result
    // By now the document may have given way to its hash.
    const name: unknown = operation.context['name']
    if (isSignedOut(result) || (name === 'SignOut' && result.data)) forgetRegister()
    if (name !== registerQuery && name !== layoutQuery) return result
    const key = keyOf(operation)
    if (error?.networkError) return again(result, key)
    if (error) return result
    if (name === layoutQuery) {
      if (viewerOf(result.data) !== viewerOf(layout?.data ?? read()?.layout.data)) forgetRegister()
      layout = { key, data: result.data }
    } else register = { key, data: result.data }
    if (layout && register) keep({ readAt: Date.now(), register, layout })
    return result
  },
})

/** Takes it away. */
export function forgetRegister(): void {
  register = null
  localStorage.removeItem(place)
}

/** When the register that is kept was read; null without one. */
export function registerReadAt(): Date | null {
  const kept = read()
  return kept && new Date(kept.readAt)
}

/** What was answered before, in place of no answer. */
function again(result: OperationResult, key: string): OperationResult {
  const kept = read()
  const answer = [kept?.register, kept?.layout].find((each) => each?.key === key)
  if (!answer) return result
  const { error: _, ...rest } = result
  return { ...rest, data: answer.data }
}

function keep(kept: Kept): void {
  try {
    localStorage.setItem(place, JSON.stringify(kept))
  } catch {
    // The device's store is full: the page works as long as it stays open.
  }
}

function read(): Kept | null {
  try {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- what stands there was written above
    const kept = JSON.parse(localStorage.getItem(place) ?? 'null') as Kept | null
    if (kept && Date.now() - kept.readAt < sessionLimits.hours * 3_600_000) return kept
  } catch {
    // What cannot be read is of no use.
  }
  forgetRegister()
  return null
}

function keyOf({ context, variables }: Operation): string {
  return JSON.stringify([context['hash'], variables])
}

/** A query of who asks answers with nobody; anything else is refused. */
function isSignedOut({ data, error }: OperationResult<unknown>): boolean {
  if (error) return error.graphQLErrors.some(({ extensions }) => extensions['code'] === 'NOT_SIGNED_IN')
  return typeof data === 'object' && data !== null && 'viewer' in data && data.viewer === null
}

function viewerOf(data: unknown): unknown {
  if (typeof data !== 'object' || data === null || !('viewer' in data)) return null
  const { viewer } = data
  return typeof viewer === 'object' && viewer !== null && 'id' in viewer ? viewer.id : null
}

import { makeThreads } from '../../../threads.ts'

type Work = typeof import('./pastListThread.ts')

const threads = makeThreads(2)
const filename = new URL('./pastListThread.ts', import.meta.url).href

/** Far more than the largest list takes on a machine that has much else to do; then the thread is ended. */
const mostSeconds = 30

/** Does a piece of work on a list in a thread of its own, since large lists take the better part of a second. */
export async function onList<Name extends keyof Work>(
  name: Name,
  given: Parameters<Work[Name]>[0],
): Promise<ReturnType<Work[Name]>> {
  const signal = AbortSignal.timeout(mostSeconds * 1000)
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the thread runs the function of this very name
  return (await threads.run(given, { filename, name, signal })) as ReturnType<Work[Name]>
}

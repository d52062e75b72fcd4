import { Piscina } from 'piscina'

/**
 * Threads for work that would hold the server up, with a limit of memory in megabytes for each. A thread that has loaded
 * what it needs is kept for a minute, for the next piece of work.
 *
 * What they run is a file that Node takes as it is, without a loader: nothing that it imports may have decorators.
 *
 * @param most how many work at the same time; what comes beyond waits its turn.
 */
export function makeThreads(most: number): Piscina {
  return new Piscina({
    minThreads: 0,
    maxThreads: most,
    idleTimeout: 60_000,
    execArgv: ['--no-warnings'],
    env: {},
    resourceLimits: { maxOldGenerationSizeMb: 512 },
  })
}

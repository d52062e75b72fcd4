/** One check. Its command runs in its folder, with the folder's and the root's `node_modules/.bin` on PATH. */
export interface Step {
  name: string
  command: readonly string[]
  folder?: string
  /** The command is `vitest run …`: its single tests are counted. */
  vitest?: boolean
  /** Needs the whole machine: runs beside no other step. */
  alone?: boolean
  /** After this time the step is ended and has failed. */
  limitSeconds: number
  /** The limit under `--larger`, where that takes longer. */
  largerLimitSeconds?: number
}

const source = ['server/src', 'client/src', 'shared/src', 'test']

/** In the order in which they start: what is quick to fail comes first. */
export const steps: readonly Step[] = [
  { name: 'format', command: ['prettier', '--check', '--log-level', 'warn', '.'], limitSeconds: 120 },
  { name: 'lint', command: ['oxlint', 'server', 'client', 'shared', 'test'], limitSeconds: 120 },
  {
    name: 'import rules',
    command: ['depcruise', '--config', '.dependency-cruiser.cjs', ...source],
    limitSeconds: 120,
  },

  {
    name: 'generated schema',
    command: ['node', '--import', '@oxc-node/core/register', 'src/graphql/printSchema.ts', '--check'],
    folder: 'server',
    limitSeconds: 60,
  },
  {
    name: 'generated client types',
    command: ['graphql-codegen', '--config', 'codegen.ts', '--check'],
    folder: 'client',
    limitSeconds: 120,
  },
  {
    name: 'migrations',
    command: ['node', '--import', '@oxc-node/core/register', 'src/db/checkMigrations.ts'],
    folder: 'server',
    limitSeconds: 120,
  },

  { name: 'types shared', command: ['tsc', '-p', '.'], folder: 'shared', limitSeconds: 180 },
  { name: 'types server', command: ['tsc', '-p', '.'], folder: 'server', limitSeconds: 180 },
  { name: 'types client', command: ['tsc', '-p', '.'], folder: 'client', limitSeconds: 180 },
  { name: 'types test', command: ['tsc', '-p', '.'], folder: 'test', limitSeconds: 180 },

  {
    name: 'unit shared',
    command: ['vitest', 'run'],
    folder: 'shared',
    vitest: true,
    limitSeconds: 300,
    largerLimitSeconds: 1800,
  },
  { name: 'unit client', command: ['vitest', 'run'], folder: 'client', vitest: true, limitSeconds: 300 },
  { name: 'unit server', command: ['vitest', 'run'], folder: 'server', vitest: true, limitSeconds: 300 },

  {
    name: 'build pages',
    command: ['node', 'buildWhenStale.ts'],
    folder: 'client',
    limitSeconds: 180,
  },
  {
    name: 'api',
    command: ['vitest', 'run', '--project', 'api'],
    folder: 'test',
    vitest: true,
    limitSeconds: 900,
  },
  {
    name: 'tenancy',
    command: ['vitest', 'run', '--project', 'tenancy'],
    folder: 'test',
    vitest: true,
    limitSeconds: 900,
    largerLimitSeconds: 7200,
  },
  {
    name: 'e2e',
    command: ['vitest', 'run', '--project', 'e2e'],
    folder: 'test',
    vitest: true,
    // The journeys open the pages that were built before, and each is a person at a machine of their own.
    alone: true,
    limitSeconds: 1800,
  },
]

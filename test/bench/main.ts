import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createHash } from 'node:crypto'
import { startEmbeddedPostgres } from '@boardwork/server/src/db/embedded/startEmbeddedPostgres.ts'
import { migrate } from '@boardwork/server/src/db/migrate.ts'
import { ensureRoles } from '@boardwork/server/src/db/roles.ts'
import { answerOf, medians, turn } from './measure.ts'
import type { Request, Turn } from './measure.ts'
import { screens } from './screens.ts'
import type { Screen } from './screens.ts'
import { startServer } from './servers.ts'
import { countStatements } from './statements.ts'

const json = process.argv.includes('--json')
const rounds = 5
const seconds = 4

interface Measured {
  name: string
  words: string
  boards: number
  ours: Turn & { statements: number }
  postgraphile: Turn
  limit: { rps: number }
  ratioToPostgraphile: number
  ratioToLimit: number
}

const measured: Measured[] = []
let memoryMb = 0
const sizes = (process.env['BOARDS'] ?? '153,1530').split(',').map(Number)
const asked = process.env['SCREENS']?.split(',')
for (const screen of screens.filter(({ name }) => !asked || asked.includes(name)))
  // The large screens are of one size, whatever stands beside them.
  for (const boards of screen.name === 'plan' ? sizes : sizes.slice(0, 1))
    measured.push(await measure(screen, boards))

const [small, large] = measured.filter(({ name }) => name === 'plan')
if (json) console.log(JSON.stringify({ screens: measured, memoryMb }))
else {
  for (const one of measured) print(one)
  if (small && large)
    console.log(
      `Latency at ${large.boards} boards against ${small.boards}: ${(large.ours.p50 / small.ours.p50).toFixed(2)} (median)`,
    )
  console.log(`Memory of our server after the runs: ${memoryMb} MB at the most`)
}

/** Measures a screen, the three servers in turns. */
async function measure(screen: Screen, boards: number): Promise<Measured> {
  const dataFolder = await mkdtemp(path.join(tmpdir(), 'boardwork-bench-'))
  const postgres = await startEmbeddedPostgres({ dataFolder, temporary: true })
  const stops: (() => Promise<void>)[] = [() => postgres.stop()]
  try {
    say(`${screen.words}: filling ${boards} boards …`)
    const serverUrl = await ensureRoles(postgres.ownerUrl)
    await migrate(postgres.ownerUrl)
    const reader = await screen.fill(postgres.ownerUrl, boards)
    const documentsFile = path.join(dataFolder, 'documents.json')
    const documentId = createHash('sha256').update(screen.ours).digest('hex')
    await writeFile(documentsFile, JSON.stringify({ [documentId]: screen.ours }))
    const variables = {
      DATABASE_URL: postgres.ownerUrl,
      DATABASE_SERVER_URL: serverUrl,
      BOARDWORK_DEMO: '0',
      BOARDWORK_DOCUMENTS: documentsFile,
      BOARDWORK_POOL: '8',
      PERSON_ID: reader.personId,
      SCREEN: screen.name,
      ASKED: screen.variable ? reader.ids[screen.variable] : '',
    }
    const ours = await startServer('server/src/main.ts', /Boardwork is at/, variables)
    stops.push(() => ours.stop())
    const postgraphile = await startServer('test/bench/postgraphileServer.ts', /ready/, variables)
    stops.push(() => postgraphile.stop())
    const limit = await startServer('test/bench/limitServer.ts', /ready/, variables)
    stops.push(() => limit.stop())

    const requests = {
      limit: { url: limit.url, headers: {}, body: JSON.stringify({ query: screen.statement }) },
      postgraphile: {
        url: `${postgraphile.url}/graphql`,
        headers: {},
        body: JSON.stringify({ query: screen.postgraphile, variables: reader.ids }),
      },
      ours: {
        url: `${ours.url}/graphql`,
        headers: { cookie: `boardwork=${reader.token}` },
        body: JSON.stringify({ documentId, variables: reader.ids }),
      },
    }
    await checkAnswers(screen, requests)
    const statements = await countStatements(postgres.ownerUrl, dataFolder, () => answerOf(requests.ours))

    const turns: Record<keyof typeof requests, Turn[]> = { ours: [], postgraphile: [], limit: [] }
    for (const name of ['ours', 'postgraphile', 'limit'] as const) await turn(requests[name], 2)
    for (let round = 0; round < rounds; round += 1) {
      say(`${screen.words}, ${boards} boards, round ${round + 1} of ${rounds} …`)
      for (const name of ['ours', 'postgraphile', 'limit'] as const)
        turns[name].push(await turn(requests[name], seconds))
    }
    memoryMb = Math.max(memoryMb, ours.memoryMb())
    return {
      name: screen.name,
      words: screen.words,
      boards,
      ours: { ...rounded(medians(turns.ours)), statements },
      postgraphile: rounded(medians(turns.postgraphile)),
      limit: { rps: rounded(medians(turns.limit)).rps },
      ratioToPostgraphile: ratio(turns.ours, turns.postgraphile),
      ratioToLimit: ratio(turns.ours, turns.limit),
    }
  } finally {
    for (const stop of stops.toReversed()) await stop()
  }
}

/** All three have to give as much of what was agreed. */
async function checkAnswers(screen: Screen, requests: Record<string, Request>): Promise<void> {
  const [what, times] = screen.holds
  for (const [name, request] of Object.entries(requests)) {
    const text = await answerOf(request)
    const found = text.replaceAll('" : ', '":').match(what)?.length ?? 0
    say(`${name} answers ${(text.length / 1000).toFixed(1)} kB`)
    if (found !== times)
      throw new Error(`${name} answered with ${found} times ${what.source} instead of ${times}.`)
  }
}

/** Pair by pair, so that a machine whose speed drifts does not decide; then the median. */
function ratio(ours: readonly Turn[], theirs: readonly Turn[]): number {
  const pairs = ours.map((each, index) => ({ ...each, rps: each.rps / (theirs[index]?.rps ?? Number.NaN) }))
  return Number(medians(pairs).rps.toFixed(2))
}

function rounded(figures: Turn): Turn {
  return { rps: Math.round(figures.rps), p50: figures.p50, p975: figures.p975 }
}

function say(text: string): void {
  if (!json) console.log(text)
}

function print(screen: Measured): void {
  console.log(`\n${screen.words}, beside ${screen.boards} boards:`)
  const row = (name: string, figures: Turn) =>
    console.log(
      `  ${name.padEnd(14)} ${String(figures.rps).padStart(5)} requests/s   median ${figures.p50} ms   97.5 % ${figures.p975} ms`,
    )
  row('Boardwork', screen.ours)
  row('PostGraphile 5', screen.postgraphile)
  console.log(`  ${'one statement'.padEnd(14)} ${String(screen.limit.rps).padStart(5)} requests/s`)
  console.log(
    `  ratio to PostGraphile ${screen.ratioToPostgraphile}, to the limit ${screen.ratioToLimit}; ${screen.ours.statements} statements a request`,
  )
}

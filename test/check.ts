import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, openSync, closeSync, readFileSync, readdirSync, rmSync, statSync } from 'node:fs'
import { delimiter, join, relative, resolve } from 'node:path'
import { steps, type Step } from './steps.ts'
import { endGroup } from './support/processGroup.ts'

interface Result {
  passed: number
  failed: number
  note: string
}

/** What this program reads of Vitest's JSON report. */
interface VitestReport {
  numPassedTests: number
  numFailedTests: number
  numPendingTests: number
  testResults: readonly FileReport[]
}

interface FileReport {
  name: string
  /** Why the file could not be run, or a hook of it failed. */
  message: string
  assertionResults: readonly { fullName: string; status: string; failureMessages: readonly string[] }[]
}

const root = resolve(import.meta.dirname, '..')
const logs = join(root, '.scratch', 'check')
// Two runs at once must not read each other's reports.
const log = join(logs, String(process.pid))
const slots = 2
const tailLines = 120
const messageLines = 15
const dayMs = 24 * 60 * 60 * 1000

const larger = process.argv.includes('--larger')
const words = process.argv.slice(2).filter((word) => !word.startsWith('-'))
const unknown = process.argv
  .slice(2)
  .filter((word) => word.startsWith('-') && word !== '--larger' && word !== '--')
const running = new Map<Step, number>()
let interrupted = false

async function main(): Promise<Result> {
  const chosen = steps.filter((step) => words.length === 0 || words.some((word) => step.name.includes(word)))
  if (chosen.length === 0 || unknown.length > 0) {
    console.log(`The steps are: ${steps.map((step) => step.name).join(', ')}. The one option is --larger.`)
    return { passed: 0, failed: 1, note: '' }
  }
  makeLogFolder()
  const total = { passed: 0, failed: 0, note: '' }
  await inOrder(chosen, async (step) => {
    const started = performance.now()
    const result = await runStep(step)
    total.passed += result.passed
    total.failed += result.failed
    print(step, result, (performance.now() - started) / 1000)
  })
  if (interrupted) total.failed = Math.max(total.failed, 1)
  if (total.failed === 0) rmSync(log, { recursive: true, force: true })
  return total
}

/** Starts the steps in their order, as many at a time as there are slots. */
async function inOrder(queue: readonly Step[], run: (step: Step) => Promise<void>): Promise<void> {
  const under = new Map<Step, Promise<void>>()
  for (const step of queue) {
    const room = step.alone ? 1 : slots
    while (under.size >= room || [...under.keys()].some((other) => other.alone))
      await Promise.race(under.values())
    if (interrupted) break
    under.set(
      step,
      run(step).finally(() => under.delete(step)),
    )
  }
  await Promise.all(under.values())
}

async function runStep(step: Step): Promise<Result> {
  const folder = join(root, step.folder ?? '.')
  const report = reportFile(step)
  const [command = '', ...rest] = step.command
  const reporters = step.vitest
    ? ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
    : []
  const output = openSync(outputFile(step), 'w')
  // In a group of its own, so that what the step starts can be ended with it.
  const child = spawn(command, [...rest, ...reporters], {
    cwd: folder,
    detached: true,
    stdio: ['ignore', output, output],
    env: {
      ...process.env,
      PATH: [
        join(folder, 'node_modules', '.bin'),
        join(root, 'node_modules', '.bin'),
        process.env['PATH'],
      ].join(delimiter),
      ...(larger ? { BOARDWORK_LARGER: '1' } : {}),
      NO_COLOR: '1',
    },
  })
  closeSync(output)
  const group = child.pid
  if (group !== undefined) running.set(step, group)
  const limitSeconds = (larger ? step.largerLimitSeconds : undefined) ?? step.limitSeconds
  let overtime = false
  const timer = setTimeout(() => {
    overtime = true
    if (group !== undefined) void endGroup(group, 10_000)
  }, limitSeconds * 1000)
  try {
    const [code] = (await once(child, 'exit')) as [number | null]
    const counted = step.vitest ? countTests(report) : { passed: 1, failed: 0, note: '' }
    if (overtime) return failedAnyway(step, counted, `ended after ${limitSeconds} s`)
    if (code !== 0)
      return failedAnyway(step, counted, code === null ? 'was ended' : `ended with code ${code}`)
    return counted
  } catch (error) {
    return { passed: 0, failed: 1, note: error instanceof Error ? error.message : String(error) }
  } finally {
    clearTimeout(timer)
    running.delete(step)
    if (group !== undefined) await endGroup(group, 5000)
  }
}

/** A failure that no single test accounts for counts as one. */
function failedAnyway(step: Step, counted: Result, why: string): Result {
  const passed = step.vitest ? counted.passed : 0
  return { passed, failed: Math.max(counted.failed, 1), note: counted.note || why }
}

function countTests(report: string): Result {
  const read = readReport(report)
  if (!read) return { passed: 0, failed: 1, note: 'wrote no report' }
  const { numPassedTests: passed, numFailedTests: failed, numPendingTests: skipped } = read
  if (passed + failed === 0) return { passed, failed: 1, note: 'ran no test' }
  return { passed, failed, note: skipped > 0 ? `${skipped} skipped` : '' }
}

function readReport(report: string): VitestReport | null {
  try {
    return JSON.parse(readFileSync(report, 'utf8')) as VitestReport
  } catch {
    return null
  }
}

/** What failed, in a few lines each: of all that is printed, perhaps only the beginning is kept. */
function failures(report: string): string[] {
  return (readReport(report)?.testResults ?? []).flatMap(({ name, message, assertionResults }) => {
    const failed = assertionResults.filter(({ status }) => status === 'failed')
    const texts = failed.map((test) => [test.fullName, ...test.failureMessages].join('\n'))
    return (message ? [message, ...texts] : texts).map((text) =>
      `${relative(root, name)}: ${text}`.split('\n').slice(0, messageLines).join('\n    '),
    )
  })
}

function print(step: Step, { passed, failed, note }: Result, seconds: number): void {
  const tests = step.vitest ? `${passed} passed${failed > 0 ? `, ${failed} failed` : ''}` : ''
  const about = [tests, note].filter(Boolean).join(', ')
  const name = step.name.padEnd(Math.max(...steps.map((other) => other.name.length)))
  const time = `${seconds.toFixed(1)} s`.padStart(8)
  console.log(`${failed > 0 ? 'FAILED' : 'ok    '}  ${name}  ${time}  ${about}`.trimEnd())
  if (failed === 0) return
  if (step.vitest) for (const failure of failures(reportFile(step))) console.log(`    ${failure}\n`)
  const lines = readFileSync(outputFile(step), 'utf8').trimEnd().split('\n')
  if (lines.length > tailLines) console.log(`    … the last ${tailLines} of ${lines.length} lines:`)
  for (const line of lines.slice(-tailLines)) console.log(`    ${line}`)
  console.log(`    All of it: ${relative(root, outputFile(step))}`)
}

function makeLogFolder(): void {
  mkdirSync(logs, { recursive: true })
  for (const name of readdirSync(logs)) {
    const old = join(logs, name)
    if (Date.now() - statSync(old).mtimeMs > dayMs) rmSync(old, { recursive: true, force: true })
  }
  rmSync(log, { recursive: true, force: true })
  mkdirSync(log)
}

function fileName(step: Step): string {
  return step.name.replaceAll(' ', '-')
}

function outputFile(step: Step): string {
  return join(log, `${fileName(step)}.log`)
}

function reportFile(step: Step): string {
  return join(log, `${fileName(step)}.json`)
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => {
    // The second time is from someone who will not wait.
    const graceMs = interrupted ? 0 : 8000
    interrupted = true
    for (const group of running.values()) void endGroup(group, graceMs)
  })
}

const { passed, failed } = await main()
console.log(`${passed} passed, ${failed} failed`)
process.exitCode = failed > 0 ? 1 : 0

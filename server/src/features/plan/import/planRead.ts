import { readFile, stat } from 'node:fs/promises'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { uploadLimits } from '@boardwork/shared/document/uploadLimits.ts'
import { planReadJson } from '@boardwork/shared/plan/import/planReadJson.ts'
import { countPlan } from '@boardwork/shared/plan/import/recognisedPlan.ts'
import type { RecognisedPlan } from '@boardwork/shared/plan/import/recognisedPlan.ts'
import { fileWithName } from '@boardwork/shared/document/readableDocument.ts'
import { readPlanDocument } from '../../../documents/readDocument.ts'

/** What ends the command with the exit code 2, in one sentence. */
class CannotRead extends Error {}

/** Reads a plan as the import does, without a database: `plan:read FILE [--json]`. Saves nothing. */
async function run(): Promise<void> {
  const { file, json } = readOptions()
  const name = path.basename(file)
  const result = await readPlanDocument({ name, bytes: await bytesOf(file) })
  if (!result.ok) throw new CannotRead(firstSentence(result.message, fileWithName(name)))
  const { plan } = result
  if (countPlan(plan).actions === 0)
    throw new CannotRead(
      `“${name}” holds no plan that we can find: no table with a column of actions, and no numbered actions under a heading.`,
    )
  process.stdout.write(json ? `${JSON.stringify(planReadJson(plan), null, 2)}\n` : summaryOf(plan))
}

function readOptions(): { file: string; json: boolean } {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: { json: { type: 'boolean', default: false } },
    })
    const [file, ...others] = positionals
    if (file !== undefined && others.length === 0) return { file, json: values.json }
  } catch {
    // Answered below.
  }
  throw new CannotRead('Say which document to read: plan:read FILE [--json]')
}

async function bytesOf(file: string): Promise<Uint8Array> {
  const found = await stat(file).catch(() => undefined)
  if (found === undefined) throw new CannotRead(`There is no file ${file}.`)
  if (!found.isFile()) throw new CannotRead(`${file} is not a file.`)
  if (found.size > uploadLimits.bytes)
    throw new CannotRead(`${file} is larger than the ${uploadLimits.bytes / 1024 / 1024} MB that we read.`)
  try {
    return new Uint8Array(await readFile(file))
  } catch {
    throw new CannotRead(`${file} cannot be opened.`)
  }
}

/** The first sentence says what is wrong with a file; on the page others follow, which say what to do. */
function firstSentence(message: string, start: string): string {
  return start + message.slice(start.length).replace(/\. .*$/s, '.')
}

function summaryOf(plan: RecognisedPlan): string {
  const { areas, actions } = countPlan(plan)
  const lines = plan.areas.map(
    (area) =>
      `  ${[area.reference, area.title].filter((part) => part !== undefined).join(' ') || 'Without a heading'}: ${area.actions.length} actions`,
  )
  return `${[
    plan.title ?? 'A plan without a title',
    `${areas} areas, ${actions} actions; ${plan.unplaced.length} pieces of text found no place.`,
    ...lines,
  ].join('\n')}\n`
}

try {
  await run()
} catch (error) {
  console.error(error instanceof CannotRead ? error.message : error)
  process.exitCode = error instanceof CannotRead ? 2 : 1
}

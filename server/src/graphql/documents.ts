import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { CannotStart } from '../errors.ts'
import type { Settings } from '../env.ts'

const builtDocuments = fileURLToPath(
  new URL('../../../client/src/gql/persisted-documents.json', import.meta.url),
)

/**
 * The documents that may be executed outside development, by the SHA-256 of their text: those of the built client
 * and those that an operator has added. Null: every document may be.
 */
export async function trustedDocuments(settings: Settings): Promise<Map<string, string> | null> {
  if (!settings.production) return null
  const trusted = new Map<string, string>()
  for (const file of [builtDocuments, settings.documentsFile]) {
    if (!file || (file === builtDocuments && !existsSync(file))) continue
    for (const [hash, document] of Object.entries(await readDocuments(file))) {
      if (file === builtDocuments) trusted.set(hash, document)
      else trusted.set(createHash('sha256').update(document).digest('hex'), document)
    }
  }
  return trusted
}

async function readDocuments(file: string): Promise<Record<string, string>> {
  try {
    const parsed: unknown = JSON.parse(await readFile(file, 'utf8'))
    if (typeof parsed !== 'object' || parsed === null) throw new Error('not an object')
    return Object.fromEntries(Object.entries(parsed).map(([hash, document]) => [hash, String(document)]))
  } catch {
    throw new CannotStart(`The file of documents, ${file}, cannot be read as JSON.`)
  }
}

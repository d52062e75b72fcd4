import { posix } from 'node:path'
import { attribute, readXml } from './xml.ts'
import type { ZipParts } from './zipParts.ts'

/** How one part of a document names another. */
export interface Relationship {
  id: string
  /** The last word of its type: "header", "styles". */
  type: string
  /** The name of the other part. */
  target: string
}

/** The parts that a part names and that are there; of the document as a whole where `part` is left out. */
export async function relationshipsOf(parts: ZipParts, part = ''): Promise<Relationship[]> {
  const folder = posix.dirname(part)
  const file = posix.join(folder, '_rels', `${posix.basename(part)}.rels`)
  const found: Relationship[] = []
  if (!parts.has(file)) return found
  await readXml(parts, file, {
    open(name, attributes) {
      if (name !== 'Relationship' || attribute(attributes, 'TargetMode') === 'External') return
      const given = attribute(attributes, 'Target') ?? ''
      const target = given.startsWith('/') ? given.slice(1) : posix.join(folder, given)
      const type = posix.basename(attribute(attributes, 'Type') ?? '')
      if (parts.has(target)) found.push({ id: attribute(attributes, 'Id') ?? '', type, target })
    },
  })
  return found
}

/** The targets of one type, in the order in which they are named. */
export const targetsOf = (relationships: readonly Relationship[], type: string): string[] =>
  relationships.filter((one) => one.type === type).map(({ target }) => target)

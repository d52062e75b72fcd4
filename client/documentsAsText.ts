import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { print, stripIgnoredCharacters } from 'graphql'
import type { DocumentNode } from 'graphql'
import type { Plugin } from 'vite'

const generated = join(dirname(fileURLToPath(import.meta.url)), 'src/gql/graphql.ts')

/** A document as the generator writes it, and as a page has it. */
const inGenerated = /^export const (\w+) = (\{.*\}) as unknown as DocumentNode<.*>;$/gm
const inPage = /\bgraphql\(\s*`\s*(query|mutation|fragment)\s+(\w+)[^`]*`\s*,?\s*\)/g

interface GeneratedDocument extends DocumentNode {
  __meta__?: { hash?: string }
}

/**
 * Each document stands in the built pages once, as text that is parsed when it is first needed. The generator writes
 * trees, a megabyte of them, and the pages find theirs by their texts, which then stand there twice more.
 */
export const documentsAsText: Plugin = {
  name: 'documents-as-text',
  apply: 'build',
  enforce: 'pre',
  transform(code, id) {
    if (id === generated) return `import { documentOf } from '../page/documentOf.ts';\n${asTexts(code)}`
    const isPage = code.includes('graphql(`') && dirname(id) !== dirname(generated)
    return isPage ? pointedAt(code, relative(dirname(id), generated)) : null
  },
}

function asTexts(code: string): string {
  return code.replaceAll(inGenerated, (_, name: string, tree: string) => {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- generated so
    const node = JSON.parse(tree) as GeneratedDocument
    const text = JSON.stringify(stripIgnoredCharacters(print(node)))
    const hash = node.__meta__?.hash
    return `export const ${name} = /* @__PURE__ */ documentOf(${text}${hash === undefined ? '' : `, '${hash}'`});`
  })
}

/** Takes the generated documents by their names. */
function pointedAt(code: string, from: string): string {
  const names = new Set<string>()
  const pointed = code.replaceAll(inPage, (_, kind: string, name: string) => {
    const found = `${name}${kind === 'fragment' ? 'FragmentDoc' : 'Document'}`
    names.add(found)
    return found
  })
  return `import { ${[...names].join(', ')} } from '${from.startsWith('.') ? from : `./${from}`}';\n${pointed}`
}

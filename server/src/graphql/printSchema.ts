import { readFile, writeFile } from 'node:fs/promises'
import { lexicographicSortSchema, printSchema } from 'graphql'
import { makeSchema } from './schema.ts'

// Writes server/schema.graphql; with --check, says whether the committed one is what the resolvers give.
const file = new URL('../../schema.graphql', import.meta.url)
const printed = `# Generated from the resolvers by "pnpm --filter @boardwork/server schema".\n\n${printSchema(lexicographicSortSchema(await makeSchema()))}\n`
if (process.argv.includes('--check')) {
  if ((await readFile(file, 'utf8')) !== printed) {
    console.error(
      'server/schema.graphql is not what the resolvers give. Run: pnpm --filter @boardwork/server schema',
    )
    process.exitCode = 1
  }
} else {
  await writeFile(file, printed)
}

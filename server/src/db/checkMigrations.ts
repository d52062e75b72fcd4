import { withScratchDatabase } from './scratchDatabase.ts'
import { openOrm } from './orm.ts'

// Says whether the migrations make exactly the tables, keys and policies that the entities describe.
await withScratchDatabase(async (ownerUrl) => {
  const orm = await openOrm(ownerUrl, 2)
  const missing = (await orm.schema.getUpdateSchemaSQL()).replace("set names 'utf8';", '').trim()
  await orm.close()
  if (missing === '') return
  console.error(
    `The migrations do not make what the entities describe. Run: pnpm --filter @boardwork/server migration NAME\n${missing}`,
  )
  process.exitCode = 1
})

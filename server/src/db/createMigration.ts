import { withScratchDatabase } from './scratchDatabase.ts'
import { openOrm } from './orm.ts'

// Writes the migration that brings the database from the last snapshot to the entities: "… createMigration.ts NAME".
const name = process.argv[2]
if (!name) throw new Error('Give the migration a name: pnpm --filter @boardwork/server migration NAME')
await withScratchDatabase(async (ownerUrl) => {
  const orm = await openOrm(ownerUrl, 2, true)
  const { fileName } = await orm.migrator.create(undefined, false, false, name)
  await orm.close()
  console.log(fileName === '' ? 'The entities are as the last migration left them.' : `Wrote ${fileName}`)
})

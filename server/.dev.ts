import { startEmbeddedPostgres } from './src/db/embedded/startEmbeddedPostgres.ts'
import { writeFileSync } from 'node:fs'
const pg = await startEmbeddedPostgres({ dataFolder: '/tmp/bwdev/pg', temporary: true })
console.log(pg.ownerUrl)
writeFileSync('/tmp/bwdev.url', pg.ownerUrl)
process.on('SIGTERM', () => void pg.stop().then(() => process.exit(0)))
setTimeout(() => {}, 3600 * 3000)

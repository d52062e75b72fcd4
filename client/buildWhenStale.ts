import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'

// Builds the client when its sources are not those that the last build was made from.
const folder = dirname(fileURLToPath(import.meta.url))
const stamp = join(folder, 'dist', '.built-from')

const hash = createHash('sha256')
for (const part of [
  'buildWhenStale.ts',
  'src',
  'public',
  'index.html',
  'vite.config.ts',
  'documentsAsText.ts',
  'package.json',
  '../shared/src',
  '../pnpm-lock.yaml',
])
  read(join(folder, part))
const sources = hash.digest('hex')

if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== sources) {
  console.log('Building the pages …')
  // Vite keeps what it finds, and a test that builds the pages must get those that people get.
  process.env['NODE_ENV'] = 'production'
  // Loaded here, so that a start with nothing to build is quick.
  const { build } = await import('vite')
  await build({ root: folder, configFile: join(folder, 'vite.config.ts'), logLevel: 'error' })
  compress(join(folder, 'dist'))
  writeFileSync(stamp, sources)
}

/** Puts beside each text what the server sends of it: a phone then loads a quarter as much. */
function compress(path: string): void {
  for (const name of readdirSync(path, { recursive: true, encoding: 'utf8' })) {
    if (!/\.(js|css|html|svg|json)$/.test(name)) continue
    const bytes = readFileSync(join(path, name))
    const params = { [constants.BROTLI_PARAM_QUALITY]: 9, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length }
    writeFileSync(join(path, `${name}.br`), brotliCompressSync(bytes, { params }))
    writeFileSync(join(path, `${name}.gz`), gzipSync(bytes, { level: 9 }))
  }
}

function read(path: string): void {
  if (path.endsWith('.test.ts') || path.endsWith('.test.tsx')) return
  if (!existsSync(path)) return
  const names = readNames(path)
  if (names) for (const name of names.toSorted()) read(join(path, name))
  else hash.update(path.slice(folder.length)).update(readFileSync(path))
}

function readNames(path: string): string[] | null {
  try {
    return readdirSync(path)
  } catch {
    return null
  }
}

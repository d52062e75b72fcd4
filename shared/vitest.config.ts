import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

// Real documents stand beside the repository, not in it. They are read here because shared code and its tests
// know no file system.
const plans = new URL('../../shared/plans/', import.meta.url)

const realDocuments: Record<string, string> = {}
for (const name of [
  'sefton-improvement-plan-2010.txt',
  'dudley-inspection-action-plan-2009.txt',
  'sefton-service-plan-monitoring-q2-2009.txt',
]) {
  const path = fileURLToPath(new URL(name, plans))
  if (existsSync(path)) realDocuments[name] = readFileSync(path, 'utf8')
}

export default defineConfig({
  test: {
    environment: 'node',
    include: ['src/**/*.test.ts'],
    setupFiles: ['./propertyTests.ts'],
    provide: { realDocuments, larger: process.env['BOARDWORK_LARGER'] === '1' },
    testTimeout: 60_000,
    maxWorkers: 2,
  },
})

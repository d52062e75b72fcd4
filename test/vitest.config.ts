import { createRequire } from 'node:module'
import { defineConfig } from 'vitest/config'
import { LongestFirst } from './support/longestFirst.ts'

const project = (name: string, testSeconds: number) => ({
  extends: true as const,
  test: {
    name,
    include: [`${name}/**/*.test.ts`],
    testTimeout: testSeconds * 1000,
    // No slow machine is to decide a test.
    hookTimeout: 300_000,
  },
})

export default defineConfig({
  // The packages take the CommonJS form of `graphql`, as Node does, and two forms in one process do not fit together.
  resolve: { alias: [{ find: /^graphql$/, replacement: createRequire(import.meta.url).resolve('graphql') }] },
  test: {
    globalSetup: ['support/globalSetup.ts'],
    environment: 'node',
    // Two files at a time: they share one database server, and each has databases of its own.
    maxWorkers: 2,
    // To load the server anew for every file takes longer than many a file does.
    isolate: false,
    sequence: { sequencer: LongestFirst },
    projects: [project('api', 180), project('tenancy', 300), project('e2e', 300)],
  },
})

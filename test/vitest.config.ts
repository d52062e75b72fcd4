import { createRequire } from 'node:module'
import { defineConfig } from 'vitest/config'

const project = (name: string, testSeconds: number) => ({
  extends: true as const,
  test: {
    name,
    include: [`${name}/**/*.test.ts`],
    testTimeout: testSeconds * 1000,
    hookTimeout: 120_000,
  },
})

export default defineConfig({
  // The packages take the CommonJS form of `graphql`, as Node does, and two forms in one process do not fit together.
  resolve: { alias: [{ find: /^graphql$/, replacement: createRequire(import.meta.url).resolve('graphql') }] },
  test: {
    globalSetup: ['support/globalSetup.ts'],
    environment: 'node',
    // The files of a project share one database server. Journeys may run two files at a time, as steps.ts says.
    fileParallelism: false,
    projects: [project('api', 60), project('tenancy', 120), project('e2e', 120)],
  },
})

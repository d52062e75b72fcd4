import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    environment: 'node',
    include: ['src/**/*.test.ts'],
    // TypeGraphQL and MikroORM read the decorators' metadata.
    setupFiles: ['reflect-metadata', '../shared/propertyTests.ts'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    maxWorkers: 2,
  },
})

import { BaseSequencer } from 'vitest/node'
import type { TestSpecification } from 'vitest/node'

/** The files that take longest, the longest first: one that begins last would run on alone. */
const longest = [
  'api/process/start',
  'api/process/kill',
  'api/plan.later',
  'api/plan.import',
  'api/process/replicas',
  'api/plan.rush',
  'tenancy/queries',
  'tenancy/worlds',
  'tenancy/mutations',
  'tenancy/helpers',
  'e2e/routes',
  'e2e/people',
  'e2e/trouble',
]

/** The others follow as Vitest orders them: by the time that they took before, or by their size. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    // oxlint-disable-next-line unicorn/no-array-sort -- the method is Vitest's, and no array's
    const sorted = await super.sort(files)
    return sorted.toSorted((one, other) => rank(one) - rank(other))
  }
}

function rank({ moduleId }: TestSpecification): number {
  const place = longest.findIndex((name) => moduleId.endsWith(`/${name}.test.ts`))
  return place === -1 ? longest.length : place
}

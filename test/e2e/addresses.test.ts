import { expect, it } from 'vitest'
import { addresses } from './addresses.ts'

// In a file of its own, because the client's modules and the server's do not share one copy of graphql in one process.
it('has an example address for every route of the client, and no other', async () => {
  // In a variable, because the types of the pages have settings of their own and are not looked at from here.
  const router = '@boardwork/client/src/router.tsx'
  const { routes } = (await import(router)) as { routes: (client: unknown) => Route[] }
  // Nothing is asked: the client is only handed on to loaders that nobody calls here.
  const paths = pathsOf(routes({}))
  expect(paths.length).toBeGreaterThan(30)
  expect(addresses.map(({ route }) => route).toSorted()).toEqual(paths.toSorted())
})

interface Route {
  path?: string
  index?: boolean
  children?: Route[]
}

/** The paths of all pages; a route with children only stands around theirs. */
function pathsOf(tree: readonly Route[]): string[] {
  return tree.flatMap(({ path, index, children }) => {
    if (!children) return index ? [''] : [path ?? '']
    return pathsOf(children).map((below) => [path, below].filter(Boolean).join('/'))
  })
}

import type { TypedDocumentNode } from '@graphql-typed-document-node/core'
import { redirect } from 'react-router'
import type { LoaderFunctionArgs } from 'react-router'
import type { AnyVariables, Client } from 'urql'

/**
 * Makes a route's loader: it asks for the page's one query, freshly, before anything is drawn. The page then reads
 * the same query from the cache. Who is not signed in goes to the sign-in page and comes back afterwards.
 */
export function load<Data, Variables extends AnyVariables>(
  client: Client,
  query: TypedDocumentNode<Data, Variables>,
  variables: (params: Record<string, string | undefined>, search: URLSearchParams) => Variables,
) {
  return async ({ params, request }: LoaderFunctionArgs): Promise<null> => {
    const url = new URL(request.url)
    const result = await client
      .query(query, variables(params, url.searchParams), { requestPolicy: 'cache-and-network' })
      .toPromise()
    const { error } = result
    if (error?.graphQLErrors.some((each) => each.extensions['code'] === 'NOT_SIGNED_IN')) {
      throw redirect(signInAddress(request))
    }
    if (error?.networkError) throw new Response('offline', { status: 503 })
    if (
      error?.graphQLErrors.some((each) =>
        ['NOT_FOUND', 'NOT_ALLOWED'].includes(String(each.extensions['code'])),
      )
    ) {
      throw new Response('not found', { status: 404 })
    }
    if (error) throw new Response('failed', { status: 500 })
    return null
  }
}

/** Where somebody signs in who then comes back to what they asked for. */
export function signInAddress(request: Request): string {
  const { pathname, search } = new URL(request.url)
  return `/sign-in?next=${encodeURIComponent(pathname + search)}`
}

import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance } from 'fastify'

const built = fileURLToPath(new URL('../../../client/dist', import.meta.url))

/** The addresses of the API, and of files: a page that is missing one must not get another page instead. */
const notPages = /^\/(graphql|uploads|evidence|assets)\b|^[^?]*\.[^?/]*(\?|$)/

/** Serves the built client; every address that is not a file opens its one page. */
export async function servePages(app: FastifyInstance): Promise<void> {
  const isBuilt = existsSync(built)
  if (isBuilt)
    await app.register(fastifyStatic, {
      root: built,
      wildcard: false,
      // The build puts what is compressed beside each file.
      preCompressed: true,
      setHeaders: (reply, path) => {
        // Files in assets/ carry their content's hash in the name.
        const forever = path.includes('/assets/')
        reply.header('cache-control', forever ? 'public, max-age=31536000, immutable' : 'no-cache')
      },
    })
  app.setNotFoundHandler((request, reply) => {
    if (!isBuilt || request.method !== 'GET' || notPages.test(request.url))
      return reply.code(404).send({ message: 'There is nothing at this address.' })
    return reply.header('cache-control', 'no-cache').sendFile('index.html')
  })
}

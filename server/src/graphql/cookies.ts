import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Exchange } from '../access/requestContext.ts'
import type { Settings } from '../env.ts'

/**
 * The session cookie and what else the operations need of the request. Where TLS is on, the cookie's name starts
 * with `__Host-`: a browser then takes it from this host alone, over TLS alone.
 */
export function exchangeOf(request: FastifyRequest, reply: FastifyReply, settings: Settings): Exchange {
  const secure = settings.publicUrl.startsWith('https:')
  const name = secure ? '__Host-boardwork' : 'boardwork'
  const options = { path: '/', httpOnly: true, sameSite: 'lax', secure } as const
  return {
    token: request.cookies[name] ?? null,
    address: request.ip,
    device: request.headers['user-agent'] ?? 'Unknown device',
    passive: request.headers['x-boardwork-passive'] === '1',
    setToken: (token) => void reply.setCookie(name, token, options),
    clearToken: () => void reply.clearCookie(name, options),
  }
}

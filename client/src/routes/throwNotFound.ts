/** Answers every address that no route has. */
export function throwNotFound(): never {
  throw new Response('not found', { status: 404 })
}

/// <reference lib="webworker" />
// Lets a page that needs no connection be opened without one: it keeps the one HTML page of the client and the files
// that this page names. Both are the same for everybody. It never keeps an answer of the API: see
// docs/decisions/0012-register-without-a-connection.md.

// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the types of pages and of workers exclude each other
const worker = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (globalThis))
const shell = 'shell'

worker.addEventListener('install', (event) => {
  void worker.skipWaiting()
  event.waitUntil(fetch('/', { cache: 'no-cache' }).then(keepShell))
})

worker.addEventListener('activate', (event) => event.waitUntil(worker.clients.claim()))

worker.addEventListener('fetch', (event) => {
  const { request } = event
  const { origin, pathname } = new URL(request.url)
  if (request.method !== 'GET' || origin !== worker.location.origin) return
  if (request.mode === 'navigate') event.respondWith(openPage(event))
  else if (pathname.startsWith('/assets/')) event.respondWith(openFile(request))
})

/**
 * The server comes first: whoever has a connection gets the pages that belong to the server's version.
 *
 * @param {FetchEvent} event
 * @returns {Promise<Response>}
 */
async function openPage(event) {
  try {
    const answer = await fetch(event.request)
    // A download, such as a plan in Word, is opened as a page is.
    if (answer.ok && answer.headers.get('content-type')?.startsWith('text/html'))
      event.waitUntil(keepShell(answer.clone()))
    return answer
  } catch (error) {
    const kept = await caches.match('/', { cacheName: shell })
    if (kept) return kept
    throw error
  }
}

/**
 * Files in assets/ carry their content's hash in the name: what is kept is never out of date.
 *
 * @param {Request} request
 * @returns {Promise<Response>}
 */
async function openFile(request) {
  return (await caches.match(request, { cacheName: shell })) ?? fetch(request)
}

/**
 * Keeps the page and the files it names, and lets those of the version before go.
 *
 * @param {Response} answer
 * @returns {Promise<void>}
 */
async function keepShell(answer) {
  const cache = await caches.open(shell)
  const page = await answer.clone().text()
  const named = new Set(
    Array.from(page.matchAll(/(?:src|href)="(\/assets\/[^"]+)"/g), ([, file]) => file ?? ''),
  )
  const known = new Set((await cache.keys()).map(({ url }) => new URL(url).pathname))
  await cache.addAll([...named].filter((file) => !known.has(file)))
  await cache.put('/', answer)
  await Promise.all(
    [...known].filter((file) => file !== '/' && !named.has(file)).map((file) => cache.delete(file)),
  )
}

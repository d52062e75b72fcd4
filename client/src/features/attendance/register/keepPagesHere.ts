/** From now on the pages open on this device without a connection; see docs/decisions/0012-register-without-a-connection.md. */
export function keepPagesHere(): void {
  // In development the pages are not built, and change with each key that is typed.
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return
  // Without it the register works as long as its page stays open.
  navigator.serviceWorker.register('/sw.js').catch(() => undefined)
}

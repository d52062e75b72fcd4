import { Client } from 'pg'
import { vi } from 'vitest'

/** How many statements the server of this process sends to the database while something is asked. */
export async function countStatements(ask: () => Promise<unknown>): Promise<number> {
  const sent = vi.spyOn(Client.prototype, 'query')
  try {
    await ask()
    return sent.mock.calls.length
  } finally {
    sent.mockRestore()
  }
}

import type { Pool, PoolClient } from 'pg'

/**
 * One reading transaction on one connection. Queries wait for each other: node-postgres gives up running
 * two at once on one client.
 */
export class ReadTransaction {
  /** What `identity.enter` says of the token; null when it opens no session. */
  readonly entered: unknown
  readonly #client: PoolClient
  #last: Promise<unknown> = Promise.resolve()
  #ended = false

  private constructor(client: PoolClient, entered: unknown) {
    this.#client = client
    this.entered = entered
  }

  static async begin(pool: Pool, tokenHash: Buffer): Promise<ReadTransaction> {
    const client = await pool.connect()
    try {
      // One trip for both statements. The hash is hexadecimal of our own making.
      const results: unknown = await client.query(
        `begin isolation level repeatable read; select identity.enter('\\x${tokenHash.toString('hex')}') as entered`,
      )
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- with two statements node-postgres gives an array, which its types do not say
      const [, entered] = results as [unknown, { rows: [{ entered: unknown }] }]
      return new ReadTransaction(client, entered.rows[0].entered)
    } catch (error) {
      client.release(true)
      throw error
    }
  }

  async query<Row extends object>(sql: string, values: unknown[], name?: string): Promise<Row[]> {
    const run = this.#last.then(async () => {
      if (this.#ended) throw new Error('The reading transaction has ended.')
      const query = name ? { text: sql, values, name } : { text: sql, values }
      return (await this.#client.query<Row>(query)).rows
    })
    this.#last = run.catch(() => undefined)
    return run
  }

  async end(): Promise<void> {
    await this.#last
    if (this.#ended) return
    this.#ended = true
    try {
      await this.#client.query('commit')
      this.#client.release()
    } catch {
      this.#client.release(true)
    }
  }
}

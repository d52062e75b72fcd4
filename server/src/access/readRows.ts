import type { Change } from './operation.ts'
import type { RequestContext } from './requestContext.ts'

/** Reads plain rows, as far as they exist for the viewer: for a page, or inside an operation. */
export type ReadRows = <Row extends object>(sql: string, values: unknown[]) => Promise<Row[]>

export const rowsIn =
  (context: RequestContext): ReadRows =>
  (sql, values) =>
    context.rows(sql, values)

/** The same inside an operation, which counts its parameters with question marks. */
export const rowsOf =
  (change: Change): ReadRows =>
  (sql, values) => {
    const used: unknown[] = []
    const statement = sql.replaceAll(/\$(\d)/g, (_, number) => {
      used.push(values[Number(number) - 1])
      return '?'
    })
    return change.em.execute(statement, used)
  }

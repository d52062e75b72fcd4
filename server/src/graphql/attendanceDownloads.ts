import type { FastifyInstance } from 'fastify'
import type { Platform } from '../access/requestContext.ts'
import { readAttendanceToTakeOut } from '../features/attendance/figures/attendedExport.reads.ts'
import { writeAttendance } from '../features/attendance/figures/writeAttendance.ts'
import { formOf } from './documentForm.ts'
import { readSignedIn, sendAs } from './sendDocument.ts'

interface OfBoard {
  Params: { boardId: string }
  Querystring: { as?: unknown; year?: unknown; groups?: unknown; compare?: unknown }
}

/**
 * Gives the attendance of a board as a document: `GET /boards/:boardId/attendance/file?as=word|excel`, with `&year=`,
 * `&groups=1` and `&compare=1` as its page has them. What is in it is what the page shows to who asks.
 */
export function serveAttendanceDownloads(app: FastifyInstance, platform: Platform): void {
  app.get<OfBoard>('/boards/:boardId/attendance/file', async (request, reply) => {
    const { as, year, groups, compare } = request.query
    const form = formOf(as)
    const found = await readSignedIn(platform, request, reply, (context) =>
      form
        ? readAttendanceToTakeOut(context, request.params.boardId, {
            year: typeof year === 'string' && /^\d{4}$/.test(year) ? Number(year) : null,
            withSubGroups: groups === '1',
            compare: compare === '1',
          })
        : Promise.resolve(null),
    )
    if (!found || !form) return reply
    // The connection to the database is free again while it is written.
    const bytes = await writeAttendance({ kind: form.kind, ...found })
    return sendAs(reply, found.title, form).send(Buffer.from(bytes))
  })
}

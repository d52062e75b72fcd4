import type { FastifyInstance } from 'fastify'
import type { Platform } from '../access/requestContext.ts'
import { readMinutes } from '../features/attendance/agenda/minutes.reads.ts'
import { writeMinutes } from '../features/attendance/agenda/writeMinutes.ts'
import { readSignedIn, sendAs, wordType } from './sendDocument.ts'

interface OfMeeting {
  Params: { meetingId: string }
}

/**
 * Gives the draft of the minutes of a meeting as a Word document: `GET /meetings/:meetingId/minutes/file`. What is in it
 * is what its page shows to who asks.
 */
export function serveMinutesDownloads(app: FastifyInstance, platform: Platform): void {
  app.get<OfMeeting>('/meetings/:meetingId/minutes/file', async (request, reply) => {
    const minutes = await readSignedIn(platform, request, reply, (context) =>
      readMinutes(context, request.params.meetingId),
    )
    if (!minutes) return reply
    // The connection to the database is free again while it is written.
    const bytes = await writeMinutes(minutes)
    return sendAs(reply, minutes.fileTitle, { ending: 'docx', type: wordType }).send(Buffer.from(bytes))
  })
}

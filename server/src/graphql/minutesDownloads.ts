import type { FastifyInstance } from 'fastify'
import { minutesBlocks } from '@boardwork/shared/attendance/agenda/minutes.ts'
import type { Platform } from '../access/requestContext.ts'
import { writeWord } from '../documents/writeWord.ts'
import { readMinutes } from '../features/attendance/agenda/minutes.reads.ts'
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
    const bytes = await writeWord(minutes.title, minutesBlocks(minutes))
    return sendAs(reply, minutes.title, { ending: 'docx', type: wordType }).send(Buffer.from(bytes))
  })
}

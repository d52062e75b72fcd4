import { todayInLondon } from '@boardwork/shared/board/dates.ts'
import { agendaLimits, checkPaper, checkTextsOf } from '@boardwork/shared/attendance/agenda/agendaRules.ts'
import { operation } from '../../../access/operation.ts'
import type { Change } from '../../../access/operation.ts'
import { Conflict, InvalidInput, isRefusal, NotReady } from '../../../access/refusals.ts'
import type { RequestContext } from '../../../access/requestContext.ts'
import { newId } from '../../../db/newId.ts'
import type { ReceivedFile } from '../../../files/receiveFile.ts'
import type { AddPaperInput, RemovePaperInput } from './agenda.inputs.ts'
import { agendaPolicy } from './agenda.policy.ts'
import { MeetingPaper } from './meetingPaper.entity.ts'
import { checkItem, openMeeting, recordOf, rowOf } from '../meeting/openMeeting.ts'

const again = (change: Change, id: string) => change.find(MeetingPaper, { id })

/** An officer adds a link as a paper of the meeting. */
export function addPaper(
  context: RequestContext,
  { meetingId, itemId = null, title, address, clientMutationId }: AddPaperInput,
): Promise<MeetingPaper | InvalidInput | NotReady> {
  return keep(context, { meetingId, itemId, clientMutationId }, { title, address: address.trim() })
}

/** A file that arrived whole, and what it is. */
export interface PaperFile extends Pick<ReceivedFile, 'path' | 'bytes' | 'sha256'> {
  fileName: string
  mediaType: string
}

/** Where a paper goes, and the mark by which a repeat is known. */
export interface PaperPlace {
  meetingId: string
  itemId: string | null
  clientMutationId: string
}

/**
 * An officer adds a file as a paper of the meeting. It is safe in the store before its row is committed. A file
 * without a row, such as after a crash in between, harms nobody: it cannot be had.
 */
export async function addFilePaper(
  context: RequestContext,
  place: PaperPlace,
  title: string,
  { path, bytes, sha256, fileName, mediaType }: PaperFile,
): Promise<MeetingPaper | InvalidInput | NotReady> {
  const { files } = context.platform
  const storageKey = newId()
  await files.put(storageKey, path, sha256)
  const kept = await keep(context, place, { title, fileName, mediaType, bytes, sha256, storageKey })
  // Refused, or a repeat of what is kept already.
  if (isRefusal(kept) || kept.storageKey !== storageKey) await files.delete(storageKey)
  return kept
}

type Content = Pick<MeetingPaper, 'title'> &
  Partial<Pick<MeetingPaper, 'address' | 'fileName' | 'mediaType' | 'bytes' | 'sha256' | 'storageKey'>>

function keep(
  context: RequestContext,
  { meetingId, itemId, clientMutationId }: PaperPlace,
  content: Content,
): Promise<MeetingPaper | InvalidInput | NotReady> {
  const line = agendaPolicy.addPaper
  return operation(context, line, clientMutationId, again, async (change) => {
    const meeting = await openMeeting(change, line, meetingId)
    if (isRefusal(meeting)) return meeting
    const { title, fileName } = content
    const problems = [
      ...checkPaper({ title, address: content.address ?? null }),
      ...checkTextsOf(
        meeting.kind,
        { title, file: fileName ? wordsOfName(fileName) : null },
        todayInLondon(),
      ),
    ]
    if (problems.length > 0) return new InvalidInput(problems)
    const elsewhere = await checkItem(change, meeting, itemId)
    if (elsewhere) return elsewhere
    const { boardId } = meeting
    if ((await change.em.count(MeetingPaper, { boardId, meetingId, removedAt: null })) >= agendaLimits.papers)
      return new NotReady(
        `This meeting has ${agendaLimits.papers} papers, which is all that it can have. Take one away to add another.`,
      )
    const paper = {
      ...rowOf(meeting),
      id: newId(),
      itemId,
      ...content,
      title: title.trim(),
      addedByName: change.viewer.name,
      addedAt: new Date(),
      version: 1,
    }
    await change.em.insert(MeetingPaper, paper)
    const { address, mediaType, bytes, sha256 } = content
    recordOf(
      change,
      line.name,
      'MeetingPaper',
      paper,
      {},
      {
        title: paper.title,
        ...(address ? { address } : { fileName, mediaType, bytes, sha256 }),
      },
    )
    return paper
  })
}

/** An officer takes a paper away. Nobody can open it any more; that it was there stays in the log. */
export function removePaper(
  context: RequestContext,
  { paperId, version, clientMutationId }: RemovePaperInput,
): Promise<MeetingPaper | Conflict | NotReady> {
  const line = agendaPolicy.removePaper
  return operation(context, line, clientMutationId, again, async (change) => {
    const paper = await change.find(MeetingPaper, { id: paperId })
    const meeting = await openMeeting(change, line, paper.meetingId)
    if (isRefusal(meeting)) return meeting
    await change.lock(paper)
    if (paper.removedAt) return new NotReady('This paper was taken away already.')
    if (paper.version !== version) return new Conflict(paper.id, paper.version, [])
    paper.removedAt = new Date()
    recordOf(
      change,
      line.name,
      'MeetingPaper',
      paper,
      { removedAt: null },
      {
        title: paper.title,
        removedAt: paper.removedAt,
      },
    )
    return paper
  })
}

/** "Margaret_Thompson-report.docx" as words that can be looked at. */
const wordsOfName = (fileName: string) => fileName.replaceAll(/[_.]+/g, ' ')

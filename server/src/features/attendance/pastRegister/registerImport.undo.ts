import { operation } from '../../../access/operation.ts'
import { Conflict, NotReady } from '../../../access/refusals.ts'
import { rowsOf } from '../../../access/readRows.ts'
import type { RequestContext } from '../../../access/requestContext.ts'
import { Board } from '../../board/board.entity.ts'
import { findFlags } from '../flag/flag.find.ts'
import { Guest } from '../register/guest.entity.ts'
import { Meeting } from '../meeting/meeting.entity.ts'
import { RegisterImport } from './registerImport.entity.ts'
import type { RegisterImportInput } from './registerImport.inputs.ts'
import { registerImportAgain } from './registerImport.operations.ts'
import { registerImportPolicy } from './registerImport.policy.ts'
import { builtOnSaved } from './registerImport.reads.ts'
import { daysByYear } from './registerImport.save.ts'
import { RegisterMark } from '../register/registerMark.entity.ts'
import { readYearStart } from '../rule/yearFacts.ts'

/** Takes back what an import wrote, as long as nobody has built on it. What was chosen in it is there again. */
export function undoRegister(
  context: RequestContext,
  input: RegisterImportInput,
): Promise<RegisterImport | Conflict | NotReady> {
  const line = registerImportPolicy.bringIn
  return operation(context, line, input.clientMutationId, registerImportAgain, async (change) => {
    const started = await change.find(RegisterImport, { id: input.importId })
    change.authorize(line, { boardId: started.boardId })
    await change.lock(await change.find(Board, { id: started.boardId }))
    await change.lock(started)
    await change.em.populate(started, ['saved'])
    const { boardId, saved } = started
    if (started.state !== 'SAVED' || !saved)
      return new NotReady('These registers are not saved, so there is nothing to undo.')
    if (started.version !== input.version) return new Conflict(started.id, started.version, [])
    const meetings = await change.em.find(Meeting, {
      boardId,
      id: { $in: saved.meetings.map(({ id }) => id) },
    })
    // Whoever corrects a mark holds its meeting.
    for (const meeting of meetings.toSorted((a, b) => (a.id < b.id ? -1 : 1))) await change.lock(meeting)
    const built = await builtOnSaved(rowsOf(change), boardId, saved)
    if (built.length > 0) return new NotReady(`These registers cannot be undone any more. ${built.join(' ')}`)

    const byId = new Map(meetings.map((meeting) => [meeting.id, meeting]))
    const made = saved.meetings.filter(({ before }) => before === null).map(({ id }) => id)
    await change.em.nativeDelete(Guest, { boardId, id: { $in: saved.guests } })
    await change.em.nativeDelete(RegisterMark, { boardId, id: { $in: Object.keys(saved.marks) } })
    for (const { id, before } of saved.meetings) {
      const meeting = byId.get(id)
      if (!meeting || before === null) continue
      meeting.registerBegunAt = before.registerBegunAt === null ? null : new Date(before.registerBegunAt)
      meeting.registerClosedAt = null
      meeting.registerClosedByName = null
    }
    await change.em.flush()
    for (const { id, title, heldOn, boardId: chainId } of meetings)
      change.record({
        chainId,
        action: 'registerImport.empty',
        recordType: 'Meeting',
        recordId: id,
        before: { title, heldOn },
        after: { fileName: started.fileName, isGone: made.includes(id) },
      })
    await change.em.nativeDelete(Meeting, { boardId, id: { $in: made } })
    for (const meeting of meetings)
      if (made.includes(meeting.id)) change.em.getUnitOfWork().unsetIdentity(meeting)
    const startsMonth = await readYearStart(rowsOf(change), boardId)
    const days = daysByYear(
      meetings.map(({ heldOn }) => heldOn),
      startsMonth,
    )
    // What the rules found in these registers is not found any more.
    for (const day of days) await findFlags(change, boardId, day)
    change.record({
      chainId: boardId,
      action: 'registerImport.undo',
      recordType: 'RegisterImport',
      recordId: started.id,
      before: { fileName: started.fileName, ...saved.counts },
    })
    started.state = 'PREVIEW'
    started.saved = null
    started.savedAt = null
    started.savedByName = null
    started.changedAt = new Date()
    return started
  })
}

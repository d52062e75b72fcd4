import { boardYearOf } from '@boardwork/shared/attendance/figures/boardYear.ts'
import { meetingLimits } from '@boardwork/shared/attendance/meeting/meetingRules.ts'
import { readMeetingTime } from '@boardwork/shared/attendance/meeting/meetingTime.ts'
import type {
  PastWriting,
  WrittenMark,
  WrittenMeeting,
} from '@boardwork/shared/attendance/pastRegister/pastWriting.ts'
import type { SavedRegister } from '@boardwork/shared/attendance/pastRegister/registerImportState.ts'
import { operation } from '../../../access/operation.ts'
import type { Change } from '../../../access/operation.ts'
import { Conflict, NotReady } from '../../../access/refusals.ts'
import { rowsOf } from '../../../access/readRows.ts'
import type { RequestContext } from '../../../access/requestContext.ts'
import { newId } from '../../../db/newId.ts'
import { Board } from '../../board/board.entity.ts'
import { findFlags } from '../flag/flag.find.ts'
import { Guest } from '../register/guest.entity.ts'
import { MarkReason } from '../register/markReason.entity.ts'
import { Meeting } from '../meeting/meeting.entity.ts'
import { RegisterImport } from './registerImport.entity.ts'
import type { RegisterImportInput } from './registerImport.inputs.ts'
import { notInPreview, registerImportAgain } from './registerImport.operations.ts'
import { registerImportPolicy } from './registerImport.policy.ts'
import { readWriting } from './registerImport.reads.ts'
import type { SeatWithTerms } from './registerImport.reads.ts'
import { readYearStart } from '../rule/yearFacts.ts'
import { endCheckIn } from '../register/register.close.ts'
import { RegisterMark } from '../register/registerMark.entity.ts'

/** Writes the meetings and marks of a list into the registers of its board, whole or not at all. */
export function saveRegister(
  context: RequestContext,
  input: RegisterImportInput,
): Promise<RegisterImport | Conflict | NotReady> {
  const line = registerImportPolicy.bringIn
  return operation(context, line, input.clientMutationId, registerImportAgain, async (change) => {
    const started = await change.find(RegisterImport, { id: input.importId })
    change.authorize(line, { boardId: started.boardId })
    const board = await change.find(Board, { id: started.boardId })
    // Nobody plans a meeting or brings in another list for this board in between.
    await change.lock(board)
    await change.lock(started)
    const late = notInPreview(started)
    if (late) return late
    if (started.version !== input.version) return new Conflict(started.id, started.version, [])
    await change.em.populate(started, ['choices'])
    const past = await readWriting(rowsOf(change), started)
    const refused = refuseSaving(past.writing, past.board.meetings.length)
    if (refused) return refused

    const now = new Date()
    const writer = new RegisterWriter(
      change,
      started,
      now,
      new Map(past.board.seats.map((seat) => [seat.id, seat])),
    )
    for (const meeting of past.writing.meetings) await writer.write(meeting)
    const written = await writer.finish()
    for (const day of await dayOfEachYear(change, board.id, past.writing))
      await findFlags(change, board.id, day)
    started.saved = { ...written, counts: countsOf(past.writing) }
    started.state = 'SAVED'
    started.savedAt = now
    started.savedByName = change.viewer.name
    started.changedAt = now
    change.record({
      chainId: board.id,
      action: 'registerImport.save',
      recordType: 'RegisterImport',
      recordId: started.id,
      after: { fileName: started.fileName, ...started.saved.counts },
    })
    return started
  })
}

function refuseSaving({ waiting, meetings }: PastWriting, hasMeetings: number): NotReady | null {
  const open = Object.values(waiting).reduce((sum, count) => sum + count, 0)
  if (open > 0)
    return new NotReady(
      `${open} ${open === 1 ? 'thing still waits' : 'things still wait'} for you. Answer the questions and match the agencies and people first.`,
    )
  if (meetings.length === 0)
    return new NotReady('Nothing of this list would be written. Look at what was left out, and why.')
  const made = meetings.filter(({ knownId }) => knownId === null).length
  return hasMeetings + made > meetingLimits.ofBoard
    ? new NotReady(
        `A board can have ${meetingLimits.ofBoard.toLocaleString('en-GB')} meetings, and with these it would have more.`,
      )
    : null
}

function countsOf({ meetings, leftOut }: PastWriting): SavedRegister['counts'] {
  const made = meetings.filter(({ knownId }) => knownId === null).length
  return {
    newMeetings: made,
    knownMeetings: meetings.length - made,
    marks: meetings.reduce((sum, { marks }) => sum + marks.length, 0),
    guests: meetings.reduce((sum, { guests }) => sum + guests.length, 0),
    leftOut: leftOut.length,
  }
}

/** One day in each year of the board in which something was written: for each of them the rules look. */
async function dayOfEachYear(change: Change, boardId: string, { meetings }: PastWriting): Promise<string[]> {
  const startsMonth = await readYearStart(rowsOf(change), boardId)
  return daysByYear(
    meetings.map(({ day }) => day),
    startsMonth,
  )
}

/** The first of the days that stand in each year of a board. */
export function daysByYear(days: readonly string[], startsMonth: number): string[] {
  const byYear = new Map(days.toReversed().map((day) => [boardYearOf(day, startsMonth), day]))
  return [...byYear.values()]
}

/** The fields of a mark that its place in the list does not say. */
const unmentioned = {
  mark: 'UNKNOWN',
  holderName: null,
  holderId: null,
  cameName: null,
  cameId: null,
  reason: '',
} as const

/** Writes meeting by meeting, and keeps what it wrote. */
class RegisterWriter {
  private readonly change: Change
  private readonly started: RegisterImport
  private readonly now: Date
  private readonly seats: ReadonlyMap<string, SeatWithTerms>
  private readonly meetings: { meeting: Meeting; before: SavedRegister['meetings'][number]['before'] }[] = []
  private readonly marks: string[] = []
  private readonly guests: string[] = []

  constructor(change: Change, started: RegisterImport, now: Date, seats: ReadonlyMap<string, SeatWithTerms>) {
    this.change = change
    this.started = started
    this.now = now
    this.seats = seats
  }

  async write(written: WrittenMeeting): Promise<void> {
    const { em } = this.change
    const meeting = written.knownId === null ? this.make(written) : await this.fill(written.knownId)
    await em.flush()
    const marks = [
      ...written.marks,
      ...written.unmentioned.map((place) => ({ ...place, ...unmentioned, cells: [] })),
    ].flatMap((mark) => this.markOf(meeting, mark))
    await em.insertMany(
      RegisterMark,
      marks.map(({ row }) => row),
    )
    const reasons = marks.filter(({ reason }) => reason !== '')
    if (reasons.length > 0)
      await em.insertMany(
        MarkReason,
        reasons.map(({ row, reason }) => ({
          boardId: row.boardId,
          markId: row.id,
          meetingKind: row.meetingKind,
          seatId: row.seatId,
          organisationId: row.organisationId,
          reason,
        })),
      )
    this.marks.push(...marks.map(({ row }) => row.id))
    const guests = written.guests.map(({ name, organisation }) => ({
      boardId: meeting.boardId,
      id: newId(),
      meetingId: meeting.id,
      meetingKind: meeting.kind,
      kind: 'GUEST' as const,
      name: name.slice(0, 200),
      organisation: organisation.slice(0, 200) || null,
      version: 1,
    }))
    if (guests.length > 0) await em.insertMany(Guest, guests)
    this.guests.push(...guests.map(({ id }) => id))
    this.change.record({
      chainId: meeting.boardId,
      action: 'registerImport.fill',
      recordType: 'Meeting',
      recordId: meeting.id,
      after: {
        title: meeting.title,
        heldOn: meeting.heldOn,
        fileName: this.started.fileName,
        marks: marks.length,
        guests: guests.length,
        isNew: written.knownId === null,
      },
    })
  }

  /** What was written, with the versions that stand now. */
  async finish(): Promise<Omit<SavedRegister, 'counts'>> {
    await this.change.em.flush()
    return {
      meetings: this.meetings.map(({ meeting, before }) => ({
        id: meeting.id,
        version: meeting.version,
        before,
      })),
      marks: Object.fromEntries(this.marks.map((id) => [id, 1])),
      guests: this.guests,
    }
  }

  private make({ day, title, notes }: WrittenMeeting): Meeting {
    const { startsAt, endsAt } = this.started.choices.times
    const time = readMeetingTime(day, startsAt, endsAt)
    if (time.problem) throw new Error(`The times of a past meeting were not checked: ${time.problem.message}`)
    const meeting = this.change.em.create(Meeting, {
      boardId: this.started.boardId,
      id: newId(),
      kind: 'BOARD',
      title: title.slice(0, 200) || 'Board meeting',
      heldOn: day,
      startsAt: time.startsAt,
      endsAt: time.endsAt,
      notes: notes.join('\n').slice(0, meetingLimits.notes) || null,
      sequence: 0,
      registerBegunAt: this.now,
      registerClosedAt: this.now,
      registerClosedByName: this.change.viewer.name,
      madeAt: this.now,
      version: 1,
    })
    this.meetings.push({ meeting, before: null })
    return meeting
  }

  private async fill(id: string): Promise<Meeting> {
    const meeting = await this.change.find(Meeting, { id, boardId: this.started.boardId })
    await this.change.lock(meeting)
    this.meetings.push({
      meeting,
      before: { registerBegunAt: meeting.registerBegunAt?.toISOString() ?? null },
    })
    await endCheckIn(this.change, meeting, this.now)
    meeting.registerBegunAt ??= this.now
    meeting.registerClosedAt = this.now
    meeting.registerClosedByName = this.change.viewer.name
    return meeting
  }

  private markOf(meeting: Meeting, mark: WrittenMark) {
    const seat = this.seats.get(mark.seatId)
    if (!seat) return []
    const row = {
      boardId: meeting.boardId,
      id: newId(),
      meetingId: meeting.id,
      meetingKind: meeting.kind,
      seatId: seat.id,
      organisationId: seat.organisationId,
      required: seat.required,
      voting: seat.voting,
      holderId: mark.holderId,
      holderName: mark.holderName,
      mark: mark.mark,
      cameId: mark.cameId,
      cameName: mark.cameName,
      source: 'IMPORT' as const,
      markedByName: this.change.viewer.name,
      markedAt: this.now,
      version: 1,
    }
    return [{ row, reason: mark.reason }]
  }
}

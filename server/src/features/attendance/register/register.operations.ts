import {
  checkMark,
  markedAtOf,
  registerLimits,
  sameMark,
  tidyMark,
  whyNotMark,
} from '@boardwork/shared/attendance/register/registerRules.ts'
import type { MarkText } from '@boardwork/shared/attendance/register/registerRules.ts'
import { operation } from '../../../access/operation.ts'
import type { Change } from '../../../access/operation.ts'
import { InvalidInput, isRefusal, NotReady } from '../../../access/refusals.ts'
import type { RequestContext } from '../../../access/requestContext.ts'
import { newId } from '../../../db/newId.ts'
import { registerPolicy } from './register.policy.ts'
import { MarkReason } from './markReason.entity.ts'
import { Meeting } from '../meeting/meeting.entity.ts'
import { placesOfMeeting } from '../meeting/placesOfMeeting.ts'
import type { RegisterPlace } from '../meeting/placesOfMeeting.ts'
import { RegisterMark } from './registerMark.entity.ts'
import type { MarkInput, MarkTextInput, SetMarksInput } from './register.inputs.ts'
import type { SavedMarks, UnsavedMark } from './register.results.ts'

/**
 * An officer marks who came. Each mark names the version that was seen: what somebody else marked in the meantime stays,
 * and comes back beside what was sent. The other marks are saved.
 */
export async function setMarks(
  context: RequestContext,
  input: SetMarksInput,
): Promise<SavedMarks | InvalidInput | NotReady> {
  const line = registerPolicy.fill
  let unsaved: UnsavedMark[] = []
  const meeting = await operation(
    context,
    line,
    input.clientMutationId,
    async (change, id) => {
      const found = await change.find(Meeting, { id })
      // The answer to the first try was lost: what does not stand as it was sent was refused then, or changed since.
      unsaved = await notStanding(change, found, input.marks)
      return found
    },
    async (change) => {
      const found = await change.find(Meeting, { id: input.meetingId })
      change.authorize(line, { boardId: found.boardId })
      await change.lock(found)
      const closed = whyNotMark(found)
      if (closed !== null) return new NotReady(closed)
      if (new Set(input.marks.map(({ placeId }) => placeId)).size < input.marks.length)
        return InvalidInput.of('marks', 'Send one mark of each place.')
      if (input.marks.length > registerLimits.marks)
        return InvalidInput.of('marks', `Send ${registerLimits.marks} marks or fewer at a time.`)
      unsaved = await saveMarks(change, found, input.marks)
      return found
    },
  )
  return isRefusal(meeting) ? meeting : { meeting, unsaved }
}

async function saveMarks(
  change: Change,
  meeting: Meeting,
  sent: readonly MarkInput[],
): Promise<UnsavedMark[]> {
  const places = await placesOfMeeting(change, meeting)
  const known = await marksOfMeeting(change, meeting)
  const now = new Date()
  const unsaved: UnsavedMark[] = []
  const added: NewMark[] = []
  const reasons: MarkReason[] = []
  for (const input of sent) {
    const place = places.get(input.placeId)
    const before = known.get(input.placeId)
    const text = textAfter(input, before?.text)
    if (before && sameMark(before.text, text)) continue
    const message = whyNotSave(input, text, place, before)
    if (message !== null || !place) {
      unsaved.push(unsavedMark(input.placeId, message ?? notExpected, before?.mark))
      continue
    }
    const said = {
      ...markFields(text, place),
      source: 'OFFICER',
      markedByName: change.viewer.name,
      markedAt: markedAtOf(input.markedAt, now),
    } as const
    const mark = before
      ? change.em.assign(before.mark, said)
      : { ...newMark(change, meeting, place, now), ...said }
    if (!before) added.push(mark)
    reasons.push(...changeReason(change, mark, before?.reason ?? null, text.reason))
    recordMark(change, registerPolicy.fill.name, mark, place, before?.text ?? null, text)
  }
  meeting.registerBegunAt ??= now
  await change.em.insertMany(RegisterMark, added)
  await change.em.insertMany(MarkReason, reasons)
  await change.em.flush()
  return unsaved
}

const notExpected = 'Nobody is expected at this place any more. Look at the register as it stands now.'
const changed = 'Somebody else marked this place in the meantime. Choose which of the two is right.'

function whyNotSave(
  input: MarkInput,
  text: MarkText,
  place: RegisterPlace | undefined,
  before: KnownMark | undefined,
): string | null {
  if (!place) return notExpected
  if ((before?.mark.version ?? 0) !== input.version) return changed
  return checkMark(text, place)[0]?.message ?? null
}

async function notStanding(
  change: Change,
  meeting: Meeting,
  sent: readonly MarkInput[],
): Promise<UnsavedMark[]> {
  const known = await marksOfMeeting(change, meeting)
  return sent.flatMap((input) => {
    const before = known.get(input.placeId)
    if (before && sameMark(before.text, textOf(input))) return []
    return [unsavedMark(input.placeId, before ? changed : notExpected, before?.mark)]
  })
}

/** A mark and its whole text, with its reason. */
export interface KnownMark {
  mark: RegisterMark
  reason: MarkReason | null
  text: MarkText
}

/** The marks of a meeting by their place. */
export async function marksOfMeeting(change: Change, meeting: Meeting): Promise<Map<string, KnownMark>> {
  const { boardId, id: meetingId } = meeting
  const marks = await change.em.find(RegisterMark, { boardId, meetingId })
  const reasons = await change.em.find(MarkReason, { boardId, markId: { $in: marks.map(({ id }) => id) } })
  const reasonOf = new Map(reasons.map((reason) => [reason.markId, reason]))
  return new Map(
    marks.map((mark) => {
      const reason = reasonOf.get(mark.id) ?? null
      return [mark.seatId ?? mark.inviteeId ?? '', { mark, reason, text: textOfMark(mark, reason) }]
    }),
  )
}

/** A mark as a form holds it. */
export function textOfMark(mark: RegisterMark, reason: MarkReason | null): MarkText {
  return {
    mark: mark.mark,
    cameId: mark.cameId ?? null,
    cameName: mark.cameId ? '' : (mark.cameName ?? ''),
    seniorEnough: mark.seniorEnough ?? null,
    reason: reason?.reason ?? '',
  }
}

/** What was sent, as the rules take it. */
function textOf({ mark, cameId, cameName, seniorEnough, reason }: MarkTextInput): MarkText {
  return {
    mark,
    cameId: cameId ?? null,
    cameName,
    seniorEnough: seniorEnough ?? null,
    reason: reason ?? null,
  }
}

/** What a mark is to say, with the reason that stands there where none was sent. */
export function textAfter(sent: MarkTextInput, before: MarkText | undefined): MarkText {
  const text = tidyMark(textOf(sent))
  const kept = before?.mark === 'APOLOGIES' ? before.reason : ''
  return { ...text, reason: text.reason ?? kept }
}

/** A mark that is not in the register yet. */
export type NewMark = Omit<RegisterMark, 'meeting' | 'seat' | 'invitee'>

/** The first mark of a place: what the place is like now is kept with it, whatever becomes of the seat later. */
export function newMark(change: Change, meeting: Meeting, place: RegisterPlace, now: Date): NewMark {
  const { seatId, inviteeId, organisationId, required, voting, holderId, holderName } = place
  return {
    boardId: meeting.boardId,
    id: newId(),
    meetingId: meeting.id,
    meetingKind: meeting.kind,
    seatId,
    inviteeId,
    organisationId,
    required,
    voting,
    holderId,
    holderName,
    mark: 'UNKNOWN',
    source: 'OFFICER',
    markedByName: change.viewer.name,
    markedAt: now,
    version: 1,
  }
}

/** A checked text as the fields of a mark. */
export function markFields(text: MarkText, place: RegisterPlace) {
  const { mark, cameId, seniorEnough } = text
  return { mark, cameId, cameName: cameNameOf(text, place), seniorEnough }
}

/** The name of who came as a deputy, as it is today; null of any other mark. */
export function cameNameOf(text: MarkText, place: RegisterPlace): string | null {
  if (text.mark !== 'DEPUTY') return null
  return text.cameId === null ? text.cameName : (place.deputyNames[text.cameId] ?? null)
}

/**
 * Keeps the reason of apologies where fewer people read it; an empty one is taken away. What comes back has to be added
 * once the mark is there.
 */
export function changeReason(
  change: Change,
  mark: NewMark,
  known: MarkReason | null,
  reason: string | null,
): MarkReason[] {
  if (!reason) {
    if (known) change.em.remove(known)
    return []
  }
  if (known) {
    known.reason = reason
    return []
  }
  const { boardId, id: markId, meetingKind, seatId, inviteeId, organisationId } = mark
  return [
    {
      boardId,
      markId,
      meetingKind,
      seatId: seatId ?? null,
      inviteeId: inviteeId ?? null,
      organisationId,
      reason,
    },
  ]
}

/** Reports a mark for the log, without the reason of apologies. */
export function recordMark(
  change: Change,
  action: string,
  mark: NewMark,
  place: RegisterPlace,
  before: MarkText | null,
  after: MarkText,
  why?: string,
): void {
  const fields = (text: MarkText) => ({
    mark: text.mark,
    ...(text.mark === 'DEPUTY' && { cameName: cameNameOf(text, place), seniorEnough: text.seniorEnough }),
  })
  change.record({
    chainId: mark.boardId,
    action,
    recordType: 'RegisterMark',
    recordId: mark.id,
    before: before ? fields(before) : {},
    after: {
      organisation: place.organisationName,
      ...fields(after),
      ...(why !== undefined && { reason: why }),
    },
  })
}

function unsavedMark(placeId: string, message: string, current: RegisterMark | undefined): UnsavedMark {
  return { placeId, message, currentVersion: current?.version ?? 0, current: current ?? null }
}

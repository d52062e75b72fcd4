import { sameMark } from '@boardwork/shared/attendance/register/registerRules.ts'
import type { MarkText } from '@boardwork/shared/attendance/register/registerRules.ts'

/** A mark that was made on this device, and has not reached the server. */
export interface UnsentMark extends MarkText {
  placeId: string
  /** The version of the mark that whoever made this one saw; 0 where there was none. */
  version: number
  /** When it was made. */
  markedAt: string
}

/**
 * A mark that the server did not save, such as that somebody else marked the same place in the meantime. Both stay to
 * be read until it is settled.
 */
export interface UnsavedMark {
  placeId: string
  /** Why, and what to do. */
  message: string
  /** What the register says now; null where it says nothing of the place. */
  theirs: (MarkText & { markedByName: string }) | null
  /** The version of that; 0 where there is none. */
  version: number
  yours: MarkText
}

/** What of one register has not reached the server. */
export interface UnsentMarks {
  /** In the order in which they were made; a place has one at most, the last. */
  waiting: readonly UnsentMark[]
  /**
   * What is on its way. It stays word for word as it is, under one `clientMutationId`, until an answer comes: where
   * only the answer was lost, the server knows it again.
   */
  sending: { clientMutationId: string; marks: readonly UnsentMark[] } | null
  unsaved: readonly UnsavedMark[]
  /** Why the server would not take any marks of this register, such as that it was closed; else null. */
  refusal: string | null
}

export const nothingUnsent: UnsentMarks = { waiting: [], sending: null, unsaved: [], refusal: null }

/** What the server answers to marks. */
export interface MarksAnswer {
  /** The version of each mark as it stands now, by its place. */
  versions: ReadonlyMap<string, number>
  unsaved: readonly UnsavedMark[]
}

/** Adds a mark, in place of one of the same place that still waits. */
export function addMark(unsent: UnsentMarks, mark: UnsentMark): UnsentMarks {
  const others = unsent.waiting.filter(({ placeId }) => placeId !== mark.placeId)
  const unsaved = unsent.unsaved.filter(({ placeId }) => placeId !== mark.placeId)
  return { ...unsent, waiting: [...others, mark], unsaved }
}

/** Sends what waits off, unless something is on its way already. */
export function startSending(unsent: UnsentMarks, newMutationId: () => string, most: number): UnsentMarks {
  if (unsent.sending || unsent.waiting.length === 0 || unsent.refusal !== null) return unsent
  return {
    ...unsent,
    sending: { clientMutationId: newMutationId(), marks: unsent.waiting.slice(0, most) },
    waiting: unsent.waiting.slice(most),
  }
}

/** The server has what was on its way. */
export function marksAnswered(unsent: UnsentMarks, { versions, unsaved }: MarksAnswer): UnsentMarks {
  const sent = new Set(unsent.sending?.marks.map(({ placeId }) => placeId))
  const unsettled = new Map(unsaved.map((conflict) => [conflict.placeId, conflict]))
  return {
    ...unsent,
    sending: null,
    // A mark that was made after the one on its way follows it; over somebody else's it never goes unseen.
    waiting: unsent.waiting.flatMap((mark) => {
      if (!sent.has(mark.placeId)) return [mark]
      return unsettled.has(mark.placeId)
        ? []
        : [{ ...mark, version: versions.get(mark.placeId) ?? mark.version }]
    }),
    unsaved: [
      ...unsent.unsaved.filter(({ placeId }) => !unsettled.has(placeId)),
      ...unsaved.map((conflict) => {
        const later = unsent.waiting.find(({ placeId }) => placeId === conflict.placeId)
        return later ? { ...conflict, yours: later } : conflict
      }),
    ].filter(({ theirs, yours }) => !theirs || !sameMark(theirs, yours)),
  }
}

/** The server would not take the marks. They stay to be read. */
export function marksRefused(unsent: UnsentMarks, refusal: string): UnsentMarks {
  return { ...unsent, refusal, sending: null, waiting: [...(unsent.sending?.marks ?? []), ...unsent.waiting] }
}

/** Settles a conflict: theirs stands already; ours is sent again, over the version that was seen. */
export function settleMark(
  unsent: UnsentMarks,
  placeId: string,
  keep: 'THEIRS' | 'YOURS',
  markedAt: string,
): UnsentMarks {
  const conflict = unsent.unsaved.find((each) => each.placeId === placeId)
  if (!conflict) return unsent
  if (keep === 'YOURS')
    return addMark(unsent, { ...conflict.yours, placeId, version: conflict.version, markedAt })
  return { ...unsent, unsaved: unsent.unsaved.filter((each) => each !== conflict) }
}

/** The marks of this device by their place, the last of each: what a page shows over what the server said. */
export function marksHere({ sending, waiting }: UnsentMarks): Map<string, UnsentMark> {
  return new Map([...(sending?.marks ?? []), ...waiting].map((mark) => [mark.placeId, mark]))
}

/** How many marks have not reached the server. */
export function countUnsentMarks(unsent: UnsentMarks): number {
  return marksHere(unsent).size
}

/** Whether there is nothing left to keep. */
export function isSettled({ waiting, sending, unsaved }: UnsentMarks): boolean {
  return waiting.length === 0 && sending === null && unsaved.length === 0
}

/** How far the bringing in of a past register is. */
export const RegisterImportState = { PREVIEW: 'PREVIEW', SAVED: 'SAVED', DISCARDED: 'DISCARDED' } as const
export type RegisterImportState = (typeof RegisterImportState)[keyof typeof RegisterImportState]

/** What an import wrote, so that it can be undone. */
export interface SavedRegister {
  counts: { newMeetings: number; knownMeetings: number; marks: number; guests: number; leftOut: number }
  /** The meetings that it made or filled in, as it left them. */
  meetings: {
    id: string
    version: number
    /** Null where it made the meeting; else when its register was begun before, as an ISO moment, if it was. */
    before: { registerBegunAt: string | null } | null
  }[]
  /** The marks that it wrote, as it left them, by their ids. */
  marks: Record<string, number>
  guests: string[]
}

/** What stands today of what an import wrote. */
export interface SinceRegister {
  meetings: ReadonlyMap<
    string,
    { version: number; name: string; cancelled: boolean; built: readonly string[] }
  >
  marks: ReadonlyMap<string, { version: number; meetingId: string }>
  /** Marks in those meetings that others made. */
  otherMarks: ReadonlyMap<string, number>
}

const mostNamed = 10

/**
 * What was built on a past register since it was saved, as sentences: then it cannot be undone any more. Empty where it
 * can.
 */
export function builtOnRegister(saved: SavedRegister, since: SinceRegister): string[] {
  const built = new Set<string>()
  for (const { id, version, before } of saved.meetings) {
    const meeting = since.meetings.get(id)
    if (meeting === undefined) {
      built.add('A meeting that it brought in is not there any more.')
      continue
    }
    if (meeting.cancelled) built.add(`${meeting.name} was cancelled.`)
    else if (meeting.version !== version) built.add(`${meeting.name} was changed.`)
    for (const what of meeting.built) built.add(`${what} ${meeting.name}.`)
    if (before === null && (since.otherMarks.get(id) ?? 0) > 0)
      built.add(`Somebody added a mark to the register of ${meeting.name}.`)
  }
  const names = new Map([...since.meetings].map(([id, { name }]) => [id, name]))
  for (const [id, version] of Object.entries(saved.marks)) {
    const mark = since.marks.get(id)
    if (mark === undefined) built.add('A mark that it brought in was taken away.')
    else if (mark.version !== version)
      built.add(`A mark was corrected in the register of ${names.get(mark.meetingId) ?? 'a meeting'}.`)
  }
  const rest = built.size - mostNamed
  return [...[...built].slice(0, mostNamed), ...(rest > 0 ? [`The same is true of ${rest} more.`] : [])]
}

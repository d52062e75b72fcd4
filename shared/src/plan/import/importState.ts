/** How far the bringing in of a document is. */
export const ImportState = { PREVIEW: 'PREVIEW', SAVED: 'SAVED', DISCARDED: 'DISCARDED' } as const
export type ImportState = (typeof ImportState)[keyof typeof ImportState]

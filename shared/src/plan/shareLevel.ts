/** What a shared area is open for: to read it, or to read it and comment. */
export const ShareLevel = { READ: 'READ', CONTRIBUTE: 'CONTRIBUTE' } as const
export type ShareLevel = (typeof ShareLevel)[keyof typeof ShareLevel]

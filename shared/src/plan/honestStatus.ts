export const PointerKind = { PAST_DEADLINE: 'PAST_DEADLINE' } as const
export type PointerKind = (typeof PointerKind)[keyof typeof PointerKind]

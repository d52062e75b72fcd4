/** What a partnership board looks after. */
export const BoardKind = {
  ADULTS: 'ADULTS',
  CHILDREN: 'CHILDREN',
  COMMUNITY_SAFETY: 'COMMUNITY_SAFETY',
} as const
export type BoardKind = (typeof BoardKind)[keyof typeof BoardKind]

/** What a partnership board looks after. */
export const BoardKind = {
  ADULTS: 'ADULTS',
  CHILDREN: 'CHILDREN',
  COMMUNITY_SAFETY: 'COMMUNITY_SAFETY',
} as const
export type BoardKind = (typeof BoardKind)[keyof typeof BoardKind]

/** How a kind of board is called on a page. */
export const boardKindName: Record<BoardKind, string> = {
  ADULTS: 'Safeguarding adults',
  CHILDREN: 'Safeguarding children',
  COMMUNITY_SAFETY: 'Community safety',
}

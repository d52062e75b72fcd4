/** What a piece of evidence is: a file, the address of something elsewhere, or a note. */
export const EvidenceKind = { FILE: 'FILE', LINK: 'LINK', NOTE: 'NOTE' } as const
export type EvidenceKind = (typeof EvidenceKind)[keyof typeof EvidenceKind]

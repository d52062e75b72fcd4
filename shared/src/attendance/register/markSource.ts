/** How a mark came into a register. */
export const MarkSource = { OFFICER: 'OFFICER', CODE: 'CODE', IMPORT: 'IMPORT' } as const
export type MarkSource = (typeof MarkSource)[keyof typeof MarkSource]

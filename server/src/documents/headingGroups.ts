import type { DocumentColumn } from '@boardwork/shared/document/documentBlock.ts'

/** The upper row of two rows of headings: those that span several columns, and those of one column alone. */
export function groupsOf(
  columns: readonly Pick<DocumentColumn, 'heading' | 'group'>[],
): { text: string; columns: number; isOne: boolean }[] {
  const groups: { text: string; columns: number; isOne: boolean }[] = []
  columns.forEach(({ heading, group }, at) => {
    const last = groups.at(-1)
    if (group === undefined) groups.push({ text: heading, columns: 1, isOne: true })
    else if (last !== undefined && group === columns[at - 1]?.group) last.columns += 1
    else groups.push({ text: group, columns: 1, isOne: false })
  })
  return groups
}

/** What somebody who is named for an action does about it. */
export const ActionPart = { LEAD: 'LEAD', AUTHORISING: 'AUTHORISING', RESPONSIBLE: 'RESPONSIBLE' } as const
export type ActionPart = (typeof ActionPart)[keyof typeof ActionPart]

/** How a part is called on a page. */
export const actionPartName: Record<ActionPart, string> = {
  LEAD: 'Lead officer',
  AUTHORISING: 'Authorising officer',
  RESPONSIBLE: 'Responsible',
}

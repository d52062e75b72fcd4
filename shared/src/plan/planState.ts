/** The life of an improvement plan: a draft is seen by the board's officers alone. */
export const PlanState = { DRAFT: 'DRAFT', ADOPTED: 'ADOPTED' } as const
export type PlanState = (typeof PlanState)[keyof typeof PlanState]

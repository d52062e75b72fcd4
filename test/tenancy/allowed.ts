import type { Role } from '@boardwork/shared/board/role.ts'

/** Who may do an action, from the design's table of roles: roles at the record's own board or organisation, or of the platform. */
export type Allowed = 'ANYBODY' | 'SIGNED_IN' | readonly Role[]

/** What a record is like where that matters; the lines say so by the same name. */
export interface Variant {
  name: string
  subject: Record<string, unknown>
  allowed: Allowed
}

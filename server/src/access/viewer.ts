import type { Role, Scope } from '@boardwork/shared/board/role.ts'

/** A live grant, seat or naming as a deputy that gives the viewer a role. */
export interface Tie {
  kind: 'GRANT' | 'SEAT' | 'DEPUTY'
  id: string
  role: Role
  scope: Scope
  /** The board's, organisation's or region's id; all zeros for the platform. */
  scopeId: string
  boardId: string | null
  /** For a seat: the agency whose seat it is. For a grant: the organisation it is for. */
  organisationId: string | null
  since: string
  until: string | null
  reason: string | null
}

/** The session under which a request is made. */
export interface ViewerSession {
  sessionId: string
  startedAt: string
  lastUsedAt: string
}

/** Where a record stands: the board or organisation whose roles count for it. */
export interface RecordScope {
  boardId?: string | null | undefined
  organisationId?: string | null | undefined
}

/** Somebody with everything that gives them a role at this moment. */
export class Holder {
  readonly ties: readonly Tie[]

  constructor(ties: readonly Tie[]) {
    this.ties = ties
  }

  /** The ties that count for a record that stands at `scope`: those of its board, its organisation and the platform. */
  tiesAt(scope: RecordScope): Tie[] {
    return this.ties.filter(
      (tie) =>
        tie.scope === 'PLATFORM' ||
        (tie.boardId !== null && tie.boardId === scope.boardId) ||
        (tie.scope === 'ORGANISATION' && tie.scopeId === scope.organisationId),
    )
  }
}

/** Who asks. */
export class Viewer extends Holder {
  readonly personId: string
  readonly name: string
  readonly session: ViewerSession

  constructor(personId: string, name: string, session: ViewerSession, ties: readonly Tie[]) {
    super(ties)
    this.personId = personId
    this.name = name
    this.session = session
  }
}

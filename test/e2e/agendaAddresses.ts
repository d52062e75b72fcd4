import type { Client } from 'pg'

/** What of the demonstration's agendas and strategy meetings stands in the example addresses. */
export interface AgendaExamples {
  board: string
  /** A meeting that was held, with decisions and actions. */
  heldMeeting: string
  agendaItem: string
  decision: string
  meetingAction: string
  /** One that stands in no plan and is not done. */
  openMeetingAction: string
  strategyMeeting: string
  strategyKind: string
}

// Of the Fernshire board, but for the last, who belongs to another one.
const coordinator = 'Ada Fern'
const chair = 'Gareth Moss'
const member = 'Marcus Finch'
const outsider = 'Kofi Briar'

/** The routes of agendas, papers, decisions and minutes, and of strategy meetings. */
export const agendaAddresses = [
  {
    route: 'meetings/:meetingId/agenda/:itemId',
    address: ({ heldMeeting, agendaItem }: AgendaExamples) => `/meetings/${heldMeeting}/agenda/${agendaItem}`,
    heading: 'Change this item',
    opensFor: coordinator,
    hiddenFrom: member,
  },
  {
    route: 'meetings/:meetingId/papers/new',
    address: ({ heldMeeting }: AgendaExamples) => `/meetings/${heldMeeting}/papers/new`,
    heading: 'Add a paper',
    opensFor: coordinator,
    hiddenFrom: member,
  },
  {
    route: 'meetings/:meetingId/decisions/:decisionId',
    address: ({ heldMeeting, decision }: AgendaExamples) => `/meetings/${heldMeeting}/decisions/${decision}`,
    heading: 'Change this decision',
    opensFor: coordinator,
    hiddenFrom: member,
  },
  {
    route: 'meetings/:meetingId/actions/:meetingActionId',
    address: ({ heldMeeting, meetingAction }: AgendaExamples) =>
      `/meetings/${heldMeeting}/actions/${meetingAction}`,
    heading: 'Change this action of the meeting',
    opensFor: coordinator,
    hiddenFrom: member,
  },
  {
    route: 'meetings/:meetingId/actions/:meetingActionId/plan',
    address: ({ heldMeeting, meetingAction }: AgendaExamples) =>
      `/meetings/${heldMeeting}/actions/${meetingAction}/plan`,
    heading: 'Put the action into the improvement plan',
    opensFor: coordinator,
    hiddenFrom: member,
  },
  {
    route: 'meetings/:meetingId/actions/:meetingActionId/report',
    address: ({ heldMeeting, openMeetingAction }: AgendaExamples) =>
      `/meetings/${heldMeeting}/actions/${openMeetingAction}/report`,
    heading: 'How this action stands',
    opensFor: member,
    hiddenFrom: outsider,
  },
  {
    route: 'meetings/:meetingId/minutes',
    address: ({ heldMeeting }: AgendaExamples) => `/meetings/${heldMeeting}/minutes`,
    heading: 'Draft minutes: Board meeting',
    opensFor: member,
    hiddenFrom: outsider,
  },
  {
    route: 'meetings/:meetingId/invitees',
    address: ({ strategyMeeting }: AgendaExamples) => `/meetings/${strategyMeeting}/invitees`,
    heading: 'Who is asked',
    opensFor: coordinator,
    // He is asked to the meeting himself.
    hiddenFrom: member,
  },
  {
    route: 'meetings/:meetingId/reference',
    address: ({ strategyMeeting }: AgendaExamples) => `/meetings/${strategyMeeting}/reference`,
    heading: 'Change the reference of the case',
    opensFor: chair,
    // He is asked to the meeting himself.
    hiddenFrom: member,
  },
  {
    route: 'boards/:boardId/strategy',
    address: ({ board }: AgendaExamples) => `/boards/${board}/strategy`,
    heading: 'Strategy meetings',
    opensFor: chair,
    hiddenFrom: member,
  },
  {
    route: 'boards/:boardId/strategy/new',
    address: ({ board }: AgendaExamples) => `/boards/${board}/strategy/new`,
    heading: 'Plan a strategy meeting',
    opensFor: coordinator,
    hiddenFrom: member,
  },
  {
    route: 'boards/:boardId/strategy/kinds/:kindId',
    address: ({ board, strategyKind }: AgendaExamples) => `/boards/${board}/strategy/kinds/${strategyKind}`,
    heading: 'Change this kind of meeting',
    opensFor: coordinator,
    hiddenFrom: member,
  },
] as const

export async function findAgendaExamples(db: Client, board: string): Promise<Omit<AgendaExamples, 'board'>> {
  const one = async (sql: string) => {
    const { rows } = await db.query<{ id: string }>(sql, [board])
    const [row] = rows
    if (!row) throw new Error(`The demonstration has nothing for: ${sql}`)
    return row.id
  }
  return {
    heldMeeting: await one('select meeting_id as id from decision where board_id = $1'),
    agendaItem: await one('select item_id as id from decision where board_id = $1'),
    decision: await one('select id from decision where board_id = $1'),
    meetingAction: await one('select id from meeting_action where board_id = $1 and action_id is not null'),
    openMeetingAction: await one(
      `select id from meeting_action where board_id = $1 and action_id is null and not exists (
         select from meeting_action_report where meeting_action_id = meeting_action.id)`,
    ),
    strategyMeeting: await one(`select id from meeting where board_id = $1 and kind = 'STRATEGY'`),
    strategyKind: await one('select id from strategy_kind where board_id = $1'),
  }
}

import { createHash, randomBytes } from 'node:crypto'
import { newId } from '@boardwork/server/src/db/newId.ts'
import type { people } from '@boardwork/server/src/demonstration/people.ts'
import type { Client } from 'pg'
import { makePlan } from '../support/factories.ts'
import { attendanceAddresses, findNextMeeting, findOwnSeat, makeAnswerLink } from './attendanceAddresses.ts'
import { flagAddresses, findFlagExamples } from './flagAddresses.ts'
import { agendaAddresses, findAgendaExamples } from './agendaAddresses.ts'
import { findRegister, registerAddresses } from './registerAddresses.ts'
import { makeWaitingRegister, pastRegisterAddresses } from './pastRegisterAddresses.ts'

/** The name of an invented person. */
export type PersonName = (typeof people)[keyof typeof people]['name']

/** What of the demonstration stands in the example addresses. */
export type Examples = Awaited<ReturnType<typeof findExamples>>

/** One address of a route of the client, and what somebody finds there. */
export interface Address {
  /** As the client's router writes it; the home page is ''. */
  route: string
  address: (examples: Examples) => string
  /** The heading of the page. */
  heading: string | RegExp
  /** Who opens it; null: everybody, whether signed in or not. */
  opensFor: PersonName | null
  /** Who is signed in and must not find it; null: whoever is signed in has a page of their own there. */
  hiddenFrom: PersonName | null
  /** The page leads on by itself to that of this route. */
  goesOnTo?: string
}

// Each of them belongs to the Fernshire board, but for the administrator, the lead of the police, and Kofi Briar and
// Yusuf Hazel, who belong to other boards.
const administrator = 'Ines Larch'
const coordinator = 'Ada Fern'
const chair = 'Gareth Moss'
const member = 'Marcus Finch'
const outsider = 'Kofi Briar'
const lead = 'Stephen Crake'

/** Every route of the client has a line here: routes.test.ts opens them all. */
export const addresses: readonly Address[] = [
  {
    route: '',
    address: () => '/',
    heading: 'Your boards',
    opensFor: coordinator,
    hiddenFrom: null,
  },
  {
    route: 'boards',
    address: () => '/boards',
    heading: 'All boards',
    opensFor: administrator,
    hiddenFrom: coordinator,
  },
  {
    route: 'boards/new',
    address: () => '/boards/new',
    heading: 'Make a board',
    opensFor: administrator,
    hiddenFrom: coordinator,
  },
  {
    route: 'boards/:boardId',
    address: ({ board }) => `/boards/${board}`,
    heading: 'Fernshire Safeguarding Adults Board',
    opensFor: coordinator,
    hiddenFrom: outsider,
  },
  {
    route: 'boards/:boardId/name',
    address: ({ board }) => `/boards/${board}/name`,
    heading: 'Change the name',
    opensFor: coordinator,
    hiddenFrom: member,
  },
  {
    route: 'boards/:boardId/sub-groups/new',
    address: ({ board }) => `/boards/${board}/sub-groups/new`,
    heading: 'Add a sub-group',
    opensFor: coordinator,
    hiddenFrom: member,
  },
  {
    route: 'boards/:boardId/seats',
    address: ({ board }) => `/boards/${board}/seats`,
    heading: 'Seats',
    opensFor: member,
    hiddenFrom: outsider,
  },
  {
    route: 'boards/:boardId/seats/new',
    address: ({ board }) => `/boards/${board}/seats/new`,
    heading: 'Add a seat',
    opensFor: coordinator,
    hiddenFrom: member,
  },
  {
    route: 'boards/:boardId/seats/:seatId',
    address: ({ board, seat }) => `/boards/${board}/seats/${seat}`,
    heading: 'Seat of Larkmere Police',
    opensFor: coordinator,
    hiddenFrom: member,
  },
  {
    route: 'boards/:boardId/people',
    address: ({ board }) => `/boards/${board}/people`,
    heading: 'People and roles',
    opensFor: coordinator,
    hiddenFrom: member,
  },
  {
    route: 'boards/:boardId/people/appoint',
    address: ({ board }) => `/boards/${board}/people/appoint`,
    heading: 'Give a role',
    opensFor: coordinator,
    hiddenFrom: member,
  },
  {
    route: 'boards/:boardId/people/invite',
    address: ({ board }) => `/boards/${board}/people/invite`,
    heading: 'Invite somebody by e-mail',
    opensFor: coordinator,
    hiddenFrom: member,
  },
  {
    route: 'boards/:boardId/people/grants/:grantId',
    address: ({ board, grant }) => `/boards/${board}/people/grants/${grant}`,
    heading: 'Moderator: Priya Rowan',
    opensFor: coordinator,
    hiddenFrom: member,
  },
  {
    route: 'boards/:boardId/summary',
    address: ({ board }) => `/boards/${board}/summary`,
    heading: 'How the actions stand',
    opensFor: member,
    hiddenFrom: outsider,
  },
  {
    route: 'boards/:boardId/periods',
    address: ({ board }) => `/boards/${board}/periods`,
    heading: 'Reporting periods',
    opensFor: member,
    hiddenFrom: outsider,
  },
  {
    route: 'boards/:boardId/periods/:startsOn',
    address: ({ board, period }) => `/boards/${board}/periods/${period}`,
    heading: /^Q\d \d{4}\/\d\d/,
    opensFor: member,
    hiddenFrom: outsider,
  },
  {
    route: 'boards/:boardId/calendar',
    address: ({ board }) => `/boards/${board}/calendar`,
    heading: 'Change the calendar',
    opensFor: coordinator,
    hiddenFrom: chair,
  },
  {
    route: 'boards/:boardId/log',
    address: ({ board }) => `/boards/${board}/log`,
    heading: 'Log',
    opensFor: coordinator,
    hiddenFrom: member,
  },
  {
    route: 'why/:record/:id',
    address: ({ board }) => `/why/BOARD/${board}`,
    heading: 'Why you can see this board',
    opensFor: member,
    hiddenFrom: outsider,
  },
  {
    route: 'organisations',
    address: () => '/organisations',
    heading: 'Regions and organisations',
    opensFor: administrator,
    hiddenFrom: coordinator,
  },
  {
    route: 'organisations/new',
    address: () => '/organisations/new',
    heading: 'Add an organisation',
    opensFor: administrator,
    hiddenFrom: coordinator,
  },
  {
    route: 'organisations/:organisationId',
    address: ({ police }) => `/organisations/${police}`,
    heading: 'Larkmere Police',
    opensFor: lead,
    hiddenFrom: member,
  },
  {
    route: 'organisations/:organisationId/change',
    address: ({ police }) => `/organisations/${police}/change`,
    heading: 'Change an organisation',
    opensFor: administrator,
    hiddenFrom: lead,
  },
  {
    route: 'organisations/:organisationId/merger',
    address: ({ police }) => `/organisations/${police}/merger`,
    heading: 'Record a merger',
    opensFor: administrator,
    hiddenFrom: lead,
  },
  {
    route: 'organisations/:organisationId/contributors/new',
    address: ({ police }) => `/organisations/${police}/contributors/new`,
    heading: 'Add a contributor',
    opensFor: lead,
    hiddenFrom: member,
  },
  {
    route: 'organisations/:organisationId/grants/:grantId',
    address: ({ trust, contributor }) => `/organisations/${trust}/grants/${contributor}`,
    heading: 'Contributor: Rosa Dunnock',
    opensFor: 'Amara Plover',
    hiddenFrom: 'Rosa Dunnock',
  },
  {
    route: 'regions/new',
    address: () => '/regions/new',
    heading: 'Add a region',
    opensFor: administrator,
    hiddenFrom: coordinator,
  },
  {
    route: 'sign-in',
    address: () => '/sign-in',
    heading: 'Sign in',
    opensFor: null,
    hiddenFrom: null,
  },
  {
    route: 'sign-out',
    address: () => '/sign-out',
    heading: 'Sign in',
    opensFor: null,
    hiddenFrom: null,
    goesOnTo: 'sign-in',
  },
  {
    route: 'forgotten-password',
    address: () => '/forgotten-password',
    heading: 'Forgotten password',
    opensFor: null,
    hiddenFrom: null,
  },
  {
    route: 'password/:token',
    address: ({ passwordToken }) => `/password/${passwordToken}`,
    heading: 'Set a new password',
    opensFor: null,
    hiddenFrom: null,
  },
  {
    route: 'invitation/:token',
    address: ({ invitationToken }) => `/invitation/${invitationToken}`,
    heading: 'Invitation to Fernshire Safeguarding Adults Board',
    opensFor: null,
    hiddenFrom: null,
  },
  {
    route: 'account',
    address: () => '/account',
    heading: 'Your account',
    opensFor: member,
    hiddenFrom: null,
  },
  {
    route: 'people',
    address: () => '/people',
    heading: 'People',
    opensFor: administrator,
    hiddenFrom: coordinator,
  },
  {
    route: 'people/invite',
    address: () => '/people/invite',
    heading: 'Invite an administrator',
    opensFor: administrator,
    hiddenFrom: coordinator,
  },
  {
    route: 'outbox',
    address: () => '/outbox',
    heading: 'Outbox',
    opensFor: administrator,
    hiddenFrom: coordinator,
  },
  {
    route: 'boards/:boardId/import',
    address: ({ board }) => `/boards/${board}/import`,
    heading: 'Bring in a plan',
    opensFor: coordinator,
    hiddenFrom: member,
  },
  {
    route: 'imports/:importId',
    address: ({ startedImport }) => `/imports/${startedImport}`,
    heading: 'Check the plan',
    opensFor: 'Yusuf Hazel',
    hiddenFrom: outsider,
  },
  {
    route: 'imports/:importId/differences',
    address: ({ laterImport }) => `/imports/${laterImport}/differences`,
    heading: 'What is different',
    opensFor: coordinator,
    hiddenFrom: member,
  },
  {
    route: 'plans/:planId/import',
    address: ({ plan }) => `/plans/${plan}/import`,
    heading: 'Bring in a later version',
    opensFor: coordinator,
    hiddenFrom: member,
  },
  {
    route: 'plans/:planId/imports',
    address: ({ plan }) => `/plans/${plan}/imports`,
    heading: 'Documents of this plan',
    opensFor: coordinator,
    hiddenFrom: member,
  },
  {
    route: 'plans/:planId',
    address: ({ plan }) => `/plans/${plan}`,
    heading: /^Safeguarding adults improvement plan after the peer challenge/,
    opensFor: member,
    hiddenFrom: outsider,
  },
  {
    route: 'plans/:planId/take-out',
    address: ({ plan, police }) => `/plans/${plan}/take-out?agency=${police}`,
    heading: 'Take the plan out',
    opensFor: member,
    hiddenFrom: outsider,
  },
  {
    route: 'plans/:planId/publication',
    address: ({ plan }) => `/plans/${plan}/publication`,
    heading: /^Safeguarding adults improvement plan after the peer challenge/,
    opensFor: member,
    hiddenFrom: outsider,
  },
  {
    route: 'plans/:planId/adopt',
    address: ({ draft }) => `/plans/${draft}/adopt`,
    heading: 'Adopt this plan',
    opensFor: chair,
    hiddenFrom: member,
  },
  {
    route: 'plans/:planId/edit',
    address: ({ plan }) => `/plans/${plan}/edit`,
    heading: 'Change the title of the plan',
    opensFor: coordinator,
    hiddenFrom: member,
  },
  {
    route: 'areas/:areaId',
    address: ({ area }) => `/areas/${area}`,
    heading: /^2\b/,
    opensFor: member,
    hiddenFrom: outsider,
  },
  {
    route: 'areas/:areaId/edit',
    address: ({ area }) => `/areas/${area}/edit`,
    heading: 'Change this area',
    opensFor: coordinator,
    hiddenFrom: member,
  },
  {
    route: 'areas/:areaId/share',
    address: ({ area }) => `/areas/${area}/share`,
    heading: 'Share this area',
    opensFor: coordinator,
    hiddenFrom: member,
  },
  {
    route: 'actions',
    address: () => '/actions',
    heading: 'Your actions',
    opensFor: member,
    hiddenFrom: null,
  },
  {
    route: 'actions/:actionId',
    address: ({ action }) => `/actions/${action}`,
    heading: /^2\.1 /,
    opensFor: member,
    hiddenFrom: outsider,
  },
  {
    route: 'actions/:actionId/edit',
    address: ({ action }) => `/actions/${action}/edit`,
    heading: 'Change this action',
    opensFor: coordinator,
    hiddenFrom: member,
  },
  {
    route: 'actions/:actionId/evidence',
    address: ({ action }) => `/actions/${action}/evidence`,
    heading: 'Evidence',
    opensFor: member,
    hiddenFrom: outsider,
  },
  {
    route: 'actions/:actionId/evidence/:evidenceId/withdraw',
    address: ({ piece, actionOfPiece }) => `/actions/${actionOfPiece}/evidence/${piece}/withdraw`,
    heading: 'Withdraw evidence',
    opensFor: coordinator,
    hiddenFrom: member,
  },
  {
    route: 'actions/:actionId/measures/new',
    address: ({ action }) => `/actions/${action}/measures/new`,
    heading: 'Add a measure',
    opensFor: coordinator,
    hiddenFrom: member,
  },
  {
    route: 'measures/:measureId/edit',
    address: ({ measure }) => `/measures/${measure}/edit`,
    heading: 'Change this measure',
    opensFor: coordinator,
    hiddenFrom: member,
  },
  {
    route: 'measures/:measureId/results',
    address: ({ measure }) => `/measures/${measure}/results`,
    heading: 'Record a result',
    opensFor: coordinator,
    hiddenFrom: member,
  },
  {
    route: 'plans/:planId/milestones/new',
    address: ({ plan }) => `/plans/${plan}/milestones/new`,
    heading: 'Add a milestone',
    opensFor: coordinator,
    hiddenFrom: member,
  },
  {
    route: 'milestones/:milestoneId',
    address: ({ milestone }) => `/milestones/${milestone}`,
    heading: 'All care homes have been visited once',
    opensFor: coordinator,
    hiddenFrom: outsider,
  },
  {
    route: 'plans/:id/history',
    address: ({ plan }) => `/plans/${plan}/history`,
    heading: 'History',
    opensFor: member,
    hiddenFrom: outsider,
  },
  {
    route: 'areas/:id/history',
    address: ({ area }) => `/areas/${area}/history`,
    heading: 'History',
    opensFor: member,
    hiddenFrom: outsider,
  },
  {
    route: 'actions/:id/history',
    address: ({ action }) => `/actions/${action}/history`,
    heading: 'History',
    opensFor: member,
    hiddenFrom: outsider,
  },
  ...attendanceAddresses,
  ...registerAddresses,
  ...flagAddresses,
  ...pastRegisterAddresses,
  ...agendaAddresses,
  {
    route: 'shared',
    address: () => '/shared',
    heading: 'Shared with you',
    opensFor: 'Femi Alder',
    hiddenFrom: null,
  },
  {
    route: '*',
    address: () => '/nowhere/at-all',
    heading: 'We could not find this page',
    opensFor: null,
    hiddenFrom: null,
  },
]

/** Looks up what stands in the addresses; adds the draft plan and the links of mails that the demonstration lacks. */
export async function findExamples(db: Client) {
  const board = await idOf(db, 'select id from board where name = $1', 'Fernshire Safeguarding Adults Board')
  const police = await idOf(db, 'select id from organisation where name = $1', 'Larkmere Police')
  const trust = await idOf(db, 'select id from organisation where kind = $1', 'NHS_TRUST')
  const plan = await idOf(db, `select id from plan where board_id = $1 and state = 'ADOPTED'`, board)
  const area = await idOf(db, 'select id from plan_area where plan_id = $1 and position = 2', plan)
  return {
    board,
    police,
    trust,
    plan,
    area,
    action: await idOf(db, 'select id from plan_action where area_id = $1 order by position limit 1', area),
    // The last quarter that is over, in which some updates still wait.
    period: await idOf(
      db,
      `select max(period_starts_on)::text as id from progress_update where board_id = $1 and state = 'SUBMITTED'`,
      board,
    ),
    piece: await idOf(db, `select id from evidence where plan_id = $1 and kind = 'FILE'`, plan),
    actionOfPiece: await idOf(
      db,
      `select action_id as id from evidence where plan_id = $1 and kind = 'FILE'`,
      plan,
    ),
    measure: await idOf(db, `select id from measure where plan_id = $1 and counting = 'SAMPLE'`, plan),
    milestone: await idOf(db, `select id from milestone where plan_id = $1 and kind = 'MILESTONE'`, plan),
    seat: await idOf(db, 'select id from seat where board_id = $1 and organisation_id = $2', board, police),
    grant: await idOf(
      db,
      `select id from "grant" where board_id = $1 and role = 'MODERATOR' and ended_at is null`,
      board,
    ),
    contributor: await idOf(
      db,
      `select id from "grant" where organisation_id = $1 and role = 'CONTRIBUTOR'`,
      trust,
    ),
    startedImport: await idOf(
      db,
      'select id from plan_import where state = $1 and into_plan_id is null',
      'PREVIEW',
    ),
    laterImport: await makeLaterImport(db, plan),
    draft: await makePlan(db, board, 'DRAFT', 'Plan for next year'),
    invitationToken: await makeInvitation(db, board),
    passwordToken: await makePasswordLink(db),
    ...(await findRegister(db, board)),
    ...(await findFlagExamples(db, board)),
    nextMeeting: await findNextMeeting(db, board),
    ownSeat: await findOwnSeat(db, board),
    answerToken: await makeAnswerLink(db, board),
    registerImport: await makeWaitingRegister(db, board),
    ...(await findAgendaExamples(db, board)),
  }
}

async function idOf(db: Client, sql: string, ...values: string[]): Promise<string> {
  const { rows } = await db.query<{ id: string }>(sql, values)
  const [row] = rows
  if (!row || rows.length > 1) throw new Error(`The demonstration has ${rows.length} rows for: ${sql}`)
  return row.id
}

/** The document that waits at another board, as if it were a later version of the plan. */
async function makeLaterImport(db: Client, plan: string): Promise<string> {
  const id = newId()
  await db.query(
    `insert into plan_import (board_id, id, file_name, text_hash, document, headers, draft, state, into_plan_id,
       started_by_id, started_at, changed_at)
     select p.board_id, $1, 'later.txt', 'none', i.document, i.headers, i.draft, 'PREVIEW', p.id, i.started_by_id,
       now(), now()
     from plan p, plan_import i where p.id = $2 and i.state = 'PREVIEW' and i.into_plan_id is null`,
    [id, plan],
  )
  return id
}

function makeToken(): { token: string; hash: Buffer } {
  const token = randomBytes(32).toString('base64url')
  return { token, hash: createHash('sha256').update(token).digest() }
}

async function makeInvitation(db: Client, board: string): Promise<string> {
  const { token, hash } = makeToken()
  await db.query(
    `insert into invitation (scope_id, id, scope, role, email, organisation_id, token_hash, invited_by_id,
       invited_at, expires_at)
     select b.id, $2, 'BOARD', 'SCRUTINY', 'heather.marsh@fernshire.example', b.organisation_id, $3, p.id, now(),
       now() + interval '7 days'
     from board b, person p where b.id = $1 and p.name = $4`,
    [board, newId(), hash, coordinator],
  )
  return token
}

async function makePasswordLink(db: Client): Promise<string> {
  const { token, hash } = makeToken()
  await db.query(
    `insert into password_reset (id, person_id, token_hash, requested_at, expires_at)
     select $1, id, $2, now(), now() + interval '1 hour' from person where name = $3`,
    [newId(), hash, member],
  )
  return token
}

import type { Asked, Asking } from './asking.ts'
import { agendaOf, decidedAtFields } from './agendaQueries.ts'
import { attendanceQueries, meetingFields, registerImportFields } from './attendanceQueries.ts'
import { boardFlagFields, flagQueries, flagsHere } from './flagQueries.ts'
import type { Person } from '../support/worlds/oracle.ts'
import type { Table } from '../support/worlds/rows.ts'
import { platform } from '../support/worlds/world.ts'
import type { About, World } from '../support/worlds/world.ts'

/** How each query is asked; or why it shows nobody anything that the floor hides. */
export const queries: Record<string, ((asking: Asking) => Asked[]) | { exempt: string }> = {
  ...attendanceQueries,
  ...flagQueries,
  signInOptions: { exempt: 'is the same for everybody' },
  invitation: { exempt: 'is opened by the secret of a letter; test/api tries false, used and expired ones' },
  passwordResetLink: {
    exempt: 'is opened by the secret of a letter; test/api tries false, used and expired ones',
  },

  viewer: ({ person }) => [
    { field: 'viewer', selection: '__typename personId', refused: false, expected: { person: [person.id] } },
  ],

  regions: ({ sees }) => [
    { field: 'regions', selection: '__typename id', refused: false, expected: { region: sees('region') } },
  ],

  organisations: ({ person, home, reached, sees }) => [
    listed('organisations', 'organisation', sees('organisation')),
    listed('organisations(mine: true)', 'organisation', person.worksFor),
    ...home.regions.map(({ id }) =>
      listed(
        `organisations(regionId: "${id}")`,
        'organisation',
        reached
          .flatMap((world) => world.organisations)
          .filter((each) => each.regionId === id && sees('organisation').has(each.id))
          .map((each) => each.id),
      ),
    ),
  ],

  organisation: ({ home, other, sees }) =>
    [...home.organisations, ...other.organisations.slice(0, 1)].map(({ id }) => {
      const visible = sees('organisation').has(id)
      const place = [home, other]
      return {
        field: `organisation(id: "${id}")`,
        selection: `__typename id region { __typename id } partOf { organisationName } joined { organisationName }
          seats { ${seatFields} board { __typename id name } } grants { ${grantFields} } viewerCan { __typename }`,
        refused: false,
        expected: {
          organisation: visible ? only([id], sees('organisation')) : [],
          ...(visible && {
            seat: only(
              place
                .flatMap((world) => world.seats.filter((seat) => seat.organisationId === id))
                .map((seat) => seat.id),
              sees('seat'),
            ),
            grant: only(
              place
                .flatMap((world) => world.grants.filter((grant) => grant.scopeId === id))
                .map((grant) => grant.id),
              sees('grant'),
            ),
          }),
        },
      }
    }),

  agency: ({ person, home, other, sees }) =>
    [...home.organisations, ...other.organisations.slice(0, 1)].map(({ id }) => ({
      field: `agency(id: "${id}")`,
      selection: `__typename id name seats { ${seatFields} board { __typename id name } } grants { ${grantFields} }
        agencyActions { __typename id title planTitle boardName areaTitle } flags { __typename id words }`,
      refused: !person.holds('AGENCY_LEAD', id),
      expected: {
        flag: home.flags
          .filter((flag) => flag.organisationId === id && sees('flag').has(flag.id))
          .map((flag) => flag.id),
        organisation: [id],
        grant: home.grants.filter((grant) => grant.scopeId === id).map((grant) => grant.id),
      },
    })),

  boards: ({ person, reached, sees }) => {
    const tied = reached.flatMap((world) =>
      world.boards.filter((board) => person.tied(board.id)).map(({ id }) => id),
    )
    return [
      listed('boards', 'board', person.administrator ? sees('board') : tied),
      listed('boards(known: true)', 'board', sees('board')),
      listed('boards(mine: true)', 'board', tied),
    ]
  },

  board: ({ person, home, other, sees }) =>
    [...home.boards, ...other.boards.slice(0, 1)].map((board) => {
      const world = home.boards.includes(board) ? home : other
      const visible = sees('board').has(board.id)
      const readsPeople =
        person.administrator || person.holds('COORDINATOR', board.id) || person.holds('CHAIR', board.id)
      const here = (table: Table, rows: readonly { id: string; boardId: string }[]) =>
        only(
          rows.filter((row) => visible && row.boardId === board.id).map(({ id }) => id),
          sees(table),
        )
      const atScope = (rows: readonly { id: string; scopeId: string }[]) =>
        rows.filter((row) => visible && readsPeople && row.scopeId === board.id).map(({ id }) => id)
      const seats = new Set(here('seat', world.seats))
      return {
        field: `board(id: "${board.id}")`,
        selection: `__typename id name coordinators chairs parent { __typename id name } subGroups { __typename id name }
          council { __typename id name } seats { ${seatFields} organisation { __typename id name } }
          plans { __typename id title } imports { __typename id } grants { ${grantFields} }
          meetings { ${meetingFields} } strategyMeetings: meetings(kind: STRATEGY) { ${meetingFields} }
          attendanceSetting { __typename yearStartsMonth } quorums { __typename id }
          ${boardFlagFields}
          strategyKinds { __typename id invitees { __typename id organisation { __typename id name } personName } }
          attendanceSetting { __typename yearStartsMonth } ${boardFlagFields}
          attendancePublications { __typename id figures { held } }
          registerImports { ${registerImportFields} }
          invitations { __typename id } people { __typename person { __typename id name } email }
          summary${summaryOf(world, board.id)} { period { endsOn } parts { kind of label moves { now actions } } }`,
        refused: false,
        check: (answer) => (visible ? wrongSummary(answer, world, board.id, sees) : null),
        expected: {
          board: visible
            ? only(
                [
                  board.id,
                  ...(board.parentId ? [board.parentId] : []),
                  ...world.boards.filter((each) => each.parentId === board.id).map(({ id }) => id),
                ],
                sees('board'),
              )
            : [],
          seat: seats,
          deputy: here(
            'deputy',
            world.deputies.filter((deputy) => seats.has(deputy.seatId)),
          ),
          plan: here('plan', world.plans),
          plan_import: here('plan_import', world.imports),
          meeting: here('meeting', world.meetings),
          ...agendaOf(world, here('meeting', world.meetings), sees),
          strategy_kind: here('strategy_kind', world.strategyKinds),
          standard_invitee: here('standard_invitee', world.standardInvitees),
          register_mark: here('register_mark', world.marks),
          attendance_publication: here('attendance_publication', world.publications),
          quorum: here('quorum', world.quorums),
          ...flagsHere(world, here),
          register_import: here('register_import', world.registerImports),
          grant: atScope(world.grants),
          invitation: atScope(world.invitations),
        },
      }
    }),

  boardLog: ({ person, home, other }) =>
    [...home.boards, ...other.boards.slice(0, 1)].map(({ id }) => ({
      field: `boardLog(boardId: "${id}", first: 100)`,
      selection: 'events { __typename chainId sequence personName } people { personId }',
      refused: !person.holds('COORDINATOR', id) && !person.holds('CHAIR', id),
      expected: {
        audit_event: home.events
          .filter((event) => event.chainId === id)
          .map((event) => `${event.chainId} ${event.sequence}`),
      },
    })),

  knownPeople: ({ person, reached, sees }) => {
    const disabled = new Set(
      reached.flatMap((world) => world.people.filter((each) => each.disabled).map(({ id }) => id)),
    )
    const appoints = reached
      .flatMap((world) => [...world.boards, ...world.organisations])
      .some(({ id }) => person.holds('COORDINATOR', id) || person.holds('AGENCY_LEAD', id))
    return [
      {
        field: 'knownPeople',
        selection: '__typename id name',
        refused: !person.administrator && !appoints,
        // Whether somebody is disabled is known to those who see the account.
        expected: {
          person: [...sees('person')].filter((id) => !(disabled.has(id) && sees('account').has(id))),
        },
      },
    ]
  },

  people: ({ person, home, other }) =>
    [...home.people.slice(0, 3), ...other.people.slice(0, 1)].map(({ id }) => ({
      field: `people(search: "${id}")`,
      selection: 'people { __typename id name email }',
      refused: !person.administrator,
      expected: { account: [id] },
    })),

  outbox: ({ person, sees }) => [
    {
      field: 'outbox(first: 100)',
      selection: 'mails { __typename id }',
      refused: !person.administrator,
      expected: { mail: sees('mail') },
    },
  ],

  platformInvitations: ({ person, reached }) => [
    {
      field: 'platformInvitations',
      selection: '__typename id',
      refused: !person.administrator,
      expected: {
        invitation: reached
          .flatMap((world) => world.invitations)
          .filter((invitation) => invitation.scopeId === platform)
          .map(({ id }) => id),
      },
    },
  ],

  sessions: ({ person, home }) => [
    {
      // The one in use is not of the world: the answer is compared without it.
      field: 'sessions',
      selection: '__typename id current',
      refused: false,
      expected: {
        session: home.sessions
          .filter((session) => session.personId === person.id && !session.ended)
          .map(({ id }) => id),
      },
    },
  ],

  plan: ({ home, other, sees }) =>
    [...home.plans, ...other.plans.slice(0, 1)]
      .map<Asked>((plan) => {
        const visible = sees('plan').has(plan.id)
        return {
          field: `plan(id: "${plan.id}")`,
          selection: `__typename id title boardName agencies { __typename id name } people { __typename id name }
          areas { ${areaFields} actions { ${actionFields} ${linkFields} } }
          milestones { ${milestoneFields} } measureCounts { all } imports { __typename id } viewerCanImport`,
          refused: false,
          expected: {
            plan: visible ? [plan.id] : [],
            ...inAreas(home, sees, (row) => row.planId === plan.id),
            milestone: only(
              idsOf(home.milestones.filter(({ planId }) => visible && planId === plan.id)),
              sees('milestone'),
            ),
            plan_import: only(
              idsOf(home.imports.filter((each) => visible && each.intoPlanId === plan.id)),
              sees('plan_import'),
            ),
          },
        }
      })
      .concat(listsOf(home, other, sees)),

  area: ({ home, other, sees }) =>
    [...home.areas, ...other.areas.slice(0, 1)].map((area) => ({
      field: `area(id: "${area.id}")`,
      selection: `${areaFields} plan { __typename id title } sharedWithViewer { __typename id boardName receiverName }
        shareReceivers { boards { __typename id name } agencies { __typename id name } } actions { ${actionFields} }`,
      refused: false,
      expected: {
        plan: sees('plan_area').has(area.id) ? [area.planId] : [],
        ...inAreas(home, sees, (row) => row.areaId === area.id),
      },
    })),

  planAction: ({ home, other, sees }) =>
    [...home.actions, ...other.actions.slice(0, 1)].map(({ id, areaId }) => {
      const visible = sees('plan_action').has(id)
      return {
        field: `planAction(id: "${id}")`,
        selection: `${actionFields} area { __typename id } ${decidedAtFields}`,
        refused: false,
        expected: {
          plan_action: visible ? [id] : [],
          plan_area: visible ? [areaId] : [],
          meeting_action: visible
            ? only(
                idsOf(home.meetingActions.filter(({ inPlan }) => inPlan?.actionId === id)),
                sees('meeting_action'),
              )
            : [],
        },
      }
    }),

  measure: ({ home, other, sees }) =>
    [...home.measures, ...other.measures.slice(0, 1)].map(({ id, actionId }) => {
      const visible = sees('measure').has(id)
      return {
        field: `measure(id: "${id}")`,
        selection: `${measureFields} action { __typename id }`,
        refused: false,
        expected: {
          measure: visible ? [id] : [],
          plan_action: visible ? [actionId] : [],
          measure_result: visible
            ? only(idsOf(home.results.filter((result) => result.measureId === id)), sees('measure_result'))
            : [],
        },
      }
    }),

  milestone: ({ home, other, sees }) =>
    [...home.milestones, ...other.milestones.slice(0, 1)].map(({ id, planId, actionId }) => {
      const visible = sees('milestone').has(id)
      return {
        field: `milestone(id: "${id}")`,
        selection: `${milestoneFields} plan { __typename id } action { __typename id }`,
        refused: false,
        expected: {
          milestone: visible ? [id] : [],
          plan: visible ? [planId] : [],
          plan_action: visible && actionId !== null ? [actionId] : [],
        },
      }
    }),

  planImport: ({ home, other, sees }) =>
    [...home.imports, ...other.imports.slice(0, 1)].map(({ id, intoPlanId }) => ({
      field: `planImport(id: "${id}")`,
      selection: `__typename id agencies { __typename id name } plan { __typename id } intoPlan { __typename id }
        difference { compared items { key name } editedHere { name } } changes { added } builtOn`,
      refused: false,
      expected: {
        plan_import: only([id], sees('plan_import')),
        plan: sees('plan_import').has(id) && intoPlanId ? [intoPlanId] : [],
      },
    })),

  uploadPercentRead: ({ person, home, other, sees }) =>
    [...home.uploads, ...other.uploads.slice(0, 1)].map(({ id }) => ({
      field: `uploadPercentRead(id: "${id}")`,
      selection: '',
      refused: !home.boards.some((board) => person.holds('COORDINATOR', board.id)),
      expected: {},
      value: sees('upload').has(id) ? 0 : null,
    })),

  yourActions: ({ person, home, other }) => {
    const mine = new Set(person.worksOn(home))
    const asked = (filter: string, fits: (action: World['actions'][number]) => boolean): Asked => {
      const ids = idsOf(home.actions.filter((action) => mine.has(action.id) && fits(action)))
      return {
        field: `yourActions(filter: ${filter})`,
        selection: `all total boards { id name } actions { ${actionFields} }`,
        refused: false,
        expected: { plan_action: ids },
        check: countsAre({ all: mine.size, total: ids.length }),
      }
    }
    const inPerson = new Set(
      home.responsibles.flatMap(({ personId, actionId }) => (personId === person.id ? actionId : [])),
    )
    return [
      asked('{}', () => true),
      asked('{ whose: MINE }', ({ id }) => inPerson.has(id)),
      asked('{ whose: AGENCY }', ({ id }) => !inPerson.has(id)),
      ...home.boards.slice(0, 2).map(({ id }) => {
        // A board at which somebody has no action is left out of the filter.
        const known = home.actions.some((action) => action.boardId === id && mine.has(action.id))
        return asked(`{ board: "${id}" }`, (action) => !known || action.boardId === id)
      }),
      asked(`{ board: "${other.boards[0]?.id ?? ''}" }`, () => true),
    ]
  },

  boardReporting: ({ person, home, other, sees }) =>
    [...home.boards, ...other.boards.slice(0, 1)].map(({ id }) => ({
      field: `boardReporting(boardId: "${id}")`,
      selection: '__typename periods { period { name closedByName } counts { unreported } }',
      refused: !readsPeriods(person, home, sees, id),
      expected: {},
    })),

  boardPeriod: ({ person, home, other, sees }) =>
    [...home.boards, ...other.boards.slice(0, 1)].map(({ id }) => ({
      field: `boardPeriod(boardId: "${id}", startsOn: "2026-04-01")`,
      selection: 'actions { actionId title update { __typename id } }',
      refused: !readsPeriods(person, home, sees, id),
      expected: {},
    })),

  planHistory: ({ home, other, sees }) => [
    ...[...home.plans, ...other.plans.slice(0, 1)].map(({ id }) =>
      historyOf('PLAN', id, sees('plan'), home, sees, (about) => about.planId === id),
    ),
    ...[...home.actions, ...other.actions.slice(0, 1)].map(({ id }) =>
      historyOf('ACTION', id, sees('plan_action'), home, sees, (about) => about.actionId === id),
    ),
    ...[...home.areas, ...other.areas.slice(0, 1)].map(({ id }) =>
      historyOf('AREA', id, sees('plan_area'), home, sees, (about) =>
        about.recordType === 'PlanArea' ? about.recordId === id : areaOf(home, about) === id,
      ),
    ),
  ],

  sharedAreas: ({ person, home }) => [
    {
      field: 'sharedAreas',
      selection: '__typename id boardName receiverName areaTitle planTitle area { __typename id }',
      refused: false,
      expected: { area_share: person.receives(home) },
    },
  ],

  whyCanISee: ({ person, home, other, sees }) => [
    ...[...home.boards, ...other.boards.slice(0, 1)].map(({ id }) => ({
      field: `whyCanISee(record: PERIOD, id: "${id}:2026-04-01")`,
      selection: 'text',
      refused: !readsPeriods(person, home, sees, id),
      expected: {},
      filled: true,
    })),
    ...Object.entries(recordKinds).flatMap(([record, [table, keysOf]]) => {
      const keys = [...keysOf(home), ...keysOf(other).slice(0, 1)]
      const shown = keys.filter((key) => sees(table).has(key)).slice(0, 1)
      const hidden = keys.filter((key) => !sees(table).has(key)).slice(-1)
      return [...shown, ...hidden].map((key) => ({
        field: `whyCanISee(record: ${record}, id: "${key.replace(' ', ':')}")`,
        selection: 'text',
        refused: !sees(table).has(key),
        expected: {},
        filled: true,
      }))
    }),
  ],
}

/** An officer, and whoever sees an adopted plan of the board. */
function readsPeriods(person: Person, home: World, sees: Asking['sees'], boardId: string): boolean {
  return (
    person.holds('COORDINATOR', boardId) ||
    person.holds('CHAIR', boardId) ||
    home.plans.some((plan) => plan.boardId === boardId && plan.adopted && sees('plan').has(plan.id))
  )
}

/** The numbers in the board's log of what was done to a record and to what is in it. */
function historyOf(
  of: string,
  id: string,
  visible: ReadonlySet<string>,
  home: World,
  sees: Asking['sees'],
  inIt: (about: About) => boolean,
): Asked {
  const events = home.events.filter(
    ({ chainId, sequence, about }) =>
      about &&
      inIt(about) &&
      sees('audit_event').has(`${chainId} ${sequence}`) &&
      sees(tableOf[about.recordType]).has(about.recordId),
  )
  return {
    field: `planHistory(of: ${of}, id: "${id}", first: 100)`,
    selection: 'entries { sequence action { __typename id title } }',
    refused: false,
    expected: {},
    entries: true,
    value: visible.has(id)
      ? events
          .map(({ sequence }) => sequence)
          .toSorted((a, b) => b - a)
          .join(' ')
      : null,
  }
}

const tableOf: Record<About['recordType'], Table> = {
  Plan: 'plan',
  PlanArea: 'plan_area',
  PlanAction: 'plan_action',
  AreaComment: 'area_comment',
  AreaShare: 'area_share',
  Evidence: 'evidence',
  Measure: 'measure',
  MeasureResult: 'measure_result',
  Milestone: 'milestone',
  ProgressUpdate: 'progress_update',
}

/** The area in which something stands that is neither a plan nor an area. */
function areaOf(world: World, about: About): string | undefined {
  const rows = [
    ...world.actions,
    ...world.comments,
    ...world.shares,
    ...world.pieces,
    ...world.updates,
    ...world.measures,
    ...world.results,
    ...world.milestones,
  ]
  return rows.find((row) => row.id === about.recordId)?.areaId ?? undefined
}

const idsOf = (rows: readonly { id: string }[]) => rows.map(({ id }) => id)
const recordKinds: Record<string, [Table, (world: World) => string[]]> = {
  BOARD: ['board', (world) => idsOf(world.boards)],
  ORGANISATION: ['organisation', (world) => idsOf(world.organisations)],
  SEAT: ['seat', (world) => idsOf(world.seats)],
  GRANT: ['grant', (world) => idsOf(world.grants)],
  PERSON: ['person', (world) => idsOf(world.people)],
  PLAN: ['plan', (world) => idsOf(world.plans)],
  AREA: ['plan_area', (world) => idsOf(world.areas)],
  ACTION: ['plan_action', (world) => idsOf(world.actions)],
  COMMENT: ['area_comment', (world) => idsOf(world.comments)],
  SHARE: ['area_share', (world) => idsOf(world.shares)],
  IMPORT: ['plan_import', (world) => idsOf(world.imports)],
  ACTIVITY: ['activity', (world) => idsOf(world.activities)],
  EVIDENCE: ['evidence', (world) => idsOf(world.pieces)],
  UPDATE: ['progress_update', (world) => idsOf(world.updates)],
  MEASURE: ['measure', (world) => idsOf(world.measures)],
  MEASURE_RESULT: ['measure_result', (world) => idsOf(world.results)],
  MILESTONE: ['milestone', (world) => idsOf(world.milestones)],
  MEETING: ['meeting', (world) => idsOf(world.meetings)],
  LOG_EVENT: ['audit_event', (world) => world.events.map((event) => `${event.chainId} ${event.sequence}`)],
}

const seatFields = `__typename id holder { __typename id name } deputies { __typename id person { __typename id name } }`
const grantFields = `__typename id person { __typename id name }`
const areaFields = `__typename id title origins { field words } comments { __typename id } shares { __typename id boardName receiverName }`
const measureFields = `__typename id results { __typename id measure { __typename id } } latestResult { __typename id }
  judgement { words } periods { name }`
const milestoneFields = `__typename id state`
const actionFields = `__typename id title measures { ${measureFields} } milestones { ${milestoneFields} } expectedEvidence { __typename id } evidence { __typename id } activities { __typename id } responsible { __typename id organisationName personName } origins { field words } updates { __typename id } allUpdates { __typename id } place { boardName planTitle areaTitle }
  report { update { __typename id } awaiting { __typename id } missed { update { __typename id } } viewerCanWrite } pointers { words answer { __typename id } } viewerCanAnswer`

/** Actions that refer to one another stand in one plan. */
const linkFields = `seeAlso { __typename id title } referredToBy { __typename id title }`

const countsAre = (expected: Record<string, number>) => (answer: unknown) => {
  const found: Record<string, unknown> = typeof answer === 'object' && answer !== null ? { ...answer } : {}
  const wrong = Object.entries(expected).filter(([name, count]) => found[name] !== count)
  return wrong.length === 0
    ? null
    : wrong.map(([name, count]) => `${name}: ${String(found[name])} counted and not ${count}`).join(', ')
}

/** The list of a plan's actions in each view, by what one may choose from, and for an agency, a person and words. */
function listsOf(home: World, other: World, sees: Asking['sees']): Asked[] {
  return [...home.plans, ...other.plans.slice(0, 1)].flatMap((plan) => {
    const visible = sees('plan').has(plan.id)
    const actions = home.actions.filter(({ id, planId }) => planId === plan.id && sees('plan_action').has(id))
    const parts = home.responsibles.filter(
      ({ id, planId }) => planId === plan.id && sees('action_responsible').has(id),
    )
    const asked = (view: string, filter: string, fits: (id: string) => boolean, choices = ''): Asked => {
      const ids = idsOf(actions).filter(fits)
      return {
        field: `plan(id: "${plan.id}")`,
        selection: `actionList(view: ${view}, filter: ${filter}, page: 1) { all total
          groups { key label actions { __typename id title responsible } } } ${choices}`,
        refused: false,
        expected: { plan_action: visible ? ids : [] },
        check: (answer) => {
          const list =
            typeof answer === 'object' && answer !== null && 'actionList' in answer ? answer.actionList : null
          return visible ? countsAre({ all: actions.length, total: ids.length })(list) : null
        },
      }
    }
    // What nobody sees to have a part here is no filter.
    const known = (name: 'organisationId' | 'personId', id: string) => parts.some((one) => one[name] === id)
    const named = (name: 'organisationId' | 'personId', id: string) => (actionId: string) =>
      !known(name, id) || parts.some((one) => one[name] === id && one.actionId === actionId)
    const agency =
      home.responsibles.find(({ organisationId }) => organisationId)?.organisationId ??
      home.organisations[0]?.id ??
      ''
    const somebody = home.responsibles.find(({ personId }) => personId)?.personId ?? home.people[0]?.id ?? ''
    const choices = `actionChoices { areas { __typename id label } agencies { label } people { label } }`
    return [
      {
        ...asked('AREA', '{}', () => true, choices),
        expected: {
          plan_action: visible ? idsOf(actions) : [],
          plan_area: visible
            ? only(idsOf(home.areas.filter(({ planId }) => planId === plan.id)), sees('plan_area'))
            : [],
        },
      },
      asked('PERSON', `{ agency: "${agency}" }`, named('organisationId', agency)),
      asked('AGENCY', `{ who: "${somebody}" }`, named('personId', somebody)),
      asked('DEADLINE', `{ words: "${actions[0]?.id ?? 'nothing'}" }`, (id) => id === actions[0]?.id),
      asked('DEADLINE', `{ due: OVERDUE }`, () => false),
    ]
  })
}

const dayOfUpdate = (index: number) => new Date(Date.UTC(2026, 0, 1 + index)).toISOString().slice(0, 10)

/** Asks for the period of one of the board's updates, where it has one. */
function summaryOf(world: World, boardId: string): string {
  const index = world.updates.findIndex((update) => update.boardId === boardId && update.authorised)
  return index < 0 ? '' : `(startsOn: "${dayOfUpdate(index)}")`
}

/** A summary counts what is seen of the board's adopted plans, and nothing else. */
function wrongSummary(answer: unknown, world: World, boardId: string, sees: Asking['sees']): string | null {
  // The document asks for exactly these fields.
  const { summary } = answer as {
    summary: {
      period: { endsOn: string }
      parts: { kind: string; of: string; moves: { now: string | null; actions: number }[] }[]
    }
  }
  const adopted = new Set(idsOf(world.plans.filter((plan) => plan.boardId === boardId && plan.adopted)))
  const actions = world.actions.filter(({ id, planId }) => adopted.has(planId) && sees('plan_action').has(id))
  const reported = world.updates.filter(
    (update, index) =>
      adopted.has(update.planId) &&
      update.authorised &&
      sees('progress_update').has(update.id) &&
      dayOfUpdate(index) === summary.period.endsOn,
  )
  const pairs = new Set(
    world.responsibles
      .filter(
        ({ id, planId, organisationId }) =>
          adopted.has(planId) && organisationId && sees('action_responsible').has(id),
      )
      .map(({ actionId, organisationId }) => `${actionId} ${organisationId ?? ''}`),
  )
  const of = (kind: string) => summary.parts.filter((part) => part.kind === kind)
  const count = (kind: string, mine = (_now: string | null) => true) =>
    of(kind)
      .flatMap(({ moves }) => moves)
      .reduce((sum, { now, actions: moved }) => sum + (mine(now) ? moved : 0), 0)
  const found = {
    actions: count('BOARD'),
    inPlans: count('PLAN'),
    inAreas: count('AREA'),
    ofAgencies: count('AGENCY'),
    reported: count('BOARD', (now) => now !== null),
  }
  const areas = of('AREA').map((part) => part.of)
  const hidden = areas.filter((id) => !sees('plan_area').has(id))
  if (hidden.length > 0) return `areas counted and not to be seen: ${hidden.join(', ')}`
  return countsAre({
    actions: actions.length,
    inPlans: actions.length,
    inAreas: actions.length,
    ofAgencies: pairs.size,
    reported: new Set(reported.map(({ actionId }) => actionId)).size,
  })(found)
}

/** What stands in areas of the world, as far as it is seen. */
function inAreas(
  world: World,
  sees: Asking['sees'],
  mine: (row: { planId: string; areaId: string }) => boolean,
): Partial<Record<Table, string[]>> {
  const areas = world.areas.map((area) => ({ ...area, areaId: area.id })).filter(mine)
  const open = new Set(only(idsOf(areas), sees('plan_area')))
  const rows = (table: Table, all: readonly { id: string; areaId: string }[]) =>
    only(idsOf(all.filter((row) => open.has(row.areaId))), sees(table))
  return {
    plan_area: [...open],
    plan_action: rows('plan_action', world.actions),
    expected_evidence: rows('expected_evidence', world.evidence),
    activity: rows('activity', world.activities),
    evidence: rows('evidence', world.pieces),
    action_responsible: rows('action_responsible', world.responsibles),
    progress_update: rows('progress_update', world.updates),
    measure: rows('measure', world.measures),
    measure_result: rows('measure_result', world.results),
    milestone: rows(
      'milestone',
      world.milestones.flatMap(({ id, areaId }) => (areaId === null ? [] : [{ id, areaId }])),
    ),
    area_comment: rows('area_comment', world.comments),
    area_share: rows('area_share', world.shares),
  }
}

function listed(field: string, table: Table, keys: Iterable<string>): Asked {
  return { field, selection: '__typename id name', refused: false, expected: { [table]: keys } }
}

function only(keys: readonly string[], seen: ReadonlySet<string>): string[] {
  return keys.filter((key) => seen.has(key))
}

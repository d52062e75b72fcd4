import { todayInLondon } from '@boardwork/shared/board/dates.ts'
import { openPeriods, periodState } from '@boardwork/shared/plan/reportingPeriod.ts'
import { whyNotStep } from '@boardwork/shared/plan/updateState.ts'
import { nothingDue, readPlace, writePlace } from '@boardwork/shared/plan/yourActions.ts'
import { may } from '../../../access/policy.ts'
import type { RequestContext } from '../../../access/requestContext.ts'
import { reportingOf } from '../period/period.reads.ts'
import { updatePolicy } from '../plan.policy.ts'
import { actionsById, stands } from '../plan.reads.ts'
import type { TreeAction } from '../planTree.ts'
import { subjectsOfUpdates } from '../update/update.reads.ts'
import type { YourActions, YourFilterInput } from './yourActions.results.ts'

const pageSize = 25

type Page = Omit<YourActions, 'actions'> & { actions: TreeAction[] }

interface Found {
  rows: { id: string; dueOn: string }[]
  all: number
  total: number
  remaining: number
  boards: { id: string; name: string }[]
  placed: boolean
}

/**
 * A page of the actions of adopted plans in which the viewer, or an agency that they sit for or lead, has a part:
 * those whose update is due first before the others. As many statements for three actions as for three thousand.
 */
export async function readYourActions(
  context: RequestContext,
  filter: YourFilterInput,
  after: string | null,
): Promise<Page> {
  const values: unknown[] = []
  const bind = (value: unknown) => `$${values.push(value)}`
  const { open, known } = await openPeriodsOfMine(context, bind)
  const board = filter.board !== null && known.has(filter.board) ? filter.board : null
  const place = after === null ? null : readPlace(after)
  const conditions = [
    ...(board === null ? [] : [`due.board_id = ${bind(board)}`]),
    ...(filter.status === null
      ? []
      : [`latest.status ${filter.status === 'NONE' ? 'is null' : `= ${bind(filter.status)}`}`]),
    ...(filter.whose === null
      ? []
      : [`due.id ${filter.whose === 'MINE' ? '' : 'not '}in (select action_id from in_person)`]),
    ...(filter.due === null || filter.due === 'DECIDE' ? [] : [`due.state = ${bind(filter.due)}`]),
    ...(filter.due === 'DECIDE' ? [`due.id = any(${bind(await actionsToDecide(context))}::uuid[])`] : []),
  ]
  const key = (row: string, dueOn: string) =>
    `(${dueOn}, ${row}.board_id, ${row}.plan_id, ${row}.area_id, ${row}.position, ${row}.id)`
  const behind = place
    ? `where ${key('chosen', 'chosen.due_on')} > (select ${bind(place.dueOn)}::date, board_id, plan_id, area_id, position, id
        from mine where id = ${bind(place.id)})`
    : ''
  const statement = `${mine}, ${open},
    in_person as (select action_id from action_responsible where person_id = (select access.me())),
    chosen as (select due.* from due
      ${
        filter.status === null
          ? ''
          : `left join lateral (select status from progress_update where action_id = due.id and ${stands}
            order by period_ends_on desc, written_at desc limit 1) latest on true`
      }
      ${conditions.length > 0 ? `where ${conditions.join(' and ')}` : ''}),
    rest as (select chosen.* from chosen ${behind})
    select (select count(*)::int from mine) as "all", (select count(*)::int from chosen) as total,
      (select count(*)::int from rest) as remaining,
      ${place ? `exists (select from mine where id = ${bind(place.id)})` : 'true'} as placed,
      (select coalesce(json_agg(r), '[]') from (select id, due_on::text as "dueOn" from rest
        order by ${key('rest', 'due_on').slice(1, -1)} limit ${pageSize}) r) as rows,
      (select coalesce(json_agg(r), '[]') from (select m.board_id as id, coalesce(b.name, 'Another board') as name
        from (select distinct board_id from mine) m left join board b on b.id = m.board_id order by b.name, m.board_id limit 500) r) as boards`
  // Without a name: the plan that suits any number of actions would be a bad one for thousands.
  const [found] = await context.rows<Found>(statement, values)
  if (!found) throw new Error('A list without a line is still a list.')
  // The action behind which the page begins is no longer one of the viewer's.
  if (!found.placed) {
    const first = await readYourActions(context, filter, null)
    return { ...first, ignored: [...first.ignored, 'after'] }
  }
  const last = found.rows.at(-1)
  const actions = await context.loader(actionsById).loadMany(found.rows.map(({ id }) => id))
  return {
    actions: actions.flatMap((action) => (action && !(action instanceof Error) ? action : [])),
    all: found.all,
    total: found.total,
    before: found.total - found.remaining,
    next: last && found.remaining > pageSize ? writePlace(last) : null,
    ignored: board === filter.board ? [] : ['board'],
    boards: found.boards,
  }
}

/** Within a plan by area as they came in: where an area stands would have to be looked up for each action. */
const mine = `with mine as materialized (
    select id, board_id, plan_id, area_id, position from plan_action
    where id = any((select access.my_actions())::uuid[]))`

/**
 * The parts of a statement that say when the update of each action is due: for the oldest open period of its plan for
 * which nothing was submitted. Which periods are open follows from calendars, whose rule is known here: the database
 * is told the open periods of each plan.
 */
async function openPeriodsOfMine(
  context: RequestContext,
  bind: (value: unknown) => string,
): Promise<{ open: string; known: ReadonlySet<string> }> {
  const plans = await context.rows<{ id: string; boardId: string; adoptedOn: string }>(
    `select p.id, p.board_id as "boardId", (p.adopted_at at time zone 'Europe/London')::date::text as "adoptedOn"
    from plan p where p.id in (select plan_id from plan_action where id = any((select access.my_actions())::uuid[]))`,
    [],
    'plans of your actions',
  )
  const today = todayInLondon()
  const periods = await Promise.all(
    plans.map(async ({ id, boardId, adoptedOn }) => {
      const { calendars, closings } = await reportingOf(context, boardId)
      return openPeriods(calendars, adoptedOn, new Set(closings.keys()), today).map((period) => ({
        id,
        endsOn: period.endsOn,
        dueOn: period.dueOn,
        state: periodState(period, false, today),
      }))
    }),
  )
  const rows = periods.flat()
  const column = (values: readonly string[], type: string) => `${bind(values)}::${type}[]`
  const known = new Set(plans.map(({ boardId }) => boardId))
  // "Not in" and not "not exists": so that the database looks the reported periods up in a table that it makes once.
  const open = `open as (select * from unnest(${column(
    rows.map(({ id }) => id),
    'uuid',
  )}, ${column(
    rows.map(({ endsOn }) => endsOn),
    'date',
  )}, ${column(
    rows.map(({ dueOn }) => dueOn),
    'date',
  )}, ${column(
    rows.map(({ state }) => state),
    'text',
  )}) as o(plan_id, ends_on, due_on, state)),
    open_of as materialized (select plan_id, array_agg(ends_on order by ends_on) as ends,
      array_agg(due_on order by ends_on) as dues, array_agg(state order by ends_on) as states
      from open group by plan_id),
    due as (select m.*, coalesce(o.due_on, date '${nothingDue}') as due_on, coalesce(o.state, 'NOTHING') as state
      from mine m left join open_of on open_of.plan_id = m.plan_id
      left join lateral (
        select o.due_on, o.state from unnest(open_of.ends, open_of.dues, open_of.states) o(ends_on, due_on, state)
        where (m.id, o.ends_on) not in (
          select u.action_id, u.period_ends_on from progress_update u
          where u.board_id = any(${column([...known], 'uuid')})
            and u.period_ends_on >= ${bind(rows.map(({ endsOn }) => endsOn).toSorted()[0] ?? null)}::date
            and u.corrects_id is null and u.state in ('SUBMITTED', 'AUTHORISED'))
        order by o.ends_on limit 1) o on true)`
  return { open, known }
}

/** The actions of which an update waits for the viewer to authorise it. */
async function actionsToDecide(context: RequestContext): Promise<string[]> {
  const rows = await context.rows<{ id: string; actionId: string; correction: boolean; period: string }>(
    `select id, action_id as "actionId", corrects_id is not null as correction, period from progress_update
    where state = 'SUBMITTED' and action_id = any((select access.my_actions())::uuid[]) limit 5000`,
    [],
    'updates that wait',
  )
  const viewer = await context.viewer()
  const subjects = await context.loader(subjectsOfUpdates).loadMany(rows.map(({ id }) => id))
  return rows.flatMap(({ actionId, correction, period }, index) => {
    const subject = subjects[index]
    if (!subject || subject instanceof Error) return []
    const held = subject.closed && !correction ? period : null
    const waits = !whyNotStep('AUTHORISE', 'SUBMITTED', held) && may(viewer, updatePolicy.authorise, subject)
    return waits ? [actionId] : []
  })
}

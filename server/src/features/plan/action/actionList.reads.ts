import { periodAskedFor } from '@boardwork/shared/plan/reportingPeriod.ts'
import type { Period } from '@boardwork/shared/plan/reportingPeriod.ts'
import { addDays, todayInLondon } from '@boardwork/shared/board/dates.ts'
import type { ActionStatus } from '@boardwork/shared/plan/actionStatus.ts'
import type { ActionFilter, PlanView } from '@boardwork/shared/plan/actionFilter.ts'
import {
  DueGroup,
  deadlineEnd,
  dueBounds,
  dueGroupName,
  dueGroupOf,
  lastDeadline,
} from '@boardwork/shared/plan/dueGroup.ts'
import type { RequestContext } from '../../../access/requestContext.ts'
import type { ActionChoices, ActionGroup, ActionList } from './actionList.results.ts'
import { reportingOf } from '../period/period.reads.ts'
import { stands } from '../plan.reads.ts'
import type { PlanRow } from '../plan.reads.ts'
import { pointersOfActions } from '../pointer/pointer.reads.ts'

/** Most plans are read through on one page. */
const pageSize = 100

type List = Pick<ActionList, keyof ActionList>

/** Who leads an action or is responsible for it; who only authorises its updates has no part here. */
const part = `part <> 'AUTHORISING'`
const who = 'coalesce(r.person_id::text, r.post_title)'

interface Values {
  /** Adds a value, and gives the place that stands for it in the statement. */
  bind: (value: unknown) => string
  all: unknown[]
}

function makeValues(planId: string): Values {
  const all: unknown[] = [planId]
  return { all, bind: (value) => `$${all.push(value)}` }
}

/** A page of a plan's actions, as far as they are visible and fit the filter: as many statements for any plan. */
export async function readActionList(
  context: RequestContext,
  plan: PlanRow,
  view: PlanView,
  given: ActionFilter,
  page: number,
): Promise<List> {
  const { filter, ignored } = await knownHere(context, plan, given)
  const today = todayInLondon()
  const values = makeValues(plan.id)
  let chosen = await chosenActions(context, plan, view, filter, values, today)
  if (filter.openPointers) {
    const ids = await context.rows<{ id: string }>(
      `with ${chosen} select distinct id from chosen`,
      values.all,
    )
    const doubtful = await withOpenPointers(
      context,
      ids.map(({ id }) => id),
    )
    chosen += `, doubtful as (select unnest(${values.bind(doubtful)}::uuid[]) as id)`
  }
  const lines = filter.openPointers
    ? '(select * from chosen where id in (select id from doubtful))'
    : 'chosen'
  const skipped = values.bind((page - 1) * pageSize)
  const statement = `with ${chosen},
    lines as (select * from ${lines}),
    shown as (select *, row_number() over () as line from (
      select * from lines order by rank, label nulls last, key nulls last, due_on, area_position, position, id
      offset ${skipped} limit ${pageSize}) page)
    select (select count(*)::int from plan_action where plan_id = $1) as "all",
      (select count(${view === 'AGENCY' || view === 'PERSON' ? 'distinct id' : '*'})::int from lines) as total,
      (select count(*)::int from lines) as lines,
      (select coalesce(json_object_agg(coalesce(key, ''), count), '{}') from (
        select key, count(*) from lines where key is null or key in (select key from shown) group by key) c) as "perGroup",
      (select coalesce(json_agg(r order by r.line), '[]') from (${shownColumns}) r) as rows`
  // Without a name: the plan of the statement that suits a plan of any size would be a bad one for thousands of actions.
  const [found] = await context.rows<{
    all: number
    total: number
    lines: number
    perGroup: Record<string, number>
    rows: ShownRow[]
  }>(statement, values.all)
  const { all = 0, total = 0, lines: count = 0, perGroup = {}, rows = [] } = found ?? {}
  const pages = Math.max(1, Math.ceil(count / pageSize))
  if (page > pages) {
    // The plan has become shorter since the address was written down.
    const last = await readActionList(context, plan, view, given, pages)
    return { ...last, ignored: [...last.ignored, 'page'] }
  }
  return {
    all,
    total,
    lines: count,
    before: (page - 1) * pageSize,
    page,
    pages,
    ignored,
    groups: groupsOf(rows, perGroup, view, today),
  }
}

interface ShownRow {
  key: string | null
  label: string | null
  id: string
  reference: string
  title: string
  status: ActionStatus | null
  percentComplete: number | null
  period: string | null
  deadlines: string[]
  responsible: string[]
  parts: number
}

/** The light row of an action: its own words stay on its own page. */
const shownColumns = `
  select shown.line, shown.key,
    coalesce(shown.label, case when shown.key = a.area_id::text then nullif(trim(area.reference || ' ' || area.title), '') end) as label, a.id, a.reference,
    case when length(a.title) > 300 then left(a.title, 299) || '…' else a.title end as title,
    u.status, u.percent_complete as "percentComplete", u.period,
    array(select deadline from expected_evidence e where e.action_id = a.id and deadline is not null
      group by deadline order by min(e.position), deadline limit 100) as deadlines,
    array(select concat_ws(', ', r.post_title, person.name, o.name) from action_responsible r
      left join person on person.id = r.person_id left join organisation o on o.id = r.organisation_id
      where r.action_id = a.id and ${part} order by r.part, r.position limit 5) as responsible,
    (select count(*)::int from action_responsible r where r.action_id = a.id and ${part}) as parts
  from shown join plan_action a on a.id = shown.id
  join plan_area area on area.board_id = a.board_id and area.id = a.area_id
  left join lateral (select status, percent_complete, period from progress_update
    where action_id = a.id and ${stands} order by period_ends_on desc, written_at desc limit 1) u on true`

function groupsOf(
  rows: readonly ShownRow[],
  perGroup: Record<string, number>,
  view: PlanView,
  today: string,
): ActionGroup[] {
  const groups = new Map<string, ActionGroup>()
  for (const { key, label, deadlines, parts, ...row } of rows) {
    const count = perGroup[key ?? ''] ?? 0
    const group = groups.get(key ?? '') ?? {
      key: key ?? '',
      label: labelOf(key, label, view),
      count,
      actions: [],
    }
    groups.set(group.key, group)
    const dueOn = lastDeadline(deadlines)
    group.actions.push({
      ...row,
      deadlines: deadlines.slice(0, 10).map((text) => ({ text, isDate: deadlineEnd(text).latest !== null })),
      dueOn,
      due: dueGroupOf(dueOn, row.status === 'COMPLETE', today),
      moreResponsible: parts - row.responsible.length,
    })
  }
  return [...groups.values()]
}

function labelOf(key: string | null, label: string | null, view: PlanView): string {
  if (view === 'DEADLINE')
    return dueGroupName[Object.values(DueGroup).find((group) => group === key) ?? 'NO_DATE']
  if (label) return label
  if (view === 'AREA') return 'Area without a title'
  if (key) return view === 'AGENCY' ? anotherAgency : anotherPerson
  return view === 'AGENCY' ? 'No agency is named' : 'No person or post is named'
}

const anotherAgency = 'An agency that you may not look up'
const anotherPerson = 'Somebody whom you may not look up'

/** By what each view groups and in which order: a key, its name, and what comes before the name. */
const views: Record<PlanView, { join: string; key: string; label: string; rank: string }> = {
  AREA: {
    join: '',
    key: 'a.area_id::text',
    label: 'null',
    rank: 'area.position',
  },
  AGENCY: {
    join: `left join (select distinct action_id, organisation_id from action_responsible
      where plan_id = $1 and ${part} and organisation_id is not null) r on r.action_id = a.id
      left join organisation o on o.id = r.organisation_id`,
    key: 'r.organisation_id::text',
    label: 'o.name',
    rank: '0',
  },
  PERSON: {
    join: `left join (select distinct action_id, person_id, case when person_id is null then post_title end as post_title
      from action_responsible where plan_id = $1 and ${part} and (person_id is not null or post_title is not null)) r
      on r.action_id = a.id left join person on person.id = r.person_id`,
    key: who,
    label: 'coalesce(person.name, r.post_title)',
    rank: '0',
  },
  DEADLINE: {
    join: '',
    key: 'due.group',
    label: 'null',
    rank: `array_position(array[${Object.values(DueGroup)
      .map((group) => `'${group}'`)
      .join(', ')}], due.group)`,
  },
}

/** The parts of a statement that choose the lines of the list: `chosen`, and what it stands on. */
async function chosenActions(
  context: RequestContext,
  plan: PlanRow,
  view: PlanView,
  filter: ActionFilter,
  values: Values,
  today: string,
): Promise<string> {
  const { bind } = values
  const { join, key, label, rank } = views[view]
  const asksDue =
    view === 'DEADLINE' ||
    [filter.due, filter.withinDays, filter.dueFrom, filter.dueTo].some((value) => value !== null)
  const due = asksDue ? await dueOfActions(context, plan, bind, today) : null
  const conditions = ['a.plan_id = $1']
  if (filter.area !== null) conditions.push(`a.area_id = ${bind(filter.area)}`)
  if (filter.status !== null)
    conditions.push(
      filter.status === 'NONE' ? 'latest.status is null' : `latest.status = ${bind(filter.status)}`,
    )
  const named = (condition: string) =>
    `a.id in (select r.action_id from action_responsible r where r.plan_id = $1 and r.${part} and ${condition})`
  if (filter.agency !== null) conditions.push(named(`r.organisation_id = ${bind(filter.agency)}`))
  if (filter.who !== null) conditions.push(named(`${who} = ${bind(filter.who)}`))
  // Who groups by agency or person and has chosen one, looks at that one.
  if (view === 'AGENCY' && filter.agency !== null) conditions.push(`${key} = ${bind(filter.agency)}`)
  if (view === 'PERSON' && filter.who !== null) conditions.push(`${key} = ${bind(filter.who)}`)
  if (filter.due !== null) conditions.push(`due.group = ${bind(filter.due)}`)
  // What is complete is not due any more, and what is overdue was due before.
  const dueBetween = (from: string | null, to: string | null) =>
    conditions.push(
      `due.group <> 'DONE'`,
      ...(from ? [`due.due_on >= ${bind(from)}`] : []),
      ...(to ? [`due.due_on <= ${bind(to)}`] : []),
    )
  if (filter.withinDays !== null) dueBetween(today, addDays(today, filter.withinDays))
  if (filter.dueFrom !== null || filter.dueTo !== null) dueBetween(filter.dueFrom, filter.dueTo)
  if (filter.words !== null) {
    const words = bind(`%${filter.words.replace(/[\\%_]/g, '\\$&')}%`)
    conditions.push(`(a.reference ilike ${words} or a.title ilike ${words} or a.id in (
      select r.action_id from action_responsible r left join person on person.id = r.person_id
      left join organisation o on o.id = r.organisation_id
      where r.plan_id = $1 and (r.post_title ilike ${words} or person.name ilike ${words} or o.name ilike ${words})))`)
  }
  const period = filter.noUpdate ? await periodOfPlan(context, plan) : null
  if (period)
    conditions.push(`not exists (select from progress_update u where u.action_id = a.id
      and u.period_ends_on = ${bind(period.endsOn)} and ${stands})`)
  const asksLatest = filter.status !== null || due !== null
  return `${
    asksLatest
      ? `latest as (select distinct on (action_id) action_id, status from progress_update
        where plan_id = $1 and ${stands} order by action_id, period_ends_on desc, written_at desc),`
      : ''
  } ${due ?? ''} chosen as (select a.id, area.position as area_position, a.position, ${due ? 'due.due_on' : 'null'} as due_on,
      ${key} as key, ${label} as label, ${rank} as rank
    from plan_action a join plan_area area on area.board_id = a.board_id and area.id = a.area_id ${join}
    ${asksLatest ? 'left join latest on latest.action_id = a.id' : ''} ${due ? 'join due on due.id = a.id' : ''}
    where ${conditions.join(' and ')})`
}

/**
 * When each action is due. What words mean is known here and not to the database, which is therefore told what each
 * of the plan's different words means: they are few, however many actions it has.
 */
async function dueOfActions(
  context: RequestContext,
  plan: PlanRow,
  bind: Values['bind'],
  today: string,
): Promise<string> {
  const rows = await context.rows<{ deadline: string }>(
    'select distinct deadline from expected_evidence where plan_id = $1 and deadline is not null limit 20000',
    [plan.id],
    'deadlines of a plan',
  )
  const ends = rows.map(({ deadline }) => ({ deadline, ...deadlineEnd(deadline) }))
  const bounds = dueBounds(today)
  const column = (values: readonly unknown[], type: string) => `${bind(values)}::${type}[]`
  return `last_day as (
      select e.action_id, case when not bool_or(m.endless) then max(m.latest) end as due_on
      from expected_evidence e join unnest(${column(
        ends.map((end) => end.deadline),
        'text',
      )},
        ${column(
          ends.map((end) => end.latest),
          'date',
        )}, ${column(
          ends.map((end) => end.endless),
          'boolean',
        )})
        as m(deadline, latest, endless) on m.deadline = e.deadline
      where e.plan_id = $1 group by e.action_id),
    due as (select a.id, l.due_on, case when latest.status = 'COMPLETE' then 'DONE' when l.due_on is null then 'NO_DATE'
        when l.due_on < ${bind(today)}::date then 'OVERDUE' when l.due_on <= ${bind(bounds.month)}::date then 'MONTH'
        when l.due_on <= ${bind(bounds.quarter)}::date then 'QUARTER' else 'LATER' end as group
      from plan_action a left join last_day l on l.action_id = a.id left join latest on latest.action_id = a.id
      where a.plan_id = $1),`
}

/** The filter without what there is not in this plan: an address may be old, or of another plan. */
async function knownHere(
  context: RequestContext,
  plan: PlanRow,
  given: ActionFilter,
): Promise<{ filter: ActionFilter; ignored: string[] }> {
  const filter = { ...given }
  const ignored: string[] = []
  if (given.noUpdate && plan.state === 'DRAFT') {
    filter.noUpdate = false
    ignored.push('noUpdate')
  }
  if (given.area === null && given.agency === null && given.who === null) return { filter, ignored }
  const [known] = await context.rows<Record<'area' | 'agency' | 'who', boolean>>(
    `select exists (select from plan_area where plan_id = $1 and id = $2) as area,
      exists (select from action_responsible where plan_id = $1 and organisation_id = $3) as agency,
      exists (select from action_responsible r where plan_id = $1 and ${who} = $4) as who`,
    [plan.id, given.area, given.agency, given.who],
  )
  for (const name of ['area', 'agency', 'who'] as const) {
    if (given[name] === null || known?.[name]) continue
    filter[name] = null
    ignored.push(name)
  }
  return { filter, ignored }
}

async function withOpenPointers(context: RequestContext, ids: readonly string[]): Promise<string[]> {
  const found = await context.loader(pointersOfActions).loadMany(ids)
  return ids.filter((_, index) => {
    const pointers = found[index]
    return Array.isArray(pointers) && pointers.some(({ answer }) => answer === null)
  })
}

/** The period whose updates are asked for now; null while the plan is a draft. */
async function periodOfPlan(context: RequestContext, plan: PlanRow): Promise<Period | null> {
  if (!plan.adoptedAt) return null
  const reporting = await reportingOf(context, plan.boardId)
  const adoptedOn = todayInLondon(new Date(plan.adoptedAt))
  return periodAskedFor(reporting.calendars, adoptedOn, new Set(reporting.closings.keys()), todayInLondon())
}

/** By what the actions of a plan can be chosen. */
export async function readActionChoices(context: RequestContext, plan: PlanRow): Promise<ActionChoices> {
  const list = (query: string) => `(select coalesce(json_agg(r), '[]') from (${query}) r)`
  const [choices] = await context.rows<Omit<ActionChoices, 'period'>>(
    `select ${list(`
      select area.id, coalesce(nullif(trim(area.reference || ' ' || area.title), ''), 'Area without a title') as label,
        coalesce(c.actions, 0) as actions
      from plan_area area left join (select area_id, count(*) as actions from plan_action where plan_id = $1 group by 1) c
        on c.area_id = area.id
      where area.plan_id = $1 order by area.position limit 500`)} as areas,
    ${list(`
      select r.value, coalesce(o.name, '${anotherAgency}') as label from (
        select distinct organisation_id as value from action_responsible
        where plan_id = $1 and ${part} and organisation_id is not null) r
      left join organisation o on o.id = r.value order by o.name nulls last, r.value limit 500`)} as agencies,
    ${list(`
      select coalesce(r.person_id::text, r.post) as value, coalesce(person.name, r.post, '${anotherPerson}') as label
      from (select distinct person_id, case when person_id is null then post_title end as post from action_responsible
        where plan_id = $1 and ${part} and (person_id is not null or post_title is not null)) r
      left join person on person.id = r.person_id order by 2, 1 limit 500`)} as people`,
    [plan.id],
    'choices of a plan',
  )
  const period = await periodOfPlan(context, plan)
  return { areas: [], agencies: [], people: [], ...choices, period: period?.name ?? null }
}

/** How many things about the actions of a plan do not seem to fit and have no answer. */
export async function countOpenPointers(context: RequestContext, plan: PlanRow): Promise<number> {
  const rows = await context.rows<{ id: string }>(
    'select id from plan_action where plan_id = $1 limit 5000',
    [plan.id],
  )
  const found = await context.loader(pointersOfActions).loadMany(rows.map(({ id }) => id))
  return found.flatMap((pointers) =>
    Array.isArray(pointers) ? pointers.filter(({ answer }) => !answer) : [],
  ).length
}

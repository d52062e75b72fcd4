/** The whole-plan screen as this server is asked for it. */
export const ourPlan = `query Plan($id: ID!) {
  plan(id: $id) {
    id title state
    areas { id reference title
      actions { id reference title
        updates { period status percentComplete } } }
  }
}`

/** The same as PostGraphile names it. */
export const postgraphilePlan = `query Plan($id: UUID!) {
  allPlans(condition: { id: $id }) { nodes {
    id title state
    planAreasByBoardIdAndPlanId(orderBy: POSITION_ASC) { nodes { id reference title
      planActionsByBoardIdAndPlanIdAndAreaId(orderBy: POSITION_ASC) { nodes { id reference title
        progressUpdatesByBoardIdAndPlanIdAndAreaIdAndActionId(orderBy: PERIOD_ENDS_ON_ASC) { nodes {
          period status percentComplete } } } } } }
  } }
}`

/** The same as one statement that builds the JSON itself. */
export const onePlan = `select json_build_object('data', json_build_object('plan', (
  select json_build_object('id', p.id, 'title', p.title, 'state', p.state, 'areas', (
    select coalesce(json_agg(json_build_object('id', a.id, 'reference', a.reference, 'title', a.title, 'actions', (
      select coalesce(json_agg(json_build_object('id', c.id, 'reference', c.reference, 'title', c.title, 'updates', (
        select coalesce(json_agg(json_build_object('period', u.period, 'status', u.status,
          'percentComplete', u.percent_complete) order by u.period_ends_on), '[]')
        from progress_update u where u.action_id = c.id)) order by c.position), '[]')
      from plan_action c where c.area_id = a.id)) order by a.position), '[]')
    from plan_area a where a.plan_id = p.id))
  from plan p where p.id = $1)))::text as answer`

/** The first page of a large plan, by area. */
export const ourList = `query List($id: ID!) {
  plan(id: $id) {
    id title state
    actionList(view: AREA, filter: {}, page: 1) {
      all total
      groups { key label count
        actions { id reference title status percentComplete period deadlines { text } responsible } } }
  }
}`

export const postgraphileList = `query List($id: UUID!) {
  allPlans(condition: { id: $id }) { nodes { id title state } }
  allPlanActions(condition: { planId: $id }, first: 100, orderBy: [AREA_ID_ASC, POSITION_ASC]) {
    totalCount
    nodes { id reference title
      planAreaByBoardIdAndPlanIdAndAreaId { id reference title }
      progressUpdatesByBoardIdAndPlanIdAndAreaIdAndActionId(first: 1, orderBy: PERIOD_ENDS_ON_DESC) { nodes {
        status percentComplete period } }
      expectedEvidencesByBoardIdAndPlanIdAndAreaIdAndActionId(orderBy: POSITION_ASC) { nodes { deadline } }
      actionResponsiblesByBoardIdAndPlanIdAndAreaIdAndActionId(orderBy: POSITION_ASC) { nodes { postTitle
        organisationByOrganisationId { name } } } }
  }
}`

export const oneList = `select json_build_object('data', json_build_object(
  'plan', (select json_build_object('id', id, 'title', title, 'state', state) from plan where id = $1),
  'total', (select count(*) from plan_action where plan_id = $1),
  'actions', (select json_agg(json_build_object('id', a.id, 'reference', a.reference, 'title', a.title,
      'area', json_build_object('id', a.area_id, 'reference', a.area_reference, 'title', a.area_title),
      'update', (select json_build_object('status', u.status, 'percentComplete', u.percent_complete, 'period', u.period)
        from progress_update u where u.action_id = a.id and u.state = 'AUTHORISED' and not u.corrected
        order by u.period_ends_on desc limit 1),
      'deadlines', (select json_agg(e.deadline order by e.position) from expected_evidence e where e.action_id = a.id),
      'responsible', (select json_agg(coalesce(r.post_title, o.name) order by r.position) from action_responsible r
        left join organisation o on o.id = r.organisation_id where r.action_id = a.id)))
    from (select a.*, area.reference as area_reference, area.title as area_title
      from plan_action a join plan_area area on area.board_id = a.board_id and area.id = a.area_id
      where a.plan_id = $1 order by area.position, a.position limit 100) a)))::text as answer`

/** The first page of the actions of an agency at all its boards, with what is due first before the others. */
export const ourActions = `query Actions {
  yourActions {
    all total
    actions { id reference title place { boardName areaTitle } latestUpdate { period status percentComplete }
      report { period { name dueOn } update { state } } }
  }
}`

/** It knows of no due dates: it gives the first 25 of the agency's actions in any order. */
export const postgraphileActions = `query Actions($organisationId: UUID!) {
  allActionResponsibles(condition: { organisationId: $organisationId }, first: 25) {
    totalCount
    nodes { planActionByBoardIdAndPlanIdAndAreaIdAndActionId { id reference title
      planAreaByBoardIdAndPlanIdAndAreaId { title boardId }
      progressUpdatesByBoardIdAndPlanIdAndAreaIdAndActionId(first: 1, orderBy: PERIOD_ENDS_ON_DESC) { nodes {
        period status percentComplete } } } }
  }
}`

/** The oldest of the last twelve quarters without an update is due; a board with a calendar of its own would differ. */
export const oneActions = `with mine as (
    select a.*, (select min(quarter)::date from generate_series(date '2025-10-01', date '2026-10-01', interval '3 months') quarter
      where not exists (select from progress_update u where u.action_id = a.id and u.period_starts_on = quarter::date
        and u.corrects_id is null and u.state in ('SUBMITTED', 'AUTHORISED'))) as due
    from plan_action a where a.id = any((select access.my_actions())::uuid[]))
  select json_build_object('data', json_build_object('total', (select count(*) from mine), 'actions', (
    select json_agg(json_build_object('id', m.id, 'reference', m.reference, 'title', m.title, 'due', m.due,
      'boardName', b.name, 'areaTitle', area.title, 'latestUpdate', (
        select json_build_object('period', u.period, 'status', u.status, 'percentComplete', u.percent_complete)
        from progress_update u where u.action_id = m.id and u.state = 'AUTHORISED' and not u.corrected
        order by u.period_ends_on desc limit 1)))
    from (select * from mine order by due, board_id, plan_id, area_id, position limit 25) m
    join plan_area area on area.board_id = m.board_id and area.id = m.area_id
    join board b on b.id = m.board_id)))::text as answer`

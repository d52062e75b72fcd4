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

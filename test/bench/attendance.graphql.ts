// What the pages show of a grid and of an agency: also who held a seat in turn, which deputies came, and which agencies
// merged. PostGraphile gives it mark by mark, since it has no other form.

const stateOfMeeting = `case when m.cancelled_at is not null then 'CANCELLED'
  when m.register_closed_at is not null then 'CLOSED' when m.register_begun_at is not null then 'BEGUN' else 'TO_COME' end`

const ourMergers = `partOf { organisationId organisationName since } joined { organisationId organisationName since }`
const postgraphileOrganisation = `organisationByOrganisationId { name partOfSince organisationByPartOfId { id name }
  organisationsByPartOfId { nodes { id name partOfSince } } }`
const oneOrganisation = `'organisationName', o.name,
  'partOf', (select json_build_object('id', i.id, 'name', i.name, 'since', o.part_of_since) from organisation i where i.id = o.part_of_id),
  'joined', (select json_agg(json_build_object('id', p.id, 'name', p.name, 'since', p.part_of_since)) from organisation p where p.part_of_id = o.id)`

/** The seats of a board by the meetings of the running year. */
export const ourGrid = `query Grid($id: ID!) {
  board(id: $id) {
    id name
    attendance { year startsMonth years boards { boardId boardName
      meetings { id title heldOn state }
      seats { seatId organisationId organisationName ${ourMergers} required voting startsOn endsOn
        holders { name since } marks } } }
  }
}`

export const postgraphileGrid = `query Grid($id: UUID!) {
  allBoards(condition: { id: $id }) { nodes { id name } }
  allMeetings(condition: { boardId: $id, kind: "BOARD" }, orderBy: STARTS_AT_ASC) { nodes {
    id title heldOn cancelledAt registerBegunAt registerClosedAt } }
  allSeats(condition: { boardId: $id }) { nodes {
    id organisationId required voting startsOn endsOn ${postgraphileOrganisation}
    registerMarksByBoardIdAndSeatId { nodes { meetingId mark holderId holderName } } } }
}`

export const oneGrid = `with met as materialized (
    select *, row_number() over (order by starts_at) as nth from meeting where board_id = $1 and kind = 'BOARD'),
  its as materialized (
    select k.seat_id, json_agg(k.nth) as places, json_agg(k.mark) as marks,
      json_agg(json_build_object('name', k.holder_name, 'since', k.held_on)) filter (where k.before is distinct from k.holder_id) as holders
    from (select k.seat_id, m.nth, m.held_on, k.mark, k.holder_id, k.holder_name,
        lag(k.holder_id) over (partition by k.seat_id order by m.nth) as before
      from met m join register_mark k on k.board_id = m.board_id and k.meeting_id = m.id) k
    group by k.seat_id)
  select json_build_object('data', json_build_object(
  'board', (select json_build_object('id', id, 'name', name) from board where id = $1),
  'meetings', (select json_agg(json_build_object('id', m.id, 'title', m.title, 'heldOn', m.held_on, 'state', ${stateOfMeeting})
      order by m.starts_at) from met m),
  'seats', (select json_agg(json_build_object('id', s.id, 'organisationId', s.organisation_id, ${oneOrganisation},
      'required', s.required, 'voting', s.voting, 'startsOn', s.starts_on, 'endsOn', s.ends_on,
      'places', its.places, 'marks', its.marks, 'holders', its.holders) order by o.name)
    from seat s join organisation o on o.id = s.organisation_id left join its on its.seat_id = s.id
    where s.board_id = $1)))::text as answer`

/** The attendance of an agency at its boards in the running year. */
export const ourAgency = `query Agency($organisationId: ID!) {
  agencyAttendance(organisationId: $organisationId) {
    organisationName year years
    boards { boardId boardName startsMonth meetings { id heldOn state }
      seats { seatId organisationId organisationName ${ourMergers} required voting startsOn endsOn
        holders { name meetingId since } deputies { meetingId name seniorEnough } marks } }
  }
}`

export const postgraphileAgency = `query Agency($organisationId: UUID!) {
  allOrganisations(condition: { id: $organisationId }) { nodes { id name } }
  allSeats(condition: { organisationId: $organisationId }) { nodes {
    id organisationId required voting startsOn endsOn ${postgraphileOrganisation}
    boardByBoardId { id name meetingsByBoardId(condition: { kind: "BOARD" }, orderBy: STARTS_AT_ASC) { nodes {
      id heldOn cancelledAt registerBegunAt registerClosedAt } } }
    registerMarksByBoardIdAndSeatId { nodes { meetingId mark holderName cameName seniorEnough } } } }
}`

export const oneAgency = `select json_build_object('data', json_build_object(
  'name', (select name from organisation where id = $1),
  'boards', (select json_agg(json_build_object('id', b.id, 'name', b.name, 'organisationId', s.organisation_id, ${oneOrganisation},
      'required', s.required, 'voting', s.voting, 'startsOn', s.starts_on, 'endsOn', s.ends_on,
      'meetings', (select json_agg(json_build_object('id', m.id, 'heldOn', m.held_on, 'state', ${stateOfMeeting})
          order by m.starts_at) from meeting m where m.board_id = s.board_id and m.kind = 'BOARD'),
      'marks', (select json_agg(json_build_array(k.mark, k.holder_name, k.came_name, k.senior_enough) order by m.starts_at)
        from meeting m left join register_mark k on k.board_id = m.board_id and k.meeting_id = m.id and k.seat_id = s.id
        where m.board_id = s.board_id and m.kind = 'BOARD')) order by b.name)
    from seat s join board b on b.id = s.board_id join organisation o on o.id = s.organisation_id
    where s.organisation_id = $1)))::text as answer`

/** The seats of a board by the meetings of the running year. */
export const ourGrid = `query Grid($id: ID!) {
  board(id: $id) {
    id name
    attendance { year startsMonth boards { boardName
      meetings { id title heldOn cancelled begun closed }
      seats { seatId organisationId organisationName required voting startsOn endsOn marks } } }
  }
}`

export const postgraphileGrid = `query Grid($id: UUID!) {
  allBoards(condition: { id: $id }) { nodes { id name } }
  allMeetings(condition: { boardId: $id, kind: "BOARD" }, orderBy: STARTS_AT_ASC) { nodes {
    id title heldOn cancelledAt registerBegunAt registerClosedAt } }
  allSeats(condition: { boardId: $id }) { nodes {
    id organisationId required voting startsOn endsOn organisationByOrganisationId { name }
    registerMarksByBoardIdAndSeatId { nodes { meetingId mark } } } }
}`

export const oneGrid = `with met as materialized (select * from meeting where board_id = $1 and kind = 'BOARD')
  select json_build_object('data', json_build_object(
  'board', (select json_build_object('id', id, 'name', name) from board where id = $1),
  'meetings', (select json_agg(json_build_object('id', id, 'title', title, 'heldOn', held_on,
      'cancelled', cancelled_at is not null, 'begun', register_begun_at is not null, 'closed', register_closed_at is not null)
      order by starts_at) from met),
  'seats', (select json_agg(json_build_object('id', s.id, 'organisationId', s.organisation_id, 'organisationName', o.name,
      'required', s.required, 'voting', s.voting, 'startsOn', s.starts_on, 'endsOn', s.ends_on,
      'marks', (select json_agg(k.mark order by m.starts_at) from met m
        left join register_mark k on k.board_id = m.board_id and k.meeting_id = m.id and k.seat_id = s.id)) order by o.name)
    from seat s join organisation o on o.id = s.organisation_id
    where s.board_id = $1)))::text as answer`

/** The attendance of an agency at its boards in the running year. */
export const ourAgency = `query Agency($organisationId: ID!) {
  agencyAttendance(organisationId: $organisationId) {
    organisationName year
    boards { boardName startsMonth meetings { id title heldOn cancelled begun closed }
      seats { seatId required voting startsOn endsOn marks holders { name meetingId } deputies { meetingId name seniorEnough } } }
  }
}`

export const postgraphileAgency = `query Agency($organisationId: UUID!) {
  allOrganisations(condition: { id: $organisationId }) { nodes { id name } }
  allSeats(condition: { organisationId: $organisationId }) { nodes {
    id required voting startsOn endsOn
    boardByBoardId { id name meetingsByBoardId(condition: { kind: "BOARD" }, orderBy: STARTS_AT_ASC) { nodes {
      id title heldOn cancelledAt registerBegunAt registerClosedAt } } }
    registerMarksByBoardIdAndSeatId { nodes { meetingId mark holderName cameName seniorEnough } } } }
}`

export const oneAgency = `select json_build_object('data', json_build_object(
  'name', (select name from organisation where id = $1),
  'boards', (select json_agg(json_build_object('name', b.name, 'required', s.required, 'voting', s.voting,
      'startsOn', s.starts_on, 'endsOn', s.ends_on,
      'meetings', (select json_agg(json_build_object('id', m.id, 'title', m.title, 'heldOn', m.held_on,
          'cancelled', m.cancelled_at is not null, 'begun', m.register_begun_at is not null,
          'closed', m.register_closed_at is not null) order by m.starts_at)
        from meeting m where m.board_id = s.board_id and m.kind = 'BOARD'),
      'marks', (select json_agg(json_build_object('mark', k.mark,
          'holderName', k.holder_name, 'cameName', k.came_name, 'seniorEnough', k.senior_enough) order by m.starts_at)
        from meeting m left join register_mark k on k.board_id = m.board_id and k.meeting_id = m.id and k.seat_id = s.id
        where m.board_id = s.board_id and m.kind = 'BOARD')) order by b.name)
    from seat s join board b on b.id = s.board_id where s.organisation_id = $1)))::text as answer`

import { successorsOf } from '../support/worlds/mergers.ts'
import { registerExpected, registerOfMarks, registerOfMeetings } from './registerQueries.ts'
import { agendaFields, agendaOf } from './agendaQueries.ts'
import type { Asked, Asking } from './asking.ts'
import { compareKeys } from '../support/worlds/attempts.ts'
import type { World } from '../support/worlds/world.ts'
import { isDone } from '../support/worlds/actionReports.ts'

const placeFields = `placeId holderName organisation { __typename id name } deputies { personId name }
  answer { __typename id answer deputyName reason state } viewerCanAnswer viewersOwn expectedElsewhere
  mark { __typename id reason holderName cameName ${registerOfMarks} }`
export const meetingFields = `__typename id title board { __typename id } expected { ${placeFields} } viewerCan { change } inSeries { __typename id title }
  invitations { toSend } ${registerOfMeetings} ${agendaFields}`

const attendedFields = `boards { boardId boardName meetings { __typename id title quorumMet }
  seats { __typename seatId organisationName partOf { organisationName } joined { organisationName } holders { name meetingId } deputies { name meetingId } marks } }`

interface Attended {
  boards: {
    meetings: { id: string; quorumMet: boolean | null }[]
    seats: { seatId: string; marks: unknown[]; holders: { meetingId: string }[] }[]
  }[]
}

/** Marks have no ids in these lists: each is known by its meeting and its seat. */
function marksAt(
  expected: World['marks'],
  seesQuorum: ReadonlySet<string>,
): (answer: unknown) => string | null {
  return (answer) => {
    // The document asks for exactly these fields; of a board they stand one level deeper.
    const found = answer as (Attended & { attendance?: undefined }) | { attendance: Attended | null } | null
    const boards = (found?.attendance === undefined ? found?.boards : found.attendance?.boards) ?? []
    const shown = boards.flatMap(({ meetings, seats }) =>
      seats.flatMap(({ seatId, marks }) =>
        meetings.flatMap(({ id }, place) => ((marks[place] ?? null) === null ? [] : [`${id} ${seatId}`])),
      ),
    )
    const what = compareKeys(
      shown,
      expected.map(({ meetingId, seatId }) => `${meetingId} ${seatId}`),
    )
    if (what) return `marks: ${what}`
    const tooLong = boards.some(({ meetings, seats }) =>
      seats.some(({ marks }) => marks.length !== meetings.length),
    )
    if (tooLong) return 'a seat has not one mark for each meeting'
    const quorum = boards.some(({ meetings }) =>
      meetings.some(({ id, quorumMet }) => (quorumMet !== null) !== seesQuorum.has(id)),
    )
    return quorum ? 'a quorum that is not to be seen, or none where one is' : null
  }
}

/** How the attendance of a board is asked for, alone and with its sub-groups: a field of boards. */
function attendanceOfBoards({ person, home, other, sees }: Asking): Asked[] {
  return [...home.boards, ...other.boards.slice(0, 1)].flatMap(({ id }) => {
    const visible = sees('board').has(id)
    return [false, true].map((together) => {
      const boards = new Set(
        home.boards
          .filter((board) => board.id === id || (together && board.parentId === id))
          .map((board) => board.id)
          .filter((boardId) => visible && person.readsMeetings(id) && person.readsMeetings(boardId)),
      )
      const marks = home.marks.filter(
        ({ id: mark, boardId, strategy }) =>
          !strategy && boards.has(boardId) && sees('register_mark').has(mark),
      )
      return {
        field: `board(id: "${id}")`,
        selection: `attendance(withSubGroups: ${together}) { year years ${attendedFields} }`,
        refused: false,
        expected: {
          meeting: home.meetings
            .filter((meeting) => !meeting.strategy && boards.has(meeting.boardId))
            .map((meeting) => meeting.id),
        },
        check: marksAt(marks, sees('quorum_result')),
      }
    })
  })
}

function attendanceOfAgencies({ person, home, other, sees }: Asking): Asked[] {
  return [...home.organisations, ...other.organisations.slice(0, 1)].map(({ id }) => ({
    field: `agencyAttendance(organisationId: "${id}")`,
    selection: `organisationName year ${attendedFields} partOf { organisationName }
      joined { organisationName intoName years { counts { present deputy apologies absent unknown } } }`,
    // Attendance follows a merger, and nothing else does.
    refused: ![id, ...successorsOf(home, id)].some((each) => person.holds('AGENCY_LEAD', each)),
    expected: {},
    check: marksAt(
      home.marks.filter(
        (mark) => !mark.strategy && mark.organisationId === id && sees('register_mark').has(mark.id),
      ),
      sees('quorum_result'),
    ),
  }))
}
export const registerImportFields = `__typename id fileName board { __typename id } preview { leftOutCount } words { words }
  counts { marks } builtOn earlier { importId }`

/** How each query about meetings and attendance is asked. */
export const attendanceQueries: Record<string, ((asking: Asking) => Asked[]) | { exempt: string }> = {
  answerLink: { exempt: 'is opened by the secret of a letter; test/api tries false and renewed ones' },
  myCalendar: () => [
    {
      field: 'myCalendar',
      selection: `meetings { meeting { __typename id title } boardName organisationName answer clashes { __typename id } }`,
      refused: false,
      expected: {},
    },
  ],
  myMeetingActions: ({ person, home }) => [
    {
      field: 'myMeetingActions',
      selection: '__typename id words meeting { __typename id title }',
      refused: false,
      expected: {
        meeting_action: home.meetingActions
          .filter((action) => person.ownsAction(home, action) && !action.inPlan && !isDone(home, action.id))
          .map(({ id }) => id),
      },
    },
  ],
  agencyAttendance: (asking) => [...attendanceOfAgencies(asking), ...attendanceOfBoards(asking)],

  registerImport: ({ home, other, sees }) =>
    [...home.registerImports, ...other.registerImports.slice(0, 1)].map(({ id, boardId }) => ({
      field: `registerImport(id: "${id}")`,
      selection: registerImportFields,
      refused: false,
      expected: {
        register_import: sees('register_import').has(id) ? [id] : [],
        board: sees('register_import').has(id) ? [boardId] : [],
      },
    })),
  meeting: ({ home, other, sees }) =>
    [...home.meetings, ...other.meetings.slice(0, 1)].map(({ id, boardId }) => {
      const visible = sees('meeting').has(id)
      const marks = home.marks.filter(({ meetingId }) => visible && meetingId === id)
      return {
        field: `meeting(id: "${id}")`,
        selection: meetingFields,
        refused: false,
        expected: {
          ...agendaOf(home, visible ? [id] : [], sees),
          meeting: visible ? [id] : [],
          board: visible && sees('board').has(boardId) ? [boardId] : [],
          register_mark: marks.filter((mark) => sees('register_mark').has(mark.id)).map((mark) => mark.id),
          ...registerExpected(visible ? id : null, home, sees),
        },
      }
    }),
}

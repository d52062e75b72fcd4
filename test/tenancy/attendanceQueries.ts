import { registerExpected, registerOfMarks, registerOfMeetings } from './registerQueries.ts'
import { agendaFields, agendaOf } from './agendaQueries.ts'
import type { Asked, Asking } from './asking.ts'

const placeFields = `placeId holderName organisation { __typename id name } deputies { personId name }
  answer { __typename id answer deputyName reason state } viewerCanAnswer viewersOwn expectedElsewhere
  mark { __typename id reason holderName cameName ${registerOfMarks} }`
export const meetingFields = `__typename id title board { __typename id } expected { ${placeFields} } viewerCan { change } inSeries { __typename id title }
  invitations { toSend } ${registerOfMeetings} ${agendaFields}`

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

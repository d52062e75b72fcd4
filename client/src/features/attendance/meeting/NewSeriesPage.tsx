import { useNavigate, useParams } from 'react-router'
import { useQuery } from 'urql'
import { readMeeting } from '@boardwork/shared/attendance/meeting/meetingRules.ts'
import { formatDayWithWeekday } from '@boardwork/shared/attendance/meeting/meetingTime.ts'
import {
  checkSeriesRule,
  monthlyRepeats,
  seriesDays,
} from '@boardwork/shared/attendance/meeting/seriesDates.ts'
import type { Repeat } from '@boardwork/shared/attendance/meeting/seriesDates.ts'
import { readTypedDay } from '@boardwork/shared/board/dates.ts'
import { graphql } from '../../../gql/gql.ts'
import { BackLink } from '../../../govuk/BackLink.tsx'
import { Checkboxes } from '../../../govuk/Checkboxes.tsx'
import { Radios } from '../../../govuk/Radios.tsx'
import { TextInput } from '../../../govuk/TextInput.tsx'
import { Form } from '../../../page/Form.tsx'
import { FormProblems, problemOf } from '../../../page/FormProblems.tsx'
import { Main } from '../../../page/Main.tsx'
import { Missing, missingTitle } from '../../../page/Missing.tsx'
import { saved } from '../../../page/SavedBanner.tsx'
import { useDraft } from '../../../page/useDraft.ts'
import { usePageTitle } from '../../../page/usePageTitle.ts'
import { useSave } from '../../../page/useSave.ts'
import { MeetingFields, meetingLabels } from './MeetingFields.tsx'
import type { TypedMeeting } from './MeetingFields.tsx'

export const NewSeriesPageQuery = graphql(`
  query NewSeriesPage($boardId: ID!) {
    board(id: $boardId) {
      id
      name
      viewerCanMeetings {
        plan
      }
    }
  }
`)

const PlanSeries = graphql(`
  mutation PlanSeries($input: PlanSeriesInput!) {
    result: planSeries(input: $input) {
      __typename
      ... on Meeting {
        id
        ...MeetingDetails
      }
      ...InvalidInputRefusal
      ...NotReadyRefusal
    }
  }
`)

interface TypedSeries extends TypedMeeting {
  repeat: Repeat
  every: string
  count: string
  leaveOut: readonly string[]
}

const empty: TypedSeries = {
  title: '',
  heldOn: {},
  startTime: '',
  endTime: '',
  place: '',
  link: '',
  notes: '',
  repeat: 'WEEKS',
  every: '',
  count: '',
  leaveOut: [],
}

/** A coordinator plans a series of meetings in one form, and sees all its days before. */
export function NewSeriesPage() {
  const { boardId = '' } = useParams()
  const navigate = useNavigate()
  const [{ data }] = useQuery({ query: NewSeriesPageQuery, variables: { boardId } })
  const { save, saving, refused } = useSave(PlanSeries)
  const [typed, type, clear] = useDraft(`series:new:${boardId}`, empty)
  const board = data?.board
  usePageTitle(board?.viewerCanMeetings.plan ? 'Plan a series of meetings' : missingTitle)
  if (!board?.viewerCanMeetings.plan) return <Missing />
  const firstOn = readTypedDay(typed.heldOn) ?? ''
  const months = firstOn === '' ? [] : monthlyRepeats(firstOn)
  const rule = {
    firstOn,
    repeat: typed.repeat,
    every: wholeNumber(typed.every),
    count: wholeNumber(typed.count),
  }
  const days = firstOn === '' ? [] : seriesDays(rule)
  const leaveOut = typed.leaveOut.filter((day) => days.includes(day))

  const submit = async () => {
    const { title, startTime, endTime, place, link, notes, repeat } = typed
    const meeting = { title, heldOn: firstOn, startTime, endTime, place, link, notes }
    const read = readMeeting(meeting)
    const planned = await save(
      (clientMutationId) => ({
        boardId,
        ...meeting,
        repeat,
        every: rule.every,
        count: rule.count,
        leaveOut,
        clientMutationId,
      }),
      [...(Array.isArray(read) ? read : []), ...(firstOn === '' ? [] : checkSeriesRule(rule))],
    )
    if (!planned) return
    clear()
    const made = days.length - leaveOut.length
    void navigate(`/boards/${boardId}/meetings`, {
      state: saved(made === 1 ? 'One meeting is planned' : `${made} meetings are planned`),
    })
  }

  return (
    <Main before={<BackLink href={`/boards/${board.id}/meetings`}>Back to the meetings</BackLink>}>
      <FormProblems refused={refused} labels={meetingLabels} />
      <span className="govuk-caption-l">{board.name}</span>
      <h1 className="govuk-heading-l">Plan a series of meetings</h1>
      <p>
        Enter the first meeting, and how the others follow. Each keeps its time on the clock, in summer and in
        winter.
      </p>
      <Form
        action={days.length > 0 ? `Plan ${days.length - leaveOut.length} meetings` : 'Plan the meetings'}
        saving={saving}
        onSubmit={submit}
      >
        <MeetingFields typed={typed} refused={refused} onChange={type} />
        <Radios
          name="repeat"
          fieldset={{ legend: 'How do they repeat?' }}
          hint={firstOn === '' ? 'Enter the first day to choose a day of the month.' : undefined}
          errorMessage={problemOf(refused, 'repeat')}
          value={typed.repeat}
          onValueChange={(repeat) => type({ ...typed, repeat: repeatOf(repeat) })}
          items={[
            { value: 'WEEKS', text: 'By weeks, on the same day of the week' },
            ...months.map(({ repeat, words }) => ({ value: repeat, text: `By months, ${words}` })),
          ]}
        />
        <TextInput
          name="every"
          label={typed.repeat === 'WEEKS' ? 'Every how many weeks?' : 'Every how many months?'}
          hint="For example, 1 for each of them, or 2 for every other."
          className="govuk-input--width-2"
          inputMode="numeric"
          autoComplete="off"
          value={typed.every}
          errorMessage={problemOf(refused, 'every')}
          onChange={(event) => type({ ...typed, every: event.target.value })}
        />
        <TextInput
          name="count"
          label="How many meetings?"
          hint="With the first. At most 60."
          className="govuk-input--width-2"
          inputMode="numeric"
          autoComplete="off"
          value={typed.count}
          errorMessage={problemOf(refused, 'count')}
          onChange={(event) => type({ ...typed, count: event.target.value })}
        />
        {days.length > 0 && (
          <Checkboxes
            name="leaveOut"
            fieldset={{ legend: 'On these days there are meetings' }}
            hint="Take away the tick where there is none, such as on a bank holiday."
            errorMessage={problemOf(refused, 'leaveOut')}
            className="govuk-checkboxes--small"
            values={days.filter((day) => !leaveOut.includes(day))}
            onValuesChange={(kept) => type({ ...typed, leaveOut: days.filter((day) => !kept.includes(day)) })}
            items={days.map((day) => ({ value: day, text: formatDayWithWeekday(day) }))}
          />
        )}
      </Form>
    </Main>
  )
}

/** A typed number; not a number where it is none. */
function wholeNumber(typed: string): number {
  return /^\d{1,3}$/.test(typed.trim()) ? Number(typed) : Number.NaN
}

function repeatOf(value: string): Repeat {
  return value === 'MONTHS' || value === 'MONTHS_LAST' ? value : 'WEEKS'
}

import { useNavigate, useParams } from 'react-router'
import { useQuery } from 'urql'
import { formatDay } from '@boardwork/shared/board/dates.ts'
import {
  checkCalendar,
  Frequency,
  frequencyName,
  newCalendarStart,
  periodLimits,
} from '@boardwork/shared/plan/reportingPeriod.ts'
import { graphql } from '../../../gql/gql.ts'
import { BackLink } from '../../../govuk/BackLink.tsx'
import { Radios } from '../../../govuk/Radios.tsx'
import { Select } from '../../../govuk/Select.tsx'
import { TextInput } from '../../../govuk/TextInput.tsx'
import { Form } from '../../../page/Form.tsx'
import { FormProblems, problemOf } from '../../../page/FormProblems.tsx'
import { Main } from '../../../page/Main.tsx'
import { saved } from '../../../page/SavedBanner.tsx'
import { useDraft } from '../../../page/useDraft.ts'
import { usePageTitle } from '../../../page/usePageTitle.ts'
import { useSave } from '../../../page/useSave.ts'
import { NotHere, notHere } from '../NotHere.tsx'

export const CalendarPageQuery = graphql(`
  query CalendarPage($boardId: ID!) {
    boardReporting(boardId: $boardId) {
      frequency
      firstMonth
      daysToReport
      version
      lastReportedOn
      viewerCan {
        setCalendar
      }
    }
  }
`)

const SetCalendar = graphql(`
  mutation SetCalendar($input: SetCalendarInput!) {
    result: setCalendar(input: $input) {
      __typename
      ... on ReportingCalendar {
        id
      }
      ...InvalidInputRefusal
      ...ConflictRefusal
    }
  }
`)

const labels = {
  frequency: 'How often the board reports',
  firstMonth: 'First month of the board’s year',
  daysToReport: 'Days to report after the end of a period',
}

const months = Array.from({ length: 12 }, (_, index) => ({
  value: String(index + 1),
  text: new Date(Date.UTC(2026, index, 1)).toLocaleDateString('en-GB', { month: 'long', timeZone: 'UTC' }),
}))

export function CalendarPage() {
  const { boardId = '' } = useParams()
  const [{ data }] = useQuery({ query: CalendarPageQuery, variables: { boardId } })
  const reporting = data?.boardReporting
  usePageTitle(reporting?.viewerCan.setCalendar ? 'Change the calendar' : notHere('board'))
  if (!reporting?.viewerCan.setCalendar) return <NotHere what="board" loaded={data !== undefined} />
  return <CalendarForm key={boardId} boardId={boardId} reporting={reporting} />
}

interface CalendarFormProps {
  boardId: string
  reporting: {
    frequency: Frequency
    firstMonth: number
    daysToReport: number
    version: number
    lastReportedOn?: string | null
  }
}

/** Says when a board reports from now on. */
function CalendarForm({ boardId, reporting }: CalendarFormProps) {
  const navigate = useNavigate()
  const [form, setForm, clear] = useDraft(`calendar:${boardId}`, {
    frequency: reporting.frequency,
    firstMonth: String(reporting.firstMonth),
    daysToReport: String(reporting.daysToReport),
    version: reporting.version,
  })
  const { save, saving, seenVersion, refused } = useSave(SetCalendar)
  const submit = async () => {
    const calendar = {
      frequency: form.frequency,
      firstMonth: Number(form.firstMonth),
      daysToReport: /^\d{1,3}$/.test(form.daysToReport.trim()) ? Number(form.daysToReport) : Number.NaN,
    }
    const set = await save(
      (clientMutationId) => ({
        ...calendar,
        boardId,
        version: Math.max(form.version, seenVersion),
        clientMutationId,
      }),
      checkCalendar(calendar),
    )
    if (!set) return
    clear()
    void navigate(`/boards/${boardId}/periods`, { state: saved('The calendar has been changed.') })
  }
  const { lastReportedOn } = reporting
  return (
    <Main before={<BackLink href={`/boards/${boardId}/periods`}>Back to the periods</BackLink>}>
      <FormProblems refused={refused} labels={labels} />
      <h1 className="govuk-heading-l">Change the calendar</h1>
      <p>
        {lastReportedOn
          ? `Periods that have updates or were closed stay as they are: the change holds from ${formatDay(newCalendarStart(lastReportedOn))}.`
          : 'Nothing was reported yet, so the change holds for all periods.'}
      </p>
      <Form action="Save the calendar" saving={saving} onSubmit={submit}>
        <Radios
          name="frequency"
          fieldset={{ legend: labels.frequency }}
          value={form.frequency}
          onValueChange={(value) =>
            setForm({
              ...form,
              frequency: Object.values(Frequency).find((each) => each === value) ?? form.frequency,
            })
          }
          items={Object.values(Frequency).map((value) => ({ value, text: frequencyName[value] }))}
        />
        <Select
          name="firstMonth"
          label={labels.firstMonth}
          value={form.firstMonth}
          onChange={(event) => setForm({ ...form, firstMonth: event.target.value })}
          items={months}
          errorMessage={problemOf(refused, 'firstMonth')}
        />
        <TextInput
          name="daysToReport"
          label={labels.daysToReport}
          hint={`From 0 to ${periodLimits.daysToReport}.`}
          className="govuk-input--width-3"
          inputMode="numeric"
          value={form.daysToReport}
          onChange={(event) => setForm({ ...form, daysToReport: event.target.value })}
          errorMessage={problemOf(refused, 'daysToReport')}
        />
      </Form>
    </Main>
  )
}

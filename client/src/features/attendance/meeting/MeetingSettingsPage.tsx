import { useNavigate, useParams } from 'react-router'
import { useQuery } from 'urql'
import { monthNames } from '@boardwork/shared/attendance/figures/boardYear.ts'
import { checkAttendanceSetting } from '@boardwork/shared/attendance/meeting/meetingRules.ts'
import { graphql } from '../../../gql/gql.ts'
import { BackLink } from '../../../govuk/BackLink.tsx'
import { Select } from '../../../govuk/Select.tsx'
import { Textarea } from '../../../govuk/Textarea.tsx'
import { Form } from '../../../page/Form.tsx'
import { FormProblems, problemOf } from '../../../page/FormProblems.tsx'
import { Main } from '../../../page/Main.tsx'
import { Missing, missingTitle } from '../../../page/Missing.tsx'
import { saved } from '../../../page/SavedBanner.tsx'
import { useDraft } from '../../../page/useDraft.ts'
import { usePageTitle } from '../../../page/usePageTitle.ts'
import { useSave } from '../../../page/useSave.ts'

export const MeetingSettingsPageQuery = graphql(`
  query MeetingSettingsPage($boardId: ID!) {
    board(id: $boardId) {
      id
      name
      attendanceSetting {
        yearStartsMonth
        deputyRule
        version
      }
      viewerCanMeetings {
        settle
      }
    }
  }
`)

const SettleAttendance = graphql(`
  mutation SettleAttendance($input: SettleAttendanceInput!) {
    result: settleAttendance(input: $input) {
      __typename
      ... on Board {
        id
        attendanceSetting {
          yearStartsMonth
          deputyRule
          version
        }
      }
      ...InvalidInputRefusal
      ...ConflictRefusal
    }
  }
`)

const labels = {
  yearStartsMonth: 'First month of the year',
  deputyRule: 'Which deputies are senior enough',
}

/** A coordinator settles when the board's year begins, and which deputies are senior enough. */
export function MeetingSettingsPage() {
  const { boardId = '' } = useParams()
  const [{ data }] = useQuery({ query: MeetingSettingsPageQuery, variables: { boardId } })
  const board = data?.board
  const setting = board?.attendanceSetting
  const may = board?.viewerCanMeetings.settle && setting
  usePageTitle(may ? 'The year and deputies' : missingTitle)
  if (!may) return <Missing />
  return <SettingsForm key={board.id} boardId={board.id} name={board.name} setting={setting} />
}

interface SettingsFormProps {
  boardId: string
  name: string
  setting: { yearStartsMonth: number; deputyRule: string; version: number }
}

function SettingsForm({ boardId, name, setting }: SettingsFormProps) {
  const navigate = useNavigate()
  const { save, saving, seenVersion, refused } = useSave(SettleAttendance)
  const [typed, type, clear] = useDraft(`meetings:settings:${boardId}`, setting)

  const submit = async () => {
    const settled = await save(
      (clientMutationId) => ({
        boardId,
        yearStartsMonth: typed.yearStartsMonth,
        deputyRule: typed.deputyRule,
        version: Math.max(typed.version, seenVersion),
        clientMutationId,
      }),
      checkAttendanceSetting(typed),
    )
    if (!settled) return
    clear()
    void navigate(`/boards/${boardId}/meetings`, { state: saved('Saved') })
  }

  return (
    <Main before={<BackLink href={`/boards/${boardId}/meetings`}>Back to the meetings</BackLink>}>
      <FormProblems refused={refused} labels={labels} />
      <span className="govuk-caption-l">{name}</span>
      <h1 className="govuk-heading-l">The year and deputies</h1>
      <Form action="Save" saving={saving} onSubmit={submit}>
        <Select
          name="yearStartsMonth"
          label="In which month does the board’s year begin?"
          hint="Attendance is counted by this year."
          items={monthNames.map((text, index) => ({ value: String(index + 1), text }))}
          value={String(typed.yearStartsMonth)}
          errorMessage={problemOf(refused, 'yearStartsMonth')}
          onChange={(event) => type({ ...typed, yearStartsMonth: Number(event.target.value) })}
        />
        <Textarea
          name="deputyRule"
          label="Which deputies are senior enough? (optional)"
          hint="For example: head of service or above. It stands beside the register."
          rows={2}
          value={typed.deputyRule}
          errorMessage={problemOf(refused, 'deputyRule')}
          onChange={(event) => type({ ...typed, deputyRule: event.target.value })}
        />
      </Form>
    </Main>
  )
}

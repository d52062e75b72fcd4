import { useNavigate, useParams } from 'react-router'
import { useQuery } from 'urql'
import { readMeeting } from '@boardwork/shared/attendance/meeting/meetingRules.ts'
import { readTypedDay } from '@boardwork/shared/board/dates.ts'
import { graphql } from '../../../gql/gql.ts'
import { BackLink } from '../../../govuk/BackLink.tsx'
import { Form } from '../../../page/Form.tsx'
import { FormProblems } from '../../../page/FormProblems.tsx'
import { Main } from '../../../page/Main.tsx'
import { Missing, missingTitle } from '../../../page/Missing.tsx'
import { saved } from '../../../page/SavedBanner.tsx'
import { useDraft } from '../../../page/useDraft.ts'
import { usePageTitle } from '../../../page/usePageTitle.ts'
import { useSave } from '../../../page/useSave.ts'
import { MeetingFields, meetingLabels } from './MeetingFields.tsx'
import type { TypedMeeting } from './MeetingFields.tsx'
import { PlanMeeting } from './meetingFragments.ts'

export const NewMeetingPageQuery = graphql(`
  query NewMeetingPage($boardId: ID!) {
    board(id: $boardId) {
      id
      name
      viewerCanMeetings {
        plan
      }
    }
  }
`)

const empty: TypedMeeting = {
  title: '',
  heldOn: {},
  startTime: '',
  endTime: '',
  place: '',
  link: '',
  notes: '',
}

/** A coordinator plans a meeting. */
export function NewMeetingPage() {
  const { boardId = '' } = useParams()
  const navigate = useNavigate()
  const [{ data }] = useQuery({ query: NewMeetingPageQuery, variables: { boardId } })
  const { save, saving, refused } = useSave(PlanMeeting)
  const [typed, type, clear] = useDraft(`meeting:new:${boardId}`, empty)
  const board = data?.board
  usePageTitle(board?.viewerCanMeetings.plan ? 'Plan a meeting' : missingTitle)
  if (!board?.viewerCanMeetings.plan) return <Missing />

  const submit = async () => {
    const meeting = { ...typed, heldOn: readTypedDay(typed.heldOn) ?? '' }
    const read = readMeeting(meeting)
    const planned = await save(
      (clientMutationId) => ({ boardId, ...meeting, clientMutationId }),
      Array.isArray(read) ? read : [],
    )
    if (!planned) return
    clear()
    void navigate(`/meetings/${planned.id}`, { state: saved('The meeting is planned') })
  }

  return (
    <Main before={<BackLink href={`/boards/${board.id}/meetings`}>Back to the meetings</BackLink>}>
      <FormProblems refused={refused} labels={meetingLabels} />
      <span className="govuk-caption-l">{board.name}</span>
      <h1 className="govuk-heading-l">Plan a meeting</h1>
      <Form action="Plan the meeting" saving={saving} onSubmit={submit}>
        <MeetingFields typed={typed} refused={refused} onChange={type} />
      </Form>
    </Main>
  )
}

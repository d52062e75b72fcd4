import { useNavigate, useParams, useSearchParams } from 'react-router'
import { useQuery } from 'urql'
import { graphql, readFragment } from '../../../gql/index.ts'
import type { MeetingActionFragment as Action, PlaceActionPageQuery as Data } from '../../../gql/graphql.ts'
import { BackLink } from '../../../govuk/BackLink.tsx'
import { Button } from '../../../govuk/Button.tsx'
import { InsetText } from '../../../govuk/InsetText.tsx'
import { Radios } from '../../../govuk/Radios.tsx'
import { Select } from '../../../govuk/Select.tsx'
import { Form } from '../../../page/Form.tsx'
import { FormProblems, problemOf } from '../../../page/FormProblems.tsx'
import { Main } from '../../../page/Main.tsx'
import { Missing } from '../../../page/Missing.tsx'
import { saved } from '../../../page/SavedBanner.tsx'
import { useDraft } from '../../../page/useDraft.ts'
import { usePageTitle } from '../../../page/usePageTitle.ts'
import { useSave } from '../../../page/useSave.ts'
import { DecisionsOfMeetingFragment, MeetingActionFragment, PlaceMeetingAction } from './agendaFragments.ts'
import { whoAndWhen } from './actionWords.ts'

export const PlaceActionPageQuery = graphql(`
  query PlaceActionPage($id: ID!, $planId: ID!, $hasPlan: Boolean!) {
    meeting(id: $id) {
      id
      title
      board {
        id
        plans {
          id
          title
        }
      }
      ...DecisionsOfMeeting
    }
    plan(id: $planId) @include(if: $hasPlan) {
      id
      viewerCan {
        edit
      }
      areas {
        id
        reference
        title
        actions {
          id
          reference
          title
        }
      }
    }
  }
`)

/** What the page asks for, from its address: the plan is chosen there. */
export function placeVariables(
  { meetingId = '' }: Record<string, string | undefined>,
  search: URLSearchParams,
) {
  const planId = search.get('plan') ?? ''
  return { id: meetingId, planId, hasPlan: planId !== '' }
}

/** An officer says in which action of the improvement plan an action of a meeting stands, or makes it there. */
export function PlaceActionPage() {
  const params = useParams()
  const [search, setSearch] = useSearchParams()
  const variables = placeVariables(params, search)
  const [{ data }] = useQuery({ query: PlaceActionPageQuery, variables })
  const found = data?.meeting
  if (!found) return <Missing />
  const meeting = readFragment(DecisionsOfMeetingFragment, found)
  const action = readFragment(MeetingActionFragment, meeting.actions).find(
    ({ id }) => id === params['meetingActionId'],
  )
  if (!action || !meeting.viewerCanAgenda.act || meeting.kind !== 'BOARD') return <Missing />
  return (
    <PlaceForm
      key={`${action.id} ${variables.planId}`}
      meetingId={meeting.id}
      meetingTitle={found.title}
      action={action}
      plans={found.board?.plans ?? []}
      planId={variables.planId}
      areas={data.plan?.areas ?? []}
      mayAdd={data.plan?.viewerCan.edit ?? false}
      onPlan={(planId) => setSearch(planId === '' ? {} : { plan: planId }, { replace: true })}
    />
  )
}

interface PlaceFormProps {
  meetingId: string
  meetingTitle: string
  action: Action
  plans: readonly { id: string; title: string }[]
  planId: string
  areas: NonNullable<Data['plan']>['areas']
  /** Whether the viewer may add an action to the plan: who edits it does. */
  mayAdd: boolean
  onPlan: (planId: string) => void
}

function PlaceForm({
  meetingId,
  meetingTitle,
  action,
  plans,
  planId,
  areas,
  mayAdd,
  onPlan,
}: PlaceFormProps) {
  const navigate = useNavigate()
  const { save, saving, seenVersion, refused } = useSave(PlaceMeetingAction)
  const [typed, type, clear] = useDraft(`place:${action.id}:${planId}`, {
    how: 'KNOWN',
    planActionId: '',
    areaId: '',
  })
  const heading = 'Put the action into the improvement plan'
  const back = `/meetings/${meetingId}`
  usePageTitle(heading)
  const isNew = mayAdd && typed.how === 'NEW'
  const version = Math.max(action.version, seenVersion)

  const put = async (place: { planActionId: string | null; areaId: string | null }, done: string) => {
    const found = []
    if (!isNew && place.planActionId === '')
      found.push({ field: 'planActionId', message: 'Choose an action.' })
    if (isNew && place.areaId === '') found.push({ field: 'areaId', message: 'Choose an area.' })
    const placed = await save(
      (clientMutationId) => ({ meetingActionId: action.id, ...place, version, clientMutationId }),
      found,
    )
    if (!placed) return
    clear()
    void navigate(back, { state: saved(done) })
  }
  const submit = () =>
    put(
      isNew
        ? { planActionId: null, areaId: typed.areaId }
        : { planActionId: typed.planActionId, areaId: null },
      'The action stands in the improvement plan',
    )

  return (
    <Main before={<BackLink href={back}>Back to the meeting</BackLink>}>
      <FormProblems refused={refused} />
      <span className="govuk-caption-l">{meetingTitle}</span>
      <h1 className="govuk-heading-l">{heading}</h1>
      <InsetText>
        <span className="bw-prose">{action.words}</span>
        <br />
        {whoAndWhen(action)}
      </InsetText>
      <Select
        name="plan"
        label="Which plan?"
        value={planId}
        onChange={(event) => onPlan(event.target.value)}
        items={[
          { value: '', text: 'Choose a plan' },
          ...plans.map(({ id, title }) => ({ value: id, text: title })),
        ]}
      />
      {planId !== '' && (
        <Form action="Put it there" saving={saving} onSubmit={submit}>
          <Radios
            name="how"
            fieldset={{ legend: 'Where does it stand?' }}
            value={isNew ? 'NEW' : 'KNOWN'}
            onValueChange={(how) => type({ ...typed, how })}
            items={[
              {
                value: 'KNOWN',
                text: 'In an action that the plan has',
                conditional: (
                  <Select
                    name="planActionId"
                    label="Action"
                    value={typed.planActionId}
                    errorMessage={problemOf(refused, 'planActionId')}
                    onChange={(event) => type({ ...typed, planActionId: event.target.value })}
                    items={[
                      { value: '', text: 'Choose an action' },
                      ...areas.flatMap(({ actions }) =>
                        actions.map((one) => ({ value: one.id, text: nameOf(one) })),
                      ),
                    ]}
                  />
                ),
              },
              mayAdd && {
                value: 'NEW',
                text: 'As a new action at the end of an area',
                hint: 'It takes over the words, who does it and by when.',
                conditional: (
                  <Select
                    name="areaId"
                    label="Area"
                    value={typed.areaId}
                    errorMessage={problemOf(refused, 'areaId')}
                    onChange={(event) => type({ ...typed, areaId: event.target.value })}
                    items={[
                      { value: '', text: 'Choose an area' },
                      ...areas.map((area) => ({ value: area.id, text: nameOf(area) })),
                    ]}
                  />
                ),
              },
            ]}
          />
        </Form>
      )}
      {action.planAction && (
        <Button
          type="button"
          variant="secondary"
          disabled={saving}
          onClick={() =>
            void put({ planActionId: null, areaId: null }, 'The action stands in no plan any more')
          }
        >
          Take it out of the plan
        </Button>
      )}
    </Main>
  )
}

function nameOf({ reference, title }: { reference: string; title: string }): string {
  const name = [reference, title].filter((text) => text !== '').join(' ')
  return name.length > 120 ? `${name.slice(0, 120)}…` : name
}

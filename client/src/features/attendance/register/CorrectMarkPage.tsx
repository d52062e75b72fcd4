import { useNavigate, useParams } from 'react-router'
import { useQuery } from 'urql'
import { Mark, markName } from '@boardwork/shared/attendance/register/mark.ts'
import { checkCorrection } from '@boardwork/shared/attendance/register/registerRules.ts'
import { formatDay } from '@boardwork/shared/board/dates.ts'
import { graphql, readFragment } from '../../../gql/index.ts'
import type { RegisterFragment as Register } from '../../../gql/graphql.ts'
import { BackLink } from '../../../govuk/BackLink.tsx'
import { Radios } from '../../../govuk/Radios.tsx'
import { Textarea } from '../../../govuk/Textarea.tsx'
import { TextInput } from '../../../govuk/TextInput.tsx'
import { Form } from '../../../page/Form.tsx'
import { FormProblems, problemOf } from '../../../page/FormProblems.tsx'
import { Main } from '../../../page/Main.tsx'
import { Missing, missingTitle } from '../../../page/Missing.tsx'
import { saved } from '../../../page/SavedBanner.tsx'
import { useDraft } from '../../../page/useDraft.ts'
import { usePageTitle } from '../../../page/usePageTitle.ts'
import { useSave } from '../../../page/useSave.ts'
import { RegisterFragment } from './registerFragments.ts'
import { markedPlace, placesOf, textOfMark } from './registerPlaces.ts'
import type { Place } from './registerPlaces.ts'

export const CorrectMarkPageQuery = graphql(`
  query CorrectMarkPage($id: ID!) {
    meeting(id: $id) {
      id
      ...Register
    }
  }
`)

const CorrectMark = graphql(`
  mutation CorrectMark($input: CorrectMarkInput!) {
    result: correctMark(input: $input) {
      __typename
      ... on RegisterMark {
        id
        ...RegisterMarkText
      }
      ...InvalidInputRefusal
      ...ConflictRefusal
      ...NotReadyRefusal
    }
  }
`)

/** Puts a mark of a closed register right, with a reason. */
export function CorrectMarkPage() {
  const { meetingId = '', placeId = '' } = useParams()
  const [{ data }] = useQuery({ query: CorrectMarkPageQuery, variables: { id: meetingId } })
  const meeting = readFragment(RegisterFragment, data?.meeting)
  const place = meeting && placesOf(meeting).find((each) => each.placeId === placeId)
  const may = meeting?.viewerCanRegister.correct
  usePageTitle(may && place?.mark ? 'Correct a mark' : missingTitle)
  if (!meeting || !may || !place?.mark) return <Missing />
  return <CorrectForm meeting={meeting} place={place} mark={place.mark} />
}

interface CorrectFormProps {
  meeting: Register
  place: Place
  mark: NonNullable<Place['mark']>
}

const other = 'other'
const labels = { mark: 'Mark', why: 'Why it is corrected' }

function CorrectForm({ meeting, place, mark }: CorrectFormProps) {
  const { id: meetingId, title, heldOn, kind } = meeting
  const { deputies, organisation, holderName } = place
  const navigate = useNavigate()
  const { save, saving, seenVersion, refused } = useSave(CorrectMark)
  const before = textOfMark(mark)
  const [typed, type, clear] = useDraft(`correct:${mark.id}`, {
    ...before,
    why: '',
    version: mark.version,
  })
  const back = `/meetings/${meetingId}`

  const submit = async () => {
    const { why, version, ...after } = typed
    const corrected = await save(
      (clientMutationId) => ({
        markId: mark.id,
        ...after,
        why,
        version: Math.max(version, seenVersion),
        clientMutationId,
      }),
      checkCorrection(before, after, why, markedPlace(place, kind)),
    )
    if (!corrected) return
    clear()
    void navigate(back, { state: saved('The mark is corrected') })
  }

  return (
    <Main before={<BackLink href={back}>Back to the meeting</BackLink>}>
      <FormProblems refused={refused} labels={labels} />
      <span className="govuk-caption-l">
        {title}, {formatDay(heldOn)}
      </span>
      <h1 className="govuk-heading-l">Correct a mark</h1>
      <p className="govuk-body">
        {organisation?.name}
        {holderName && `, ${holderName}`}. The register says: <strong>{markName[mark.mark]}</strong>
        {mark.cameName && `, ${mark.cameName}`}.
      </p>
      <Form action="Correct the mark" saving={saving} onSubmit={submit}>
        <Radios
          name="mark"
          fieldset={{ legend: 'What should it say?' }}
          errorMessage={problemOf(refused, 'mark')}
          items={Object.values(Mark).map((each) => ({
            value: each,
            text: markName[each],
            ...(each === 'DEPUTY' && {
              conditional: (
                <>
                  {deputies.length > 0 && (
                    <Radios
                      name="cameId"
                      fieldset={{ legend: 'Who came?' }}
                      errorMessage={problemOf(refused, 'cameId')}
                      items={[
                        ...deputies.map(({ personId, name }) => ({ value: personId, text: name })),
                        { value: other, text: 'Somebody else' },
                      ]}
                      value={typed.cameId ?? other}
                      onValueChange={(value) => type({ ...typed, cameId: value === other ? null : value })}
                    />
                  )}
                  {typed.cameId === null && (
                    <TextInput
                      name="cameName"
                      label="Name of who came"
                      autoComplete="off"
                      value={typed.cameName}
                      errorMessage={problemOf(refused, 'cameName')}
                      onChange={(event) => type({ ...typed, cameName: event.target.value })}
                    />
                  )}
                  <Radios
                    name="seniorEnough"
                    fieldset={{ legend: 'Are they senior enough?' }}
                    items={[
                      { value: 'yes', text: 'Yes' },
                      { value: 'no', text: 'No' },
                      { value: '', text: 'Nobody has said' },
                    ]}
                    value={typed.seniorEnough === null ? '' : typed.seniorEnough ? 'yes' : 'no'}
                    onValueChange={(value) =>
                      type({ ...typed, seniorEnough: value === '' ? null : value === 'yes' })
                    }
                  />
                </>
              ),
            }),
          }))}
          value={typed.mark}
          onValueChange={(value) =>
            type({
              ...typed,
              mark: Object.values(Mark).find((each) => each === value) ?? typed.mark,
              reason: value === 'APOLOGIES' ? null : '',
            })
          }
        />
        <Textarea
          name="why"
          label="Why is it corrected?"
          hint="Everybody who sees the mark sees this. Do not name adults or children at risk."
          rows={3}
          value={typed.why}
          errorMessage={problemOf(refused, 'why')}
          onChange={(event) => type({ ...typed, why: event.target.value })}
        />
      </Form>
    </Main>
  )
}

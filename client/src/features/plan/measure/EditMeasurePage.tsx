import { useState } from 'react'
import { useNavigate, useParams } from 'react-router'
import { useQuery } from 'urql'
import { checkEnding } from '@boardwork/shared/plan/measureRules.ts'
import { graphql, readFragment } from '../../../gql/index.ts'
import type { MeasureFragment as Measure } from '../../../gql/graphql.ts'
import { BackLink } from '../../../govuk/BackLink.tsx'
import { Details } from '../../../govuk/Details.tsx'
import { InsetText } from '../../../govuk/InsetText.tsx'
import { Textarea } from '../../../govuk/Textarea.tsx'
import { Form } from '../../../page/Form.tsx'
import { FormProblems, problemOf } from '../../../page/FormProblems.tsx'
import { Main } from '../../../page/Main.tsx'
import { saved } from '../../../page/SavedBanner.tsx'
import { useDraft } from '../../../page/useDraft.ts'
import { usePageTitle } from '../../../page/usePageTitle.ts'
import { useSave } from '../../../page/useSave.ts'
import { MeasureFragment } from './measureFragments.ts'
import { MeasureForm } from './MeasureForm.tsx'
import { NotHere, notHere } from '../NotHere.tsx'

export const EditMeasurePageQuery = graphql(`
  query EditMeasurePage($id: ID!) {
    measure(id: $id) {
      id
      ...Measure
    }
  }
`)

const EndMeasure = graphql(`
  mutation EndMeasure($input: EndMeasureInput!) {
    result: endMeasure(input: $input) {
      __typename
      ... on Measure {
        ...Measure
      }
      ...InvalidInputRefusal
      ...ConflictRefusal
      ...NotReadyRefusal
    }
  }
`)

/** Changes a measure, or ends it. */
export function EditMeasurePage() {
  const { measureId = '' } = useParams()
  const [{ data }] = useQuery({ query: EditMeasurePageQuery, variables: { id: measureId } })
  const measure = readFragment(MeasureFragment, data?.measure)
  usePageTitle(measure?.viewerCan.change ? 'Change this measure' : notHere('measure'))
  if (!measure?.viewerCan.change) return <NotHere what="measure" loaded={data !== undefined} />
  return (
    <Main before={<BackLink href={`/actions/${measure.actionId}`}>Back to the action</BackLink>}>
      <MeasureForm
        key={measure.id}
        actionId={measure.actionId}
        measure={measure}
        heading="Change this measure"
      />
      {measure.results.length > 0 && (
        <InsetText>
          Results were recorded against the target, so the target stays as it is. To measure against another
          one, end this measure and add a new one.
        </InsetText>
      )}
      <EndForm measure={measure} />
    </Main>
  )
}

function EndForm({ measure }: { measure: Measure }) {
  const navigate = useNavigate()
  const { save, saving, seenVersion, refused } = useSave(EndMeasure)
  const [reason, setReason, clear] = useDraft(`measure:end:${measure.id}`, '')
  const [open, setOpen] = useState(false)

  const submit = async () => {
    const ended = await save(
      (clientMutationId) => ({
        measureId: measure.id,
        reason,
        version: Math.max(measure.version, seenVersion),
        clientMutationId,
      }),
      checkEnding(reason),
    )
    if (!ended) return
    clear()
    void navigate(`/actions/${measure.actionId}`, { state: saved('The measure has ended') })
  }

  return (
    <Details summary="End this measure" open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <FormProblems refused={refused} />
      <p>Its results stay, and nothing is recorded for it any more. This cannot be undone.</p>
      <Form action="End the measure" variant="warning" saving={saving} onSubmit={submit}>
        <Textarea
          name="reason"
          label="Why is it no longer measured?"
          rows={2}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
          errorMessage={problemOf(refused, 'reason')}
        />
      </Form>
    </Details>
  )
}

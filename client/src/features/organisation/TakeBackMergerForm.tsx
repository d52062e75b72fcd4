import { useNavigate } from 'react-router'
import { formatDay } from '@boardwork/shared/board/dates.ts'
import { checkTakingBack } from '@boardwork/shared/organisation/merger.ts'
import { graphql, readFragment } from '../../gql/index.ts'
import type { FragmentType } from '../../gql/index.ts'
import { Textarea } from '../../govuk/Textarea.tsx'
import { Form } from '../../page/Form.tsx'
import { FormProblems, problemOf } from '../../page/FormProblems.tsx'
import { saved } from '../../page/SavedBanner.tsx'
import { useDraft } from '../../page/useDraft.ts'
import { usePageTitle } from '../../page/usePageTitle.ts'
import { useSave } from '../../page/useSave.ts'

const TakeBackMergerFragment = graphql(`
  fragment TakeBackMerger on Organisation {
    id
    name
    version
    partOf {
      organisationId
      organisationName
      since
    }
  }
`)

const TakeBackMerger = graphql(`
  mutation TakeBackMerger($input: TakeBackMergerInput!) {
    result: takeBackMerger(input: $input) {
      __typename
      ... on Organisation {
        id
        name
        version
        partOf {
          organisationId
        }
      }
      ...InvalidInputRefusal
      ...NotReadyRefusal
      ...ConflictRefusal
    }
  }
`)

/** Says of which organisation this one is part, and takes it back where it was recorded by mistake. */
export function TakeBackMergerForm({
  organisation: given,
}: {
  organisation: FragmentType<typeof TakeBackMergerFragment>
}) {
  const { id, name, version, partOf } = readFragment(TakeBackMergerFragment, given)
  const other = partOf?.organisationName ?? 'another organisation'
  const navigate = useNavigate()
  const { save, saving, seenVersion, refused } = useSave(TakeBackMerger)
  const [typed, type, clear] = useDraft(`organisation:merger:back:${id}`, { reason: '' })
  usePageTitle(`Merger of ${name}`)

  const submit = async () => {
    const organisation = await save(
      (clientMutationId) => ({
        organisationId: id,
        version: Math.max(version, seenVersion),
        reason: typed.reason,
        clientMutationId,
      }),
      checkTakingBack(typed.reason),
    )
    if (!organisation) return
    clear()
    void navigate('/organisations', { state: saved(`The merger of ${organisation.name} is taken back`) })
  }

  return (
    <>
      <FormProblems refused={refused} labels={{ reason: 'Reason' }} />
      <span className="govuk-caption-l">{name}</span>
      <h1 className="govuk-heading-l">Merger</h1>
      <p>
        {name} has been part of {other} since {formatDay(partOf?.since ?? '')}.
      </p>
      <h2 className="govuk-heading-m">Take it back</h2>
      <p>
        Take it back if it was recorded by mistake. Whoever leads {other} then does not see the attendance of{' '}
        {name} any more. No mark changes.
      </p>
      <Form action="Take the merger back" variant="warning" saving={saving} onSubmit={submit}>
        <Textarea
          name="reason"
          label="Why do you take it back?"
          hint="It is kept in the log."
          rows={2}
          value={typed.reason}
          errorMessage={problemOf(refused, 'reason')}
          onChange={(event) => type({ reason: event.target.value })}
        />
      </Form>
    </>
  )
}

import { checkReturn } from '@boardwork/shared/plan/updateState.ts'
import { graphql, readFragment } from '../../../gql/index.ts'
import type { FragmentType } from '../../../gql/index.ts'
import { Details } from '../../../govuk/Details.tsx'
import { Textarea } from '../../../govuk/Textarea.tsx'
import { Form } from '../../../page/Form.tsx'
import { FormProblems, problemOf } from '../../../page/FormProblems.tsx'
import { useDraft } from '../../../page/useDraft.ts'
import { useSave } from '../../../page/useSave.ts'
import { WrittenUpdateFragment } from './updateFragments.ts'
import { withPrefix } from '../withPrefix.ts'

const AuthoriseUpdate = graphql(`
  mutation AuthoriseUpdate($input: AuthoriseUpdateInput!) {
    result: authoriseUpdate(input: $input) {
      __typename
      ... on ProgressUpdate {
        ...WrittenUpdate
        action {
          ...ActionReporting
          allUpdates {
            ...WrittenUpdate
          }
        }
      }
      ...ConflictRefusal
      ...NotReadyRefusal
    }
  }
`)

const ReturnUpdate = graphql(`
  mutation ReturnUpdate($input: ReturnUpdateInput!) {
    result: returnUpdate(input: $input) {
      __typename
      ... on ProgressUpdate {
        ...WrittenUpdate
        action {
          ...ActionReporting
          allUpdates {
            ...WrittenUpdate
          }
        }
      }
      ...InvalidInputRefusal
      ...ConflictRefusal
      ...NotReadyRefusal
    }
  }
`)

interface UpdateDecisionProps {
  update: FragmentType<typeof WrittenUpdateFragment>
  onDecided: (words: string) => void
}

/** Authorises a submitted update, or returns it with a reason. */
export function UpdateDecision({ update: given, onDecided }: UpdateDecisionProps) {
  const { id: updateId, version, period } = readFragment(WrittenUpdateFragment, given)
  const [reason, setReason, clear] = useDraft(`return:${updateId}`, '')
  const authorise = useSave(AuthoriseUpdate)
  const giveBack = useSave(ReturnUpdate)
  const prefix = `return-${updateId}`
  const shown = withPrefix(giveBack.refused, prefix)

  const submitAuthorise = async () => {
    const decided = await authorise.save((clientMutationId) => ({ updateId, version, clientMutationId }))
    if (decided) onDecided(`The update for ${period} is authorised.`)
  }
  const submitReturn = async () => {
    const decided = await giveBack.save(
      (clientMutationId) => ({ updateId, reason, version, clientMutationId }),
      checkReturn(reason),
    )
    if (!decided) return
    clear()
    onDecided(`The update for ${period} is returned.`)
  }

  return (
    <>
      <FormProblems refused={authorise.refused} />
      <Form action="Authorise" saving={authorise.saving} onSubmit={submitAuthorise}>
        {null}
      </Form>
      <Details summary="Return it with a reason">
        <FormProblems refused={shown} />
        <Form action="Return it" variant="secondary" saving={giveBack.saving} onSubmit={submitReturn}>
          <Textarea
            name={`${prefix}-reason`}
            label="What has to be changed?"
            rows={3}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
            errorMessage={problemOf(shown, `${prefix}-reason`)}
          />
        </Form>
      </Details>
    </>
  )
}

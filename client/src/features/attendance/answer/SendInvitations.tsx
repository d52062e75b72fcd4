import { useState } from 'react'
import { graphql, readFragment } from '../../../gql/index.ts'
import type { FragmentType } from '../../../gql/index.ts'
import { NotificationBanner } from '../../../govuk/NotificationBanner.tsx'
import { Form } from '../../../page/Form.tsx'
import { FormProblems } from '../../../page/FormProblems.tsx'
import { useSave } from '../../../page/useSave.ts'

export const SendInvitationsFragment = graphql(`
  fragment SendInvitations on Meeting {
    id
    invitations {
      toSend
      sent
      unreachable
    }
  }
`)

const SendMeetingInvitations = graphql(`
  mutation SendMeetingInvitations($input: SendInvitationsInput!) {
    result: sendMeetingInvitations(input: $input) {
      __typename
      ... on Meeting {
        id
        ...SendInvitations
      }
      ...NotReadyRefusal
    }
  }
`)

/** To how many people invitations can go, and the button that sends them. Nobody gets two about the same. */
export function SendInvitations({
  meeting: given,
}: {
  meeting: FragmentType<typeof SendInvitationsFragment>
}) {
  const { id: meetingId, invitations } = readFragment(SendInvitationsFragment, given)
  const { save, saving, refused } = useSave(SendMeetingInvitations)
  const [sentTo, setSentTo] = useState(0)
  if (!invitations) return null
  const { toSend, sent, unreachable } = invitations
  if (toSend === 0 && sent === 0) return null
  const submit = async () => {
    if (await save((clientMutationId) => ({ meetingId, clientMutationId }))) setSentTo(toSend)
  }
  return (
    <section aria-labelledby="invitations">
      <FormProblems refused={refused} />
      {sentTo > 0 && (
        <NotificationBanner type="success">
          {sentTo === 1 ? 'One invitation is on its way' : `${sentTo} invitations are on their way`}
        </NotificationBanner>
      )}
      <h2 className="govuk-heading-m" id="invitations">
        Invitations
      </h2>
      {sent > 0 && <p>{people(sent)} been invited by e-mail to the meeting as it is now.</p>}
      {unreachable > 0 && (
        <p>
          {unreachable === 1 ? 'One agency has' : `${unreachable} agencies have`} nobody with an open account
          to invite.
        </p>
      )}
      {toSend > 0 && (
        <>
          <p>
            {people(toSend)} not been invited yet. Each gets an e-mail with the event for their calendar and
            links to answer. If the meeting is moved or cancelled later, they get another one by themselves.
          </p>
          <Form
            action={toSend === 1 ? 'Send one invitation' : `Send ${toSend} invitations`}
            saving={saving}
            onSubmit={submit}
          >
            {null}
          </Form>
        </>
      )}
    </section>
  )
}

function people(count: number): string {
  return count === 1 ? 'One person has' : `${count} people have`
}

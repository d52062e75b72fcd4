import { useLocation, useNavigate } from 'react-router'
import { formatDay, todayInLondon } from '@boardwork/shared/board/dates.ts'
import { roleName } from '@boardwork/shared/board/role.ts'
import { readFragment } from '../gql/fragment-masking.ts'
import type { FragmentType } from '../gql/fragment-masking.ts'
import { graphql } from '../gql/gql.ts'
import { Button } from '../govuk/Button.tsx'
import { Tag } from '../govuk/Tag.tsx'
import { FormProblems } from './FormProblems.tsx'
import { saved } from './SavedBanner.tsx'
import { useSave } from './useSave.ts'

export const OpenInvitationFragment = graphql(`
  fragment OpenInvitation on Invitation {
    id
    email
    role
    expiresAt
    state
  }
`)

const ResendInvitation = graphql(`
  mutation ResendInvitation($input: InvitationInput!) {
    result: resendInvitation(input: $input) {
      __typename
      ... on Invitation {
        ...OpenInvitation
      }
      ...NotReadyRefusal
    }
  }
`)

const WithdrawInvitation = graphql(`
  mutation WithdrawInvitation($input: InvitationInput!) {
    result: withdrawInvitation(input: $input) {
      __typename
      ... on Invitation {
        ...OpenInvitation
      }
      ...NotReadyRefusal
    }
  }
`)

interface InvitationsProps {
  invitations: readonly FragmentType<typeof OpenInvitationFragment>[]
  mayChange: boolean
  readAgain: () => void
}

/** Who is invited and has not come yet. */
export function Invitations({ invitations, mayChange, readAgain }: InvitationsProps) {
  const navigate = useNavigate()
  const { pathname, search } = useLocation()
  const resending = useSave(ResendInvitation)
  const withdrawing = useSave(WithdrawInvitation)
  if (invitations.length === 0) return null

  const change = async (saving: typeof resending | typeof withdrawing, id: string, words: string) => {
    const done = await saving.save((clientMutationId) => ({ invitationId: id, clientMutationId }))
    if (!done) return
    readAgain()
    void navigate(pathname + search, { replace: true, state: saved(words) })
  }

  return (
    <section aria-labelledby="invitations">
      <h2 className="govuk-heading-m" id="invitations">
        Invitations
      </h2>
      <FormProblems refused={resending.refused} />
      <FormProblems refused={withdrawing.refused} />
      <ul className="govuk-list bw-entries">
        {readFragment(OpenInvitationFragment, invitations).map(({ id, email, role, expiresAt, state }) => (
          <li key={id}>
            <strong>{email}</strong>
            <br />
            {roleName[role]}.{' '}
            {state === 'EXPIRED' ? (
              <Tag colour="grey">Expired</Tag>
            ) : (
              `Can be accepted until ${formatDay(todayInLondon(new Date(expiresAt)))}.`
            )}
            {mayChange && (
              <div className="govuk-button-group govuk-!-margin-top-2 govuk-!-margin-bottom-0">
                <Button
                  type="button"
                  variant="secondary"
                  disabled={resending.saving}
                  onClick={() => void change(resending, id, `The invitation to ${email} is sent again`)}
                >
                  Send again<span className="govuk-visually-hidden"> to {email}</span>
                </Button>
                <Button
                  type="button"
                  variant="secondary"
                  disabled={withdrawing.saving}
                  onClick={() => void change(withdrawing, id, `The invitation to ${email} is withdrawn`)}
                >
                  Withdraw<span className="govuk-visually-hidden"> the invitation to {email}</span>
                </Button>
              </div>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

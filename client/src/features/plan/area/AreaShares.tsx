import { useState } from 'react'
import { graphql, readFragment } from '../../../gql/index.ts'
import type { FragmentType } from '../../../gql/index.ts'
import { Button } from '../../../govuk/Button.tsx'
import { Details } from '../../../govuk/Details.tsx'
import { SummaryList } from '../../../govuk/SummaryList.tsx'
import { Tag } from '../../../govuk/Tag.tsx'
import { FormProblems } from '../../../page/FormProblems.tsx'
import { useSave } from '../../../page/useSave.ts'
import { dateText } from '../words.ts'

export const AreaSharesFragment = graphql(`
  fragment AreaShares on PlanArea {
    id
    shares {
      id
      boardName
      receiverName
      level
      reason
      endsOn
      sharedAt
      revokedAt
      live
      version
      viewerCan {
        revoke
      }
    }
  }
`)

const RevokeShare = graphql(`
  mutation RevokeShare($input: RevokeShareInput!) {
    result: revokeShare(input: $input) {
      __typename
      ... on AreaShare {
        id
        live
        revokedAt
        version
        viewerCan {
          revoke
        }
      }
      ...NotReadyRefusal
      ... on Conflict {
        message
      }
    }
  }
`)

/** With whom an area is or was shared, for both sides. */
export function AreaShares({ area: given }: { area: FragmentType<typeof AreaSharesFragment> }) {
  const { shares } = readFragment(AreaSharesFragment, given)
  const { save, saving, refused } = useSave(RevokeShare)
  const [said, setSaid] = useState('')

  const revoke = async (share: { id: string; version: number; receiverName: string }) => {
    const revoked = await save((clientMutationId) => ({
      shareId: share.id,
      version: share.version,
      clientMutationId,
    }))
    if (revoked) setSaid(`This area is not shared with ${share.receiverName} any more.`)
  }

  return (
    <section aria-labelledby="shares">
      <h2 className="govuk-heading-m" id="shares">
        Shared with
      </h2>
      <FormProblems refused={refused} />
      <p role="status">{said}</p>
      {shares.length === 0 && <p>This area is not shared with another board or agency.</p>}
      {shares.map((share) => (
        <SummaryList
          key={share.id}
          card={{ title: share.receiverName }}
          rows={[
            {
              key: 'State',
              value: share.live ? (
                <Tag colour="green">Open</Tag>
              ) : (
                <>
                  <Tag colour="grey">Ended</Tag>
                  {share.revokedAt && ` on ${dateText(share.revokedAt)}`}
                </>
              ),
            },
            { key: 'Shared by', value: `${share.boardName}, on ${dateText(share.sharedAt)}` },
            { key: 'To', value: share.level === 'READ' ? 'Read' : 'Read and comment' },
            { key: 'Reason', value: <span className="bw-prose">{share.reason}</span> },
            { key: 'Last day', value: dateText(share.endsOn) },
            share.viewerCan.revoke && {
              key: 'End it',
              value: (
                <Details
                  summary={`End the share with ${share.receiverName}`}
                  className="govuk-!-margin-bottom-0"
                >
                  <p>They will stop seeing this area at once.</p>
                  <Button
                    type="button"
                    variant="warning"
                    disabled={saving}
                    onClick={() => void revoke(share)}
                  >
                    End this share
                  </Button>
                </Details>
              ),
            },
          ]}
        />
      ))}
    </section>
  )
}

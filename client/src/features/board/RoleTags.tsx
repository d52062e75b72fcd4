import { roleName } from '@boardwork/shared/board/role.ts'
import { readFragment } from '../../gql/fragment-masking.ts'
import type { FragmentType } from '../../gql/fragment-masking.ts'
import { graphql } from '../../gql/gql.ts'
import { Tag } from '../../govuk/Tag.tsx'

const RoleTagsFragment = graphql(`
  fragment RoleTags on ViewerTie {
    role
  }
`)

/** What somebody is, each role once. */
export function RoleTags({ ties }: { ties: readonly FragmentType<typeof RoleTagsFragment>[] }) {
  const roles = new Set(readFragment(RoleTagsFragment, ties).map((tie) => tie.role))
  return [...roles].map((role) => (
    <Tag key={role} className="govuk-!-margin-right-1">
      {roleName[role]}
    </Tag>
  ))
}

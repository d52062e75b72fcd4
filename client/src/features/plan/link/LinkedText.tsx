import { normal } from '@boardwork/shared/plan/honestStatus.ts'
import { piecesOfText } from '@boardwork/shared/plan/seeAlso.ts'
import { Link } from '../../../govuk/Link.tsx'

/** An action that the viewer sees, by the number with which texts refer to it. */
export interface TextLink {
  id: string
  reference: string
  title: string
}

/** A text in which the numbers of other actions lead to them; those that the viewer does not see stay words. */
export function LinkedText({ text, links }: { text: string; links: readonly TextLink[] }) {
  if (links.length === 0) return text
  return piecesOfText(text).map((piece, index) => {
    const { reference } = piece
    const link = reference !== undefined && links.find((each) => normal(each.reference) === normal(reference))
    return link ? (
      // A piece has no name but its place.
      // oxlint-disable-next-line react/no-array-index-key
      <Link key={index} href={`/actions/${link.id}`}>
        {piece.text}
        <span className="govuk-visually-hidden"> ({link.title})</span>
      </Link>
    ) : (
      piece.text
    )
  })
}

/** Links to actions, each with its number and title. */
export function ActionLinks({ links }: { links: readonly TextLink[] }) {
  return (
    <ul className="govuk-list govuk-!-margin-bottom-0">
      {links.map(({ id, reference, title }) => (
        <li key={id}>
          <Link href={`/actions/${id}`}>{[reference, title].filter(Boolean).join(' ')}</Link>
        </li>
      ))}
    </ul>
  )
}

import { LinkedText } from '../link/LinkedText.tsx'
import type { TextLink } from '../link/LinkedText.tsx'

interface EvidenceListProps {
  items: readonly { text?: string | null; deadline?: string | null }[]
  links?: readonly TextLink[]
}

/** What will show that an action was done, each piece with the timescale that belongs to it. */
export function EvidenceList({ items, links = [] }: EvidenceListProps) {
  if (items.length === 0) return 'None is set yet'
  return (
    <ul className="govuk-list govuk-list--spaced govuk-!-margin-bottom-0">
      {items.map((item, index) => (
        // A piece of evidence has no name but its place.
        // oxlint-disable-next-line react/no-array-index-key
        <li key={index}>
          {item.text && <LinkedText text={item.text} links={links} />}
          {item.text && item.deadline && <br />}
          {item.deadline && (
            <>
              <strong>By when:</strong> <LinkedText text={item.deadline} links={links} />
            </>
          )}
        </li>
      ))}
    </ul>
  )
}

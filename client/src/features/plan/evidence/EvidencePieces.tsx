import { describeFile } from '@boardwork/shared/plan/evidenceRules.ts'
import { graphql, readFragment } from '../../../gql/index.ts'
import type { FragmentType } from '../../../gql/index.ts'
import type { EvidencePieceFragment } from '../../../gql/graphql.ts'
import { Link } from '../../../govuk/Link.tsx'
import { dateText } from '../words.ts'

export const PieceFragment = graphql(`
  fragment EvidencePiece on Evidence {
    id
    kind
    words
    address
    fileName
    mediaType
    bytes
    addedByName
    addedByFor
    addedAt
    withdrawnAt
    withdrawnByName
    withdrawnReason
    version
    viewerCan {
      withdraw
    }
  }
`)

/** What was not withdrawn of the evidence for an action, for the card of the action. */
export function EvidenceSoFar({ pieces }: { pieces: readonly FragmentType<typeof PieceFragment>[] }) {
  const standing = readFragment(PieceFragment, pieces).filter((piece) => !piece.withdrawnAt)
  return standing.length === 0 ? 'None has been added yet' : <EvidencePieces pieces={standing} />
}

interface EvidencePiecesProps {
  pieces: readonly EvidencePieceFragment[]
  /** Where a piece is withdrawn; without it nobody is offered to. */
  withdrawHref?: (piece: EvidencePieceFragment) => string
}

/** Pieces of evidence: what each shows, what it is, who added it and when. */
export function EvidencePieces({ pieces, withdrawHref }: EvidencePiecesProps) {
  return (
    <ul className="govuk-list govuk-list--spaced bw-evidence">
      {pieces.map((piece) => (
        <li key={piece.id}>
          <EvidencePiece piece={piece} />
          {withdrawHref && piece.viewerCan.withdraw && (
            <>
              <br />
              <Link href={withdrawHref(piece)}>
                Withdraw<span className="govuk-visually-hidden"> “{shortWords(piece)}”</span>
              </Link>
            </>
          )}
        </li>
      ))}
    </ul>
  )
}

/** One piece, as a part of a list or alone. */
export function EvidencePiece({ piece }: { piece: EvidencePieceFragment }) {
  const { kind, words, address, fileName, mediaType, bytes } = piece
  return (
    <>
      {kind === 'NOTE' && <span className="bw-prose">{words}</span>}
      {kind === 'LINK' && (
        <a className="govuk-link" href={address ?? undefined} rel="noreferrer">
          {words}
        </a>
      )}
      {kind === 'FILE' && (
        // The server sends it to be saved: the page stays.
        <a className="govuk-link" href={`/evidence/${piece.id}/file`}>
          {words}
        </a>
      )}
      <br />
      <span className="bw-evidence__facts">
        {kind === 'NOTE' && 'Note'}
        {kind === 'LINK' && address && `Link to ${new URL(address).hostname}`}
        {kind === 'FILE' && `File: ${fileName}, ${describeFile(mediaType ?? '', bytes ?? 0)}`}
        <br />
        Added by {piece.addedByName}, {piece.addedByFor},{' '}
        <time dateTime={piece.addedAt}>{dateText(piece.addedAt)}</time>
        {piece.withdrawnAt && (
          <>
            <br />
            Withdrawn by {piece.withdrawnByName},{' '}
            <time dateTime={piece.withdrawnAt}>{dateText(piece.withdrawnAt)}</time>. Reason:{' '}
            {piece.withdrawnReason}
          </>
        )}
      </span>
    </>
  )
}

function shortWords({ words }: EvidencePieceFragment): string {
  return words.length > 60 ? `${words.slice(0, 60)}…` : words
}

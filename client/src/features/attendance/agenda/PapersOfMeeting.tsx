import { useNavigate } from 'react-router'
import { formatDay, todayInLondon } from '@boardwork/shared/board/dates.ts'
import { describeFile } from '@boardwork/shared/plan/evidenceRules.ts'
import { readFragment } from '../../../gql/index.ts'
import type { FragmentType } from '../../../gql/index.ts'
import type { MeetingPaperFragment as Paper } from '../../../gql/graphql.ts'
import { Button } from '../../../govuk/Button.tsx'
import { Details } from '../../../govuk/Details.tsx'
import { FormProblems } from '../../../page/FormProblems.tsx'
import { saved } from '../../../page/SavedBanner.tsx'
import { useSave } from '../../../page/useSave.ts'
import { MeetingPaperFragment, PapersOfMeetingFragment, RemovePaper } from './agendaFragments.ts'

/** The papers of a meeting: files that are kept here, and links. */
export function PapersOfMeeting({
  meeting: given,
}: {
  meeting: FragmentType<typeof PapersOfMeetingFragment>
}) {
  const { id: meetingId, agenda, papers, viewerCanAgenda } = readFragment(PapersOfMeetingFragment, given)
  const all = readFragment(MeetingPaperFragment, papers)
  const { save, saving, refused } = useSave(RemovePaper)
  const navigate = useNavigate()
  if (all.length === 0 && !viewerCanAgenda.papers) return null
  const itemName = ({ itemId }: Paper) => {
    const at = agenda.findIndex(({ id }) => id === itemId)
    return at === -1 ? '' : `For item ${at + 1}, “${agenda[at]?.title ?? ''}”. `
  }

  const remove = async (paper: Paper) => {
    const { id: paperId, version, title } = paper
    const done = await save((clientMutationId) => ({ paperId, version, clientMutationId }))
    if (done)
      void navigate(`/meetings/${meetingId}`, { replace: true, state: saved(`“${title}” is taken away`) })
  }

  return (
    <section aria-labelledby="papers">
      <h2 className="govuk-heading-m" id="papers">
        Papers
      </h2>
      <FormProblems refused={refused} />
      {all.length === 0 && <p>No paper has been added yet.</p>}
      <ul className="govuk-list govuk-list--spaced">
        {all.map((paper) => (
          <li key={paper.id}>
            <a
              className="govuk-link"
              href={paper.address ?? `/papers/${paper.id}/file`}
              rel={paper.address ? 'noreferrer' : undefined}
            >
              {paper.title}
            </a>
            <br />
            {itemName(paper)}
            {paper.address
              ? `Link to ${new URL(paper.address).hostname}`
              : `File: ${paper.fileName}, ${describeFile(paper.mediaType ?? '', paper.bytes ?? 0)}`}
            . Added by {paper.addedByName}, {formatDay(todayInLondon(new Date(paper.addedAt)))}
            {viewerCanAgenda.papers && (
              <Details
                className="govuk-!-margin-top-1 govuk-!-margin-bottom-0"
                summary={
                  <>
                    Take away<span className="govuk-visually-hidden"> “{paper.title}”</span>
                  </>
                }
              >
                <p>Nobody can open it here any more. That it was here stays in the log.</p>
                <Button type="button" variant="warning" disabled={saving} onClick={() => void remove(paper)}>
                  Take it away
                </Button>
              </Details>
            )}
          </li>
        ))}
      </ul>
      {viewerCanAgenda.papers && (
        <Button href={`/meetings/${meetingId}/papers/new`} variant="secondary">
          Add a paper
        </Button>
      )}
    </section>
  )
}

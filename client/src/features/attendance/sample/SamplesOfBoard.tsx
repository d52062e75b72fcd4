import { useNavigate } from 'react-router'
import { formatDay, todayInLondon } from '@boardwork/shared/board/dates.ts'
import { checkSharePercent } from '@boardwork/shared/attendance/sample/sample.ts'
import { graphql, readFragment } from '../../../gql/index.ts'
import type { FragmentType } from '../../../gql/index.ts'
import { Link } from '../../../govuk/Link.tsx'
import { TextInput } from '../../../govuk/TextInput.tsx'
import { Form } from '../../../page/Form.tsx'
import { FormProblems, problemOf } from '../../../page/FormProblems.tsx'
import { saved } from '../../../page/SavedBanner.tsx'
import { useDraft } from '../../../page/useDraft.ts'
import { useSave } from '../../../page/useSave.ts'

export const SamplesOfBoardFragment = graphql(`
  fragment SamplesOfBoard on Board {
    id
    viewerCanDrawSample
    samples(year: $year) {
      id
      sharePercent
      drawnAt
      drawnByName
      drawn
      population
    }
  }
`)

const DrawSample = graphql(`
  mutation DrawSample($input: DrawSampleInput!) {
    result: drawSample(input: $input) {
      __typename
      ... on MeetingSample {
        id
      }
      ...InvalidInputRefusal
      ...NotReadyRefusal
    }
  }
`)

/** The samples of a year's strategy meetings, and the form that draws one. */
export function SamplesOfBoard({
  board: given,
  year,
}: {
  board: FragmentType<typeof SamplesOfBoardFragment>
  year: number
}) {
  const board = readFragment(SamplesOfBoardFragment, given)
  return (
    <section aria-labelledby="samples">
      <h2 className="govuk-heading-m" id="samples">
        Samples of strategy meetings
      </h2>
      {board.samples.length === 0 && <p>No sample is drawn for this year.</p>}
      {board.samples.length > 0 && (
        <ul className="govuk-list bw-entries">
          {board.samples.map(({ id, drawnAt, drawnByName, drawn, population }) => (
            <li key={id}>
              <Link href={`/samples/${id}`}>
                {drawn.length} of {population.length} strategy meetings
              </Link>
              <p className="govuk-hint govuk-!-margin-bottom-0">
                Drawn by {drawnByName}, {formatDay(todayInLondon(new Date(drawnAt)))}
              </p>
            </li>
          ))}
        </ul>
      )}
      {board.viewerCanDrawSample && <DrawForm boardId={board.id} year={year} />}
    </section>
  )
}

function DrawForm({ boardId, year }: { boardId: string; year: number }) {
  const navigate = useNavigate()
  const { save, saving, refused } = useSave(DrawSample)
  const [typed, type, clear] = useDraft(`sample:${boardId}:${year}`, { sharePercent: '50' })
  const submit = async () => {
    const text = typed.sharePercent.trim()
    const sharePercent = /^\d{1,3}$/.test(text) ? Number(text) : Number.NaN
    const drawn = await save(
      (clientMutationId) => ({ boardId, year, sharePercent, clientMutationId }),
      checkSharePercent(sharePercent),
    )
    if (!drawn) return
    clear()
    void navigate(`/samples/${drawn.id}`, { state: saved('The sample is drawn') })
  }
  return (
    <>
      <FormProblems refused={refused} />
      <Form action="Draw a sample" variant="secondary" saving={saving} onSubmit={submit}>
        <TextInput
          name="sharePercent"
          label="How much of the strategy meetings held so far?"
          hint="It is rounded up to a whole meeting. The same meetings are drawn from only once."
          suffix="%"
          className="govuk-input--width-3"
          inputMode="numeric"
          value={typed.sharePercent}
          onChange={(event) => type({ sharePercent: event.target.value })}
          errorMessage={problemOf(refused, 'sharePercent')}
        />
      </Form>
    </>
  )
}

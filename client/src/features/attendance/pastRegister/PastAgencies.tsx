import { formatDay } from '@boardwork/shared/board/dates.ts'
import { asGuest } from '@boardwork/shared/attendance/pastRegister/pastChoices.ts'
import { leaveOut } from '@boardwork/shared/attendance/pastRegister/pastRegister.ts'
import type { PastPreviewFragment } from '../../../gql/graphql.ts'
import { Button } from '../../../govuk/Button.tsx'
import { Link } from '../../../govuk/Link.tsx'
import { Select } from '../../../govuk/Select.tsx'
import { counted } from './pastRegisterWords.ts'
import type { PastChoosing } from './usePastChoices.ts'

type Preview = NonNullable<PastPreviewFragment['preview']>

interface PastAgenciesProps {
  preview: Preview
  boardId: string
  choosing: PastChoosing
}

/** From this percentage on a suggestion is offered for all at once. */
const likely = 80

/** Which agency of the board each agency of the list is, and what becomes of those without a seat. */
export function PastAgencies({ preview, boardId, choosing }: PastAgenciesProps) {
  const { agencies, organisations, missingSeats } = preview
  if (agencies.length === 0) return null
  const suggested = agencies.flatMap(({ key, choice, suggestions }) => {
    const [best] = suggestions
    return choice === null && best !== undefined && best.percent >= likely ? [{ key, id: best.id }] : []
  })
  return (
    <section aria-labelledby="agencies">
      <h2 className="govuk-heading-m" id="agencies">
        Agencies
      </h2>
      <p>
        Say which agency of the board each of these is. We chose by ourselves only where the name is the very
        same.
      </p>
      {suggested.length > 1 && (
        <Button
          type="button"
          variant="secondary"
          onClick={() =>
            choosing.choose(suggested.map(({ key, id }) => ({ part: 'AGENCY', key, value: id })))
          }
        >
          Use our {counted(suggested.length, 'likely suggestion')}
        </Button>
      )}
      {agencies.map(({ key, words, names, marks, suggestions, choice }, index) => (
        <Select
          key={key}
          name={`agency-${index}`}
          label={words}
          hint={[
            counted(marks, 'mark'),
            names.length > 0 && names[0] !== words ? `with ${names.slice(0, 5).join(', ')}` : '',
            choice === null && suggestions[0]
              ? `Most likely: ${suggestions[0].name}. ${suggestions[0].reasons.join(' ')}`
              : '',
          ]
            .filter((text) => text !== '')
            .join('. ')}
          value={choosing.valueOf('AGENCY', key, choice)}
          onChange={({ target }) => choosing.choose([{ part: 'AGENCY', key, value: target.value || null }])}
          items={[
            { value: '', text: 'Choose an agency' },
            ...suggestions.map(({ id, name, percent }) => ({
              value: id,
              text: `${name} (${percent}% alike)`,
            })),
            ...organisations
              .filter(({ id }) => suggestions.every((each) => each.id !== id))
              .map(({ id, name }) => ({ value: id, text: name })),
            { value: asGuest, text: 'None of these: who came is a guest' },
            { value: leaveOut, text: 'None of these: leave it out' },
          ]}
        />
      ))}
      {missingSeats.map(({ organisationId, organisation, days, marks, choice }, index) => (
        <Select
          key={organisationId}
          name={`seat-${index}`}
          label={`${organisation} had no seat on ${counted(days.length, 'day')} of the list`}
          hint={`${counted(marks, 'mark')}, on ${days.slice(0, 4).map(formatDay).join(', ')}${days.length > 4 ? ' and later' : ''}. If it had a seat then, say so first, and these marks count.`}
          value={choosing.valueOf('SEAT', organisationId, choice)}
          onChange={({ target }) =>
            choosing.choose([{ part: 'SEAT', key: organisationId, value: target.value || null }])
          }
          items={[
            { value: '', text: 'Choose what becomes of these marks' },
            { value: asGuest, text: 'Who came is a guest' },
            { value: leaveOut, text: 'Leave these marks out' },
          ]}
        />
      ))}
      {missingSeats.length > 0 && (
        <p>
          Had they a seat on those days? Give <Link href={`/boards/${boardId}/seats`}>the seat</Link> an
          earlier first day, or add one, then come back to this page.
        </p>
      )}
    </section>
  )
}

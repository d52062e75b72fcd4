import { markName } from '@boardwork/shared/attendance/register/mark.ts'
import { timeInLondon } from '../meeting/timeInLondon.ts'
import type { ShownPlace } from '../register/registerPlaces.ts'

/** Who marked themselves with the code, for an officer who was in the room to look through. */
export function CheckedInPeople({
  places,
  wrongTries,
}: {
  places: readonly ShownPlace[]
  wrongTries: number
}) {
  const byCode = places.filter(({ mark }) => mark?.source === 'CODE')
  if (byCode.length === 0 && wrongTries === 0) return null
  return (
    <section aria-labelledby="by-code">
      <h2 className="govuk-heading-m" id="by-code">
        Checked in with the code
      </h2>
      <p className="govuk-body">
        A code can be passed on. Look whether these people were there, and change a mark that is not right.
      </p>
      <ul className="govuk-list govuk-list--bullet">
        {byCode.map(({ placeId, organisation, mark }) => (
          <li key={placeId}>
            {mark?.markedByName}, {organisation?.name}: {mark && markName[mark.mark].toLowerCase()} at{' '}
            {mark && timeInLondon(mark.markedAt)}
          </li>
        ))}
      </ul>
      {wrongTries > 0 && (
        <p className="govuk-body">
          {wrongTries === 1 ? '1 wrong code was entered.' : `${wrongTries} wrong codes were entered.`}
        </p>
      )}
    </section>
  )
}

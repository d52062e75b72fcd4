import { Button } from '../../../govuk/Button.tsx'
import { InsetText } from '../../../govuk/InsetText.tsx'
import { SummaryList } from '../../../govuk/SummaryList.tsx'
import { markWords } from './registerPlaces.ts'
import type { ShownPlace } from './registerPlaces.ts'
import type { UnsavedMark } from './unsentMarks.ts'

interface UnsavedMarksProps {
  unsaved: readonly UnsavedMark[]
  places: readonly ShownPlace[]
  settle: (placeId: string, keep: 'THEIRS' | 'YOURS') => void
}

/** Marks that were not saved, each beside what the register says now. */
export function UnsavedMarks({ unsaved, places, settle }: UnsavedMarksProps) {
  if (unsaved.length === 0) return null
  return (
    <InsetText>
      <h2 className="govuk-heading-m">Not saved yet</h2>
      {unsaved.map(({ placeId, message, theirs, yours }) => {
        const place = places.find((each) => each.placeId === placeId)
        const agency = place?.organisation?.name ?? 'A place that is not expected any more'
        return (
          <section key={placeId} aria-label={agency}>
            <h3 className="govuk-heading-s">{agency}</h3>
            <p className="govuk-body" role="alert">
              {message}
            </p>
            <SummaryList
              rows={[
                theirs && {
                  key: 'In the register',
                  value: `${markWords(theirs, place)}, marked by ${theirs.markedByName}`,
                },
                { key: 'Yours', value: markWords(yours, place) },
              ]}
            />
            <div className="govuk-button-group">
              <Button type="button" variant="secondary" onClick={() => settle(placeId, 'THEIRS')}>
                {theirs ? 'Keep what is in the register' : 'Remove mine'}
                <span className="govuk-visually-hidden"> of {agency}</span>
              </Button>
              {theirs && (
                <Button type="button" variant="secondary" onClick={() => settle(placeId, 'YOURS')}>
                  Save mine instead<span className="govuk-visually-hidden"> of {agency}</span>
                </Button>
              )}
            </div>
          </section>
        )
      })}
    </InsetText>
  )
}

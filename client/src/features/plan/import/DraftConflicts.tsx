import { useState } from 'react'
import type { DraftDifference } from '@boardwork/shared/plan/import/mergeDrafts.ts'
import { Button } from '../../../govuk/Button.tsx'
import { Radios } from '../../../govuk/Radios.tsx'

type Side = 'mine' | 'theirs'

interface DraftConflictsProps {
  conflicts: readonly DraftDifference[]
  onSettle: (choices: ReadonlyMap<string, Side>) => void
}

/** Lets a person choose, field by field, whose text stays. */
export function DraftConflicts({ conflicts, onSettle }: DraftConflictsProps) {
  const [choices, setChoices] = useState<ReadonlyMap<string, Side>>(new Map())
  const all = (side: Side) => onSettle(new Map(conflicts.map(({ path }) => [path, side])))
  return (
    <section aria-labelledby="conflicts" className="govuk-inset-text">
      <h2 className="govuk-heading-m" id="conflicts" tabIndex={-1}>
        Somebody else changed the same fields
      </h2>
      <p>Everything else has been brought together. Choose for each field whose text to keep.</p>
      {conflicts.map(({ path, label, mine, theirs }) => (
        <Radios
          key={path}
          name={`choice-${path}`}
          fieldset={{ legend: { children: label, className: 'govuk-fieldset__legend--s' } }}
          value={choices.get(path) ?? 'mine'}
          onValueChange={(side) =>
            setChoices(new Map(choices).set(path, side === 'theirs' ? 'theirs' : 'mine'))
          }
          items={[
            { value: 'mine', text: 'Yours', hint: { children: mine || 'Nothing', className: 'bw-prose' } },
            {
              value: 'theirs',
              text: 'Theirs',
              hint: { children: theirs || 'Nothing', className: 'bw-prose' },
            },
          ]}
        />
      ))}
      <div className="govuk-button-group">
        <Button type="button" onClick={() => onSettle(choices)}>
          Keep what I chose
        </Button>
        <Button type="button" variant="secondary" onClick={() => all('theirs')}>
          Keep all of theirs
        </Button>
        <Button type="button" variant="secondary" onClick={() => all('mine')}>
          Keep all of mine
        </Button>
      </div>
    </section>
  )
}

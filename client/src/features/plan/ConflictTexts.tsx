import { InsetText } from '../../govuk/InsetText.tsx'
import { SummaryList } from '../../govuk/SummaryList.tsx'

interface ConflictTextsProps {
  fields: readonly { field: string; theirs: string; yours: string }[]
  /** How the page calls a field. */
  labels: Record<string, string>
}

/** Shows what somebody else saved beside what was typed here; saving again writes over it on purpose. */
export function ConflictTexts({ fields, labels }: ConflictTextsProps) {
  return (
    <InsetText>
      <h2 className="govuk-heading-m">Somebody else changed this while you were working</h2>
      <p>
        What you typed still stands in the form below. Copy over what you want to keep of theirs, then save
        again. What you save then replaces what they saved.
      </p>
      {fields.map(({ field, theirs, yours }) => (
        <SummaryList
          key={field}
          card={{ title: labels[field] ?? field }}
          rows={[
            { key: 'Theirs', value: <span className="bw-prose">{theirs || 'Nothing'}</span> },
            { key: 'Yours', value: <span className="bw-prose">{yours || 'Nothing'}</span> },
          ]}
        />
      ))}
    </InsetText>
  )
}

import { Button } from '../../../govuk/Button.tsx'
import { Fieldset } from '../../../govuk/Fieldset.tsx'
import { CommitField } from './CommitField.tsx'

interface DraftItemsProps<Name extends string> {
  /** What one of them is called, in small letters: "evidence". */
  name: string
  /** The fields of each, in their order, with more than one line of text where `rows` says so. */
  fields: readonly { name: Name; label: string; rows?: number }[]
  items: readonly Record<Name, string>[]
  /** A new one, with nothing in it. */
  empty: Record<Name, string>
  /** Starts the id of each control. */
  id: string
  message: (path: string) => string | undefined
  onChange: (items: Record<Name, string>[], label: string) => void
}

/** A list inside an action of the draft whose items are made of texts: each can be changed, removed, and one added. */
export function DraftItems<Name extends string>(props: DraftItemsProps<Name>) {
  const { name, fields, items, empty, id, message, onChange } = props
  const title = name.charAt(0).toUpperCase() + name.slice(1)
  return (
    <>
      {items.map((item, index) => (
        <Fieldset
          // An item has no name but its place.
          // oxlint-disable-next-line react/no-array-index-key
          key={index}
          legend={{ children: `${title} ${index + 1}`, className: 'govuk-fieldset__legend--s' }}
        >
          {fields.map((field) => (
            <CommitField
              key={field.name}
              id={`${id}-${index}-${field.name}`}
              label={field.label}
              rows={field.rows}
              value={item[field.name]}
              onCommit={(text) =>
                onChange(items.with(index, { ...item, [field.name]: text }), `Changed ${name} ${index + 1}`)
              }
              errorMessage={message(`${index}.${field.name}`)}
            />
          ))}
          <Button
            type="button"
            variant="secondary"
            onClick={() => onChange(items.toSpliced(index, 1), `Removed ${name} ${index + 1}`)}
          >
            Remove {name} {index + 1}
          </Button>
        </Fieldset>
      ))}
      <Button type="button" variant="secondary" onClick={() => onChange([...items, empty], `Added ${name}`)}>
        Add {name}
      </Button>
    </>
  )
}

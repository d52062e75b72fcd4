import { Select } from '../../../govuk/Select.tsx'

interface ItemSelectProps {
  agenda: readonly { id: string; title: string }[]
  /** Empty for the whole meeting. */
  value: string
  errorMessage: string | undefined
  onChange: (itemId: string) => void
}

/** Asks for the item of the agenda under which something stands. */
export function ItemSelect({ agenda, value, errorMessage, onChange }: ItemSelectProps) {
  return (
    <Select
      name="itemId"
      label="Item of the agenda"
      value={value}
      errorMessage={errorMessage}
      onChange={(event) => onChange(event.target.value)}
      items={[
        { value: '', text: 'The whole meeting' },
        ...agenda.map(({ id, title }, at) => ({ value: id, text: `${at + 1}. ${title}` })),
      ]}
    />
  )
}

import { DateInput } from '../govuk/DateInput.tsx'

/** The typed parts of a day. */
export type TypedDay = Readonly<Record<string, string>>

interface DayFieldProps {
  /** The name of the field; the id of the box for the day of the month, to which the error summary leads. */
  name: string
  legend: string
  hint?: string
  value: TypedDay
  errorMessage: string | undefined
  onChange: (value: TypedDay) => void
}

/** Asks for a day in three boxes. */
export function DayField({ name, legend, hint, value, errorMessage, onChange }: DayFieldProps) {
  return (
    <DateInput
      id={`${name}-parts`}
      namePrefix={name}
      items={[{ name: 'day', id: name }, { name: 'month' }, { name: 'year' }]}
      fieldset={{ legend }}
      hint={hint}
      errorMessage={errorMessage}
      values={value}
      onValuesChange={onChange}
    />
  )
}

/** The parts of a day, as they stand in the three boxes. */
export function partsOf(day: string | null | undefined): TypedDay {
  const [year = '', month = '', dayOfMonth = ''] = day?.split('-') ?? []
  return { day: dayOfMonth.replace(/^0/, ''), month: month.replace(/^0/, ''), year }
}

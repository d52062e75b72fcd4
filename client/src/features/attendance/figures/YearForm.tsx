import { useState } from 'react'
import type { SubmitEvent } from 'react'
import { useNavigate } from 'react-router'
import { boardYearName } from '@boardwork/shared/attendance/figures/boardYear.ts'
import { Button } from '../../../govuk/Button.tsx'
import { Checkboxes } from '../../../govuk/Checkboxes.tsx'
import { Select } from '../../../govuk/Select.tsx'

interface YearFormProps {
  /** Of the page, without what is asked for. */
  address: string
  year: number
  years: readonly number[]
  startsMonth: number
  /** What else can be asked for, by its name in the address, and whether it is. */
  choices?: readonly { value: string; text: string; chosen: boolean }[]
}

/** Chooses the year of a page about attendance, and what stands beside it. */
export function YearForm({ address, year, years, startsMonth, choices = [] }: YearFormProps) {
  const navigate = useNavigate()
  const chosen: readonly string[] = choices.filter((choice) => choice.chosen).map(({ value }) => value)
  const now = `${year} ${chosen.join(' ')}`
  const [held, setHeld] = useState({ now, year: String(year), values: chosen })
  // After another address was opened, what was chosen before counts no more.
  const form = held.now === now ? held : { now, year: String(year), values: chosen }
  const all = years.includes(year) ? years : [year, ...years]
  return (
    <search>
      <form
        className="bw-year-form"
        method="get"
        action={address}
        onSubmit={(event: SubmitEvent) => {
          event.preventDefault()
          const asked = new URLSearchParams({ year: form.year })
          for (const value of form.values) asked.set(value, '1')
          void navigate(`${address}?${asked.toString()}`)
        }}
      >
        <Select
          name="year"
          label="Year"
          value={form.year}
          onChange={({ target }) => setHeld({ ...form, year: target.value })}
          items={all.map((one) => ({ value: String(one), text: boardYearName(one, startsMonth) }))}
        />
        {choices.length > 0 && (
          <Checkboxes
            name="beside"
            className="govuk-checkboxes--small"
            fieldset={{ legend: { children: 'Beside it', className: 'govuk-visually-hidden' } }}
            items={choices.map(({ value, text }) => ({ value, text }))}
            values={form.values}
            onValuesChange={(values) => setHeld({ ...form, values })}
          />
        )}
        <Button variant="secondary">Show</Button>
      </form>
    </search>
  )
}

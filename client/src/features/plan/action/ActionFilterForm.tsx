import { useState } from 'react'
import type { ChangeEvent, SubmitEvent } from 'react'
import { useNavigate, useSearchParams } from 'react-router'
import { longestWords, planViewName } from '@boardwork/shared/plan/actionFilter.ts'
import { actionStatusName } from '@boardwork/shared/plan/actionStatus.ts'
import { dueGroupName } from '@boardwork/shared/plan/dueGroup.ts'
import { graphql, readFragment } from '../../../gql/index.ts'
import type { FragmentType } from '../../../gql/index.ts'
import { Button } from '../../../govuk/Button.tsx'
import { Checkboxes } from '../../../govuk/Checkboxes.tsx'
import { Details } from '../../../govuk/Details.tsx'
import { Link } from '../../../govuk/Link.tsx'
import { Select } from '../../../govuk/Select.tsx'
import { TextInput } from '../../../govuk/TextInput.tsx'

export const ActionChoicesFragment = graphql(`
  fragment ActionChoices on ActionChoices {
    areas {
      id
      label
      actions
    }
    agencies {
      value
      label
    }
    people {
      value
      label
    }
    period
  }
`)

/** What stands in the address under each name, and what it is called there. */
export const filterLabels: Record<string, string> = {
  view: 'Divided by',
  status: 'Status',
  agency: 'Agency',
  words: 'Words',
  due: 'Due',
  area: 'Area',
  who: 'Person or post',
  days: 'Due within so many days',
  from: 'Due from',
  to: 'Due until',
  pointers: 'Worth a second look',
  silent: 'No update',
  page: 'Page',
}
const furtherNames = ['due', 'area', 'who', 'days', 'from', 'to', 'pointers', 'silent']

interface ActionFilterFormProps {
  /** The page's own address, without its filters. */
  address: string
  choices: FragmentType<typeof ActionChoicesFragment>
}

/** Says how a list of actions is divided and which are shown; what is chosen stands in the address. */
export function ActionFilterForm({ address, choices: given }: ActionFilterFormProps) {
  const { areas, agencies, people, period } = readFragment(ActionChoicesFragment, given)
  const navigate = useNavigate()
  const [search] = useSearchParams()
  // Another address, such as the one before, brings its own values.
  const written = search.toString()
  const [held, setHeld] = useState({ written, typed: search })
  const typed = held.written === written ? held.typed : search
  const change = (name: string, value: string) => {
    const next = new URLSearchParams(typed)
    next.delete('page')
    if (value === '') next.delete(name)
    else next.set(name, value)
    setHeld({ written, typed: next })
  }
  const field = (name: string) => ({
    name,
    label: filterLabels[name] ?? name,
    value: typed.get(name) ?? '',
    onChange: ({ target }: ChangeEvent<HTMLInputElement | HTMLSelectElement>) => change(name, target.value),
  })
  const named = (items: readonly { value: string; label: string }[]) =>
    items.map(({ value, label }) => ({ value, text: label }))
  const names = (record: Record<string, string>) =>
    Object.entries(record).map(([value, text]) => ({ value, text }))
  const further = furtherNames.some((name) => search.has(name))
  const view = search.get('view')
  return (
    <search aria-label="Filter the actions">
      <form
        method="get"
        action={address}
        className="bw-filter"
        onSubmit={(event: SubmitEvent) => {
          event.preventDefault()
          void navigate(`${address}?${typed.toString()}`, { preventScrollReset: true })
        }}
      >
        <Select {...field('view')} items={names(planViewName)} value={typed.get('view') ?? 'AREA'} />
        <Select
          {...field('status')}
          items={[
            { value: '', text: 'Any status' },
            ...names(actionStatusName),
            { value: 'NONE', text: 'No update yet' },
          ]}
        />
        <Select {...field('agency')} items={[{ value: '', text: 'Any agency' }, ...named(agencies)]} />
        <TextInput
          {...field('words')}
          type="search"
          maxLength={longestWords}
          hint="In the number, the title or who is responsible."
        />
        <Details summary="More filters" open={further || undefined} className="bw-filter__more">
          <div className="bw-filter bw-filter--plain">
            <Select {...field('due')} items={[{ value: '', text: 'Any time' }, ...names(dueGroupName)]} />
            <TextInput {...field('days')} inputMode="numeric" className="govuk-input--width-4" />
            <TextInput {...field('from')} type="date" />
            <TextInput {...field('to')} type="date" />
            <Select
              {...field('area')}
              items={[
                { value: '', text: 'Any area' },
                ...named(areas.map(({ id, label }) => ({ value: id, label }))),
              ]}
            />
            <Select {...field('who')} items={[{ value: '', text: 'Anybody' }, ...named(people)]} />
          </div>
          <Checkboxes
            name="pointers"
            className="govuk-checkboxes--small"
            values={typed.getAll('pointers')}
            onValuesChange={(values) => change('pointers', values[0] ?? '')}
            items={[{ value: 'yes', text: 'Something about it is worth a second look' }]}
          />
          {period && (
            <Checkboxes
              name="silent"
              className="govuk-checkboxes--small"
              values={typed.getAll('silent')}
              onValuesChange={(values) => change('silent', values[0] ?? '')}
              items={[{ value: 'yes', text: `No authorised update for ${period}` }]}
            />
          )}
        </Details>
        <div className="govuk-button-group bw-filter__buttons">
          <Button variant="secondary">Show actions</Button>
          {[...search.keys()].some((name) => name !== 'view' && name !== 'page') && (
            <Link href={view ? `${address}?${new URLSearchParams({ view }).toString()}` : address}>
              Clear filters
            </Link>
          )}
        </div>
      </form>
    </search>
  )
}

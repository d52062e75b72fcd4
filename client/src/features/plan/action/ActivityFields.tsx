import { useState } from 'react'
import type { ActivityText } from '@boardwork/shared/plan/planRules.ts'
import { Button } from '../../../govuk/Button.tsx'
import { Fieldset } from '../../../govuk/Fieldset.tsx'
import { Textarea } from '../../../govuk/Textarea.tsx'
import { TextInput } from '../../../govuk/TextInput.tsx'
import { newMutationId } from '../../../page/newMutationId.ts'
import { problemOf } from '../../../page/FormProblems.tsx'
import type { Refused } from '../../../page/useRefused.ts'

export interface ActivityForm extends ActivityText {
  /** Tells the rows apart while they move; of a known activity its id. */
  key: string
  id: string | null
}

interface ActivityFieldsProps {
  items: ActivityForm[]
  refused: Refused
  onChange: (items: ActivityForm[]) => void
}

/** The steps of an action, which can be changed, added, taken away and moved. */
export function ActivityFields({ items, refused, onChange }: ActivityFieldsProps) {
  const [moved, setMoved] = useState('')
  const change = (index: number, more: Partial<ActivityText>) =>
    onChange(items.map((item, at) => (at === index ? { ...item, ...more } : item)))
  const move = (index: number, to: number) => {
    const item = items[index]
    if (!item) return
    onChange(items.toSpliced(index, 1).toSpliced(to, 0, item))
    setMoved(`${item.title || 'The activity'} is now number ${to + 1} of ${items.length}.`)
  }
  const add = () => {
    const key = newMutationId()
    onChange([...items, { key, id: null, title: '', lead: '', deadline: '', status: '', comments: '' }])
  }
  return (
    <Fieldset legend={{ children: 'Activities', className: 'govuk-fieldset__legend--m' }}>
      <p role="status" className="govuk-visually-hidden">
        {moved}
      </p>
      {items.map((item, index) => {
        const field = (name: keyof ActivityText) => ({
          name: `activities-${index}-${name}`,
          value: item[name],
          errorMessage: problemOf(refused, `activities.${index}.${name}`),
        })
        const number = index + 1
        return (
          <Fieldset
            key={item.key}
            legend={{ children: `Activity ${number}`, className: 'govuk-fieldset__legend--s' }}
          >
            <Textarea
              {...field('title')}
              label="What is done"
              rows={2}
              onChange={(event) => change(index, { title: event.target.value })}
            />
            <TextInput
              {...field('lead')}
              label="Who leads it (optional)"
              onChange={(event) => change(index, { lead: event.target.value })}
            />
            <TextInput
              {...field('deadline')}
              label="By when (optional)"
              onChange={(event) => change(index, { deadline: event.target.value })}
            />
            <TextInput
              {...field('status')}
              label="How it stands in the plan (optional)"
              hint="From then on updates say how it stands."
              onChange={(event) => change(index, { status: event.target.value })}
            />
            <Textarea
              {...field('comments')}
              label="Comments (optional)"
              rows={2}
              onChange={(event) => change(index, { comments: event.target.value })}
            />
            <div className="govuk-button-group">
              {index > 0 && (
                <Button type="button" variant="secondary" onClick={() => move(index, index - 1)}>
                  Move activity {number} up
                </Button>
              )}
              {index < items.length - 1 && (
                <Button type="button" variant="secondary" onClick={() => move(index, index + 1)}>
                  Move activity {number} down
                </Button>
              )}
              <Button type="button" variant="secondary" onClick={() => onChange(items.toSpliced(index, 1))}>
                Remove activity {number}
              </Button>
            </div>
          </Fieldset>
        )
      })}
      <Button type="button" id="activities" variant="secondary" onClick={add}>
        Add an activity
      </Button>
    </Fieldset>
  )
}

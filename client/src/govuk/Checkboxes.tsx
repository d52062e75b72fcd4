import type { ComponentProps } from 'react'
import { Choice } from './Choice.tsx'
import type { ChoiceItem, Divider } from './Choice.tsx'
import { ChoiceGroup } from './ChoiceGroup.tsx'
import type { GroupOptions } from './ChoiceGroup.tsx'
import { describedBy } from './FormGroup.tsx'
import { classNames } from './classNames.ts'
import type { Items } from './content.ts'
import { useControlled } from './useControlled.ts'

export interface CheckboxItem extends ChoiceItem {
  /** `exclusive` is the choice that clears all others: `No, none of these`. */
  behaviour?: 'exclusive' | undefined
}

export interface CheckboxesProps extends GroupOptions, Omit<ComponentProps<'div'>, 'children'> {
  name: string
  /** What the ids begin with; the name where it is not given. The first checkbox has it as its id. */
  idPrefix?: string | undefined
  items: Items<CheckboxItem | Divider>
  /** The selected values. Without it the checkboxes keep their own. */
  values?: readonly string[] | undefined
  defaultValues?: readonly string[] | undefined
  onValuesChange?: ((values: readonly string[]) => void) | undefined
}

export function Checkboxes({
  name,
  idPrefix = name,
  items,
  values,
  defaultValues,
  onValuesChange,
  fieldset,
  hint,
  errorMessage,
  formGroup,
  className,
  'aria-describedby': otherDescription,
  ...rest
}: CheckboxesProps) {
  const [selected, select] = useControlled(values, defaultValues ?? [], onValuesChange)
  const exclusive = new Set<string>()
  for (const item of items) {
    if (item && 'value' in item && item.behaviour === 'exclusive') exclusive.add(item.value)
  }

  function toggle(value: string, checked: boolean) {
    if (!checked) select(selected.filter((other) => other !== value))
    else if (exclusive.has(value)) select([value])
    else select([...selected.filter((other) => !exclusive.has(other)), value])
  }

  return (
    <ChoiceGroup
      id={idPrefix}
      fieldset={fieldset}
      hint={hint}
      errorMessage={errorMessage}
      formGroup={formGroup}
      otherDescription={otherDescription}
    >
      <div className={classNames('govuk-checkboxes', className)} data-module="govuk-checkboxes" {...rest}>
        {formGroup?.beforeInput}
        {items.map((item, index) => {
          if (!item) return null
          if ('divider' in item) {
            return (
              <div key={index} className="govuk-checkboxes__divider">
                {item.divider}
              </div>
            )
          }
          const { behaviour, ...choice } = item
          return (
            <Choice
              key={index}
              kind="checkbox"
              name={name}
              data-behaviour={behaviour}
              {...choice}
              id={item.id ?? (index === 0 ? idPrefix : `${idPrefix}-${index + 1}`)}
              aria-describedby={
                fieldset ? undefined : describedBy(idPrefix, { hint, errorMessage }, otherDescription)
              }
              isChecked={selected.includes(item.value)}
              onCheckedChange={(checked) => toggle(item.value, checked)}
            />
          )
        })}
        {formGroup?.afterInput}
      </div>
    </ChoiceGroup>
  )
}

import type { ComponentProps } from 'react'
import { Choice } from './Choice.tsx'
import type { ChoiceItem, Divider } from './Choice.tsx'
import { ChoiceGroup } from './ChoiceGroup.tsx'
import type { GroupOptions } from './ChoiceGroup.tsx'
import { classNames } from './classNames.ts'
import type { Items } from './content.ts'
import { useControlled } from './useControlled.ts'

export interface RadiosProps extends GroupOptions, Omit<ComponentProps<'div'>, 'children' | 'defaultValue'> {
  name: string
  /** What the ids begin with; the name where it is not given. The first radio has it as its id. */
  idPrefix?: string | undefined
  items: Items<ChoiceItem | Divider>
  /** The selected value; `''` is none. Without it the radios keep their own. */
  value?: string | undefined
  defaultValue?: string | undefined
  onValueChange?: ((value: string) => void) | undefined
}

export function Radios({
  name,
  idPrefix = name,
  items,
  value,
  defaultValue,
  onValueChange,
  fieldset,
  hint,
  errorMessage,
  formGroup,
  className,
  ...rest
}: RadiosProps) {
  const [selected, select] = useControlled(value, defaultValue ?? '', onValueChange)
  return (
    <ChoiceGroup
      id={idPrefix}
      fieldset={fieldset}
      hint={hint}
      errorMessage={errorMessage}
      formGroup={formGroup}
    >
      <div className={classNames('govuk-radios', className)} data-module="govuk-radios" {...rest}>
        {formGroup?.beforeInput}
        {items.map((item, index) => {
          if (!item) return null
          if ('divider' in item) {
            return (
              <div key={index} className="govuk-radios__divider">
                {item.divider}
              </div>
            )
          }
          return (
            <Choice
              key={index}
              kind="radio"
              name={name}
              {...item}
              id={item.id ?? (index === 0 ? idPrefix : `${idPrefix}-${index + 1}`)}
              isChecked={item.value === selected}
              onCheckedChange={() => select(item.value)}
            />
          )
        })}
        {formGroup?.afterInput}
      </div>
    </ChoiceGroup>
  )
}

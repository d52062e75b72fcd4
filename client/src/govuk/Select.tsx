import type { ComponentProps } from 'react'
import { Field } from './Field.tsx'
import type { FieldOptions } from './Field.tsx'
import { describedBy } from './FormGroup.tsx'
import { classNames } from './classNames.ts'
import type { Items } from './content.ts'

export interface SelectItem extends Omit<ComponentProps<'option'>, 'children' | 'selected'> {
  text: string
}

export interface SelectProps extends FieldOptions, Omit<ComponentProps<'select'>, 'name' | 'children'> {
  items: Items<SelectItem>
}

export function Select({
  items,
  label,
  hint,
  errorMessage,
  formGroup,
  id,
  className,
  'aria-describedby': otherDescription,
  ...rest
}: SelectProps) {
  const selectId = id ?? rest.name
  return (
    <Field id={selectId} label={label} hint={hint} errorMessage={errorMessage} formGroup={formGroup}>
      {formGroup?.beforeInput}
      <select
        className={classNames('govuk-select', className, errorMessage && 'govuk-select--error')}
        id={selectId}
        aria-describedby={describedBy(selectId, { hint, errorMessage }, otherDescription)}
        {...rest}
      >
        {items.map(
          (item, index) =>
            item && (
              <option key={index} {...optionProps(item)}>
                {item.text}
              </option>
            ),
        )}
      </select>
      {formGroup?.afterInput}
    </Field>
  )
}

function optionProps({ text: _text, ...rest }: SelectItem): ComponentProps<'option'> {
  return rest
}

import type { ComponentProps } from 'react'
import { Field } from './Field.tsx'
import type { FieldOptions } from './Field.tsx'
import { describedBy } from './FormGroup.tsx'
import { classNames } from './classNames.ts'

export interface TextareaProps extends FieldOptions, Omit<ComponentProps<'textarea'>, 'name'> {}

export function Textarea({
  label,
  hint,
  errorMessage,
  formGroup,
  id,
  rows = 5,
  className,
  'aria-describedby': otherDescription,
  ...rest
}: TextareaProps) {
  const textareaId = id ?? rest.name
  return (
    <Field id={textareaId} label={label} hint={hint} errorMessage={errorMessage} formGroup={formGroup}>
      {formGroup?.beforeInput}
      <textarea
        className={classNames('govuk-textarea', errorMessage && 'govuk-textarea--error', className)}
        id={textareaId}
        rows={rows}
        aria-describedby={describedBy(textareaId, { hint, errorMessage }, otherDescription)}
        {...rest}
      />
      {formGroup?.afterInput}
    </Field>
  )
}

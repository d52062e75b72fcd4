import type { ComponentProps } from 'react'
import { Field } from './Field.tsx'
import type { FieldOptions } from './Field.tsx'
import { describedBy } from './FormGroup.tsx'
import { classNames } from './classNames.ts'

export interface FileUploadProps
  extends FieldOptions, Omit<ComponentProps<'input'>, 'name' | 'type' | 'value' | 'defaultValue'> {}

/** Always uncontrolled: a browser lets no script fill a file input. Read `event.target.files`. */
export function FileUpload({
  label,
  hint,
  errorMessage,
  formGroup,
  id,
  className,
  'aria-describedby': otherDescription,
  ...rest
}: FileUploadProps) {
  const inputId = id ?? rest.name
  return (
    <Field id={inputId} label={label} hint={hint} errorMessage={errorMessage} formGroup={formGroup}>
      {formGroup?.beforeInput}
      <input
        className={classNames('govuk-file-upload', className, errorMessage && 'govuk-file-upload--error')}
        id={inputId}
        type="file"
        aria-describedby={describedBy(inputId, { hint, errorMessage }, otherDescription)}
        {...rest}
      />
      {formGroup?.afterInput}
    </Field>
  )
}

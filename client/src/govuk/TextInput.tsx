import type { ComponentProps } from 'react'
import { Field } from './Field.tsx'
import type { FieldOptions } from './Field.tsx'
import { describedBy } from './FormGroup.tsx'
import { classNames } from './classNames.ts'
import { contentProps, isEmpty } from './content.ts'
import type { Content } from './content.ts'

type AffixProps = ComponentProps<'div'>

export interface TextInputProps extends FieldOptions, Omit<ComponentProps<'input'>, 'name' | 'prefix'> {
  /** Shown before the input and hidden from screen readers, so the label must say it too: `£`. */
  prefix?: Content<AffixProps> | undefined
  suffix?: Content<AffixProps> | undefined
  inputWrapper?: ComponentProps<'div'> | undefined
}

export function TextInput({
  label,
  hint,
  errorMessage,
  formGroup,
  prefix,
  suffix,
  inputWrapper,
  id,
  type = 'text',
  className,
  'aria-describedby': otherDescription,
  ...rest
}: TextInputProps) {
  const inputId = id ?? rest.name
  const input = (
    <input
      className={classNames('govuk-input', errorMessage && 'govuk-input--error', className)}
      id={inputId}
      type={type}
      aria-describedby={describedBy(inputId, { hint, errorMessage }, otherDescription)}
      {...rest}
    />
  )
  const { beforeInput, afterInput } = formGroup ?? {}
  const needsWrapper = [prefix, suffix, beforeInput, afterInput].some((part) => Boolean(part))
  return (
    <Field id={inputId} label={label} hint={hint} errorMessage={errorMessage} formGroup={formGroup}>
      {needsWrapper ? (
        <div {...inputWrapper} className={classNames('govuk-input__wrapper', inputWrapper?.className)}>
          {beforeInput}
          {prefix !== undefined && <Affix kind="prefix" {...contentProps(prefix)} />}
          {input}
          {suffix !== undefined && <Affix kind="suffix" {...contentProps(suffix)} />}
          {afterInput}
        </div>
      ) : (
        input
      )}
    </Field>
  )
}

function Affix({ kind, className, children, ...rest }: AffixProps & { kind: 'prefix' | 'suffix' }) {
  if (isEmpty(children)) return null
  return (
    <div className={classNames(`govuk-input__${kind}`, className)} aria-hidden="true" {...rest}>
      {children}
    </div>
  )
}

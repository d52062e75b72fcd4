import type { ComponentProps, ReactNode } from 'react'
import { ErrorMessage } from './ErrorMessage.tsx'
import type { ErrorMessageProps } from './ErrorMessage.tsx'
import { Hint } from './Hint.tsx'
import type { HintProps } from './Hint.tsx'
import { classNames } from './classNames.ts'
import { contentProps } from './content.ts'
import type { Content } from './content.ts'

export interface FormGroupOptions extends Omit<ComponentProps<'div'>, 'children'> {
  beforeInput?: ReactNode
  afterInput?: ReactNode
}

/** What every question has besides its control. */
export interface QuestionOptions {
  hint?: Content<HintProps> | undefined
  errorMessage?: Content<ErrorMessageProps> | undefined
  formGroup?: FormGroupOptions | undefined
}

interface FormGroupProps {
  hasError: boolean
  options: FormGroupOptions | undefined
  children: ReactNode
}

/** The box around a question. `beforeInput` and `afterInput` are placed by the control itself. */
export function FormGroup({ hasError, options = {}, children }: FormGroupProps) {
  const { beforeInput: _before, afterInput: _after, className, ...rest } = options
  return (
    <div
      className={classNames('govuk-form-group', hasError && 'govuk-form-group--error', className)}
      {...rest}
    >
      {children}
    </div>
  )
}

interface HintAndErrorProps extends QuestionOptions {
  id: string
}

/** The hint and the error message of the question `id`, with ids that `describedBy` knows. */
export function HintAndError({ id, hint, errorMessage }: HintAndErrorProps) {
  return (
    <>
      {hint && <Hint {...contentProps(hint)} id={`${id}-hint`} />}
      {errorMessage && <ErrorMessage {...contentProps(errorMessage)} id={`${id}-error`} />}
    </>
  )
}

export function describedBy(
  id: string,
  { hint, errorMessage }: QuestionOptions,
  ...others: (string | false | undefined)[]
): string | undefined {
  return classNames(...others, hint ? `${id}-hint` : '', errorMessage ? `${id}-error` : '') || undefined
}

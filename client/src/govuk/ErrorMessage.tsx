import type { ComponentProps } from 'react'
import { classNames } from './classNames.ts'

export interface ErrorMessageProps extends ComponentProps<'p'> {
  visuallyHiddenText?: string | undefined
}

export function ErrorMessage({
  visuallyHiddenText = 'Error',
  className,
  children,
  ...rest
}: ErrorMessageProps) {
  return (
    <p className={classNames('govuk-error-message', className)} {...rest}>
      {visuallyHiddenText && <span className="govuk-visually-hidden">{visuallyHiddenText}:</span>} {children}
    </p>
  )
}

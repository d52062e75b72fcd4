import type { ComponentProps } from 'react'
import { classNames } from './classNames.ts'

export interface WarningTextProps extends ComponentProps<'div'> {
  iconFallbackText?: string | undefined
}

export function WarningText({ iconFallbackText, className, children, ...rest }: WarningTextProps) {
  return (
    <div className={classNames('govuk-warning-text', className)} {...rest}>
      <span className="govuk-warning-text__icon" aria-hidden="true">
        !
      </span>{' '}
      <strong className="govuk-warning-text__text">
        <span className="govuk-visually-hidden">{iconFallbackText || 'Warning'}</span> {children}
      </strong>
    </div>
  )
}

import type { ComponentProps } from 'react'
import { classNames } from './classNames.ts'
import { isEmpty } from './content.ts'

export interface LabelProps extends ComponentProps<'label'> {
  isPageHeading?: boolean | undefined
}

export function Label({ isPageHeading, className, children, ...rest }: LabelProps) {
  if (isEmpty(children)) return null
  const label = (
    <label className={classNames('govuk-label', className)} {...rest}>
      {children}
    </label>
  )
  return isPageHeading ? <h1 className="govuk-label-wrapper">{label}</h1> : label
}

import type { ComponentProps } from 'react'
import { classNames } from './classNames.ts'
import { contentProps, isEmpty } from './content.ts'
import type { Content } from './content.ts'

export interface LegendProps extends ComponentProps<'legend'> {
  isPageHeading?: boolean | undefined
}

export interface FieldsetProps extends ComponentProps<'fieldset'> {
  legend?: Content<LegendProps> | undefined
}

export function Fieldset({ legend, className, children, ...rest }: FieldsetProps) {
  return (
    <fieldset className={classNames('govuk-fieldset', className)} {...rest}>
      {legend !== undefined && <Legend {...contentProps(legend)} />}
      {children}
    </fieldset>
  )
}

function Legend({ isPageHeading, className, children, ...rest }: LegendProps) {
  if (isEmpty(children)) return null
  return (
    <legend className={classNames('govuk-fieldset__legend', className)} {...rest}>
      {isPageHeading ? <h1 className="govuk-fieldset__heading">{children}</h1> : children}
    </legend>
  )
}

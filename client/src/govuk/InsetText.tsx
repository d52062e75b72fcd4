import type { ComponentProps } from 'react'
import { classNames } from './classNames.ts'

export type InsetTextProps = ComponentProps<'div'>

export function InsetText({ className, ...rest }: InsetTextProps) {
  return <div className={classNames('govuk-inset-text', className)} {...rest} />
}

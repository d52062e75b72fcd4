import type { ComponentProps } from 'react'
import { classNames } from './classNames.ts'

export type HintProps = ComponentProps<'div'>

export function Hint({ className, ...rest }: HintProps) {
  return <div className={classNames('govuk-hint', className)} {...rest} />
}

import type { ComponentProps } from 'react'
import { classNames } from './classNames.ts'

export interface TagProps extends ComponentProps<'strong'> {
  /** The tag's text must say the state; its colour only helps. */
  colour?: 'blue' | 'green' | 'grey' | 'magenta' | 'orange' | 'purple' | 'red' | 'teal' | 'yellow' | undefined
}

export function Tag({ colour, className, ...rest }: TagProps) {
  return <strong className={classNames('govuk-tag', colour && `govuk-tag--${colour}`, className)} {...rest} />
}

import type { ComponentProps, MouseEvent } from 'react'
import { classNames } from './classNames.ts'
import { setFocus } from './setFocus.ts'

export interface SkipLinkProps extends ComponentProps<'a'> {
  /** A place on this page, `#content` where none is given. */
  href?: string | undefined
}

export function SkipLink({ href = '#content', className, ...rest }: SkipLinkProps) {
  return (
    <a
      href={href}
      className={classNames('govuk-skip-link', className)}
      data-module="govuk-skip-link"
      onClick={focusTarget}
      {...rest}
    />
  )
}

const focusedClass = 'govuk-skip-link-focused-element'

function focusTarget(event: MouseEvent<HTMLAnchorElement>) {
  const target = document.getElementById(event.currentTarget.hash.slice(1))
  if (!target) return
  setFocus(target, {
    beforeFocus: () => target.classList.add(focusedClass),
    afterBlur: () => target.classList.remove(focusedClass),
  })
}

import { Link } from './Link.tsx'
import type { LinkProps } from './Link.tsx'
import { classNames } from './classNames.ts'

export interface BackLinkProps extends Omit<LinkProps, 'href'> {
  href?: string | undefined
}

export function BackLink({ href = '#', className, children = 'Back', ...rest }: BackLinkProps) {
  return (
    <Link href={href} className={classNames('govuk-back-link', className)} {...rest}>
      {children}
    </Link>
  )
}

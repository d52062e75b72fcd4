import type { ReactNode } from 'react'
import { Link } from './Link.tsx'

export interface ServiceHeaderProps {
  /** Where the name leads. */
  href?: string | undefined
  /** What stands on the right: who is signed in, sign out. */
  children?: ReactNode
}

/** The head of every page, with our own name and colour instead of the crown. */
export function ServiceHeader({ href = '/', children }: ServiceHeaderProps) {
  return (
    <header className="bw-header">
      <div className="bw-header__container govuk-width-container">
        <Link href={href} className="bw-header__name">
          Boardwork
        </Link>
        {children && <div className="bw-header__account">{children}</div>}
      </div>
    </header>
  )
}

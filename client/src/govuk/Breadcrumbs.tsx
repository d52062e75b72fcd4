import type { ComponentProps, ReactNode } from 'react'
import { Link } from './Link.tsx'
import { classNames } from './classNames.ts'
import type { Items } from './content.ts'

export interface BreadcrumbItem extends Omit<ComponentProps<'a'>, 'children'> {
  text: ReactNode
}

export interface BreadcrumbsProps extends Omit<ComponentProps<'nav'>, 'children'> {
  items: Items<BreadcrumbItem>
  collapseOnMobile?: boolean | undefined
  labelText?: string | undefined
}

export function Breadcrumbs({
  items,
  collapseOnMobile,
  labelText = 'Breadcrumb',
  className,
  ...rest
}: BreadcrumbsProps) {
  return (
    <nav
      className={classNames(
        'govuk-breadcrumbs',
        className,
        collapseOnMobile && 'govuk-breadcrumbs--collapse-on-mobile',
      )}
      aria-label={labelText}
      {...rest}
    >
      <ol className="govuk-breadcrumbs__list">
        {items.map((item, index) => item && <Breadcrumb key={index} {...item} />)}
      </ol>
    </nav>
  )
}

function Breadcrumb({ text, href, ...rest }: BreadcrumbItem) {
  if (!href) {
    return (
      <li className="govuk-breadcrumbs__list-item" aria-current="page">
        {text}
      </li>
    )
  }
  return (
    <li className="govuk-breadcrumbs__list-item">
      <Link className="govuk-breadcrumbs__link" href={href} {...rest}>
        {text}
      </Link>
    </li>
  )
}

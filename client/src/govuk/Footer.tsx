import type { ComponentProps, ReactNode } from 'react'
import { Link } from './Link.tsx'
import type { LinkProps } from './Link.tsx'
import { classNames } from './classNames.ts'

export interface FooterLink extends Omit<LinkProps, 'children'> {
  text: ReactNode
}

export interface FooterSection {
  title: string
  items?: readonly FooterLink[] | undefined
  columns?: 1 | 2 | 3 | undefined
  /** A width of the grid: `one-third`, `two-thirds`. */
  width?: string | undefined
}

export interface FooterMeta {
  visuallyHiddenTitle?: string | undefined
  items?: readonly FooterLink[] | undefined
  content?: ReactNode
}

export interface FooterProps extends Omit<ComponentProps<'div'>, 'children'> {
  navigation?: readonly FooterSection[] | undefined
  meta?: FooterMeta | undefined
  containerClassName?: string | undefined
}

/** Without crown, crest and licence, which are not ours to show. */
export function Footer({ navigation = [], meta, containerClassName, className, ...rest }: FooterProps) {
  return (
    <div className={classNames('govuk-footer', className)} {...rest}>
      <div className={classNames('govuk-width-container', containerClassName)}>
        {navigation.length > 0 && (
          <>
            <div className="govuk-footer__navigation">
              {navigation.map((section, index) => (
                <Section key={index} {...section} />
              ))}
            </div>
            <hr className="govuk-footer__section-break" />
          </>
        )}
        <div className="govuk-footer__meta">
          <div className="govuk-footer__meta-item govuk-footer__meta-item--grow">
            {meta && <Meta {...meta} />}
          </div>
        </div>
      </div>
    </div>
  )
}

function Section({ title, items = [], columns, width = 'full' }: FooterSection) {
  return (
    <div className={`govuk-footer__section govuk-grid-column-${width}`}>
      <h2 className="govuk-footer__heading govuk-heading-m">{title}</h2>
      {items.length > 0 && (
        <ul className={classNames('govuk-footer__list', columns && `govuk-footer__list--columns-${columns}`)}>
          <Links items={items} itemClass="govuk-footer__list-item" />
        </ul>
      )}
    </div>
  )
}

function Meta({ visuallyHiddenTitle = 'Support links', items = [], content }: FooterMeta) {
  return (
    <>
      <h2 className="govuk-visually-hidden">{visuallyHiddenTitle}</h2>
      {items.length > 0 && (
        <ul className="govuk-footer__inline-list">
          <Links items={items} itemClass="govuk-footer__inline-list-item" />
        </ul>
      )}
      {content && <div className="govuk-footer__meta-custom">{content}</div>}
    </>
  )
}

function Links({ items, itemClass }: { items: readonly FooterLink[]; itemClass: string }) {
  return items.map(({ text, ...rest }, index) => (
    <li key={index} className={itemClass}>
      <Link className="govuk-footer__link" {...rest}>
        {text}
      </Link>
    </li>
  ))
}

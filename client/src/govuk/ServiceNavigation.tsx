import { useState } from 'react'
import type { ComponentProps, MouseEvent, ReactNode } from 'react'
import { Link } from './Link.tsx'
import { classNames } from './classNames.ts'
import { isEmpty } from './content.ts'
import type { Items } from './content.ts'
import { useEnhanced } from './useEnhanced.ts'
import { useFromTablet } from './useFromTablet.ts'

export interface NavigationItem extends Omit<ComponentProps<'a'>, 'children'> {
  text: ReactNode
  href?: string | undefined
  /** This very page. */
  current?: boolean | undefined
  /** A page in this section. */
  active?: boolean | undefined
}

export interface NavigationSlots {
  start?: ReactNode
  end?: ReactNode
  /** `inline` keeps the end on one line with the navigation. */
  endAlign?: 'inline' | undefined
  navigationStart?: ReactNode
  navigationEnd?: ReactNode
}

export interface ServiceNavigationProps extends Omit<ComponentProps<'div'>, 'children'> {
  serviceName?: ReactNode
  serviceUrl?: string | undefined
  navigation?: Items<NavigationItem> | undefined
  navigationId?: string | undefined
  navigationLabel?: string | undefined
  navigationClassName?: string | undefined
  /** Whether small screens hide the items behind a button; they do when there is more than one. */
  collapseNavigationOnMobile?: boolean | undefined
  menuButtonText?: string | undefined
  menuButtonLabel?: string | undefined
  slots?: NavigationSlots | undefined
}

export function ServiceNavigation({
  serviceName,
  serviceUrl,
  navigation = [],
  navigationId = 'navigation',
  menuButtonText = 'Menu',
  navigationLabel = menuButtonText,
  navigationClassName,
  collapseNavigationOnMobile,
  menuButtonLabel,
  slots = {},
  className,
  'aria-label': ariaLabel = 'Service information',
  ...rest
}: ServiceNavigationProps) {
  const enhanced = useEnhanced()
  const fromTablet = useFromTablet()
  const [isOpen, setOpen] = useState(false)

  const items = navigation.filter((item) => Boolean(item))
  const hasButton = collapseNavigationOnMobile ?? items.length > 1
  const collapses = hasButton && enhanced && !fromTablet
  const content = (
    <div
      className={classNames(
        'govuk-width-container',
        slots.endAlign === 'inline' && 'govuk-service-navigation__inlining-container',
      )}
    >
      {slots.start}
      <div className="govuk-service-navigation__container">
        {serviceName && <ServiceName name={serviceName} url={serviceUrl} />}
        {(items.length > 0 || slots.navigationStart || slots.navigationEnd) && (
          <nav
            aria-label={navigationLabel}
            className={classNames('govuk-service-navigation__wrapper', navigationClassName)}
          >
            {hasButton && (
              <button
                type="button"
                className="govuk-service-navigation__toggle govuk-js-service-navigation-toggle"
                aria-controls={navigationId}
                aria-label={menuButtonLabel === menuButtonText ? undefined : menuButtonLabel}
                aria-expanded={collapses ? isOpen : undefined}
                aria-hidden={collapses ? undefined : true}
                hidden={!collapses}
                onClick={() => setOpen(!isOpen)}
              >
                {menuButtonText}
              </button>
            )}
            <ul className="govuk-service-navigation__list" id={navigationId} hidden={collapses && !isOpen}>
              {slots.navigationStart}
              {items.map(
                (item, index) => item && <Item key={index} {...item} onFollow={() => setOpen(false)} />,
              )}
              {slots.navigationEnd}
            </ul>
          </nav>
        )}
      </div>
      {slots.end}
    </div>
  )

  const common = {
    className: classNames('govuk-service-navigation', className),
    'data-module': 'govuk-service-navigation',
    ...rest,
  }
  const isLandmark = Boolean(serviceName) || !isEmpty(slots.start) || !isEmpty(slots.end)
  return isLandmark ? (
    <section aria-label={ariaLabel} {...common}>
      {content}
    </section>
  ) : (
    <div {...common}>{content}</div>
  )
}

function ServiceName({ name, url }: { name: ReactNode; url: string | undefined }) {
  return (
    <span className="govuk-service-navigation__service-name">
      {url ? (
        <Link href={url} className="govuk-service-navigation__link">
          {name}
        </Link>
      ) : (
        <span className="govuk-service-navigation__text">{name}</span>
      )}
    </span>
  )
}

interface ItemProps extends NavigationItem {
  onFollow: () => void
}

function Item({ text, href, current, active, onFollow, onClick, ...rest }: ItemProps) {
  function follow(event: MouseEvent<HTMLAnchorElement>) {
    // The router changes the page without loading it, so an open menu would stay in the way.
    onFollow()
    onClick?.(event)
  }

  const isActive = current || active
  // Bold without a style sheet too, so that the place is seen where colours and borders are overridden.
  const content = isActive ? (
    <strong className="govuk-service-navigation__active-fallback">{text}</strong>
  ) : (
    text
  )
  const ariaCurrent = current ? 'page' : active ? 'true' : undefined
  return (
    <li
      className={classNames(
        'govuk-service-navigation__item',
        isActive && 'govuk-service-navigation__item--active',
      )}
    >
      {href ? (
        <Link
          className="govuk-service-navigation__link"
          href={href}
          aria-current={ariaCurrent}
          onClick={follow}
          {...rest}
        >
          {content}
        </Link>
      ) : (
        <span className="govuk-service-navigation__text" aria-current={ariaCurrent}>
          {content}
        </span>
      )}
    </li>
  )
}

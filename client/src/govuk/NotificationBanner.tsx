import { useEffect, useRef } from 'react'
import type { ComponentProps, ReactNode } from 'react'
import { classNames } from './classNames.ts'
import { isEmpty } from './content.ts'
import { setFocus } from './setFocus.ts'

export interface NotificationBannerProps extends Omit<ComponentProps<'div'>, 'title' | 'ref'> {
  type?: 'success' | undefined
  title?: ReactNode
  titleId?: string | undefined
  titleHeadingLevel?: 1 | 2 | 3 | 4 | 5 | 6 | undefined
  disableAutoFocus?: boolean | undefined
}

/** A banner with the role `alert`, which is that of success, takes the focus when it appears. */
export function NotificationBanner({
  type,
  title = type === 'success' ? 'Success' : 'Important',
  titleId = 'govuk-notification-banner-title',
  titleHeadingLevel = 2,
  role = type === 'success' ? 'alert' : 'region',
  disableAutoFocus,
  className,
  children,
  ...rest
}: NotificationBannerProps) {
  const banner = useRef<HTMLDivElement>(null)
  const takesFocus = role === 'alert' && !disableAutoFocus
  useEffect(() => {
    if (takesFocus && banner.current) setFocus(banner.current)
  }, [takesFocus])

  const Heading = `h${titleHeadingLevel}` as const
  return (
    <div
      ref={banner}
      className={classNames(
        'govuk-notification-banner',
        type === 'success' && 'govuk-notification-banner--success',
        className,
      )}
      role={role}
      aria-labelledby={titleId}
      data-module="govuk-notification-banner"
      data-disable-auto-focus={disableAutoFocus}
      {...rest}
    >
      <div className="govuk-notification-banner__header">
        <Heading className="govuk-notification-banner__title" id={titleId}>
          {title}
        </Heading>
      </div>
      <div className="govuk-notification-banner__content">
        {typeof children === 'string' && !isEmpty(children) ? (
          <p className="govuk-notification-banner__heading">{children}</p>
        ) : (
          children
        )}
      </div>
    </div>
  )
}

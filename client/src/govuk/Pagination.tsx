import type { ComponentProps, ReactNode } from 'react'
import { Link } from './Link.tsx'
import { classNames } from './classNames.ts'
import type { Items } from './content.ts'

export interface PaginationLink extends Omit<ComponentProps<'a'>, 'children' | 'rel'> {
  href?: string | undefined
  text?: ReactNode
  /** What the next or previous page is about; only shown when there are no page numbers. */
  labelText?: string | undefined
}

export interface PaginationItem extends Omit<ComponentProps<'a'>, 'children'> {
  number?: number | string | undefined
  href?: string | undefined
  current?: boolean | undefined
  ellipsis?: boolean | undefined
  visuallyHiddenText?: string | undefined
}

export interface PaginationProps extends Omit<ComponentProps<'nav'>, 'children'> {
  previous?: PaginationLink | undefined
  next?: PaginationLink | undefined
  items?: Items<PaginationItem> | undefined
  landmarkLabel?: string | undefined
}

export function Pagination({
  previous,
  next,
  items,
  landmarkLabel = 'Pagination',
  className,
  ...rest
}: PaginationProps) {
  const isBlock = !items && Boolean(next ?? previous)
  return (
    <nav
      className={classNames('govuk-pagination', isBlock && 'govuk-pagination--block', className)}
      aria-label={landmarkLabel}
      {...rest}
    >
      {previous && <ArrowLink rel="prev" isBlock={isBlock} {...previous} />}
      {items && (
        <ul className="govuk-pagination__list">
          {items.map((item, index) => item && <Page key={index} {...item} />)}
        </ul>
      )}
      {next && <ArrowLink rel="next" isBlock={isBlock} {...next} />}
    </nav>
  )
}

function ArrowLink({
  rel,
  isBlock,
  href,
  text,
  labelText,
  ...rest
}: PaginationLink & { rel: 'prev' | 'next'; isBlock: boolean }) {
  if (!href) return null
  const arrow = <Arrow direction={rel} />
  return (
    <div className={`govuk-pagination__${rel}`}>
      <Link className="govuk-link govuk-pagination__link" href={href} rel={rel} {...rest}>
        {(isBlock || rel === 'prev') && arrow}
        <span
          className={classNames(
            'govuk-pagination__link-title',
            isBlock && !labelText && 'govuk-pagination__link-title--decorated',
          )}
        >
          {text ?? (
            <>
              {rel === 'prev' ? 'Previous' : 'Next'}
              <span className="govuk-visually-hidden"> page</span>
            </>
          )}
        </span>
        {labelText && isBlock && (
          <>
            {' '}
            <span className="govuk-visually-hidden">:</span>{' '}
            <span className="govuk-pagination__link-label">{labelText}</span>
          </>
        )}
        {!isBlock && rel === 'next' && arrow}
      </Link>
    </div>
  )
}

function Page({ number, href = '', current, ellipsis, visuallyHiddenText, ...rest }: PaginationItem) {
  return (
    <li
      className={classNames(
        'govuk-pagination__item',
        current && 'govuk-pagination__item--current',
        ellipsis && 'govuk-pagination__item--ellipsis',
      )}
    >
      {ellipsis ? (
        '⋯'
      ) : (
        <Link
          className="govuk-link govuk-pagination__link"
          href={href}
          aria-label={visuallyHiddenText ?? `Page ${number}`}
          aria-current={current ? 'page' : undefined}
          {...rest}
        >
          {number}
        </Link>
      )}
    </li>
  )
}

const arrows = {
  prev: 'm6.5938-0.0078125-6.7266 6.7266 6.7441 6.4062 1.377-1.449-4.1856-3.9768h12.896v-2h-12.984l4.2931-4.293-1.414-1.414z',
  next: 'm8.107-0.0078125-1.4136 1.414 4.2926 4.293h-12.986v2h12.896l-4.1855 3.9766 1.377 1.4492 6.7441-6.4062-6.7246-6.7266z',
}

function Arrow({ direction }: { direction: 'prev' | 'next' }) {
  return (
    <svg
      className={`govuk-pagination__icon govuk-pagination__icon--${direction}`}
      xmlns="http://www.w3.org/2000/svg"
      height="13"
      width="15"
      aria-hidden="true"
      focusable="false"
      viewBox="0 0 15 13"
    >
      <path d={arrows[direction]} />
    </svg>
  )
}

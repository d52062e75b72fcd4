import { useEffect, useRef } from 'react'
import type { ComponentProps, MouseEvent, ReactNode } from 'react'
import { classNames } from './classNames.ts'
import { isEmpty } from './content.ts'
import { setFocus } from './setFocus.ts'

export interface ErrorSummaryItem extends Omit<ComponentProps<'a'>, 'children'> {
  text: ReactNode
  /** `#` and the id of the control that must be changed. */
  href?: string | undefined
}

export interface ErrorSummaryProps extends Omit<ComponentProps<'div'>, 'title' | 'ref'> {
  title?: ReactNode
  errorList?: readonly ErrorSummaryItem[] | undefined
  disableAutoFocus?: boolean | undefined
}

/**
 * Takes the focus when it appears and when its errors change. Give it the number of the attempt as its `key`,
 * so that a second attempt with the same errors takes the focus too.
 */
export function ErrorSummary({
  title = 'There is a problem',
  errorList = [],
  disableAutoFocus,
  className,
  children,
  ...rest
}: ErrorSummaryProps) {
  const summary = useRef<HTMLDivElement>(null)
  const errors = JSON.stringify(
    errorList.map(({ href, text }) => [href, typeof text === 'string' ? text : null]),
  )

  useEffect(() => {
    if (summary.current && !disableAutoFocus) setFocus(summary.current)
  }, [errors, disableAutoFocus])

  return (
    <div
      ref={summary}
      className={classNames('govuk-error-summary', className)}
      data-disable-auto-focus={disableAutoFocus}
      data-module="govuk-error-summary"
      {...rest}
    >
      {/* The alert is a child, not the box that takes the focus: otherwise some screen readers read only half. */}
      <div role="alert">
        <h2 className="govuk-error-summary__title">{title}</h2>
        <div className="govuk-error-summary__body">
          {!isEmpty(children) && <p>{children}</p>}
          {errorList.length > 0 && (
            <ul className="govuk-list govuk-error-summary__list">
              {errorList.map((item, index) => (
                <li key={index}>
                  <ErrorLink {...item} />
                </li>
              ))}
            </ul>
          )}
        </div>
      </div>
    </div>
  )
}

function ErrorLink({ text, href, ...rest }: ErrorSummaryItem) {
  if (!href) return text
  return (
    <a href={href} onClick={focusControl} {...rest}>
      {text}
    </a>
  )
}

function focusControl(event: MouseEvent<HTMLAnchorElement>) {
  const control = document.getElementById(decodeURIComponent(event.currentTarget.hash.slice(1)))
  const question = control && legendOrLabel(control)
  if (!question) return
  event.preventDefault()
  // The question is brought into view, not the control: a person must see what is asked.
  question.scrollIntoView()
  control.focus({ preventScroll: true })
}

function legendOrLabel(control: HTMLElement): Element | null {
  const legend = control.closest('fieldset')?.querySelector('legend')
  if (legend) {
    const isChoice =
      control instanceof HTMLInputElement && (control.type === 'checkbox' || control.type === 'radio')
    if (isChoice || fitsUnder(legend, control)) return legend
  }
  return document.querySelector(`label[for="${CSS.escape(control.id)}"]`) ?? control.closest('label')
}

// With the legend at the top, is the control still in the upper half, above an on-screen keyboard?
function fitsUnder(legend: Element, control: Element): boolean {
  const box = control.getBoundingClientRect()
  if (box.height === 0 || window.innerHeight === 0) return false
  return box.bottom - legend.getBoundingClientRect().top < window.innerHeight / 2
}

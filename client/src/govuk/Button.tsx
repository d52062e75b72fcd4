import { useRef } from 'react'
import type { ComponentProps, KeyboardEvent, MouseEvent, ReactNode } from 'react'
import { Link } from './Link.tsx'
import type { LinkProps } from './Link.tsx'
import { classNames } from './classNames.ts'

interface ButtonOptions {
  variant?: 'secondary' | 'warning' | 'inverse' | undefined
  isStartButton?: boolean | undefined
}

type LinkButtonProps = ButtonOptions & LinkProps

type PlainButtonProps = ButtonOptions &
  ComponentProps<'button'> & {
    href?: undefined
    /** Ignores a second press within a second. */
    preventDoubleClick?: boolean | undefined
  }

export type ButtonProps = LinkButtonProps | PlainButtonProps

export function Button(props: ButtonProps) {
  return props.href === undefined ? <PlainButton {...props} /> : <LinkButton {...props} />
}

function PlainButton({
  variant,
  isStartButton,
  preventDoubleClick,
  type = 'submit',
  disabled,
  className,
  children,
  onClick,
  ...rest
}: PlainButtonProps) {
  const lastPress = useRef(-Infinity)

  function press(event: MouseEvent<HTMLButtonElement>) {
    if (preventDoubleClick) {
      const now = Date.now()
      if (now - lastPress.current < 1000) {
        event.preventDefault()
        return
      }
      lastPress.current = now
    }
    onClick?.(event)
  }

  return (
    <button
      type={type}
      disabled={disabled}
      aria-disabled={disabled ? true : undefined}
      data-prevent-double-click={preventDoubleClick}
      className={buttonClass(className, variant, isStartButton)}
      data-module="govuk-button"
      onClick={press}
      {...rest}
    >
      {buttonContent(children, isStartButton)}
    </button>
  )
}

function LinkButton({ variant, isStartButton, className, children, ...rest }: LinkButtonProps) {
  return (
    <Link
      role="button"
      draggable={false}
      className={buttonClass(className, variant, isStartButton)}
      data-module="govuk-button"
      onKeyDown={pressWithSpace}
      {...rest}
    >
      {buttonContent(children, isStartButton)}
    </Link>
  )
}

// What is announced as a button must answer to the space key, which links do not.
function pressWithSpace(event: KeyboardEvent<HTMLAnchorElement>) {
  if (event.key !== ' ') return
  event.preventDefault()
  event.currentTarget.click()
}

function buttonClass(
  className: string | undefined,
  variant: ButtonOptions['variant'],
  isStartButton: boolean | undefined,
): string {
  return classNames(
    'govuk-button',
    variant && `govuk-button--${variant}`,
    className,
    isStartButton && 'govuk-button--start',
  )
}

function buttonContent(children: ReactNode, isStartButton: boolean | undefined): ReactNode {
  if (!isStartButton) return children
  return (
    <>
      {typeof children === 'string' ? children : <span>{children}</span>}
      <svg
        className="govuk-button__start-icon"
        xmlns="http://www.w3.org/2000/svg"
        width="17.5"
        height="19"
        viewBox="0 0 33 40"
        aria-hidden="true"
        focusable="false"
      >
        <path fill="currentColor" d="M0 0h13l20 20-20 20H0l20-20z" />
      </svg>
    </>
  )
}

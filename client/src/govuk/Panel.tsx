import type { ComponentProps, ReactNode } from 'react'
import { classNames } from './classNames.ts'
import { contentProps, isEmpty } from './content.ts'
import type { Content } from './content.ts'

export interface PanelProps extends Omit<ComponentProps<'div'>, 'title'> {
  title: ReactNode
  headingLevel?: 1 | 2 | 3 | 4 | 5 | 6 | undefined
  /** `interruption` stops a person before something that they should think about. */
  variant?: 'confirmation' | 'interruption' | undefined
  /** Inverse buttons and links of an interruption; a confirmation shows none. */
  actions?: Content<ComponentProps<'div'>> | undefined
}

/** Tells in large letters that something is done, or asks to stop and think. */
export function Panel({
  title,
  headingLevel = 1,
  variant = 'confirmation',
  actions,
  className,
  children,
  ...rest
}: PanelProps) {
  const Heading = `h${headingLevel}` as const
  return (
    <div className={classNames(`govuk-panel govuk-panel--${variant}`, className)} {...rest}>
      <Heading className="govuk-panel__title">{title}</Heading>
      {!isEmpty(children) && <div className="govuk-panel__body">{children}</div>}
      {variant === 'interruption' && actions !== undefined && <Actions {...contentProps(actions)} />}
    </div>
  )
}

function Actions({ className, children, ...rest }: ComponentProps<'div'>) {
  return (
    <div className={classNames('govuk-panel__actions', className)} {...rest}>
      {!isEmpty(children) && <div className="govuk-button-group">{children}</div>}
    </div>
  )
}

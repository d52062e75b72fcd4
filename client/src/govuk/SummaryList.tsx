import type { ComponentProps, ReactNode } from 'react'
import { Link } from './Link.tsx'
import type { LinkProps } from './Link.tsx'
import { classNames } from './classNames.ts'
import { contentProps } from './content.ts'
import type { Content, Items } from './content.ts'

export interface SummaryAction extends Omit<LinkProps, 'children'> {
  text: ReactNode
  visuallyHiddenText?: string | undefined
}

interface Actions {
  items?: readonly SummaryAction[] | undefined
  className?: string | undefined
}

export interface SummaryRow {
  key: Content<ComponentProps<'dt'>>
  value: Content<ComponentProps<'dd'>>
  actions?: Actions | undefined
  className?: string | undefined
}

export interface CardTitleProps extends ComponentProps<'h2'> {
  headingLevel?: 1 | 2 | 3 | 4 | 5 | 6 | undefined
}

export interface SummaryCardOptions extends Omit<ComponentProps<'div'>, 'title' | 'children'> {
  title?: Content<CardTitleProps> | undefined
  /** The title for the actions, where it is a link itself: no link stands in another. */
  titleText?: string | undefined
  actions?: Actions | undefined
}

export interface SummaryListProps extends Omit<ComponentProps<'dl'>, 'children'> {
  rows: Items<SummaryRow>
  card?: SummaryCardOptions | undefined
}

export function SummaryList({ rows, card, className, ...rest }: SummaryListProps) {
  const someHaveActions = rows.some((row) => row && row.actions?.items?.length)
  const cardTitle =
    card?.titleText ?? (card?.title === undefined ? undefined : contentProps(card.title).children)
  const list = (
    <dl className={classNames('govuk-summary-list', className)} {...rest}>
      {rows.map(
        (row, index) =>
          row && <Row key={index} row={row} someHaveActions={someHaveActions} cardTitle={cardTitle} />,
      )}
    </dl>
  )
  return card ? <Card {...card}>{list}</Card> : list
}

interface RowProps {
  row: SummaryRow
  someHaveActions: boolean
  cardTitle: ReactNode
}

function Row({ row, someHaveActions, cardTitle }: RowProps) {
  const { className: keyClass, ...key }: ComponentProps<'dt'> = contentProps(row.key)
  const { className: valueClass, ...value }: ComponentProps<'dd'> = contentProps(row.value)
  const actions = row.actions?.items ?? []
  return (
    <div
      className={classNames(
        'govuk-summary-list__row',
        someHaveActions && !row.actions?.items && 'govuk-summary-list__row--no-actions',
        row.className,
      )}
    >
      <dt className={classNames('govuk-summary-list__key', keyClass)} {...key} />
      <dd className={classNames('govuk-summary-list__value', valueClass)} {...value} />
      {actions.length > 0 && (
        <dd className={classNames('govuk-summary-list__actions', row.actions?.className)}>
          {actions.length === 1 ? (
            <ActionLinks actions={actions} cardTitle={cardTitle} />
          ) : (
            <ul className="govuk-summary-list__actions-list">
              <ActionLinks
                actions={actions}
                cardTitle={cardTitle}
                itemClass="govuk-summary-list__actions-list-item"
              />
            </ul>
          )}
        </dd>
      )}
    </div>
  )
}

function Card({
  title,
  titleText,
  actions,
  className,
  children,
  ...rest
}: SummaryCardOptions & { children: ReactNode }) {
  const { headingLevel = 2, className: titleClass, ...heading }: CardTitleProps = contentProps(title ?? {})
  const Heading = `h${headingLevel}` as const
  const cardTitle = titleText ?? heading.children
  const items = actions?.items ?? []
  const actionsClass = classNames('govuk-summary-card__actions', actions?.className)
  return (
    <div className={classNames('govuk-summary-card', className)} {...rest}>
      <div className="govuk-summary-card__title-wrapper">
        {title !== undefined && (
          <Heading className={classNames('govuk-summary-card__title', titleClass)} {...heading} />
        )}
        {items.length === 1 && (
          <div className={actionsClass}>
            <ActionLinks actions={items} cardTitle={cardTitle} />
          </div>
        )}
        {items.length > 1 && (
          <ul className={actionsClass}>
            <ActionLinks actions={items} cardTitle={cardTitle} itemClass="govuk-summary-card__action" />
          </ul>
        )}
      </div>
      <div className="govuk-summary-card__content">{children}</div>
    </div>
  )
}

interface ActionLinksProps {
  actions: readonly SummaryAction[]
  cardTitle: ReactNode
  itemClass?: string
}

function ActionLinks({ actions, cardTitle, itemClass }: ActionLinksProps) {
  return actions.map(({ text, visuallyHiddenText, className, ...rest }, index) => {
    const link = (
      <Link key={index} className={classNames('govuk-link', className)} {...rest}>
        {text}
        {(visuallyHiddenText || cardTitle) && (
          <span className="govuk-visually-hidden">
            {visuallyHiddenText && ` ${visuallyHiddenText}`}
            {cardTitle && <> ({cardTitle})</>}
          </span>
        )}
      </Link>
    )
    return itemClass ? (
      <li key={index} className={itemClass}>
        {link}
      </li>
    ) : (
      link
    )
  })
}

import type { ComponentProps, ReactNode } from 'react'
import { classNames } from './classNames.ts'
import { contentProps } from './content.ts'
import type { Content, Items } from './content.ts'

interface CellFormat {
  /** `numeric` aligns figures to the right, with digits of one width. */
  format?: 'numeric' | undefined
}

export type TableHeaderProps = ComponentProps<'th'> & CellFormat
export type TableCellProps = ComponentProps<'td'> & CellFormat

export interface TableProps extends Omit<ComponentProps<'table'>, 'children'> {
  caption?: ReactNode
  captionClassName?: string | undefined
  head?: readonly Content<TableHeaderProps>[] | undefined
  rows: Items<readonly Content<TableCellProps>[]>
  firstCellIsHeader?: boolean | undefined
}

export function Table({
  caption,
  captionClassName,
  head,
  rows,
  firstCellIsHeader,
  className,
  ...rest
}: TableProps) {
  return (
    <table className={classNames('govuk-table', className)} {...rest}>
      {caption && (
        <caption className={classNames('govuk-table__caption', captionClassName)}>{caption}</caption>
      )}
      {head && (
        <thead className="govuk-table__head">
          <tr className="govuk-table__row">
            {head.map((cell, index) => (
              <HeaderCell key={index} {...contentProps(cell)} />
            ))}
          </tr>
        </thead>
      )}
      <tbody className="govuk-table__body">
        {rows.map(
          (row, index) =>
            row && (
              <tr key={index} className="govuk-table__row">
                {row.map((cell, column) =>
                  column === 0 && firstCellIsHeader ? (
                    <RowHeader key={column} {...contentProps(cell)} />
                  ) : (
                    <Cell key={column} {...contentProps(cell)} />
                  ),
                )}
              </tr>
            ),
        )}
      </tbody>
    </table>
  )
}

function HeaderCell({ format, className, ...rest }: TableHeaderProps) {
  const formatClass = format && `govuk-table__header--${format}`
  return <th scope="col" className={classNames('govuk-table__header', formatClass, className)} {...rest} />
}

function RowHeader({ format: _format, className, ...rest }: TableCellProps) {
  return <th className={classNames('govuk-table__header', className)} {...rest} scope="row" />
}

function Cell({ format, className, ...rest }: TableCellProps) {
  const formatClass = format && `govuk-table__cell--${format}`
  return <td className={classNames('govuk-table__cell', formatClass, className)} {...rest} />
}

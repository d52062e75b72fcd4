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
  /** On a phone the cells of a row stand below each other, each with the name of its column. */
  stacked?: boolean | undefined
}

export function Table({
  caption,
  captionClassName,
  head,
  rows,
  firstCellIsHeader,
  stacked = false,
  className,
  ...rest
}: TableProps) {
  // What is not laid out as a table is no table for some screen readers unless it says so.
  const role = (name: string) => (stacked ? name : undefined)
  const labelOf = (column: number) => {
    const name = stacked && head?.[column] !== undefined ? contentProps(head[column]).children : null
    return typeof name === 'string' ? <ColumnName>{name}</ColumnName> : null
  }
  return (
    <table
      className={classNames('govuk-table', stacked && 'bw-table--stacked', className)}
      role={role('table')}
      {...rest}
    >
      {caption && (
        <caption className={classNames('govuk-table__caption', captionClassName)}>{caption}</caption>
      )}
      {head && (
        <thead className="govuk-table__head" role={role('rowgroup')}>
          <tr className="govuk-table__row" role={role('row')}>
            {head.map((cell, index) => (
              <HeaderCell key={index} role={role('columnheader')} {...contentProps(cell)} />
            ))}
          </tr>
        </thead>
      )}
      <tbody className="govuk-table__body" role={role('rowgroup')}>
        {rows.map(
          (row, index) =>
            row && (
              <tr key={index} className="govuk-table__row" role={role('row')}>
                {row.map((cell, column) =>
                  column === 0 && firstCellIsHeader ? (
                    <RowHeader key={column} role={role('rowheader')} {...contentProps(cell)} />
                  ) : (
                    <Cell key={column} role={role('cell')} label={labelOf(column)} {...contentProps(cell)} />
                  ),
                )}
              </tr>
            ),
        )}
      </tbody>
    </table>
  )
}

/** Only for the eye: who hears a table hears the names of its columns anyway. */
function ColumnName({ children }: { children: string }) {
  return (
    <span className="bw-table__column" aria-hidden="true">
      {children}
    </span>
  )
}

function HeaderCell({ format, className, ...rest }: TableHeaderProps) {
  const formatClass = format && `govuk-table__header--${format}`
  return <th scope="col" className={classNames('govuk-table__header', formatClass, className)} {...rest} />
}

function RowHeader({ format: _format, className, ...rest }: TableCellProps) {
  return <th className={classNames('govuk-table__header', className)} {...rest} scope="row" />
}

function Cell({ format, className, label, children, ...rest }: TableCellProps & { label: ReactNode }) {
  const formatClass = format && `govuk-table__cell--${format}`
  return (
    <td className={classNames('govuk-table__cell', formatClass, className)} {...rest}>
      {label}
      {children}
    </td>
  )
}

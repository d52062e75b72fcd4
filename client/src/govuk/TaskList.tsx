import type { ComponentProps } from 'react'
import { Link } from './Link.tsx'
import { Tag } from './Tag.tsx'
import type { TagProps } from './Tag.tsx'
import { classNames } from './classNames.ts'
import { contentProps } from './content.ts'
import type { Content, Items } from './content.ts'

export interface TaskStatusProps extends ComponentProps<'div'> {
  tag?: Content<TagProps> | undefined
}

export interface TaskListItem {
  title: Content<{ children?: ComponentProps<'div'>['children']; className?: string | undefined }>
  hint?: Content<ComponentProps<'div'>> | undefined
  status: Content<TaskStatusProps>
  href?: string | undefined
  className?: string | undefined
}

export interface TaskListProps extends Omit<ComponentProps<'ul'>, 'children'> {
  items: Items<TaskListItem>
  idPrefix?: string | undefined
}

export function TaskList({ items, idPrefix = 'task-list', className, ...rest }: TaskListProps) {
  return (
    <ul className={classNames('govuk-task-list', className)} {...rest}>
      {items.map((item, index) => item && <Task key={index} item={item} id={`${idPrefix}-${index + 1}`} />)}
    </ul>
  )
}

function Task({ item, id }: { item: TaskListItem; id: string }) {
  const hintId = `${id}-hint`
  const statusId = `${id}-status`
  const { className: titleClass, children: title }: ComponentProps<'div'> = contentProps(item.title)
  const {
    tag,
    className: statusClass,
    children: status,
    ...rest
  }: TaskStatusProps = contentProps(item.status)
  return (
    <li
      className={classNames(
        'govuk-task-list__item',
        item.href && 'govuk-task-list__item--with-link',
        item.className,
      )}
    >
      <div className="govuk-task-list__name-and-hint">
        {item.href ? (
          <Link
            className={classNames('govuk-link govuk-task-list__link', titleClass)}
            href={item.href}
            aria-describedby={classNames(item.hint ? hintId : '', statusId)}
          >
            {title}
          </Link>
        ) : (
          <div className={titleClass}>{title}</div>
        )}
        {item.hint && <div {...contentProps(item.hint)} id={hintId} className="govuk-task-list__hint" />}
      </div>
      <div className={classNames('govuk-task-list__status', statusClass)} id={statusId} {...rest}>
        {tag ? <Tag {...contentProps(tag)} /> : status}
      </div>
    </li>
  )
}

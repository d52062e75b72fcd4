import { useEffect, useRef, useState } from 'react'
import type { ComponentProps, KeyboardEvent, MouseEvent, ReactNode } from 'react'
import { classNames } from './classNames.ts'
import { contentProps } from './content.ts'
import type { Content, Items } from './content.ts'
import { useEnhanced } from './useEnhanced.ts'
import { useFromTablet } from './useFromTablet.ts'

export interface TabItem extends Omit<ComponentProps<'a'>, 'children' | 'id'> {
  label: ReactNode
  /** Id of the panel; `idPrefix` and its place where it is not given. */
  id?: string | undefined
  panel: Content<ComponentProps<'div'>>
}

export interface TabsProps extends Omit<ComponentProps<'div'>, 'title' | 'children'> {
  title?: ReactNode
  idPrefix?: string | undefined
  items: Items<TabItem>
}

/** Tabs from tablet width on; a list of links to all panels, one under the other, on small screens. */
export function Tabs({ title = 'Contents', idPrefix, items, className, ...rest }: TabsProps) {
  const asTabs = useFromTablet()
  const enhanced = useEnhanced()
  const isTabList = asTabs && enhanced
  const tabs = items.flatMap((item, index) => {
    if (!item) return []
    const { label, id, panel, ...link } = item
    const panelProps: ComponentProps<'div'> = contentProps(panel)
    return [{ id: id ?? `${idPrefix}-${index + 1}`, label, link, panel: panelProps, isFirst: index === 0 }]
  })
  const ids = tabs.map((tab) => tab.id)

  const [chosen, choose] = useState<string | undefined>(() => idInAddress(enhanced))
  const selected = chosen !== undefined && ids.includes(chosen) ? chosen : ids[0]
  const list = useRef<HTMLUListElement>(null)

  useEffect(() => {
    const follow = () => choose(idInAddress(true))
    window.addEventListener('hashchange', follow)
    return () => window.removeEventListener('hashchange', follow)
  }, [])

  function show(id: string) {
    choose(id)
    // Not `location.hash`: that would scroll down to the panel.
    window.history.replaceState(window.history.state, '', `#${id}`)
  }

  function onClick(event: MouseEvent, id: string) {
    event.preventDefault()
    show(id)
  }

  function onKeyDown(event: KeyboardEvent, id: string) {
    const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key]
    if (step === undefined) return
    event.preventDefault()
    const place = ids.indexOf(id) + step
    const next = ids[place]
    if (next === undefined) return
    show(next)
    list.current?.querySelectorAll<HTMLElement>('a.govuk-tabs__tab')[place]?.focus()
  }

  return (
    <div className={classNames('govuk-tabs', className)} data-module="govuk-tabs" {...rest}>
      <h2 className="govuk-tabs__title">{title}</h2>
      {items.length > 0 && (
        <ul ref={list} className="govuk-tabs__list" role={isTabList ? 'tablist' : undefined}>
          {tabs.map(({ id, label, link, isFirst }) => {
            const isSelected = enhanced ? id === selected : isFirst
            return (
              <li
                key={id}
                className={classNames(
                  'govuk-tabs__list-item',
                  isSelected && 'govuk-tabs__list-item--selected',
                )}
                role={isTabList ? 'presentation' : undefined}
              >
                <a
                  className="govuk-tabs__tab"
                  href={`#${id}`}
                  {...(isTabList && {
                    id: `tab_${id}`,
                    role: 'tab',
                    'aria-controls': id,
                    'aria-selected': isSelected,
                    tabIndex: isSelected ? 0 : -1,
                    onClick: (event: MouseEvent) => onClick(event, id),
                    onKeyDown: (event: KeyboardEvent) => onKeyDown(event, id),
                  })}
                  {...link}
                >
                  {label}
                </a>
              </li>
            )
          })}
        </ul>
      )}
      {tabs.map(({ id, panel: { className: panelClass, children, ...panel }, isFirst }) => {
        const isSelected = enhanced ? id === selected : isFirst
        return (
          <div
            key={id}
            className={classNames(
              'govuk-tabs__panel',
              !isSelected && 'govuk-tabs__panel--hidden',
              panelClass,
            )}
            id={id}
            {...(isTabList && { role: 'tabpanel', 'aria-labelledby': `tab_${id}` })}
            {...panel}
          >
            {typeof children === 'string' ? <p className="govuk-body">{children}</p> : children}
          </div>
        )
      })}
    </div>
  )
}

function idInAddress(inBrowser: boolean): string | undefined {
  return inBrowser ? window.location.hash.slice(1) : undefined
}

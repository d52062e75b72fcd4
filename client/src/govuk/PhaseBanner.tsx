import type { ComponentProps } from 'react'
import { Tag } from './Tag.tsx'
import type { TagProps } from './Tag.tsx'
import { classNames } from './classNames.ts'
import { contentProps } from './content.ts'
import type { Content } from './content.ts'

export interface PhaseBannerProps extends ComponentProps<'div'> {
  tag: Content<TagProps>
}

export function PhaseBanner({ tag, className, children, ...rest }: PhaseBannerProps) {
  const { className: tagClass, ...tagRest }: TagProps = contentProps(tag)
  return (
    <div className={classNames('govuk-phase-banner govuk-width-container', className)} {...rest}>
      <p className="govuk-phase-banner__content">
        <Tag className={classNames('govuk-phase-banner__content__tag', tagClass)} {...tagRest} />{' '}
        <span className="govuk-phase-banner__text">{children}</span>
      </p>
    </div>
  )
}

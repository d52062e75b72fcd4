import type { ComponentProps, ReactNode } from 'react'
import { Hint } from './Hint.tsx'
import type { HintProps } from './Hint.tsx'
import { Label } from './Label.tsx'
import type { LabelProps } from './Label.tsx'
import { classNames } from './classNames.ts'
import { contentProps } from './content.ts'
import type { Content } from './content.ts'
import { useEnhanced } from './useEnhanced.ts'

/** One radio or checkbox. */
export interface ChoiceItem extends Omit<
  ComponentProps<'input'>,
  'type' | 'checked' | 'defaultChecked' | 'value' | 'onChange'
> {
  value: string
  text: ReactNode
  hint?: Content<HintProps> | undefined
  label?: Omit<LabelProps, 'children'> | undefined
  /** Shown only while this choice is selected. It stays in the page, so what was typed in it is not lost. */
  conditional?: ReactNode
}

/** Text between two choices, such as `or`. */
export interface Divider {
  divider: ReactNode
}

interface ChoiceProps extends ChoiceItem {
  kind: 'radio' | 'checkbox'
  id: string
  isChecked: boolean
  onCheckedChange: (checked: boolean) => void
}

export function Choice({
  kind,
  text,
  hint,
  label,
  conditional,
  isChecked,
  onCheckedChange,
  className,
  'aria-describedby': otherDescription,
  ...rest
}: ChoiceProps) {
  const enhanced = useEnhanced()
  const block = kind === 'radio' ? 'govuk-radios' : 'govuk-checkboxes'
  const conditionalId = `conditional-${rest.id}`
  const hintId = `${rest.id}-item-hint`
  const hintContent = hint && contentProps(hint)
  return (
    <>
      <div className={`${block}__item`}>
        <input
          className={classNames(`${block}__input`, className)}
          type={kind}
          checked={isChecked}
          aria-describedby={classNames(otherDescription, hint ? hintId : '') || undefined}
          {...(conditional ? conditionalAttributes(enhanced, kind, conditionalId, isChecked) : {})}
          {...rest}
          onChange={(event) => onCheckedChange(event.target.checked)}
        />
        <Label {...label} className={classNames(`${block}__label`, label?.className)} htmlFor={rest.id}>
          {text}
        </Label>
        {hintContent && (
          <Hint
            {...hintContent}
            id={hintId}
            className={classNames(`${block}__hint`, 'className' in hintContent && hintContent.className)}
          />
        )}
      </div>
      {conditional && (
        <div
          className={classNames(`${block}__conditional`, !isChecked && `${block}__conditional--hidden`)}
          id={conditionalId}
        >
          {conditional}
        </div>
      )}
    </>
  )
}

function conditionalAttributes(
  enhanced: boolean,
  kind: 'radio' | 'checkbox',
  id: string,
  isChecked: boolean,
) {
  if (!enhanced) return { 'data-aria-controls': id }
  // ARIA knows no expanded radio button, though the original script says it of radios too.
  return kind === 'radio' ? { 'aria-controls': id } : { 'aria-controls': id, 'aria-expanded': isChecked }
}

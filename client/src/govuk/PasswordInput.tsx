import { useEffect, useRef, useState } from 'react'
import { Button } from './Button.tsx'
import { TextInput } from './TextInput.tsx'
import type { TextInputProps } from './TextInput.tsx'
import { classNames } from './classNames.ts'
import { i18nAttributes } from './i18n.ts'
import { useEnhanced } from './useEnhanced.ts'

export interface PasswordInputProps extends Omit<
  TextInputProps,
  'type' | 'prefix' | 'suffix' | 'inputWrapper'
> {
  showPasswordText?: string | undefined
  hidePasswordText?: string | undefined
  showPasswordAriaLabelText?: string | undefined
  hidePasswordAriaLabelText?: string | undefined
  passwordShownAnnouncementText?: string | undefined
  passwordHiddenAnnouncementText?: string | undefined
}

export function PasswordInput({
  showPasswordText,
  hidePasswordText,
  showPasswordAriaLabelText,
  hidePasswordAriaLabelText,
  passwordShownAnnouncementText,
  passwordHiddenAnnouncementText,
  formGroup,
  id,
  className,
  autoComplete = 'current-password',
  ...rest
}: PasswordInputProps) {
  const inputId = id ?? rest.name
  const enhanced = useEnhanced()
  const [isShown, setShown] = useState(false)
  const [announcement, setAnnouncement] = useState('')
  const toggle = useRef<HTMLButtonElement>(null)

  function show(shown: boolean) {
    setShown(shown)
    setAnnouncement(
      shown
        ? (passwordShownAnnouncementText ?? 'Your password is visible')
        : (passwordHiddenAnnouncementText ?? 'Your password is hidden'),
    )
  }

  useEffect(() => {
    if (!isShown) return undefined
    // Sent as a visible text, a password would be offered again by the browser's own completion.
    const form = toggle.current?.form
    const hide = () => show(false)
    form?.addEventListener('submit', hide)
    return () => form?.removeEventListener('submit', hide)
  })

  const data: Record<string, string> = {
    'data-module': 'govuk-password-input',
    ...i18nAttributes('show-password', showPasswordText),
    ...i18nAttributes('hide-password', hidePasswordText),
    ...i18nAttributes('show-password-aria-label', showPasswordAriaLabelText),
    ...i18nAttributes('hide-password-aria-label', hidePasswordAriaLabelText),
    ...i18nAttributes('password-shown-announcement', passwordShownAnnouncementText),
    ...i18nAttributes('password-hidden-announcement', passwordHiddenAnnouncementText),
  }

  const afterInput = (
    <>
      {enhanced && (
        <div className="govuk-password-input__sr-status govuk-visually-hidden" aria-live="polite">
          {announcement}
        </div>
      )}
      <Button
        ref={toggle}
        type="button"
        variant="secondary"
        className="govuk-password-input__toggle govuk-js-password-input-toggle"
        aria-controls={inputId}
        aria-label={
          isShown
            ? (hidePasswordAriaLabelText ?? 'Hide password')
            : (showPasswordAriaLabelText ?? 'Show password')
        }
        hidden={!enhanced}
        onClick={() => show(!isShown)}
      >
        {isShown ? (hidePasswordText ?? 'Hide') : (showPasswordText ?? 'Show')}
      </Button>
      {formGroup?.afterInput}
    </>
  )

  return (
    <TextInput
      spellCheck={false}
      autoCapitalize="none"
      {...rest}
      id={inputId}
      type={isShown ? 'text' : 'password'}
      autoComplete={autoComplete}
      className={classNames('govuk-password-input__input govuk-js-password-input-input', className)}
      inputWrapper={{ className: 'govuk-password-input__wrapper' }}
      formGroup={{
        ...formGroup,
        className: classNames('govuk-password-input', formGroup?.className),
        afterInput,
        ...data,
      }}
    />
  )
}

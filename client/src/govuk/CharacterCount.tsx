import { useEffect, useState } from 'react'
import type { ChangeEvent } from 'react'
import { Hint } from './Hint.tsx'
import { Textarea } from './Textarea.tsx'
import type { TextareaProps } from './Textarea.tsx'
import { classNames } from './classNames.ts'
import { i18nAttributes, withCount } from './i18n.ts'
import type { PluralText } from './i18n.ts'
import { useEnhanced } from './useEnhanced.ts'

/** `length` counts as JavaScript and the server's limits do; `characters` counts what a person sees as one. */
export type CountType = 'length' | 'characters' | 'words'

export interface CharacterCountProps extends Omit<TextareaProps, 'maxLength' | 'value' | 'defaultValue'> {
  /** The limit that is counted down to. The browser does not cut text at it, so that pasted words stay. */
  maxLength: number
  countType?: CountType | undefined
  /** Percentage of the limit from which the message shows. */
  threshold?: number | undefined
  value?: string | undefined
  defaultValue?: string | undefined
  countMessage?: { className?: string | undefined } | undefined
  textareaDescriptionText?: string | undefined
  charactersUnderLimitText?: PluralText | undefined
  charactersAtLimitText?: string | undefined
  charactersOverLimitText?: PluralText | undefined
  wordsUnderLimitText?: PluralText | undefined
  wordsAtLimitText?: string | undefined
  wordsOverLimitText?: PluralText | undefined
}

export function CharacterCount({
  maxLength,
  countType,
  threshold,
  countMessage,
  textareaDescriptionText,
  charactersUnderLimitText,
  charactersAtLimitText,
  charactersOverLimitText,
  wordsUnderLimitText,
  wordsAtLimitText,
  wordsOverLimitText,
  value,
  defaultValue,
  formGroup,
  id,
  className,
  onChange,
  'aria-describedby': otherDescription,
  ...rest
}: CharacterCountProps) {
  const textareaId = id ?? rest.name
  const [typed, setTyped] = useState(defaultValue ?? '')
  const enhanced = useEnhanced()

  const count = countText(value ?? typed, countType ?? 'length')
  const remaining = maxLength - count
  const isOver = remaining < 0
  const isShown = count >= (maxLength * (threshold ?? 0)) / 100
  const unit = countType === 'words' ? 'words' : 'characters'
  const texts =
    unit === 'words'
      ? { under: wordsUnderLimitText, at: wordsAtLimitText, over: wordsOverLimitText }
      : { under: charactersUnderLimitText, at: charactersAtLimitText, over: charactersOverLimitText }
  const message =
    remaining === 0
      ? (texts.at ?? `You have 0 ${unit} remaining`)
      : isOver
        ? withCount(texts.over ?? defaultText(unit, 'too many'), -remaining)
        : withCount(texts.under ?? defaultText(unit, 'remaining'), remaining)

  const description = (textareaDescriptionText ?? `You can enter up to %{count} ${unit}`).replace(
    '%{count}',
    String(maxLength),
  )
  const messageClass = classNames('govuk-character-count__message', countMessage?.className)

  function change(event: ChangeEvent<HTMLTextAreaElement>) {
    setTyped(event.target.value)
    onChange?.(event)
  }

  const afterInput = (
    <>
      <Hint
        id={`${textareaId}-info`}
        className={classNames(messageClass, enhanced && 'govuk-visually-hidden')}
      >
        {description}
      </Hint>
      {enhanced && (
        <>
          <div
            className={classNames(
              isOver ? 'govuk-error-message' : 'govuk-hint',
              messageClass,
              'govuk-character-count__status',
              !isShown && 'govuk-character-count__message--disabled',
            )}
            aria-hidden="true"
          >
            {message}
          </div>
          <Announcement message={message} isShown={isShown} />
        </>
      )}
      {formGroup?.afterInput}
    </>
  )

  return (
    <Textarea
      {...rest}
      id={textareaId}
      className={classNames(
        'govuk-js-character-count',
        enhanced && isOver && !rest.errorMessage && 'govuk-textarea--error',
        className,
      )}
      {...(value === undefined ? { defaultValue } : { value })}
      onChange={change}
      aria-describedby={classNames(otherDescription, `${textareaId}-info`)}
      formGroup={{
        ...formGroup,
        className: classNames('govuk-character-count', formGroup?.className),
        afterInput,
        ...dataAttributes({
          'data-module': 'govuk-character-count',
          'data-maxlength': maxLength,
          'data-threshold': threshold,
          'data-count-type': countType,
          ...i18nAttributes('characters-under-limit', charactersUnderLimitText),
          ...i18nAttributes('characters-at-limit', charactersAtLimitText),
          ...i18nAttributes('characters-over-limit', charactersOverLimitText),
          ...i18nAttributes('words-under-limit', wordsUnderLimitText),
          ...i18nAttributes('words-at-limit', wordsAtLimitText),
          ...i18nAttributes('words-over-limit', wordsOverLimitText),
        }),
      }}
    />
  )
}

// A literal with `data-` keys is refused by the type of the options, a record is not.
function dataAttributes(attributes: Record<string, string | number | undefined>): object {
  return attributes
}

/** Speaks when typing has paused for a second: at every letter it would talk over the typing. */
function Announcement({ message, isShown }: { message: string; isShown: boolean }) {
  const [spoken, setSpoken] = useState({ message, isShown })
  useEffect(() => {
    const timer = setTimeout(() => setSpoken({ message, isShown }), 1000)
    return () => clearTimeout(timer)
  }, [message, isShown])
  return (
    <div
      className="govuk-character-count__sr-status govuk-visually-hidden"
      aria-live="polite"
      aria-hidden={spoken.isShown ? undefined : true}
    >
      {spoken.message}
    </div>
  )
}

function defaultText(unit: 'words' | 'characters', ending: string): PluralText {
  return {
    one: `You have %{count} ${unit.slice(0, -1)} ${ending}`,
    other: `You have %{count} ${unit} ${ending}`,
  }
}

function countText(text: string, countType: CountType): number {
  if (countType === 'length') return text.length
  const granularity = countType === 'words' ? 'word' : 'grapheme'
  const segments = [...new Intl.Segmenter('en-GB', { granularity }).segment(text)]
  return countType === 'words' ? segments.filter((segment) => segment.isWordLike).length : segments.length
}

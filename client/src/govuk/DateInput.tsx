import type { ComponentProps } from 'react'
import { ChoiceGroup } from './ChoiceGroup.tsx'
import type { GroupOptions } from './ChoiceGroup.tsx'
import { TextInput } from './TextInput.tsx'
import { classNames } from './classNames.ts'
import type { Items } from './content.ts'
import { useControlled } from './useControlled.ts'

export interface DateInputItem extends Omit<
  ComponentProps<'input'>,
  'name' | 'value' | 'defaultValue' | 'prefix' | 'onChange'
> {
  name: string
  label?: string | undefined
  /** Marks this part as wrong. With an error message and no marked part, all parts that do not say false are. */
  error?: boolean | undefined
}

/** The parts as they were typed, by their name: `{ day: '1', month: '2', year: '2027' }`. */
export type DateInputValues = Readonly<Record<string, string>>

export interface DateInputProps extends GroupOptions, Omit<ComponentProps<'div'>, 'children'> {
  id: string
  /** Put before the parts' names in the form: `review` makes `review-day`. */
  namePrefix?: string | undefined
  /** Day, month and year where it is not given. */
  items?: Items<DateInputItem> | undefined
  values?: DateInputValues | undefined
  defaultValues?: DateInputValues | undefined
  onValuesChange?: ((values: DateInputValues) => void) | undefined
}

const dayMonthYear: DateInputItem[] = [{ name: 'day' }, { name: 'month' }, { name: 'year' }]

export function DateInput({
  id,
  namePrefix,
  items = dayMonthYear,
  values,
  defaultValues,
  onValuesChange,
  fieldset,
  hint,
  errorMessage,
  formGroup,
  className,
  ...rest
}: DateInputProps) {
  const [typed, setTyped] = useControlled(values, defaultValues ?? {}, onValuesChange)
  const someMarked = items.some((item) => item && item.error)

  return (
    <ChoiceGroup
      id={id}
      // Screen readers do not read the description of a fieldset of text inputs without this role.
      role="group"
      fieldset={fieldset}
      hint={hint}
      errorMessage={errorMessage}
      formGroup={formGroup}
    >
      <div className={classNames('govuk-date-input', className)} id={id} {...rest}>
        {formGroup?.beforeInput}
        {items.map((item) => {
          if (!item) return null
          const { name, label, error, className: itemClass, ...input } = item
          const isWrong = error || (error !== false && Boolean(errorMessage) && !someMarked)
          const width =
            !itemClass?.includes('govuk-input--width-') && `govuk-input--width-${name === 'year' ? 4 : 2}`
          return (
            <div key={name} className="govuk-date-input__item">
              <TextInput
                label={{ children: label ?? capitalised(name), className: 'govuk-date-input__label' }}
                inputMode="numeric"
                {...input}
                id={item.id ?? `${id}-${name}`}
                name={namePrefix ? `${namePrefix}-${name}` : name}
                className={classNames(
                  'govuk-date-input__input',
                  isWrong && 'govuk-input--error',
                  width,
                  itemClass,
                )}
                value={typed[name] ?? ''}
                onChange={(event) => setTyped({ ...typed, [name]: event.target.value })}
              />
            </div>
          )
        })}
        {formGroup?.afterInput}
      </div>
    </ChoiceGroup>
  )
}

function capitalised(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1)
}

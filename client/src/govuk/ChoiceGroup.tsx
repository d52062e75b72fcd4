import type { ComponentProps, ReactNode } from 'react'
import { Fieldset } from './Fieldset.tsx'
import type { FieldsetProps } from './Fieldset.tsx'
import { FormGroup, HintAndError, describedBy } from './FormGroup.tsx'
import type { QuestionOptions } from './FormGroup.tsx'

export interface GroupOptions extends QuestionOptions {
  fieldset?: Omit<FieldsetProps, 'children'> | undefined
}

interface ChoiceGroupProps extends GroupOptions {
  /** What the ids of the hint and the error message begin with. */
  id: string
  role?: ComponentProps<'fieldset'>['role']
  otherDescription?: string | undefined
  children: ReactNode
}

/** A question with several controls: in a fieldset when there is one, with hint and error message first. */
export function ChoiceGroup({
  id,
  fieldset,
  hint,
  errorMessage,
  formGroup,
  role,
  otherDescription,
  children,
}: ChoiceGroupProps) {
  const content = (
    <>
      <HintAndError id={id} hint={hint} errorMessage={errorMessage} />
      {children}
    </>
  )
  return (
    <FormGroup hasError={Boolean(errorMessage)} options={formGroup}>
      {fieldset ? (
        <Fieldset
          role={role}
          {...fieldset}
          aria-describedby={describedBy(
            id,
            { hint, errorMessage },
            fieldset['aria-describedby'] ?? otherDescription,
          )}
        >
          {content}
        </Fieldset>
      ) : (
        content
      )}
    </FormGroup>
  )
}

import type { ReactNode } from 'react'
import { FormGroup, HintAndError } from './FormGroup.tsx'
import type { QuestionOptions } from './FormGroup.tsx'
import { Label } from './Label.tsx'
import type { LabelProps } from './Label.tsx'
import { contentProps } from './content.ts'
import type { Content } from './content.ts'

export interface FieldOptions extends QuestionOptions {
  label: Content<LabelProps>
  /** Name of the form value; also the id where none is given. */
  name: string
}

interface FieldProps extends Omit<FieldOptions, 'name'> {
  id: string
  children: ReactNode
}

/** A question with one control: label, hint, error message, control. */
export function Field({ id, label, hint, errorMessage, formGroup, children }: FieldProps) {
  return (
    <FormGroup hasError={Boolean(errorMessage)} options={formGroup}>
      <Label {...contentProps(label)} htmlFor={id} />
      <HintAndError id={id} hint={hint} errorMessage={errorMessage} />
      {children}
    </FormGroup>
  )
}

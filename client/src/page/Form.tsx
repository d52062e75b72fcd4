import type { MouseEvent, ReactNode } from 'react'
import { Button } from '../govuk/Button.tsx'
import type { ButtonProps } from '../govuk/Button.tsx'

interface FormProps {
  /** What the button says, such as “Save the name”. */
  action: string
  variant?: ButtonProps['variant']
  /** While an answer is awaited it cannot be sent again. */
  saving: boolean
  onSubmit: () => Promise<void>
  children: ReactNode
}

/** The fields and the button of a form. What is wrong with them we say ourselves, and not the browser. */
export function Form({ action, variant, saving, onSubmit, children }: FormProps) {
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void onSubmit()
      }}
    >
      {children}
      <Button
        variant={variant}
        disabled={saving}
        onClick={(event: MouseEvent) => {
          // The second click of a double click would send it again.
          if (event.detail > 1) event.preventDefault()
        }}
      >
        {action}
      </Button>
    </form>
  )
}

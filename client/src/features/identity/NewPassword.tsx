import { passwordLimits } from '@boardwork/shared/identity/password.ts'
import { PasswordInput } from '../../govuk/PasswordInput.tsx'

/** The field for a password that is made now. Pasting works, and a password manager knows what it is for. */
export function NewPassword({
  name,
  label,
  value,
  errorMessage,
  onChange,
}: {
  name: string
  label: string
  value: string
  errorMessage: string | undefined
  onChange: (value: string) => void
}) {
  return (
    <PasswordInput
      name={name}
      label={label}
      hint={`At least ${passwordLimits.least} characters. Three random words make a good password. It does not need numbers or symbols.`}
      autoComplete="new-password"
      value={value}
      errorMessage={errorMessage}
      onChange={(event) => onChange(event.target.value)}
    />
  )
}

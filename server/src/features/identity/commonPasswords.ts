import { dictionary } from '@zxcvbn-ts/language-common'
import { passwordProblem } from '@boardwork/shared/identity/password.ts'
import type { PasswordOwner } from '@boardwork/shared/identity/password.ts'

const common = new Set(dictionary['passwords-common'])

/** What is wrong with a new password, the list of common ones included; null when nothing is. */
export function newPasswordProblem(password: string, owner: PasswordOwner): string | null {
  const problem = passwordProblem(password, owner)
  if (problem) return problem
  return isCommon(password)
    ? 'Enter a password that is harder to guess. Many people use this one or one much like it.'
    : null
}

/** Also with figures and signs put around it, which is what people do to a common password that is too short. */
function isCommon(password: string): boolean {
  const lower = password.normalize('NFKC').toLowerCase()
  return [lower, lower.replace(/[^\p{L}]+$/u, ''), lower.replaceAll(/^[^\p{L}]+|[^\p{L}]+$/gu, '')].some(
    (each) => common.has(each),
  )
}

import { expect, it } from 'vitest'
import { newPasswordProblem } from './commonPasswords.ts'

const owner = { email: 'amara@fernshire.example', name: 'Amara Okoye' }

it.each(['qwerty123456', 'QWERTY123456', 'leavemealone', 'Password2026!', '!!!password!!!', 'letmein123456'])(
  'refuses the common password %s',
  (password) => {
    expect(newPasswordProblem(password, owner)).toContain('harder to guess')
  },
)

it('takes three random words', () => {
  expect(newPasswordProblem('kettle harbour sphinx', owner)).toBeNull()
})

it('keeps the rules on length', () => {
  expect(newPasswordProblem('kettle', owner)).toContain('at least 12')
})

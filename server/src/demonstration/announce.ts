import { demonstrationPeople } from './demonstrationPeople.ts'
import { demonstrationPassword } from './people.ts'

/** What the server prints when it runs with the demonstration: whom one can be, by role. */
export function announceDemonstration(): string {
  const width = (texts: string[]) => Math.max(...texts.map((text) => text.length)) + 2
  const nameWidth = width(demonstrationPeople.map(({ name }) => name))
  const emailWidth = width(demonstrationPeople.map(({ email }) => email))
  const groups = Map.groupBy(demonstrationPeople, ({ roles }) => roles[0]?.roleText ?? '')
  const lines = [...groups].flatMap(([group, members]) => [
    group,
    ...members.map(({ name, email, roles }) => {
      const what = roles.map(
        ({ roleText, where }) => `${roleText === group ? '' : `${roleText}: `}${where.join(', ')}`,
      )
      return `  ${name.padEnd(nameWidth)}${email.padEnd(emailWidth)}${what.join('; ')}`
    }),
  ])
  return [
    'This is a demonstration: every council, agency and person in it is invented, and anybody may sign in.',
    `Sign in with one click, or with an address below and the password "${demonstrationPassword}".`,
    'For real work start with BOARDWORK_DEMO=0 and an empty database.',
    '',
    ...lines,
  ].join('\n')
}

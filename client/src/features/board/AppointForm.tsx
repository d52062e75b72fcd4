import type { ReactNode } from 'react'
import { readTypedDay, todayInLondon } from '@boardwork/shared/board/dates.ts'
import { rolesFor, validateGrant } from '@boardwork/shared/board/grantRules.ts'
import { roleName } from '@boardwork/shared/board/role.ts'
import type { Role, Scope } from '@boardwork/shared/board/role.ts'
import { textLimits } from '@boardwork/shared/organisation/checkText.ts'
import { graphql } from '../../gql/gql.ts'
import { CharacterCount } from '../../govuk/CharacterCount.tsx'
import { Radios } from '../../govuk/Radios.tsx'
import { Select } from '../../govuk/Select.tsx'
import { DayField, partsOf } from '../../page/DayField.tsx'
import { Form } from '../../page/Form.tsx'
import { FormProblems, problemOf } from '../../page/FormProblems.tsx'
import { useDraft } from '../../page/useDraft.ts'
import { usePageTitle } from '../../page/usePageTitle.ts'
import { useSave } from '../../page/useSave.ts'
import { personItems } from './personItems.ts'

const GrantRole = graphql(`
  mutation GrantRole($input: GrantRoleInput!) {
    result: grantRole(input: $input) {
      __typename
      ... on Grant {
        id
        role
        person {
          id
          name
        }
      }
      ...InvalidInputRefusal
    }
  }
`)

interface AppointFormProps {
  scope: Scope
  scopeId: string
  heading: ReactNode
  title: string
  /** The roles that can be chosen; with one alone nothing is asked. */
  roles?: readonly Role[]
  people: readonly { id: string; name: string }[]
  onDone: (words: string) => void
}

const words: Partial<Record<Role, string>> = {
  COORDINATOR: 'Runs the board: seats, people, plans, meetings.',
  CHAIR: 'Leads the board and adopts its plans.',
  MODERATOR: 'Settles the grades of submitted assessments.',
  SCRUTINY: 'Reads adopted plans and published reports, and nothing else.',
}

/** Asks who is given which role, why, and from when to when. */
export function AppointForm({ scope, scopeId, heading, title, roles, people, onDone }: AppointFormProps) {
  const offered = roles ?? rolesFor(scope)
  const { save, saving, refused } = useSave(GrantRole)
  const [typed, type, clear] = useDraft<{
    personId: string
    role: Role | ''
    reason: string
    startsOn: Readonly<Record<string, string>>
    endsOn: Readonly<Record<string, string>>
  }>(`grant:new:${scopeId}`, {
    personId: '',
    role: offered.length === 1 ? (offered[0] ?? '') : '',
    reason: '',
    startsOn: partsOf(todayInLondon()),
    endsOn: partsOf(null),
  })
  usePageTitle(title)

  const submit = async () => {
    const { personId, role, reason } = typed
    const [startsOn, endsOn] = [readTypedDay(typed.startsOn), readTypedDay(typed.endsOn)]
    const problems = validateGrant(
      { personId, role, scope, reason, startsOn: startsOn ?? '', endsOn: endsOn ?? null },
      todayInLondon(),
    ).map((problem) =>
      problem.field === 'startsOn' && startsOn === undefined
        ? { field: 'startsOn', message: 'Enter a real date.' }
        : problem,
    )
    if (endsOn === undefined) {
      problems.push({ field: 'endsOn', message: 'Enter a real date, or leave all three boxes empty.' })
    }
    const grant = await save(
      (clientMutationId) => ({
        personId,
        scope,
        scopeId,
        // With no role chosen a problem was found, and nothing is sent.
        role: role === '' ? 'SCRUTINY' : role,
        reason,
        startsOn: startsOn ?? '',
        endsOn: endsOn ?? null,
        clientMutationId,
      }),
      problems,
    )
    if (!grant) return
    clear()
    onDone(`${grant.person?.name ?? 'The person'} is ${roleName[grant.role]}`)
  }

  return (
    <>
      <FormProblems refused={refused} />
      {heading}
      <Form action="Give the role" saving={saving} onSubmit={submit}>
        <Select
          name="personId"
          label="Person"
          hint="People whom you know here already. Somebody else is invited by e-mail."
          items={personItems(people, 'Choose a person')}
          value={typed.personId}
          errorMessage={problemOf(refused, 'personId')}
          onChange={(event) => type({ ...typed, personId: event.target.value })}
        />
        {offered.length > 1 && (
          <Radios
            name="role"
            fieldset={{ legend: 'Role' }}
            items={offered.map((role) => ({
              value: role,
              text: roleName[role],
              ...(words[role] ? { hint: words[role] } : {}),
            }))}
            value={typed.role}
            errorMessage={problemOf(refused, 'role')}
            onValueChange={(value) => type({ ...typed, role: offered.find((role) => role === value) ?? '' })}
          />
        )}
        <CharacterCount
          name="reason"
          label="Why is the person given this role?"
          rows={3}
          maxLength={textLimits.reason}
          value={typed.reason}
          errorMessage={problemOf(refused, 'reason')}
          onChange={(event) => type({ ...typed, reason: event.target.value })}
        />
        <DayField
          name="startsOn"
          legend="First day of the role"
          hint="For example, 1 4 2026"
          value={typed.startsOn}
          errorMessage={problemOf(refused, 'startsOn')}
          onChange={(startsOn) => type({ ...typed, startsOn })}
        />
        <DayField
          name="endsOn"
          legend="Last day of the role"
          hint="Leave it empty where no end is set."
          value={typed.endsOn}
          errorMessage={problemOf(refused, 'endsOn')}
          onChange={(endsOn) => type({ ...typed, endsOn })}
        />
      </Form>
    </>
  )
}

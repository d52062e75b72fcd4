import { useState } from 'react'
import { formatDay, readTypedDay, todayInLondon } from '@boardwork/shared/board/dates.ts'
import { validateGrantChange } from '@boardwork/shared/board/grantRules.ts'
import { roleName } from '@boardwork/shared/board/role.ts'
import { textLimits } from '@boardwork/shared/organisation/checkText.ts'
import { graphql } from '../../gql/gql.ts'
import type { GrantToChangeFragment as Grant } from '../../gql/graphql.ts'
import { Button } from '../../govuk/Button.tsx'
import { CharacterCount } from '../../govuk/CharacterCount.tsx'
import { WarningText } from '../../govuk/WarningText.tsx'
import { DayField, partsOf } from '../../page/DayField.tsx'
import { Form } from '../../page/Form.tsx'
import { FormProblems, problemOf } from '../../page/FormProblems.tsx'
import { useDraft } from '../../page/useDraft.ts'
import { usePageTitle } from '../../page/usePageTitle.ts'
import { useSave } from '../../page/useSave.ts'
import { WhyLink } from '../../page/WhyLink.tsx'

export const GrantToChangeFragment = graphql(`
  fragment GrantToChange on Grant {
    id
    role
    reason
    startsOn
    endsOn
    endedAt
    live
    version
    person {
      id
      name
    }
    viewerCan {
      change
      end
    }
  }
`)

const ChangeGrant = graphql(`
  mutation ChangeGrant($input: ChangeGrantInput!) {
    result: changeGrant(input: $input) {
      __typename
      ... on Grant {
        ...GrantToChange
      }
      ...InvalidInputRefusal
      ...ConflictRefusal
      ...NotReadyRefusal
    }
  }
`)

const EndGrant = graphql(`
  mutation EndGrant($input: EndGrantInput!) {
    result: endGrant(input: $input) {
      __typename
      ... on Grant {
        ...GrantToChange
      }
      ...ConflictRefusal
      ...NotReadyRefusal
    }
  }
`)

const labels = { reason: 'Why the person has this role', endsOn: 'Last day of the role' } as const

interface GrantFormProps {
  grant: Grant
  /** The board or organisation. */
  caption: string
  onDone: (words: string, ended: boolean) => void
}

/** Changes why and how long somebody has a role, or ends it now. */
export function GrantForm({ grant, caption, onDone }: GrantFormProps) {
  const changing = useSave(ChangeGrant)
  const ending = useSave(EndGrant)
  const [asking, setAsking] = useState(false)
  // The version belongs to what is typed: kept with it, a later change by somebody else is found after a reload too.
  const [typed, type, clear] = useDraft(`grant:${grant.id}`, {
    version: grant.version,
    reason: grant.reason,
    endsOn: partsOf(grant.endsOn),
  })
  const name = grant.person?.name ?? 'a person'
  const title = `${roleName[grant.role]}: ${name}`
  usePageTitle(title)

  const change = async () => {
    const endsOn = readTypedDay(typed.endsOn)
    const problems = validateGrantChange({ reason: typed.reason, endsOn }, grant.startsOn, todayInLondon())
    if (endsOn === undefined) {
      problems.push({ field: 'endsOn', message: 'Enter a real date, or leave all three boxes empty.' })
    }
    const answer = await changing.save(
      (clientMutationId) => ({
        grantId: grant.id,
        version: Math.max(typed.version, changing.seenVersion),
        reason: typed.reason,
        endsOn: endsOn ?? null,
        clientMutationId,
      }),
      problems,
    )
    if (!answer) return
    clear()
    onDone(`The role of ${name} is changed`, false)
  }

  const end = async () => {
    const answer = await ending.save((clientMutationId) => ({
      grantId: grant.id,
      version: Math.max(grant.version, ending.seenVersion),
      clientMutationId,
    }))
    if (answer) onDone(`The role of ${name} has ended`, true)
  }

  return (
    <>
      <FormProblems refused={changing.refused} labels={labels} />
      <FormProblems refused={ending.refused} />
      <span className="govuk-caption-l">{caption}</span>
      <h1 className="govuk-heading-l">{title}</h1>
      <p>In this role since {formatDay(grant.startsOn)}.</p>
      <Form action="Save the role" saving={changing.saving} onSubmit={change}>
        <CharacterCount
          name="reason"
          label={labels.reason}
          rows={3}
          maxLength={textLimits.reason}
          value={typed.reason}
          errorMessage={problemOf(changing.refused, 'reason')}
          onChange={(event) => type({ ...typed, reason: event.target.value })}
        />
        <DayField
          name="endsOn"
          legend={labels.endsOn}
          hint="Leave it empty where no end is set."
          value={typed.endsOn}
          errorMessage={problemOf(changing.refused, 'endsOn')}
          onChange={(endsOn) => type({ ...typed, endsOn })}
        />
      </Form>
      <h2 className="govuk-heading-m">End the role now</h2>
      {asking ? (
        <>
          <WarningText>{name} loses what this role opened with their next click.</WarningText>
          <div className="govuk-button-group">
            <Button type="button" variant="warning" disabled={ending.saving} onClick={() => void end()}>
              Yes, end the role
            </Button>
            <Button type="button" variant="secondary" onClick={() => setAsking(false)}>
              Keep the role
            </Button>
          </div>
        </>
      ) : (
        <Button type="button" variant="secondary" onClick={() => setAsking(true)}>
          End the role
        </Button>
      )}
      <WhyLink record="GRANT" id={grant.id} />
    </>
  )
}

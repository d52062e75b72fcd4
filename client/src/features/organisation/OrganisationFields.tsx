import { OrganisationKind, organisationKindName } from '@boardwork/shared/organisation/organisationKind.ts'
import { Radios } from '../../govuk/Radios.tsx'
import { TextInput } from '../../govuk/TextInput.tsx'
import { problemOf } from '../../page/FormProblems.tsx'
import type { Refused } from '../../page/useRefused.ts'

const kinds = Object.values(OrganisationKind)

interface OrganisationFieldsProps<Typed> {
  typed: Typed
  refused: Refused
  onChange: (typed: Typed) => void
}

/** What is asked about an organisation, new or known. */
export function OrganisationFields<Typed extends { name: string; kind: OrganisationKind | '' }>({
  typed,
  refused,
  onChange,
}: OrganisationFieldsProps<Typed>) {
  return (
    <>
      <TextInput
        name="name"
        label="Name of the organisation"
        autoComplete="off"
        value={typed.name}
        errorMessage={problemOf(refused, 'name')}
        onChange={(event) => onChange({ ...typed, name: event.target.value })}
      />
      <Radios
        name="kind"
        fieldset={{ legend: 'Kind of organisation' }}
        items={kinds.map((kind) => ({ value: kind, text: organisationKindName[kind] }))}
        value={typed.kind}
        errorMessage={problemOf(refused, 'kind')}
        onValueChange={(value) => onChange({ ...typed, kind: kinds.find((kind) => kind === value) ?? '' })}
      />
    </>
  )
}

import { pastRoleName } from '@boardwork/shared/attendance/pastRegister/pastChoices.ts'
import type { PastPreviewFragment } from '../../../gql/graphql.ts'
import { Button } from '../../../govuk/Button.tsx'
import { Select } from '../../../govuk/Select.tsx'
import { counted } from './pastRegisterWords.ts'
import type { PastChoosing } from './usePastChoices.ts'

type Person = NonNullable<PastPreviewFragment['preview']>['people'][number]

/** How the people whom the list names took part for their agencies. */
export function PastPeople({ people, choosing }: { people: readonly Person[]; choosing: PastChoosing }) {
  if (people.length === 0) return null
  const suggested = people.filter(({ role, suggestion }) => role === null && suggestion !== null)
  return (
    <section aria-labelledby="people">
      <h2 className="govuk-heading-m" id="people">
        People
      </h2>
      <p>
        Say how each of these people took part. Their names are kept with the marks as they stand in the list,
        whether or not they have an account.
      </p>
      {suggested.length > 1 && (
        <Button
          type="button"
          variant="secondary"
          onClick={() =>
            choosing.choose(
              suggested.map(({ key, suggestion }) => ({ part: 'PERSON', key, value: suggestion })),
            )
          }
        >
          Use our {counted(suggested.length, 'suggestion')} for people
        </Button>
      )}
      {people.map(({ key, name, agencyWords, suggestion, reason, role }, index) => (
        <Select
          key={key}
          name={`person-${index}`}
          label={agencyWords === name ? name : `${name}, ${agencyWords}`}
          hint={
            suggestion !== null
              ? `Most likely: ${pastRoleName[suggestion]}. ${reason}`.trim()
              : 'We do not know this name.'
          }
          value={choosing.valueOf('PERSON', key, role)}
          onChange={({ target }) => choosing.choose([{ part: 'PERSON', key, value: target.value || null }])}
          items={[
            { value: '', text: 'Choose how they took part' },
            ...Object.entries(pastRoleName).map(([value, text]) => ({ value, text })),
          ]}
        />
      ))}
    </section>
  )
}

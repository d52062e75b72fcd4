import { ruleKindName, ruleNumber } from '@boardwork/shared/attendance/rule/attendanceRule.ts'
import { Button } from '../../../govuk/Button.tsx'
import { Fieldset } from '../../../govuk/Fieldset.tsx'
import { Radios } from '../../../govuk/Radios.tsx'
import { TextInput } from '../../../govuk/TextInput.tsx'
import { problemOf } from '../../../page/FormProblems.tsx'
import type { Refused } from '../../../page/useRefused.ts'
import type { RuleDraft } from './rulesDraft.ts'

interface RuleFieldsProps {
  rule: RuleDraft
  place: number
  refused: Refused
  onChange: (rule: RuleDraft) => void
  onRemove: () => void
}

/** The fields of one rule. */
export function RuleFields({ rule, place, refused, onChange, onRemove }: RuleFieldsProps) {
  const { kind } = rule
  const { label, hint } = ruleNumber[kind]
  const path = `rules.${place}`
  return (
    <Fieldset legend={{ children: ruleKindName[kind], className: 'govuk-fieldset__legend--s' }}>
      <TextInput
        name={`${path}.limit`}
        id={`rules-${place}-limit`}
        label={label}
        hint={hint}
        className="govuk-input--width-4"
        inputMode="numeric"
        value={rule.limit}
        onChange={(event) => onChange({ ...rule, limit: event.target.value })}
        errorMessage={problemOf(refused, `${path}.limit`)}
      />
      {kind === 'FULL_ATTENDANCE' && (
        <TextInput
          name={`${path}.samplePercent`}
          id={`rules-${place}-samplePercent`}
          label="How much of the strategy meetings is sampled, as a percentage"
          className="govuk-input--width-4"
          inputMode="numeric"
          value={rule.samplePercent}
          onChange={(event) => onChange({ ...rule, samplePercent: event.target.value })}
          errorMessage={problemOf(refused, `${path}.samplePercent`)}
        />
      )}
      {kind === 'AGENCY_ABSENT' && (
        <Radios
          name={`${path}.countsApologies`}
          idPrefix={`rules-${place}-countsApologies`}
          fieldset={{ legend: 'Does a meeting with apologies count as missed?' }}
          value={rule.countsApologies ? 'yes' : 'no'}
          onValueChange={(value) => onChange({ ...rule, countsApologies: value === 'yes' })}
          items={[
            { value: 'yes', text: 'Yes' },
            { value: 'no', text: 'No, only without apologies' },
          ]}
        />
      )}
      <Button type="button" variant="secondary" onClick={onRemove}>
        Remove<span className="govuk-visually-hidden">: {ruleKindName[kind]}</span>
      </Button>
    </Fieldset>
  )
}

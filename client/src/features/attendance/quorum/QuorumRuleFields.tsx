import {
  checkQuorum,
  DeputiesCount,
  deputiesCountName,
  quorumLimits,
} from '@boardwork/shared/attendance/quorum/quorum.ts'
import { OrganisationKind, organisationKindName } from '@boardwork/shared/organisation/organisationKind.ts'
import { Button } from '../../../govuk/Button.tsx'
import { Checkboxes } from '../../../govuk/Checkboxes.tsx'
import { ErrorMessage } from '../../../govuk/ErrorMessage.tsx'
import { Fieldset } from '../../../govuk/Fieldset.tsx'
import { Radios } from '../../../govuk/Radios.tsx'
import { Select } from '../../../govuk/Select.tsx'
import { TextInput } from '../../../govuk/TextInput.tsx'
import { isGroup, newRule, ruleKindName, ruleOf } from './quorumDraft.ts'
import type { RuleDraft } from './quorumDraft.ts'

interface FieldsProps {
  /** What the ids of its controls begin with. */
  id: string
  legend: string
  draft: RuleDraft
  /** How many groups it stands in, with itself. */
  depth: number
  agencies: readonly { id: string; name: string }[]
  /** Whether it was sent, so that what is wrong is said. */
  showProblems: boolean
  onChange: (draft: RuleDraft) => void
}

/** Rules of which all, or one, have to be met. */
export function RuleGroupFields(props: FieldsProps) {
  const { id, legend, draft, depth, showProblems, onChange } = props
  const { rules } = draft
  const set = (changed: readonly RuleDraft[]) => onChange({ ...draft, rules: changed })
  const empty = showProblems && rules.length === 0
  return (
    <Fieldset legend={{ children: legend, className: 'govuk-fieldset__legend--s' }} id={id} tabIndex={-1}>
      {empty && (
        <ErrorMessage id={`${id}-error`}>Add at least one rule, or take the group away.</ErrorMessage>
      )}
      <Radios
        name={`${id}-kind`}
        className="govuk-radios--small"
        fieldset={{ legend: 'How many of the rules have to be met?' }}
        items={[
          { value: 'ALL_OF', text: 'All of them' },
          { value: 'ANY_OF', text: 'One is enough' },
        ]}
        value={draft.kind}
        onValueChange={(kind) => onChange({ ...draft, kind: kind === 'ANY_OF' ? 'ANY_OF' : 'ALL_OF' })}
      />
      <ol className="govuk-list bw-entries">
        {rules.map((rule, index) => {
          const fields = {
            ...props,
            id: `${id}-${index + 1}`,
            legend: isGroup(rule) ? `Group ${index + 1}` : `Rule ${index + 1}`,
            draft: rule,
            depth: depth + 1,
            onChange: (changed: RuleDraft) => set(rules.with(index, changed)),
          }
          return (
            // oxlint-disable-next-line react/no-array-index-key -- the rules have no other key, and all that is typed stands in the draft
            <li key={index}>
              {isGroup(rule) ? <RuleGroupFields {...fields} /> : <RuleFields {...fields} />}
              <Button type="button" variant="secondary" onClick={() => set(rules.toSpliced(index, 1))}>
                Take {fields.legend.toLowerCase()} away
              </Button>
            </li>
          )
        })}
      </ol>
      <div className="govuk-button-group">
        <Button type="button" variant="secondary" onClick={() => set([...rules, newRule])}>
          Add a rule
        </Button>
        {depth < quorumLimits.depth - 1 && (
          <Button
            type="button"
            variant="secondary"
            onClick={() => set([...rules, { ...newRule, kind: 'ANY_OF', rules: [newRule] }])}
          >
            Add a group of rules
          </Button>
        )}
      </div>
    </Fieldset>
  )
}

const simpleKinds = ['SEATS', 'AGENCIES', 'KINDS'] as const

function RuleFields({ id, legend, draft, agencies, showProblems, onChange }: FieldsProps) {
  const problem = showProblems ? checkQuorum(ruleOf(draft))[0]?.message : undefined
  const change = (changed: Partial<RuleDraft>) => onChange({ ...draft, ...changed })
  return (
    <Fieldset legend={{ children: legend, className: 'govuk-fieldset__legend--s' }}>
      {problem && <ErrorMessage id={`${id}-error`}>{problem}</ErrorMessage>}
      <Select
        id={`${id}-kind`}
        name={`${id}-kind`}
        label="What is needed?"
        items={simpleKinds.map((kind) => ({ value: kind, text: ruleKindName[kind] }))}
        value={draft.kind}
        onChange={({ target: { value } }) =>
          change({ kind: simpleKinds.find((kind) => kind === value) ?? 'SEATS' })
        }
      />
      {draft.kind === 'SEATS' && <SeatsFields id={id} draft={draft} change={change} />}
      {draft.kind === 'AGENCIES' && (
        <Checkboxes
          name={`${id}-agencies`}
          className="govuk-checkboxes--small"
          fieldset={{ legend: 'Which agencies?' }}
          items={agencies.map(({ id: value, name }) => ({ value, text: name }))}
          values={draft.organisationIds}
          onValuesChange={(organisationIds) => change({ organisationIds })}
        />
      )}
      {draft.kind === 'KINDS' && (
        <>
          <TextInput
            id={`${id}-number`}
            name={`${id}-number`}
            label="How many agencies?"
            className="govuk-input--width-3"
            inputMode="numeric"
            value={draft.agencies}
            onChange={(event) => change({ agencies: event.target.value })}
          />
          <Checkboxes
            name={`${id}-kinds`}
            className="govuk-checkboxes--small"
            fieldset={{ legend: 'Of which kinds?' }}
            items={Object.values(OrganisationKind).map((kind) => ({
              value: kind,
              text: organisationKindName[kind],
            }))}
            values={draft.organisationKinds}
            onValuesChange={(values) =>
              change({
                organisationKinds: Object.values(OrganisationKind).filter((kind) => values.includes(kind)),
              })
            }
          />
        </>
      )}
      <Select
        id={`${id}-deputies`}
        name={`${id}-deputies`}
        label="Do deputies count?"
        items={Object.values(DeputiesCount).map((value) => ({ value, text: deputiesCountName[value] }))}
        value={draft.deputies}
        onChange={({ target: { value } }) =>
          change({ deputies: Object.values(DeputiesCount).find((each) => each === value) ?? 'ALL' })
        }
      />
    </Fieldset>
  )
}

const measureName = {
  NUMBER: 'A number of seats',
  SHARE: 'At least a share of the seats',
  MORE_THAN: 'More than a share of the seats',
} as const satisfies Record<RuleDraft['measure'], string>
const measures = ['NUMBER', 'SHARE', 'MORE_THAN'] as const

interface SeatsFieldsProps {
  id: string
  draft: RuleDraft
  change: (changed: Partial<RuleDraft>) => void
}

function SeatsFields({ id, draft, change }: SeatsFieldsProps) {
  const number = (field: 'seats' | 'part' | 'of', label: string) => (
    <TextInput
      id={`${id}-${field}`}
      name={`${id}-${field}`}
      label={label}
      className="govuk-input--width-3"
      inputMode="numeric"
      value={draft[field]}
      onChange={(event) => change({ [field]: event.target.value })}
    />
  )
  return (
    <>
      <Radios
        name={`${id}-voting`}
        className="govuk-radios--small"
        fieldset={{ legend: 'Which seats?' }}
        items={[
          { value: 'voting', text: 'Seats with a vote' },
          { value: 'all', text: 'All seats' },
        ]}
        value={draft.votingOnly ? 'voting' : 'all'}
        onValueChange={(value) => change({ votingOnly: value === 'voting' })}
      />
      <Radios
        name={`${id}-measure`}
        className="govuk-radios--small"
        fieldset={{ legend: 'How many?' }}
        items={measures.map((measure) => ({ value: measure, text: measureName[measure] }))}
        value={draft.measure}
        onValueChange={(value) => change({ measure: measures.find((each) => each === value) ?? 'NUMBER' })}
      />
      {draft.measure === 'NUMBER' ? (
        number('seats', 'Number of seats')
      ) : (
        <>
          {number('part', 'So many of')}
          {number('of', 'every')}
        </>
      )}
    </>
  )
}

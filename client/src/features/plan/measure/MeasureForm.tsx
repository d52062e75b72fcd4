import { useNavigate } from 'react-router'
import { readTypedDay } from '@boardwork/shared/board/dates.ts'
import {
  Counting,
  countingName,
  dayUnits,
  isAtMost,
  isPercentage,
  MeasureKind,
  measureKindName,
} from '@boardwork/shared/plan/measureKind.ts'
import { hopelessSample, neverFromSample } from '@boardwork/shared/plan/measureJudgement.ts'
import { checkMeasure, readTypedNumber } from '@boardwork/shared/plan/measureRules.ts'
import { noNamesHint } from '@boardwork/shared/plan/planRules.ts'
import { graphql } from '../../../gql/gql.ts'
import type { MeasureFragment } from '../../../gql/graphql.ts'
import { InsetText } from '../../../govuk/InsetText.tsx'
import { Radios } from '../../../govuk/Radios.tsx'
import { Textarea } from '../../../govuk/Textarea.tsx'
import { TextInput } from '../../../govuk/TextInput.tsx'
import { DayField, partsOf } from '../../../page/DayField.tsx'
import type { TypedDay } from '../../../page/DayField.tsx'
import { Form } from '../../../page/Form.tsx'
import { FormProblems, problemOf } from '../../../page/FormProblems.tsx'
import { saved } from '../../../page/SavedBanner.tsx'
import { useDraft } from '../../../page/useDraft.ts'
import { useSave } from '../../../page/useSave.ts'

const SaveMeasure = graphql(`
  mutation SaveMeasure($input: SaveMeasureInput!) {
    result: saveMeasure(input: $input) {
      __typename
      ... on Measure {
        ...Measure
      }
      ...InvalidInputRefusal
      ...ConflictRefusal
      ...NotReadyRefusal
    }
  }
`)

const labels = {
  kind: 'What it asks for',
  name: 'What is measured',
  target: 'Target',
  population: 'Which cases',
  counting: 'How they are counted',
  populationSize: 'How many cases',
}

interface Typed {
  kind: MeasureKind
  name: string
  target: string
  targetOn: TypedDay
  withinDays: string
  unit: string
  population: string
  counting: Counting | ''
  populationSize: string
  version: number
}

const text = (value: number | null | undefined) => (typeof value === 'number' ? String(value) : '')

interface MeasureFormProps {
  actionId: string
  /** What is changed; without it a new one is set. */
  measure?: MeasureFragment
  heading: string
}

/** Sets what an action is measured by, or changes it. */
export function MeasureForm({ actionId, measure, heading }: MeasureFormProps) {
  const navigate = useNavigate()
  const { save, saving, seenVersion, refused } = useSave(SaveMeasure)
  const [typed, type, clear] = useDraft<Typed>(`measure:${measure?.id ?? actionId}`, {
    kind: measure?.kind ?? 'PERCENT_AT_LEAST',
    name: measure?.name ?? '',
    target: text(measure?.target),
    targetOn: partsOf(measure?.targetOn),
    withinDays: text(measure?.withinDays),
    unit: measure?.unit ?? '',
    population: measure?.population ?? '',
    counting: measure?.counting ?? '',
    populationSize: text(measure?.populationSize),
    version: measure?.version ?? 0,
  })
  const { kind, counting } = typed
  const change = (more: Partial<Typed>) => type({ ...typed, ...more })
  const share = isPercentage(kind)
  const days = kind === 'DAYS_AT_MOST' || kind === 'PERCENT_WITHIN_DAYS'
  const target = readTypedNumber(typed.target)
  const hopeless =
    share && counting === 'SAMPLE' && target !== null && neverFromSample(target, isAtMost(kind))

  const submit = async () => {
    const terms = {
      kind,
      name: typed.name,
      target: kind === 'BY_DATE' ? null : target,
      targetOn: kind === 'BY_DATE' ? (readTypedDay(typed.targetOn) ?? null) : null,
      withinDays: kind === 'PERCENT_WITHIN_DAYS' ? readTypedNumber(typed.withinDays) : null,
      unit: typed.unit,
      population: share ? typed.population : null,
      counting: share ? counting || null : null,
      populationSize: share && counting === 'SAMPLE' ? readTypedNumber(typed.populationSize) : null,
    }
    const kept = await save(
      (clientMutationId) => ({
        ...terms,
        actionId,
        measureId: measure?.id ?? null,
        version: Math.max(typed.version, seenVersion),
        clientMutationId,
      }),
      checkMeasure(terms),
    )
    if (!kept) return
    clear()
    void navigate(`/actions/${actionId}`, { state: saved('The measure is saved') })
  }

  const field = (name: 'target' | 'withinDays' | 'unit' | 'populationSize') => ({
    name,
    inputMode: 'decimal' as const,
    className: 'govuk-input--width-5',
    value: typed[name],
    onChange: ({ target: box }: { target: { value: string } }) => change({ [name]: box.value }),
    errorMessage: problemOf(refused, name),
  })

  return (
    <>
      <FormProblems refused={refused} labels={labels} />
      <h1 className="govuk-heading-l">{heading}</h1>
      <Form action="Save the measure" saving={saving} onSubmit={submit}>
        <Textarea
          name="name"
          label={labels.name}
          hint={`Such as “Strategy meetings held in time”. ${noNamesHint}`}
          rows={2}
          value={typed.name}
          onChange={(event) => change({ name: event.target.value })}
          errorMessage={problemOf(refused, 'name')}
        />
        <Radios
          name="kind"
          fieldset={{ legend: labels.kind }}
          value={kind}
          onValueChange={(value) =>
            change({ kind: Object.values(MeasureKind).find((each) => each === value) ?? kind })
          }
          items={Object.values(MeasureKind).map((value) => ({ value, text: measureKindName[value] }))}
        />
        {kind === 'BY_DATE' ? (
          <DayField
            name="targetOn"
            legend="By which day?"
            hint="The last day on which it is done in time. For example, 31 3 2027."
            value={typed.targetOn}
            errorMessage={problemOf(refused, 'targetOn')}
            onChange={(targetOn) => change({ targetOn })}
          />
        ) : (
          <TextInput
            {...field('target')}
            label={`${isAtMost(kind) ? 'At most' : 'At least'}${share ? ' (percent)' : days ? ' (days)' : ''}`}
            suffix={share ? '%' : undefined}
          />
        )}
        {kind === 'PERCENT_WITHIN_DAYS' && (
          <TextInput {...field('withinDays')} inputMode="numeric" label="Within how many days?" />
        )}
        {days && (
          <Radios
            name="unit"
            fieldset={{ legend: 'Which days are counted?' }}
            value={typed.unit}
            onValueChange={(unit) => change({ unit })}
            items={[
              { value: dayUnits[0], text: 'All days' },
              { value: dayUnits[1], text: 'Working days' },
            ]}
            errorMessage={problemOf(refused, 'unit')}
          />
        )}
        {(kind === 'AT_LEAST' || kind === 'AT_MOST') && (
          <TextInput
            {...field('unit')}
            className="govuk-input--width-20"
            inputMode="text"
            label="What is counted? (optional)"
            hint="One word or two that follow the number, such as “visits”."
          />
        )}
        {share && (
          <>
            <Textarea
              name="population"
              label="Which cases are meant?"
              hint="Such as “strategy meetings of the quarter”."
              rows={2}
              value={typed.population}
              onChange={(event) => change({ population: event.target.value })}
              errorMessage={problemOf(refused, 'population')}
            />
            <Radios
              name="counting"
              fieldset={{ legend: 'How are they counted?' }}
              value={counting}
              onValueChange={(value) => change({ counting: value === 'ALL' ? 'ALL' : 'SAMPLE' })}
              errorMessage={problemOf(refused, 'counting')}
              items={[
                { value: 'ALL', text: countingName.ALL, hint: 'What is found is then certain.' },
                {
                  value: 'SAMPLE',
                  text: countingName.SAMPLE,
                  hint: 'A sample can mislead. We show how far, and say “met” only when the sample is large enough for it.',
                  conditional: (
                    <TextInput
                      {...field('populationSize')}
                      inputMode="numeric"
                      label="How many cases are there usually? (optional)"
                    />
                  ),
                },
              ]}
            />
          </>
        )}
        <div role="status">{hopeless && <InsetText>{hopelessSample(target)}</InsetText>}</div>
      </Form>
    </>
  )
}

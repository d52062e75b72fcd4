import { useNavigate, useParams, useSearchParams } from 'react-router'
import { useQuery } from 'urql'
import { readTypedDay, todayInLondon } from '@boardwork/shared/board/dates.ts'
import { isPercentage } from '@boardwork/shared/plan/measureKind.ts'
import { resultText, targetText } from '@boardwork/shared/plan/measureJudgement.ts'
import {
  checkResult,
  checkResultCorrection,
  measureLimits,
  readTypedNumber,
} from '@boardwork/shared/plan/measureRules.ts'
import { noNamesHint } from '@boardwork/shared/plan/planRules.ts'
import { graphql, readFragment } from '../../../gql/index.ts'
import type { MeasureFragment as Measure } from '../../../gql/graphql.ts'
import { BackLink } from '../../../govuk/BackLink.tsx'
import { CharacterCount } from '../../../govuk/CharacterCount.tsx'
import { Radios } from '../../../govuk/Radios.tsx'
import { Select } from '../../../govuk/Select.tsx'
import { Textarea } from '../../../govuk/Textarea.tsx'
import { TextInput } from '../../../govuk/TextInput.tsx'
import { DayField, partsOf } from '../../../page/DayField.tsx'
import type { TypedDay } from '../../../page/DayField.tsx'
import { Form } from '../../../page/Form.tsx'
import { FormProblems, problemOf } from '../../../page/FormProblems.tsx'
import { Main } from '../../../page/Main.tsx'
import { saved } from '../../../page/SavedBanner.tsx'
import { useDraft } from '../../../page/useDraft.ts'
import { usePageTitle } from '../../../page/usePageTitle.ts'
import { useSave } from '../../../page/useSave.ts'
import { MeasureFragment } from './measureFragments.ts'
import { NotHere, notHere } from '../NotHere.tsx'
import { whenText } from '../words.ts'

export const RecordResultPageQuery = graphql(`
  query RecordResultPage($id: ID!) {
    measure(id: $id) {
      id
      ...Measure
      periods {
        name
        startsOn
      }
    }
  }
`)

const RecordResult = graphql(`
  mutation RecordResult($input: RecordResultInput!) {
    result: recordResult(input: $input) {
      __typename
      ... on MeasureResult {
        id
        measure {
          ...Measure
        }
      }
      ...InvalidInputRefusal
      ...NotReadyRefusal
    }
  }
`)

type Result = Measure['results'][number]
type Period = { name: string; startsOn: string }

/** Records what was found for a measure; with `corrects` in the address, instead of what was recorded before. */
export function RecordResultPage() {
  const { measureId = '' } = useParams()
  const [search] = useSearchParams()
  const [{ data }] = useQuery({ query: RecordResultPageQuery, variables: { id: measureId } })
  const measure = readFragment(MeasureFragment, data?.measure)
  const correctsId = search.get('corrects')
  const corrected = measure?.results.find(
    (result) => result.id === correctsId && !result.corrected && !result.retracts,
  )
  const may = measure?.viewerCan.record && (correctsId ? corrected : !measure.endedAt)
  const title = corrected ? 'Correct a result' : 'Record a result'
  usePageTitle(may ? title : notHere('measure'))
  if (!data?.measure || !measure || !may) return <NotHere what="measure" loaded={data !== undefined} />
  return (
    <RecordForm
      key={correctsId}
      title={title}
      measure={measure}
      periods={data.measure.periods}
      corrected={corrected ?? null}
    />
  )
}

interface Typed {
  /** The first day of a reporting period; empty for a day. */
  period: string
  measuredOn: TypedDay
  value: string
  numerator: string
  denominator: string
  populationSize: string
  note: string
  correctionReason: string
  retracts: boolean
}

const text = (value: number | null | undefined) => (typeof value === 'number' ? String(value) : '')

interface RecordFormProps {
  title: string
  measure: Measure
  periods: readonly Period[]
  corrected: Result | null
}

function RecordForm({ title, measure, periods, corrected }: RecordFormProps) {
  const navigate = useNavigate()
  const { save, saving, refused } = useSave(RecordResult)
  const { id: measureId, actionId, kind, counting } = measure
  const period = periods.find(({ name }) => name === corrected?.period)?.startsOn ?? ''
  const [typed, type, clear] = useDraft<Typed>(`result:${corrected?.id ?? measureId}`, {
    period,
    measuredOn: partsOf(period === '' ? corrected?.measuredOn : null),
    value: text(corrected?.value),
    numerator: text(corrected?.numerator),
    denominator: text(corrected?.denominator),
    populationSize: text(corrected ? corrected.populationSize : measure.populationSize),
    note: corrected?.note ?? '',
    correctionReason: '',
    retracts: false,
  })
  const change = (more: Partial<Typed>) => type({ ...typed, ...more })
  const back = `/actions/${actionId}`
  const share = isPercentage(kind)
  const byDay = kind === 'BY_DATE' || typed.period === ''

  const submit = async () => {
    const found = {
      measuredOn: byDay ? (readTypedDay(typed.measuredOn) ?? null) : null,
      value: share || kind === 'BY_DATE' ? null : readTypedNumber(typed.value),
      numerator: share ? readTypedNumber(typed.numerator) : null,
      denominator: share ? readTypedNumber(typed.denominator) : null,
      populationSize: share && counting === 'SAMPLE' ? readTypedNumber(typed.populationSize) : null,
      note: typed.note,
      retracts: corrected !== null && typed.retracts,
    }
    const recorded = await save(
      (clientMutationId) => ({
        ...(found.retracts ? { note: typed.note, retracts: true } : found),
        measureId,
        periodStartsOn: byDay || found.retracts ? null : typed.period,
        correctsId: corrected?.id ?? null,
        correctionReason: typed.correctionReason,
        clientMutationId,
      }),
      [
        ...(corrected ? checkResultCorrection(typed.correctionReason) : []),
        ...checkResult(measure, found, todayInLondon(), !byDay),
      ],
    )
    if (!recorded) return
    clear()
    void navigate(back, { state: saved(corrected ? 'The result is corrected' : 'The result is recorded') })
  }

  const field = (name: 'value' | 'numerator' | 'denominator' | 'populationSize') => ({
    name,
    inputMode: name === 'value' ? ('decimal' as const) : ('numeric' as const),
    className: 'govuk-input--width-5',
    value: typed[name],
    onChange: ({ target }: { target: { value: string } }) => change({ [name]: target.value }),
    errorMessage: problemOf(refused, name),
  })

  const day = (
    <DayField
      name="measuredOn"
      legend={kind === 'BY_DATE' ? 'When was it done?' : 'On which day was it measured?'}
      hint="For example, 31 3 2027."
      value={typed.measuredOn}
      errorMessage={problemOf(refused, 'measuredOn')}
      onChange={(measuredOn) => change({ measuredOn })}
    />
  )

  const fields = (
    <>
      {kind !== 'BY_DATE' && (
        <Select
          name="periodStartsOn"
          label="What is it about?"
          value={typed.period}
          onChange={(event) => change({ period: event.target.value })}
          items={[
            { value: '', text: 'A day' },
            ...periods.map(({ name, startsOn }) => ({ value: startsOn, text: name })),
          ]}
          errorMessage={problemOf(refused, 'periodStartsOn')}
        />
      )}
      {byDay && day}
      {share && (
        <>
          <TextInput
            {...field('denominator')}
            label={counting === 'ALL' ? 'How many cases were there?' : 'How many cases were looked at?'}
            hint={measure.population ?? undefined}
          />
          <TextInput {...field('numerator')} label="How many of these count?" hint={measure.name} />
          {counting === 'SAMPLE' && (
            <TextInput
              {...field('populationSize')}
              label="How many cases were there altogether? (optional)"
              hint="If you know it, the sample says more."
            />
          )}
        </>
      )}
      {!share && kind !== 'BY_DATE' && (
        <TextInput {...field('value')} label="What was found?" suffix={measure.unit ?? undefined} />
      )}
    </>
  )

  return (
    <Main before={<BackLink href={back}>Back to the action</BackLink>}>
      <FormProblems refused={refused} />
      <span className="govuk-caption-l">{measure.name}</span>
      <h1 className="govuk-heading-l">{title}</h1>
      <p>The target is {targetText(measure)}.</p>
      <Form action={title} saving={saving} onSubmit={submit}>
        {corrected && (
          <>
            <p>
              You correct: {resultText(measure, corrected)}
              {kind !== 'BY_DATE' && `, ${whenText(corrected)}`}. It stays to be read, with your correction.
            </p>
            <Textarea
              name="correctionReason"
              label="What was wrong?"
              rows={2}
              value={typed.correctionReason}
              onChange={(event) => change({ correctionReason: event.target.value })}
              errorMessage={problemOf(refused, 'correctionReason')}
            />
            <Radios
              name="retracts"
              fieldset={{ legend: 'What is right?' }}
              value={typed.retracts ? 'yes' : 'no'}
              onValueChange={(value) => change({ retracts: value === 'yes' })}
              items={[
                { value: 'no', text: 'Another result' },
                { value: 'yes', text: 'There should be no result' },
              ]}
            />
          </>
        )}
        {!typed.retracts && fields}
        <CharacterCount
          name="note"
          label="Notes (optional)"
          hint={noNamesHint}
          maxLength={measureLimits.note}
          threshold={75}
          rows={3}
          value={typed.note}
          onChange={(event) => change({ note: event.target.value })}
          errorMessage={problemOf(refused, 'note')}
        />
        <p>Everybody who can see this action can see its results.</p>
      </Form>
    </Main>
  )
}

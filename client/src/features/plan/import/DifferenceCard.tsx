import type { DifferenceChoice } from '@boardwork/shared/plan/import/planDifference.ts'
import type { DifferencesPageQuery as Page } from '../../../gql/graphql.ts'
import { Radios } from '../../../govuk/Radios.tsx'
import { SummaryList } from '../../../govuk/SummaryList.tsx'
import { Tag } from '../../../govuk/Tag.tsx'

type Item = NonNullable<NonNullable<Page['planImport']>['difference']>['items'][number]
type Row = Item['rows'][number]

interface DifferenceCardProps {
  item: Item
  choices: Readonly<Record<string, DifferenceChoice>>
  onChoose: (key: string, choice: DifferenceChoice) => void
  /** Whether somebody changed it since it was looked at. */
  changedMeanwhile: boolean
}

const kinds = {
  ADDED: { name: 'Added', colour: 'green' },
  CHANGED: { name: 'Changed', colour: 'blue' },
  MOVED: { name: 'Moved', colour: 'purple' },
  GONE: { name: 'Left out', colour: 'orange' },
} as const

const whats = { PLAN: 'The plan', AREA: 'Area', ACTION: 'Action' } as const

/** One area or action that differs from the document, with a choice for each thing that does. */
export function DifferenceCard({ item, choices, onChoose, changedMeanwhile }: DifferenceCardProps) {
  const { name, colour } = kinds[item.kind]
  return (
    <div className="bw-difference" role="group" aria-labelledby={`item-${item.key}`}>
      <h2 className="govuk-heading-m" id={`item-${item.key}`}>
        <span className="govuk-caption-m">{item.areaName || whats[item.what]}</span>
        {item.name}
      </h2>
      <p>
        <Tag colour={colour}>{name}</Tag>{' '}
        {item.rows.some((row) => row.bothChanged) && <Tag colour="yellow">Changed on both sides</Tag>}{' '}
        {changedMeanwhile && <Tag colour="red">Changed meanwhile</Tag>}
      </p>
      {item.rows.map((row) =>
        row.cannotBecause === null ? (
          <Choice
            key={row.key}
            item={item}
            row={row}
            choice={choices[row.key] ?? row.choice}
            chosen={row.chosen || choices[row.key] !== undefined}
            onChoose={(choice) => onChoose(row.key, choice)}
          />
        ) : (
          <Fixed key={row.key} row={row} reason={row.cannotBecause} />
        ),
      )}
    </div>
  )
}

interface ChoiceProps {
  item: Item
  row: Row
  choice: DifferenceChoice
  chosen: boolean
  onChoose: (choice: DifferenceChoice) => void
}

function Choice({ item, row, choice, chosen, onChoose }: ChoiceProps) {
  const words = wordsFor(item, row)
  const isWhole = item.kind === 'ADDED' || item.kind === 'GONE'
  const earlier = row.earlier !== null && row.earlier !== row.plan ? row.earlier || 'Nothing' : null
  return (
    <Radios
      name={`choice-${row.key}`}
      className="govuk-radios--small"
      fieldset={{ legend: { children: row.label, className: 'govuk-fieldset__legend--s' } }}
      hint={
        earlier === null && !(row.bothChanged && !chosen)
          ? undefined
          : {
              className: 'bw-prose',
              children: (
                <>
                  {earlier !== null && `In the earlier document: ${earlier}`}
                  {row.bothChanged &&
                    !chosen &&
                    '\nBoth sides changed this. The plan’s text stays unless you choose.'}
                </>
              ),
            }
      }
      value={choice}
      onValueChange={(value) => onChoose(value === 'TAKE' ? 'TAKE' : 'KEEP')}
      items={[
        { value: 'TAKE', text: words.take, hint: hintOf(row.document, isWhole) },
        { value: 'KEEP', text: words.keep, hint: hintOf(row.plan, isWhole) },
      ]}
    />
  )
}

function hintOf(text: string, isWhole: boolean) {
  return text === '' && isWhole ? undefined : { children: text || 'Nothing', className: 'bw-prose' }
}

function wordsFor({ kind }: Item, row: Row): { take: string; keep: string } {
  if (row.key.endsWith('/whole')) return { take: 'Add it to the plan', keep: 'Leave it out of the plan' }
  if (row.key.endsWith('/gone')) return { take: 'Remove it from the plan', keep: 'Leave it in the plan' }
  return { take: 'Take the document’s', keep: kind === 'ADDED' ? 'Leave it out' : 'Keep the plan’s' }
}

/** What the document says and cannot be taken. */
function Fixed({ row, reason }: { row: Row; reason: string }) {
  const texts = [
    { key: 'In the plan', value: row.plan },
    { key: 'In the document', value: row.document },
  ].filter(({ value }) => value !== '')
  return (
    <>
      <h3 className="govuk-heading-s">{row.label}</h3>
      <p>{reason}</p>
      <SummaryList
        rows={texts.map(({ key, value }) => ({ key, value: <span className="bw-prose">{value}</span> }))}
      />
    </>
  )
}

import { useState } from 'react'
import { flushSync } from 'react-dom'
import { placeUnplaced, setAside } from '@boardwork/shared/plan/import/editDraft.ts'
import type { PlaceTarget } from '@boardwork/shared/plan/import/editDraft.ts'
import type { DraftUnplaced, PlanDraft } from '@boardwork/shared/plan/import/planDraft.ts'
import { Button } from '../../../govuk/Button.tsx'
import { Details } from '../../../govuk/Details.tsx'
import { Select } from '../../../govuk/Select.tsx'
import type { ChangeDraft } from './draftFields.ts'
import { countText, named, placeText } from '../words.ts'

const shownAtFirst = 20

interface UnplacedTrayProps {
  draft: PlanDraft
  change: ChangeDraft
}

/** The text of the document that stands in no field: to be put somewhere, or set aside with open eyes. */
export function UnplacedTray({ draft, change }: UnplacedTrayProps) {
  const [placing, setPlacing] = useState<string | null>(null)
  const [most, setMost] = useState(shownAtFirst)
  const unplaced = draft.unplaced.filter((rest) => rest.kept === 'unplaced')
  const aside = draft.unplaced.filter((rest) => rest.kept === 'dropped')

  // The button that was pressed goes away with the text: without a new place the focus would be lost.
  const changeHere: ChangeDraft = (label, make) => {
    change(label, make)
    document.getElementById('tray')?.focus()
  }
  const show = (key: string | null, focusId: string) => {
    flushSync(() => setPlacing(key))
    document.getElementById(focusId)?.focus()
  }

  return (
    <section aria-labelledby="tray">
      <h2 className="govuk-heading-m" id="tray" tabIndex={-1}>
        Unplaced text
      </h2>
      {unplaced.length === 0 ? (
        <p>All text of the document is in the plan or has been set aside.</p>
      ) : (
        <p>
          We did not know where {countText(unplaced.length, 'piece')} of text belong. Put each one into the
          plan, or set it aside. You can save the plan with unplaced text; it stays with this import.
        </p>
      )}
      <ul className="govuk-list bw-tray">
        {unplaced.slice(0, most).map((rest) => (
          <li key={rest.key} className="bw-tray__item">
            <Text rest={rest} />
            {placing === rest.key ? (
              <PlaceForm
                rest={rest}
                draft={draft}
                change={changeHere}
                onCancel={() => show(null, `${rest.key}-place`)}
              />
            ) : (
              <div className="govuk-button-group">
                <Button
                  type="button"
                  id={`${rest.key}-place`}
                  variant="secondary"
                  onClick={() => show(rest.key, `${rest.key}-target`)}
                >
                  Put into the plan
                  <span className="govuk-visually-hidden"> the text {rest.text.slice(0, 60)}</span>
                </Button>
                <Button
                  type="button"
                  variant="secondary"
                  onClick={() => changeHere('Set text aside', (from) => setAside(from, rest.key))}
                >
                  Set aside<span className="govuk-visually-hidden">: {rest.text.slice(0, 60)}</span>
                </Button>
              </div>
            )}
          </li>
        ))}
      </ul>
      {unplaced.length > most && (
        <Button type="button" variant="secondary" onClick={() => setMost(most + 100)}>
          Show more of the {countText(unplaced.length - most, 'other piece')}
        </Button>
      )}
      {unplaced.length > 1 && (
        <Button
          type="button"
          variant="secondary"
          onClick={() =>
            changeHere('Set all unplaced text aside', (from) =>
              unplaced.reduce((all, rest) => setAside(all, rest.key), from),
            )
          }
        >
          Set all {countText(unplaced.length, 'piece')} aside
        </Button>
      )}
      {aside.length > 0 && (
        <Details summary={`${countText(aside.length, 'piece')} of text set aside`}>
          <ul className="govuk-list bw-tray">
            {aside.slice(0, 200).map((rest) => (
              <li key={rest.key} className="bw-tray__item">
                <Text rest={rest} />
                <Button
                  type="button"
                  variant="secondary"
                  onClick={() => changeHere('Brought text back', (from) => setAside(from, rest.key, false))}
                >
                  Bring back<span className="govuk-visually-hidden">: {rest.text.slice(0, 60)}</span>
                </Button>
              </li>
            ))}
          </ul>
        </Details>
      )}
    </section>
  )
}

function Text({ rest }: { rest: DraftUnplaced }) {
  return (
    <>
      <p className="govuk-hint govuk-!-margin-bottom-1">
        {[placeText(rest.source), rest.note].filter(Boolean).join(': ')}
      </p>
      <p className="bw-prose">{rest.text}</p>
    </>
  )
}

interface PlaceFormProps extends UnplacedTrayProps {
  rest: DraftUnplaced
  onCancel: () => void
}

function PlaceForm({ rest, draft, change, onCancel }: PlaceFormProps) {
  const [areaKey, setAreaKey] = useState(draft.areas[0]?.key ?? '')
  const [actionKey, setActionKey] = useState('')
  const [target, setTarget] = useState<PlaceTarget>('newAction')
  const area = draft.areas.find((each) => each.key === areaKey)
  const needsAction = target !== 'newAction' && target !== 'areaTitle'
  const action = area?.actions.find((each) => each.key === actionKey) ?? area?.actions[0]
  const id = (field: string) => `${rest.key}-${field}`

  const place = () => {
    const where = needsAction ? (action ? { actionKey: action.key } : null) : { areaKey }
    if (!where) return
    change('Put unplaced text into the plan', (from) => placeUnplaced(from, rest.key, target, where))
  }

  return (
    <div>
      <Select
        name={id('target')}
        label="Put it into"
        value={target}
        onChange={(event) => setTarget(targetOf(event.target.value))}
        items={places.map((value) => ({ value, text: targets[value] }))}
      />
      <Select
        name={id('area')}
        label="Area"
        value={areaKey}
        onChange={(event) => setAreaKey(event.target.value)}
        items={draft.areas.map((each) => ({
          value: each.key,
          text: named(each, 'Area without a title').slice(0, 80),
        }))}
      />
      {needsAction && (
        <Select
          name={id('action')}
          label="Action"
          value={action?.key ?? ''}
          onChange={(event) => setActionKey(event.target.value)}
          items={
            area?.actions.map((each) => ({
              value: each.key,
              text: named(each, 'Action without a title').slice(0, 80),
            })) ?? []
          }
        />
      )}
      <div className="govuk-button-group">
        <Button type="button" disabled={!area || (needsAction && !action)} onClick={place}>
          Put it there
        </Button>
        <Button type="button" variant="secondary" onClick={onCancel}>
          Cancel
        </Button>
      </div>
    </div>
  )
}

const places: readonly PlaceTarget[] = [
  'newAction',
  'actionTitle',
  'evidence',
  'deadline',
  'outcome',
  'progress',
  'comments',
  'areaTitle',
]

const targets: Record<PlaceTarget, string> = {
  newAction: 'A new action of an area',
  actionTitle: 'The text of an action',
  evidence: 'New evidence of an action',
  deadline: 'A new deadline of an action',
  outcome: 'The outcome of an action',
  progress: 'The progress of an action',
  comments: 'The comments on an action',
  areaTitle: 'The title of an area',
}

function targetOf(value: string): PlaceTarget {
  return places.find((place) => place === value) ?? 'newAction'
}

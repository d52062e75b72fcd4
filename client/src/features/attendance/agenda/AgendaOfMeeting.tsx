import { useRef, useState } from 'react'
import { readFragment } from '../../../gql/index.ts'
import type { FragmentType } from '../../../gql/index.ts'
import type { AgendaItemFragment as Item } from '../../../gql/graphql.ts'
import { Button } from '../../../govuk/Button.tsx'
import { Link } from '../../../govuk/Link.tsx'
import { FormProblems } from '../../../page/FormProblems.tsx'
import { useSave } from '../../../page/useSave.ts'
import { AgendaItemFragment, AgendaOfMeetingFragment, MoveAgendaItem } from './agendaFragments.ts'

/** The agenda of a meeting in its order, which whoever keeps it changes with two buttons at each item. */
export function AgendaOfMeeting({
  meeting: given,
}: {
  meeting: FragmentType<typeof AgendaOfMeetingFragment>
}) {
  const { id: meetingId, agenda, viewerCanAgenda } = readFragment(AgendaOfMeetingFragment, given)
  const items = readFragment(AgendaItemFragment, agenda)
  const { save, saving, refused } = useSave(MoveAgendaItem)
  const [moved, setMoved] = useState('')
  const list = useRef<HTMLOListElement>(null)
  const mayArrange = viewerCanAgenda.arrange
  if (items.length === 0 && !mayArrange) return null

  const move = async (item: Item, place: number, direction: 'UP' | 'DOWN') => {
    const done = await save((clientMutationId) => ({ itemId: item.id, direction, place, clientMutationId }))
    if (!done) return
    setMoved(`“${item.title}” is number ${direction === 'UP' ? place : place + 2} now.`)
    // The list is another one: the focus stays with the item that moved, at a button that it still has.
    const buttons = list.current?.querySelectorAll<HTMLButtonElement>(`[data-item="${item.id}"]`) ?? []
    const same = [...buttons].find((button) => button.dataset['direction'] === direction)
    ;(same ?? buttons[0])?.focus()
  }

  return (
    <section aria-labelledby="agenda">
      <h2 className="govuk-heading-m" id="agenda">
        Agenda
      </h2>
      <FormProblems refused={refused} />
      {items.length === 0 && <p>Nothing is on the agenda yet.</p>}
      <ol className="govuk-list govuk-list--number govuk-list--spaced" ref={list}>
        {items.map((item, place) => (
          <li key={item.id}>
            <strong>{item.title}</strong>
            <ItemFacts item={item} />
            {item.notes !== '' && <p className="bw-prose govuk-!-margin-bottom-1">{item.notes}</p>}
            {mayArrange && (
              <div className="govuk-button-group govuk-!-margin-bottom-0">
                <Link href={`/meetings/${meetingId}/agenda/${item.id}`}>
                  Change<span className="govuk-visually-hidden"> “{item.title}”</span>
                </Link>
                {place > 0 && (
                  <MoveButton
                    item={item}
                    direction="UP"
                    busy={saving}
                    onMove={() => move(item, place, 'UP')}
                  />
                )}
                {place < items.length - 1 && (
                  <MoveButton
                    item={item}
                    direction="DOWN"
                    busy={saving}
                    onMove={() => move(item, place, 'DOWN')}
                  />
                )}
              </div>
            )}
          </li>
        ))}
      </ol>
      <p role="status">{moved}</p>
      {mayArrange && (
        <Button href={`/meetings/${meetingId}/agenda/new`} variant="secondary">
          Add an item
        </Button>
      )}
    </section>
  )
}

function ItemFacts({ item: { presenter, minutes } }: { item: Item }) {
  const facts = [presenter, minutes ? `${minutes} minutes` : ''].filter((text) => text !== '').join(', ')
  return facts === '' ? null : (
    <>
      <br />
      {facts}
    </>
  )
}

interface MoveButtonProps {
  item: Item
  direction: 'UP' | 'DOWN'
  busy: boolean
  onMove: () => Promise<void>
}

function MoveButton({ item, direction, busy, onMove }: MoveButtonProps) {
  return (
    <Button
      type="button"
      variant="secondary"
      className="govuk-!-margin-bottom-1"
      // A button that is disabled would lose the focus.
      aria-disabled={busy ? true : undefined}
      data-item={item.id}
      data-direction={direction}
      onClick={() => {
        if (!busy) void onMove()
      }}
    >
      Move {direction === 'UP' ? 'up' : 'down'}
      <span className="govuk-visually-hidden"> “{item.title}”</span>
    </Button>
  )
}

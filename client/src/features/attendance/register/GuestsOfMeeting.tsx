import { useState } from 'react'
import { todayInLondon } from '@boardwork/shared/board/dates.ts'
import { GuestKind, guestKindName } from '@boardwork/shared/attendance/register/guestKind.ts'
import { checkGuest } from '@boardwork/shared/attendance/register/registerRules.ts'
import { readFragment } from '../../../gql/index.ts'
import type { FragmentType } from '../../../gql/index.ts'
import { Button } from '../../../govuk/Button.tsx'
import { Details } from '../../../govuk/Details.tsx'
import { Radios } from '../../../govuk/Radios.tsx'
import { TextInput } from '../../../govuk/TextInput.tsx'
import { Form } from '../../../page/Form.tsx'
import { FormProblems, problemOf } from '../../../page/FormProblems.tsx'
import { useDraft } from '../../../page/useDraft.ts'
import { useSave } from '../../../page/useSave.ts'
import { GuestsOfMeetingFragment, RemoveGuest, SaveGuest } from './guestFragments.ts'

/** Who was there without having a place. */
export function GuestsOfMeeting({ meeting }: { meeting: FragmentType<typeof GuestsOfMeetingFragment> }) {
  const { id, guests, viewerCanRegister } = readFragment(GuestsOfMeetingFragment, meeting)
  const removing = useSave(RemoveGuest)
  if (guests.length === 0 && !viewerCanRegister.fill) return null
  return (
    <section aria-labelledby="guests">
      <h2 className="govuk-heading-m" id="guests">
        Guests and observers
      </h2>
      <FormProblems refused={removing.refused} />
      {guests.length === 0 && <p className="govuk-body">Nobody is written down yet.</p>}
      <ul className="govuk-list bw-entries">
        {guests.map(({ id: guestId, kind, name, organisation, version }) => (
          <li key={guestId}>
            <strong>{name}</strong>
            {organisation && `, ${organisation}`} ({guestKindName[kind].toLowerCase()})
            {viewerCanRegister.fill && (
              <>
                <GuestForm
                  key={version}
                  meetingId={id}
                  guestId={guestId}
                  guest={{ kind, name, organisation: organisation ?? '', version }}
                  summary={
                    <>
                      Change<span className="govuk-visually-hidden"> {name}</span>
                    </>
                  }
                />
                <Button
                  type="button"
                  variant="secondary"
                  disabled={removing.saving}
                  onClick={() =>
                    void removing.save((clientMutationId) => ({ guestId, version, clientMutationId }))
                  }
                >
                  Remove<span className="govuk-visually-hidden"> {name}</span>
                </Button>
              </>
            )}
          </li>
        ))}
      </ul>
      {viewerCanRegister.fill && (
        <GuestForm
          key={guests.length}
          meetingId={id}
          guestId={null}
          guest={{ kind: 'GUEST', name: '', organisation: '', version: 0 }}
          summary="Add a guest or observer"
        />
      )}
    </section>
  )
}

interface GuestFormProps {
  meetingId: string
  guestId: string | null
  guest: { kind: GuestKind; name: string; organisation: string; version: number }
  summary: React.ReactNode
}

function GuestForm({ meetingId, guestId, guest, summary }: GuestFormProps) {
  const { save, saving, seenVersion, refused } = useSave(SaveGuest)
  const key = `guest:${guestId ?? meetingId}`
  const [typed, type, clear] = useDraft(key, guest)
  const [open, setOpen] = useState(false)
  const id = (field: string) => `${field}-${guestId ?? 'new'}`

  const submit = async () => {
    const saved = await save(
      (clientMutationId) => ({
        meetingId,
        guestId,
        ...typed,
        version: Math.max(typed.version, seenVersion),
        clientMutationId,
      }),
      checkGuest(typed, todayInLondon()).map(({ field, message }) => ({ field: id(field), message })),
    )
    if (!saved) return
    clear()
    setOpen(false)
  }

  return (
    <Details summary={summary} open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <FormProblems
        refused={refused}
        labels={{ kind: 'Guest or observer', name: 'Name', organisation: 'Where from' }}
      />
      <Form action="Save" variant="secondary" saving={saving} onSubmit={submit}>
        <TextInput
          id={id('name')}
          name="name"
          label="Name"
          hint="Never who a case is about, or their family. Write “The adult” or “A relative” for them."
          autoComplete="off"
          value={typed.name}
          errorMessage={problemOf(refused, id('name'))}
          onChange={(event) => type({ ...typed, name: event.target.value })}
        />
        <TextInput
          id={id('organisation')}
          name="organisation"
          label="Where from (optional)"
          autoComplete="off"
          value={typed.organisation}
          errorMessage={problemOf(refused, id('organisation'))}
          onChange={(event) => type({ ...typed, organisation: event.target.value })}
        />
        <Radios
          name={id('kind')}
          className="govuk-radios--inline govuk-radios--small"
          fieldset={{ legend: 'Did they take part or watch?' }}
          items={Object.values(GuestKind).map((kind) => ({ value: kind, text: guestKindName[kind] }))}
          value={typed.kind}
          onValueChange={(value) =>
            type({ ...typed, kind: Object.values(GuestKind).find((kind) => kind === value) ?? 'GUEST' })
          }
        />
      </Form>
    </Details>
  )
}

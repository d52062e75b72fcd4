import { formatTime } from '@boardwork/shared/attendance/meeting/meetingTime.ts'
import { Textarea } from '../../../govuk/Textarea.tsx'
import { TextInput } from '../../../govuk/TextInput.tsx'
import { DayField } from '../../../page/DayField.tsx'
import type { TypedDay } from '../../../page/DayField.tsx'
import { problemOf } from '../../../page/FormProblems.tsx'
import type { Refused } from '../../../page/useRefused.ts'

export interface TypedMeeting {
  title: string
  heldOn: TypedDay
  startTime: string
  endTime: string
  place: string
  link: string
  notes: string
}

/** How the fields are called, for what somebody else changed. */
export const meetingLabels = {
  title: 'What it is called',
  heldOn: 'Day',
  startTime: 'Begins at',
  endTime: 'Ends at',
  place: 'Where it is',
  link: 'Address to join online',
  notes: 'Notes',
}

interface MeetingFieldsProps<Typed extends TypedMeeting> {
  typed: Typed
  refused: Refused
  onChange: (typed: Typed) => void
}

/** What is asked about a meeting, new or known. */
export function MeetingFields<Typed extends TypedMeeting>({
  typed,
  refused,
  onChange,
}: MeetingFieldsProps<Typed>) {
  return (
    <>
      <TextInput
        name="title"
        label="What is the meeting called?"
        autoComplete="off"
        value={typed.title}
        errorMessage={problemOf(refused, 'title')}
        onChange={(event) => onChange({ ...typed, title: event.target.value })}
      />
      <DayField
        name="heldOn"
        legend="On which day?"
        hint="For example, 31 3 2027."
        value={typed.heldOn}
        errorMessage={problemOf(refused, 'heldOn')}
        onChange={(heldOn) => onChange({ ...typed, heldOn })}
      />
      <TextInput
        name="startTime"
        label="When does it begin?"
        hint={`For example, ${formatTime('09:30')} or 14:00.`}
        className="govuk-input--width-5"
        autoComplete="off"
        value={typed.startTime}
        errorMessage={problemOf(refused, 'startTime')}
        onChange={(event) => onChange({ ...typed, startTime: event.target.value })}
      />
      <TextInput
        name="endTime"
        label="When does it end?"
        className="govuk-input--width-5"
        autoComplete="off"
        value={typed.endTime}
        errorMessage={problemOf(refused, 'endTime')}
        onChange={(event) => onChange({ ...typed, endTime: event.target.value })}
      />
      <TextInput
        name="place"
        label="Where is it? (optional)"
        value={typed.place}
        errorMessage={problemOf(refused, 'place')}
        onChange={(event) => onChange({ ...typed, place: event.target.value })}
      />
      <TextInput
        name="link"
        label="Address to join online (optional)"
        hint="It begins with https://."
        spellCheck={false}
        value={typed.link}
        errorMessage={problemOf(refused, 'link')}
        onChange={(event) => onChange({ ...typed, link: event.target.value })}
      />
      <Textarea
        name="notes"
        label="What should those who come know? (optional)"
        hint="Do not write the name of an adult or a child at risk here."
        rows={3}
        value={typed.notes}
        errorMessage={problemOf(refused, 'notes')}
        onChange={(event) => onChange({ ...typed, notes: event.target.value })}
      />
    </>
  )
}

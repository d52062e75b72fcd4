import { useState } from 'react'
import { markLetter, markName, markSymbol } from '@boardwork/shared/attendance/register/mark.ts'
import { readTypedTime } from '@boardwork/shared/attendance/meeting/meetingTime.ts'
import { newMeeting } from '@boardwork/shared/attendance/pastRegister/pastChoices.ts'
import { formatDay } from '@boardwork/shared/board/dates.ts'
import type { Mark, PastPreviewFragment } from '../../../gql/graphql.ts'
import { Button } from '../../../govuk/Button.tsx'
import { Details } from '../../../govuk/Details.tsx'
import { ScrollRegion } from '../../../govuk/ScrollRegion.tsx'
import { Select } from '../../../govuk/Select.tsx'
import { Table } from '../../../govuk/Table.tsx'
import { TextInput } from '../../../govuk/TextInput.tsx'
import { counted } from './pastRegisterWords.ts'
import type { PastChoosing } from './usePastChoices.ts'

type Preview = NonNullable<PastPreviewFragment['preview']>

const marks: readonly Mark[] = ['PRESENT', 'DEPUTY', 'APOLOGIES', 'ABSENT', 'UNKNOWN']

/** The meetings of the list, and what will be written for each. */
export function PastMeetings({ preview, choosing }: { preview: Preview; choosing: PastChoosing }) {
  const { meetings, meetingChoices } = preview
  const isNew = meetings.filter((meeting) => meeting.isNew).length
  return (
    <section aria-labelledby="meetings">
      <h2 className="govuk-heading-m" id="meetings">
        Meetings
      </h2>
      {meetingChoices.map(({ key, day, heading, known, choice }, index) => (
        <Select
          key={key}
          name={`meeting-${index}`}
          label={`The board has a meeting on ${formatDay(day)} already. Is “${heading}” the same one?`}
          hint="What its register says already stays as it is. Marks that are missing are filled in."
          value={choosing.valueOf('MEETING', key, choice)}
          onChange={({ target }) => choosing.choose([{ part: 'MEETING', key, value: target.value || null }])}
          items={[
            { value: '', text: 'Choose a meeting' },
            ...known.map(({ id, title, marks: count, closed }) => ({
              value: id,
              text: `The same: ${title} (${counted(count, 'mark')}${closed ? ', register closed' : ''})`,
            })),
            { value: newMeeting, text: 'Another meeting on the same day' },
          ]}
        />
      ))}
      {isNew > 0 && <Times preview={preview} choosing={choosing} />}
      {meetings.length === 0 && <p>Nothing would be written yet.</p>}
      {meetings.length > 0 && (
        <>
          <p>
            {counted(isNew, 'new meeting')}
            {isNew < meetings.length && ` and ${counted(meetings.length - isNew, 'meeting')} to fill in`},
            with{' '}
            {counted(
              meetings.reduce((sum, meeting) => sum + meeting.marks.length, 0),
              'mark',
            )}
            .
          </p>
          <Table
            caption="What will be written"
            stacked
            firstCellIsHeader
            head={[
              'Meeting',
              ...marks.map((mark) => ({ children: markName[mark], format: 'numeric' as const })),
              { children: 'Guests', format: 'numeric' as const },
            ]}
            rows={meetings.map((meeting) => [
              `${formatDay(meeting.day)}${meeting.title ? `, ${meeting.title}` : ''}${meeting.isNew ? '' : ' (filled in)'}`,
              ...marks.map((mark) => ({
                children: countOf(meeting, mark),
                format: 'numeric' as const,
              })),
              { children: meeting.guests.length, format: 'numeric' as const },
            ])}
          />
          <Details summary="Show each mark">
            <EachMark meetings={meetings} />
          </Details>
        </>
      )}
    </section>
  )
}

/** Agencies of which the list says nothing are unknown. */
function countOf(meeting: Preview['meetings'][number], mark: Mark): number {
  const said = meeting.marks.filter((each) => each.mark === mark).length
  return mark === 'UNKNOWN' ? said + meeting.unmentioned.length : said
}

function EachMark({ meetings }: { meetings: Preview['meetings'] }) {
  const agencies = [
    ...new Set(meetings.flatMap((meeting) => meeting.marks.map(({ organisation }) => organisation))),
  ]
  const marksOf = meetings.map((meeting) => new Map(meeting.marks.map((mark) => [mark.organisation, mark])))
  const text = (mark: Preview['meetings'][number]['marks'][number] | undefined): string =>
    mark === undefined
      ? ''
      : [`${markSymbol[mark.mark]} ${markLetter[mark.mark]}`, mark.cameName ?? mark.holderName ?? '']
          .filter((part) => part !== '')
          .join(' ')
  return (
    <>
      <p>
        {marks.map((mark) => `${markSymbol[mark]} ${markLetter[mark]}: ${markName[mark]}`).join(', ')}. An
        empty cell: no mark.
      </p>
      <ScrollRegion label="Each mark that will be written">
        <Table
          caption="Each mark that will be written"
          captionClassName="govuk-visually-hidden"
          firstCellIsHeader
          head={['Agency', ...meetings.map(({ day }) => formatDay(day))]}
          rows={agencies
            .toSorted((a, b) => a.localeCompare(b, 'en-GB'))
            .map((agency) => [agency, ...marksOf.map((of) => text(of.get(agency)))])}
        />
      </ScrollRegion>
    </>
  )
}

function Times({ preview, choosing }: { preview: Preview; choosing: PastChoosing }) {
  const [times, setTimes] = useState({ startsAt: preview.startsAt, endsAt: preview.endsAt })
  const [problem, setProblem] = useState<string | undefined>(undefined)
  const keep = () => {
    const [startsAt, endsAt] = [readTypedTime(times.startsAt), readTypedTime(times.endsAt)]
    if (!startsAt || !endsAt || startsAt >= endsAt) {
      setProblem('Enter when the meetings began and ended, such as 10:00 and 12:00.')
      return
    }
    setProblem(undefined)
    choosing.choose([
      { part: 'TIME', key: 'startsAt', value: startsAt },
      { part: 'TIME', key: 'endsAt', value: endsAt },
    ])
  }
  return (
    <Details
      summary={`New meetings are written down from ${preview.startsAt} to ${preview.endsAt}: change the times`}
    >
      <TextInput
        name="startsAt"
        label="Began at"
        className="govuk-input--width-5"
        value={times.startsAt}
        errorMessage={problem}
        onChange={({ target }) => setTimes({ ...times, startsAt: target.value })}
      />
      <TextInput
        name="endsAt"
        label="Ended at"
        className="govuk-input--width-5"
        value={times.endsAt}
        onChange={({ target }) => setTimes({ ...times, endsAt: target.value })}
      />
      <Button type="button" variant="secondary" onClick={keep}>
        Keep these times
      </Button>
    </Details>
  )
}

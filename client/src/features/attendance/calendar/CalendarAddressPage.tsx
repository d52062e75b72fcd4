import { useState } from 'react'
import { useQuery } from 'urql'
import { localTimeOf } from '@boardwork/shared/attendance/meeting/meetingTime.ts'
import { formatDay } from '@boardwork/shared/board/dates.ts'
import { graphql } from '../../../gql/gql.ts'
import { BackLink } from '../../../govuk/BackLink.tsx'
import { NotificationBanner } from '../../../govuk/NotificationBanner.tsx'
import { TextInput } from '../../../govuk/TextInput.tsx'
import { Form } from '../../../page/Form.tsx'
import { FormProblems } from '../../../page/FormProblems.tsx'
import { Main } from '../../../page/Main.tsx'
import { usePageTitle } from '../../../page/usePageTitle.ts'
import { useSave } from '../../../page/useSave.ts'

export const CalendarAddressPageQuery = graphql(`
  query CalendarAddressPage {
    myCalendar {
      addressMadeAt
    }
  }
`)

const RenewCalendarAddress = graphql(`
  mutation RenewCalendarAddress($input: RenewCalendarAddressInput!) {
    result: renewCalendarAddress(input: $input) {
      id
      madeAt
      address
    }
  }
`)

/** The private address of one's calendar: made, shown once, and made anew. */
export function CalendarAddressPage() {
  const [{ data }] = useQuery({ query: CalendarAddressPageQuery })
  const { save, saving, refused } = useSave(RenewCalendarAddress)
  const [address, setAddress] = useState<string | null>(null)
  usePageTitle('Your meetings in your own calendar')
  if (!data) return null
  const madeAt = data.myCalendar.addressMadeAt
  const submit = async () => {
    const made = await save((clientMutationId) => ({ clientMutationId }))
    if (made?.address) setAddress(made.address)
  }
  return (
    <Main before={<BackLink href="/meetings">Back to your meetings</BackLink>}>
      <FormProblems refused={refused} />
      {address && <NotificationBanner type="success">Your calendar has a new address</NotificationBanner>}
      <h1 className="govuk-heading-l">Your meetings in your own calendar</h1>
      <p>
        A private address lets Outlook, Google Calendar or another calendar show your meetings and keep them
        right when they are moved or cancelled. Whoever has the address can read when and where your meetings
        are, so do not pass it on.
      </p>
      {address && (
        <>
          <TextInput
            name="address"
            label="Your address"
            hint="Copy it now: it is shown this once."
            readOnly
            spellCheck={false}
            value={address}
            onFocus={(event) => event.target.select()}
          />
          <h2 className="govuk-heading-m">How to use it</h2>
          <ul className="govuk-list govuk-list--bullet">
            <li>In Outlook, choose “Add calendar”, then “Subscribe from web”, and paste the address.</li>
            <li>In Google Calendar, choose “Other calendars”, then “From URL”, and paste the address.</li>
            <li>They look for changes by themselves, often only every few hours.</li>
          </ul>
        </>
      )}
      {!address && madeAt && (
        <p>
          Your address was made on {formatDay(localTimeOf(new Date(madeAt)).day)}. We keep no copy of it. If
          you have lost it, or somebody else has it, make a new one: the one before stops working at once.
        </p>
      )}
      <Form
        action={madeAt || address ? 'Make a new address' : 'Make an address'}
        variant={address ? 'secondary' : undefined}
        saving={saving}
        onSubmit={submit}
      >
        {null}
      </Form>
    </Main>
  )
}

import { useState } from 'react'
import { useParams, useSearchParams } from 'react-router'
import { useQuery } from 'urql'
import {
  checkMeetingAnswer,
  meetingAnswerName,
  whyNoAnswer,
} from '@boardwork/shared/attendance/answer/meetingAnswer.ts'
import { formatMeetingTime } from '@boardwork/shared/attendance/meeting/meetingTime.ts'
import { graphql } from '../../../gql/gql.ts'
import type { AnswerLinkPageQuery as Data } from '../../../gql/graphql.ts'
import { Link } from '../../../govuk/Link.tsx'
import { NotificationBanner } from '../../../govuk/NotificationBanner.tsx'
import { SummaryList } from '../../../govuk/SummaryList.tsx'
import { Form } from '../../../page/Form.tsx'
import { FormProblems } from '../../../page/FormProblems.tsx'
import { Main } from '../../../page/Main.tsx'
import { usePageTitle } from '../../../page/usePageTitle.ts'
import { useSave } from '../../../page/useSave.ts'
import { AnswerFields, kindOf, nothingChosen } from './AnswerFields.tsx'
import type { TypedAnswer } from './AnswerFields.tsx'

export const AnswerLinkPageQuery = graphql(`
  query AnswerLinkPage($token: String!) {
    answerLink(token: $token) {
      meetingId
      personName
      title
      boardName
      organisationName
      startsAt
      endsAt
      place
      link
      cancelled
      registerClosed
      answer
      stands
    }
  }
`)

const AnswerByLink = graphql(`
  mutation AnswerByLink($input: AnswerByLinkInput!) {
    result: answerByLink(input: $input) {
      __typename
      ... on OpenedAnswerLink {
        answer
      }
      ...InvalidInputRefusal
      ...NotReadyRefusal
    }
  }
`)

type Opened = NonNullable<Data['answerLink']>

/**
 * The page behind the link of an invitation. It needs no signing in, shows what the mail said, and changes nothing
 * before its button is pressed, since mail systems open links to look at them.
 */
export function AnswerLinkPage() {
  const { token = '' } = useParams()
  const [{ data }] = useQuery({ query: AnswerLinkPageQuery, variables: { token } })
  if (!data) return null
  return data.answerLink ? <OpenLink token={token} opened={data.answerLink} /> : <OpensNothing />
}

function OpensNothing() {
  usePageTitle('This link is not right')
  return (
    <Main>
      <h1 className="govuk-heading-l">This link is not right</h1>
      <p>
        Part of it may be missing, or a later mail brought a new one. Open the whole link from the newest
        mail, or sign in to answer.
      </p>
      <p>
        <Link href="/meetings">Sign in and see your meetings</Link>
      </p>
    </Main>
  )
}

function OpenLink({ token, opened }: { token: string; opened: Opened }) {
  const [search] = useSearchParams()
  const { save, saving, refused } = useSave(AnswerByLink)
  const [done, setDone] = useState<Opened['answer']>(null)
  const [typed, type] = useState<TypedAnswer>({
    answer: kindOf(search.get('answer') ?? '') || (opened.stands && opened.answer) || '',
    deputyId: '',
    deputyName: '',
    reason: '',
  })
  const closed = whyNoAnswer(opened)
  const agency = opened.organisationName ?? 'your agency'
  usePageTitle(done ? 'Your answer is saved' : `Answer for ${opened.title}`)

  const submit = async () => {
    const { answer, deputyName, reason } = typed
    const given = { answer: answer || ('ATTENDING' as const), deputyName, reason }
    const answered = await save(
      () => ({ token, ...given }),
      answer === '' ? nothingChosen : checkMeetingAnswer({ ...given, deputyId: null }, []),
    )
    if (answered) setDone(given.answer)
  }

  return (
    <Main>
      <FormProblems refused={refused} />
      {done && (
        <NotificationBanner type="success">
          The answer for {agency} is saved: {meetingAnswerName[done]}
        </NotificationBanner>
      )}
      <span className="govuk-caption-l">{opened.boardName}</span>
      <h1 className="govuk-heading-l">{opened.title}</h1>
      <SummaryList
        rows={[
          { key: 'When', value: formatMeetingTime(new Date(opened.startsAt), new Date(opened.endsAt)) },
          opened.place ? { key: 'Where', value: opened.place } : null,
          { key: 'Asked', value: `${opened.personName}, ${agency}` },
        ]}
      />
      {closed && <p>{closed}</p>}
      {!closed && !done && (
        <Form action="Save the answer" saving={saving} onSubmit={submit}>
          <AnswerFields
            legend={`Does somebody come for ${agency}?`}
            deputies={[]}
            typed={typed}
            refused={refused}
            onChange={type}
          />
        </Form>
      )}
      {done && (
        <p>
          You can change it with the same link until the register of the meeting is closed.{' '}
          <Link href={`/meetings/${opened.meetingId}`}>Sign in and see the meeting</Link>
        </p>
      )}
    </Main>
  )
}

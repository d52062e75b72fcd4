import type { SubmitEvent } from 'react'
import { useNavigate, useParams } from 'react-router'
import { useQuery } from 'urql'
import { checkShare, noNamesHint } from '@boardwork/shared/plan/planRules.ts'
import type { ShareLevel } from '@boardwork/shared/plan/shareLevel.ts'
import { graphql } from '../../gql/gql.ts'
import { BackLink } from '../../govuk/BackLink.tsx'
import { Button } from '../../govuk/Button.tsx'
import { DateInput } from '../../govuk/DateInput.tsx'
import { Radios } from '../../govuk/Radios.tsx'
import { Select } from '../../govuk/Select.tsx'
import { Textarea } from '../../govuk/Textarea.tsx'
import { Main } from '../../page/Main.tsx'
import { NotHere, notHere } from './NotHere.tsx'
import { useDraft } from '../../page/useDraft.ts'
import { usePageTitle } from '../../page/usePageTitle.ts'
import { Problems, problemOf } from './Problems.tsx'
import { useRefusal } from './useRefusal.ts'
import { useSend } from './useSend.ts'
import { named } from './words.ts'

export const ShareAreaPageQuery = graphql(`
  query ShareAreaPage($id: ID!) {
    area(id: $id) {
      id
      reference
      title
      viewerCan {
        share
      }
      shareReceivers {
        boards {
          id
          name
        }
        agencies {
          id
          name
        }
      }
    }
  }
`)

const ShareArea = graphql(`
  mutation ShareArea($input: ShareAreaInput!) {
    shareArea(input: $input) {
      __typename
      ... on AreaShare {
        id
        area {
          id
          ...AreaShares
        }
      }
      ... on InvalidInput {
        problems {
          field
          message
        }
      }
      ... on NotReady {
        message
      }
    }
  }
`)

interface ShareForm {
  kind: string
  boardId: string
  agencyId: string
  level: ShareLevel
  reason: string
  ends: { day: string; month: string; year: string }
}

const empty: ShareForm = {
  kind: '',
  boardId: '',
  agencyId: '',
  level: 'READ',
  reason: '',
  ends: { day: '', month: '', year: '' },
}

/** The day in the United Kingdom, as "2026-11-22". */
function today(): string {
  return new Date().toLocaleDateString('sv-SE', { timeZone: 'Europe/London' })
}

function dayOf({ day, month, year }: ShareForm['ends']): string {
  return `${year.trim()}-${month.trim().padStart(2, '0')}-${day.trim().padStart(2, '0')}`
}

export function ShareAreaPage() {
  const { areaId = '' } = useParams()
  const navigate = useNavigate()
  const [{ data }] = useQuery({ query: ShareAreaPageQuery, variables: { id: areaId } })
  const [form, setForm, clear] = useDraft<ShareForm>(`share:${areaId}`, empty)
  const { send, sending, failure } = useSend(ShareArea)
  const { attempt, problems, refuse } = useRefusal()
  const area = data?.area
  usePageTitle(area?.viewerCan.share ? 'Share this area' : notHere('area'), problems.length > 0)
  if (!area?.viewerCan.share) return <NotHere what="area" loaded={data !== undefined} />

  const save = async (event: SubmitEvent) => {
    event.preventDefault()
    const input = {
      areaId,
      toBoardId: form.kind === 'board' && form.boardId ? form.boardId : null,
      toOrganisationId: form.kind === 'agency' && form.agencyId ? form.agencyId : null,
      level: form.level,
      reason: form.reason,
      endsOn: dayOf(form.ends),
    }
    const found = checkShare(input, today())
    if (
      !refuse(
        found.map((problem) => (problem.field === 'endsOn' ? { ...problem, field: 'ends-day' } : problem)),
      )
    )
      return
    const answer = await send(input)
    const result = answer?.shareArea
    if (result?.__typename === 'AreaShare') {
      clear()
      void navigate(`/areas/${areaId}`)
    } else if (result?.__typename === 'InvalidInput') refuse(result.problems)
    else refuse(result ? [{ field: 'receiver', message: result.message }] : [])
  }

  return (
    <Main before={<BackLink href={`/areas/${areaId}`}>Back to the area</BackLink>}>
      <Problems attempt={attempt} problems={problems} failure={failure} />
      <span className="govuk-caption-l">{named(area, 'Area')}</span>
      <h1 className="govuk-heading-l">Share this area</h1>
      <p>
        The other side sees this area with its actions, progress and comments, and nothing else of the plan.
      </p>
      <form noValidate onSubmit={(event) => void save(event)}>
        <Radios
          name="kind"
          idPrefix="receiver"
          fieldset={{ legend: 'Share it with' }}
          value={form.kind}
          onValueChange={(kind) => setForm({ ...form, kind })}
          errorMessage={problemOf(problems, 'receiver')}
          items={[
            {
              value: 'board',
              text: 'Another board',
              conditional: (
                <Select
                  name="boardId"
                  label="Board"
                  value={form.boardId}
                  onChange={(event) => setForm({ ...form, boardId: event.target.value })}
                  items={[
                    { value: '', text: 'Choose a board' },
                    ...area.shareReceivers.boards.map((board) => ({ value: board.id, text: board.name })),
                  ]}
                />
              ),
            },
            {
              value: 'agency',
              text: 'An agency',
              hint: 'The leads of the agency will see it.',
              conditional: (
                <Select
                  name="agencyId"
                  label="Agency"
                  value={form.agencyId}
                  onChange={(event) => setForm({ ...form, agencyId: event.target.value })}
                  items={[
                    { value: '', text: 'Choose an agency' },
                    ...area.shareReceivers.agencies.map((agency) => ({
                      value: agency.id,
                      text: agency.name,
                    })),
                  ]}
                />
              ),
            },
          ]}
        />
        <Radios
          name="level"
          fieldset={{ legend: 'What may they do?' }}
          value={form.level}
          onValueChange={(level) =>
            setForm({ ...form, level: level === 'CONTRIBUTE' ? 'CONTRIBUTE' : 'READ' })
          }
          items={[
            { value: 'READ', text: 'Read it' },
            { value: 'CONTRIBUTE', text: 'Read it and comment on it' },
          ]}
        />
        <Textarea
          name="reason"
          label="Why is it shared?"
          hint={`Both sides will see this. ${noNamesHint}`}
          rows={3}
          value={form.reason}
          onChange={(event) => setForm({ ...form, reason: event.target.value })}
          errorMessage={problemOf(problems, 'reason')}
        />
        <DateInput
          id="ends"
          namePrefix="ends"
          fieldset={{ legend: 'Last day of the share' }}
          hint="Within two years. For example, 31 3 2027."
          values={{ ...form.ends }}
          onValuesChange={(values) =>
            setForm({
              ...form,
              ends: { day: values['day'] ?? '', month: values['month'] ?? '', year: values['year'] ?? '' },
            })
          }
          errorMessage={problemOf(problems, 'ends-day') ?? problemOf(problems, 'endsOn')}
        />
        <Button disabled={sending}>Share this area</Button>
      </form>
    </Main>
  )
}

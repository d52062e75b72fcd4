import { useNavigate, useParams } from 'react-router'
import { useQuery } from 'urql'
import { readTypedDay, todayInLondon } from '@boardwork/shared/board/dates.ts'
import { checkShare, noNamesHint } from '@boardwork/shared/plan/planRules.ts'
import type { ShareLevel } from '@boardwork/shared/plan/shareLevel.ts'
import { graphql } from '../../../gql/gql.ts'
import { BackLink } from '../../../govuk/BackLink.tsx'
import { Radios } from '../../../govuk/Radios.tsx'
import { Select } from '../../../govuk/Select.tsx'
import { Textarea } from '../../../govuk/Textarea.tsx'
import { DayField, partsOf } from '../../../page/DayField.tsx'
import type { TypedDay } from '../../../page/DayField.tsx'
import { Form } from '../../../page/Form.tsx'
import { FormProblems, problemOf } from '../../../page/FormProblems.tsx'
import { Main } from '../../../page/Main.tsx'
import { useDraft } from '../../../page/useDraft.ts'
import { usePageTitle } from '../../../page/usePageTitle.ts'
import { useSave } from '../../../page/useSave.ts'
import { NotHere, notHere } from '../NotHere.tsx'
import { named } from '../words.ts'

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
    result: shareArea(input: $input) {
      __typename
      ... on AreaShare {
        id
        area {
          id
          ...AreaShares
        }
      }
      ...InvalidInputRefusal
      ...NotReadyRefusal
    }
  }
`)

interface ShareForm {
  kind: string
  boardId: string
  agencyId: string
  level: ShareLevel
  reason: string
  endsOn: TypedDay
}

const empty: ShareForm = {
  kind: '',
  boardId: '',
  agencyId: '',
  level: 'READ',
  reason: '',
  endsOn: partsOf(null),
}

export function ShareAreaPage() {
  const { areaId = '' } = useParams()
  const navigate = useNavigate()
  const [{ data }] = useQuery({ query: ShareAreaPageQuery, variables: { id: areaId } })
  const [form, setForm, clear] = useDraft<ShareForm>(`share:${areaId}`, empty)
  const { save, saving, refused } = useSave(ShareArea)
  const area = data?.area
  usePageTitle(area?.viewerCan.share ? 'Share this area' : notHere('area'))
  if (!area?.viewerCan.share) return <NotHere what="area" loaded={data !== undefined} />

  const submit = async () => {
    const input = {
      areaId,
      toBoardId: form.kind === 'board' && form.boardId ? form.boardId : null,
      toOrganisationId: form.kind === 'agency' && form.agencyId ? form.agencyId : null,
      level: form.level,
      reason: form.reason,
      endsOn: readTypedDay(form.endsOn) ?? '',
    }
    const share = await save(
      (clientMutationId) => ({ ...input, clientMutationId }),
      checkShare(input, todayInLondon()),
    )
    if (!share) return
    clear()
    void navigate(`/areas/${areaId}`)
  }

  return (
    <Main before={<BackLink href={`/areas/${areaId}`}>Back to the area</BackLink>}>
      <FormProblems refused={refused} />
      <span className="govuk-caption-l">{named(area, 'Area')}</span>
      <h1 className="govuk-heading-l">Share this area</h1>
      <p>
        The other side sees this area with its actions, progress and comments, and nothing else of the plan.
      </p>
      <Form action="Share this area" saving={saving} onSubmit={submit}>
        <Radios
          name="kind"
          idPrefix="receiver"
          fieldset={{ legend: 'Share it with' }}
          value={form.kind}
          onValueChange={(kind) => setForm({ ...form, kind })}
          errorMessage={problemOf(refused, 'receiver')}
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
          errorMessage={problemOf(refused, 'reason')}
        />
        <DayField
          name="endsOn"
          legend="Last day of the share"
          hint="Within two years. For example, 31 3 2027."
          value={form.endsOn}
          errorMessage={problemOf(refused, 'endsOn')}
          onChange={(endsOn) => setForm({ ...form, endsOn })}
        />
      </Form>
    </Main>
  )
}

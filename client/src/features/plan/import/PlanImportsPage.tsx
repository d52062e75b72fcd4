import { useNavigate, useParams } from 'react-router'
import { useQuery } from 'urql'
import { graphql } from '../../../gql/gql.ts'
import type { PlanImportsPageQuery as Page } from '../../../gql/graphql.ts'
import { BackLink } from '../../../govuk/BackLink.tsx'
import { Button } from '../../../govuk/Button.tsx'
import { Details } from '../../../govuk/Details.tsx'
import { Link } from '../../../govuk/Link.tsx'
import { SummaryList } from '../../../govuk/SummaryList.tsx'
import { FormProblems } from '../../../page/FormProblems.tsx'
import { Main } from '../../../page/Main.tsx'
import { SavedBanner, saved } from '../../../page/SavedBanner.tsx'
import { usePageTitle } from '../../../page/usePageTitle.ts'
import { useSave } from '../../../page/useSave.ts'
import { NotHere, notHere } from '../NotHere.tsx'
import { countText, dateText } from '../words.ts'

export const PlanImportsPageQuery = graphql(`
  query PlanImportsPage($id: ID!) {
    plan(id: $id) {
      id
      title
      viewerCanImport
      imports {
        id
        fileName
        state
        startedAt
        savedAt
        savedByName
        intoPlanId
        builtOn
        version
        changes {
          added
          changed
          moved
          gone
          updates
        }
      }
    }
  }
`)

const UndoImport = graphql(`
  mutation UndoImport($input: ImportInput!) {
    result: undoImport(input: $input) {
      __typename
      ... on PlanImport {
        id
        state
        version
      }
      ... on Conflict {
        message
      }
      ...NotReadyRefusal
    }
  }
`)

type Import = NonNullable<Page['plan']>['imports'][number]

/** The documents that made a plan and changed it, what each of them changed, and the way to undo that. */
export function PlanImportsPage() {
  const { planId = '' } = useParams()
  const navigate = useNavigate()
  const [{ data }, reload] = useQuery({ query: PlanImportsPageQuery, variables: { id: planId } })
  const { save, saving, refused } = useSave(UndoImport)
  const plan = data?.plan
  usePageTitle(plan?.viewerCanImport ? 'Documents of this plan' : notHere('plan'))
  if (!plan?.viewerCanImport) return <NotHere what="plan" loaded={data !== undefined} />

  const undo = async ({ id, version, fileName }: Import) => {
    const undone = await save((clientMutationId) => ({ importId: id, version, clientMutationId }))
    if (undone) void navigate(`/imports/${id}`, { state: saved(`What ${fileName} changed has been undone`) })
    else reload({ requestPolicy: 'network-only' })
  }

  return (
    <Main before={<BackLink href={`/plans/${plan.id}`}>Back to the plan</BackLink>}>
      <SavedBanner />
      <FormProblems refused={refused} />
      <span className="govuk-caption-l">{plan.title}</span>
      <h1 className="govuk-heading-l">Documents of this plan</h1>
      {plan.imports.length === 0 && <p>This plan was not brought in from a document.</p>}
      {plan.imports.map((each) => (
        <div key={each.id} className="bw-import">
          <SummaryList
            card={{ title: { children: each.fileName, headingLevel: 2 } }}
            rows={[
              { key: 'Brought in', value: dateText(each.startedAt) },
              each.savedAt
                ? {
                    key: 'Saved',
                    value: [dateText(each.savedAt), each.savedByName].filter(Boolean).join(' by '),
                  }
                : {
                    key: 'Saved',
                    value: <Link href={`/imports/${each.id}/differences`}>Not yet: go on with it</Link>,
                  },
              each.changes && { key: 'What it changed', value: changesText(each.changes) },
            ]}
          />
          {each.builtOn && <Undo of={each} saving={saving} onUndo={() => void undo(each)} />}
        </div>
      ))}
      <Button href={`/plans/${plan.id}/import`}>Bring in a later version</Button>
    </Main>
  )
}

function changesText(changes: NonNullable<Import['changes']>): string {
  const parts = [
    [changes.added, 'added'],
    [changes.changed, 'changed'],
    [changes.moved, 'moved'],
    [changes.gone, 'removed'],
  ]
    .filter(([count]) => count !== 0)
    .map(([count, what]) => `${count} ${what}`)
  if (changes.updates > 0) parts.push(countText(changes.updates, 'progress update'))
  return parts.join(', ') || 'Nothing'
}

function Undo({ of, saving, onUndo }: { of: Import; saving: boolean; onUndo: () => void }) {
  if (of.builtOn && of.builtOn.length > 0)
    return (
      <Details summary={`Why ${of.fileName} cannot be undone`}>
        <ul className="govuk-list govuk-list--bullet">
          {of.builtOn.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      </Details>
    )
  return (
    <Details summary={`Undo ${of.fileName}`}>
      <p>
        {of.intoPlanId
          ? 'The earlier texts, areas and actions come back. What was changed elsewhere in the plan stays.'
          : 'The draft plan goes.'}{' '}
        What you put right in the document is kept, so that you can save it again.
      </p>
      <Button type="button" variant="warning" disabled={saving} onClick={onUndo}>
        Undo this import
      </Button>
    </Details>
  )
}

import { useParams, useSearchParams } from 'react-router'
import { useQuery } from 'urql'
import { graphql } from '../../../gql/gql.ts'
import { BackLink } from '../../../govuk/BackLink.tsx'
import { Button } from '../../../govuk/Button.tsx'
import { InsetText } from '../../../govuk/InsetText.tsx'
import { Link } from '../../../govuk/Link.tsx'
import { Select } from '../../../govuk/Select.tsx'
import { Main } from '../../../page/Main.tsx'
import { usePageTitle } from '../../../page/usePageTitle.ts'
import { NotHere, notHere } from '../NotHere.tsx'
import { countText } from '../words.ts'

export const TakeOutPageQuery = graphql(`
  query TakeOutPage($id: ID!) {
    plan(id: $id) {
      id
      title
      state
      wholeVisible
      areas {
        id
        actions {
          id
          responsible {
            id
            organisationId
            organisationName
          }
        }
      }
    }
  }
`)

/** A plan as Word or Excel, whole or the part of one agency; which part stands in the address. */
export function TakeOutPage() {
  const { planId = '' } = useParams()
  const [{ data }] = useQuery({ query: TakeOutPageQuery, variables: { id: planId } })
  const [search, setSearch] = useSearchParams()
  const plan = data?.plan
  usePageTitle(plan ? 'Take the plan out' : notHere('plan'))
  if (!plan) return <NotHere what="plan" loaded={data !== undefined} />

  const actions = plan.areas.flatMap((area) => area.actions)
  const agencies = new Map<string, string>()
  for (const { responsible } of actions)
    for (const { organisationId, organisationName } of responsible)
      if (organisationId && organisationName) agencies.set(organisationId, organisationName)
  const asked = search.get('agency') ?? ''
  const agency = agencies.has(asked) ? asked : ''
  const count = actions.filter(
    ({ responsible }) => agency === '' || responsible.some((one) => one.organisationId === agency),
  ).length
  const file = (as: string) => `/plans/${plan.id}/file?as=${as}${agency === '' ? '' : `&agency=${agency}`}`

  return (
    <Main before={<BackLink href={`/plans/${plan.id}`}>Back to the plan</BackLink>}>
      <span className="govuk-caption-l">{plan.title}</span>
      <h1 className="govuk-heading-l">Take the plan out</h1>
      <p>
        You get the plan as it stands today, in the columns and headings of the document that it was brought
        in with. What has no column there comes at the end.
      </p>
      {!plan.wholeVisible && <InsetText>You get the areas of this plan that are open to you.</InsetText>}
      <Select
        name="agency"
        label="Which part"
        value={agency}
        onChange={({ target }) =>
          setSearch(target.value === '' ? {} : { agency: target.value }, {
            replace: true,
            preventScrollReset: true,
          })
        }
        items={[
          { value: '', text: plan.wholeVisible ? 'The whole plan' : 'All that you see of it' },
          ...[...agencies]
            .map(([value, text]) => ({ value, text: `The part of ${text}` }))
            .toSorted((one, other) => one.text.localeCompare(other.text)),
        ]}
      />
      <p role="status">{countText(count, 'action')} will be in it.</p>
      <div className="govuk-button-group">
        <Button href={file('word')} download>
          Download as Word
        </Button>
        <Button href={file('excel')} download>
          Download as Excel
        </Button>
      </div>
      <p>
        In Excel, a text that begins with a sign such as = or - has an apostrophe in front, so that no program
        takes it for a formula.
      </p>
      {plan.state === 'ADOPTED' && plan.wholeVisible && (
        <>
          <h2 className="govuk-heading-m">For the public</h2>
          <p>
            <Link href={`/plans/${plan.id}/publication`}>See the plan as a page for publication</Link>
          </p>
        </>
      )}
    </Main>
  )
}

import { useState } from 'react'
import { useLocation, useNavigate, useParams, useSearchParams } from 'react-router'
import { useQuery } from 'urql'
import {
  checkRules,
  RuleKind,
  ruleKindName,
  usualPromisesName,
} from '@boardwork/shared/attendance/rule/attendanceRule.ts'
import { rulesYears } from '@boardwork/shared/attendance/figures/boardYear.ts'
import { formatDay, todayInLondon } from '@boardwork/shared/board/dates.ts'
import { graphql } from '../../../gql/gql.ts'
import type { RuleInput, RulesPageQuery as Page } from '../../../gql/graphql.ts'
import { BackLink } from '../../../govuk/BackLink.tsx'
import { Button } from '../../../govuk/Button.tsx'
import { Select } from '../../../govuk/Select.tsx'
import { Form } from '../../../page/Form.tsx'
import { FormProblems } from '../../../page/FormProblems.tsx'
import { Main } from '../../../page/Main.tsx'
import { Missing, missingTitle } from '../../../page/Missing.tsx'
import { saved, SavedBanner } from '../../../page/SavedBanner.tsx'
import { useDraft } from '../../../page/useDraft.ts'
import { usePageTitle } from '../../../page/usePageTitle.ts'
import { useSave } from '../../../page/useSave.ts'
import { flagYearVariables } from '../flag/flagYears.ts'
import { YearLinks } from '../figures/YearLinks.tsx'
import { RuleFields } from './RuleFields.tsx'
import { draftOf, newRule, termsOf } from './rulesDraft.ts'
import type { RuleDraft } from './rulesDraft.ts'
import { RulesPreview } from './RulesPreview.tsx'

export const RulesPageQuery = graphql(`
  query RulesPage($boardId: ID!, $year: Int) {
    board(id: $boardId) {
      id
      name
      rulesOfYear(year: $year) {
        year
        name
        currentYear
        viewerCanChange
        viewerCanPreview
        versions {
          id
          number
          inForceFrom
          madeByName
          rules {
            id
            kind
            limit
            samplePercent
            countsApologies
            words
          }
        }
        earlier {
          id
          rules {
            id
            kind
            limit
            samplePercent
            countsApologies
          }
        }
        usual {
          kind
          limit
          samplePercent
          countsApologies
        }
      }
    }
  }
`)

const SaveRules = graphql(`
  mutation SaveRules($input: SaveRulesInput!) {
    result: saveRules(input: $input) {
      __typename
      ... on RuleSet {
        id
        number
      }
      ...InvalidInputRefusal
      ...ConflictRefusal
    }
  }
`)

type Rules = NonNullable<NonNullable<Page['board']>['rulesOfYear']>

/** The rules of a board's year: those in force, and for the coordinator the form that writes the next version. */
export function RulesPage() {
  const { boardId = '' } = useParams()
  const { key } = useLocation()
  const [search] = useSearchParams()
  const [{ data }] = useQuery({
    query: RulesPageQuery,
    variables: flagYearVariables({ boardId }, search),
    requestPolicy: 'cache-and-network',
  })
  const board = data?.board
  const rules = board?.rulesOfYear
  usePageTitle(rules ? `Rules for the year – ${board.name}` : missingTitle)
  if (!rules) return <Missing />
  const [inForce, ...former] = rules.versions
  return (
    <Main
      before={<BackLink href={`/boards/${board.id}/flags?year=${rules.year}`}>Back to the flags</BackLink>}
    >
      <SavedBanner />
      <span className="govuk-caption-l">{board.name}</span>
      <h1 className="govuk-heading-l">Rules for the year, {rules.name}</h1>
      <YearLinks
        address={`/boards/${board.id}/rules`}
        year={rules.year}
        last={rulesYears(rules.currentYear).last}
      />
      <p>A flag is raised when one of these happens. A change never changes what was found before it.</p>
      {inForce ? <Version version={inForce} /> : <p>This board has no rules for this year yet.</p>}
      {rules.viewerCanChange && <RulesForm key={`${rules.year} ${key}`} boardId={board.id} rules={rules} />}
      {former.length > 0 && (
        <>
          <h2 className="govuk-heading-m">Earlier versions</h2>
          {former.map((version) => (
            <Version key={version.id} version={version} />
          ))}
        </>
      )}
    </Main>
  )
}

function Version({ version }: { version: Rules['versions'][number] }) {
  const { number, inForceFrom, madeByName, rules } = version
  return (
    <>
      <p className="govuk-!-font-weight-bold">
        Version {number}, in force from {formatDay(todayInLondon(new Date(inForceFrom)))}, by {madeByName}
      </p>
      {rules.length === 0 && <p>No rules.</p>}
      <ul className="govuk-list govuk-list--bullet">
        {rules.map(({ id, words }) => (
          <li key={id}>{words}</li>
        ))}
      </ul>
    </>
  )
}

function RulesForm({ boardId, rules: known }: { boardId: string; rules: Rules }) {
  const navigate = useNavigate()
  const { year, versions, earlier, usual } = known
  const [inForce] = versions
  const version = inForce?.number ?? 0
  const { save, saving, seenVersion, refused } = useSave(SaveRules)
  const [typed, type, clear] = useDraft<{ rules: RuleDraft[]; version: number }>(`rules:${boardId}:${year}`, {
    rules: (inForce?.rules ?? []).map(draftOf),
    version,
  })
  const [tried, setTried] = useState<RuleInput[] | null>(null)
  const { rules } = typed
  const change = (changed: RuleDraft[]) => {
    type({ ...typed, rules: changed })
    setTried(null)
  }
  const terms = rules.map(termsOf)
  const left = Object.values(RuleKind).filter((kind) => !rules.some((rule) => rule.kind === kind))
  const submit = async () => {
    const made = await save(
      (clientMutationId) => ({
        boardId,
        year,
        rules: terms,
        version: Math.max(typed.version, seenVersion),
        clientMutationId,
      }),
      checkRules(terms),
    )
    if (!made) return
    clear()
    void navigate(`/boards/${boardId}/rules?year=${year}`, {
      replace: true,
      state: saved(`Version ${made.number} of the rules is in force`),
    })
  }
  return (
    <>
      <h2 className="govuk-heading-m">{inForce ? 'Change the rules' : 'Write the rules'}</h2>
      <div className="govuk-button-group">
        {rules.length === 0 && (
          <Button type="button" variant="secondary" onClick={() => change(usual.map(draftOf))}>
            Take over “{usualPromisesName}”
          </Button>
        )}
        {rules.length === 0 && earlier && (
          <Button type="button" variant="secondary" onClick={() => change(earlier.rules.map(draftOf))}>
            Take over last year’s rules
          </Button>
        )}
      </div>
      <FormProblems refused={refused} labels={{ rules: 'The rules' }} />
      <Form action="Put these rules into force" saving={saving} onSubmit={submit}>
        {rules.map((rule, place) => (
          <RuleFields
            key={rule.kind}
            rule={rule}
            place={place}
            refused={refused}
            onChange={(changed) => change(rules.with(place, changed))}
            onRemove={() => change(rules.toSpliced(place, 1))}
          />
        ))}
        {left.length > 0 && (
          <Select
            name="kind"
            label="Add a rule"
            value=""
            onChange={(event) => {
              const kind = left.find((each) => each === event.target.value)
              if (kind) change([...rules, newRule(kind)])
            }}
            items={[
              { value: '', text: 'Choose what it looks for' },
              ...left.map((kind) => ({ value: kind, text: ruleKindName[kind] })),
            ]}
          />
        )}
        <Button
          type="button"
          variant="secondary"
          onClick={() => setTried(checkRules(terms).length === 0 ? terms : null)}
        >
          Try them on what is past
        </Button>
        {tried && <RulesPreview boardId={boardId} year={year} rules={tried} />}
      </Form>
    </>
  )
}

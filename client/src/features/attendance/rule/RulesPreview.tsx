import { useQuery } from 'urql'
import { mergersInRules, partOfWords } from '@boardwork/shared/attendance/rule/mergersInRules.ts'
import { graphql } from '../../../gql/gql.ts'
import type { RuleInput } from '../../../gql/graphql.ts'
import { Details } from '../../../govuk/Details.tsx'
import { RecordsBehind } from '../register/RecordsBehind.tsx'

const PreviewRules = graphql(`
  query PreviewRules($boardId: ID!, $year: Int!, $rules: [RuleInput!]!) {
    previewRules(boardId: $boardId, year: $year, rules: $rules) {
      problems {
        field
        message
      }
      years {
        year
        name
        ended
        rules {
          rule
          words
          findings {
            words
            partOf {
              organisationId
              organisationName
              since
            }
            joined {
              organisationId
              organisationName
              since
            }
            behind {
              ...RecordBehind
            }
          }
        }
      }
    }
  }
`)

/** What rules would have found, before they take effect: flag by flag, with the very marks. */
export function RulesPreview({
  boardId,
  year,
  rules,
}: {
  boardId: string
  year: number
  rules: RuleInput[]
}) {
  const [{ data, fetching, error }] = useQuery({
    query: PreviewRules,
    variables: { boardId, year, rules },
    requestPolicy: 'network-only',
  })
  if (fetching) return <p role="status">Looking at what is past…</p>
  if (!data || error) return <p role="status">It could not be tried out now. Try again in a moment.</p>
  return (
    <>
      {data.previewRules.years.map(({ year: each, name, ended, rules: outcomes }) => {
        const count = outcomes.reduce((sum, { findings }) => sum + findings.length, 0)
        return (
          <section key={each} aria-labelledby={`preview-${each}`}>
            <h3 className="govuk-heading-s" id={`preview-${each}`}>
              {name}
            </h3>
            <p role="status">
              With these rules, this year would have {ended ? 'had ' : ''}
              {count === 0 ? 'no flags' : `${count} ${count === 1 ? 'flag' : 'flags'}`}
              {ended ? '' : ' so far'}.
            </p>
            {outcomes.map(({ rule, words, findings }) => (
              <div key={rule}>
                <p>
                  <strong>{rule}</strong> {words}
                </p>
                {findings.map((finding) => (
                  <Details
                    key={finding.words}
                    summary={
                      finding.partOf ? `${finding.words} ${partOfWords(finding.partOf)}` : finding.words
                    }
                  >
                    {mergersInRules({ partOf: finding.partOf ?? null, joined: finding.joined }, each).map(
                      (sentence) => (
                        <p key={sentence}>{sentence}</p>
                      ),
                    )}
                    <RecordsBehind behind={finding.behind} caption={`What is behind: ${finding.words}`} />
                  </Details>
                ))}
              </div>
            ))}
          </section>
        )
      })}
    </>
  )
}

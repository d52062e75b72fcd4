import { useState } from 'react'
import { checkComment, noNamesHint, writingLimits } from '@boardwork/shared/plan/planRules.ts'
import { graphql, readFragment } from '../../../gql/index.ts'
import type { FragmentType } from '../../../gql/index.ts'
import { CharacterCount } from '../../../govuk/CharacterCount.tsx'
import { Form } from '../../../page/Form.tsx'
import { FormProblems, problemOf } from '../../../page/FormProblems.tsx'
import { useDraft } from '../../../page/useDraft.ts'
import { useSave } from '../../../page/useSave.ts'
import { dateText } from '../words.ts'

export const AreaCommentsFragment = graphql(`
  fragment AreaComments on PlanArea {
    id
    viewerCan {
      comment
    }
    comments {
      id
      authorName
      authorFor
      body
      writtenAt
    }
  }
`)

const CommentOnArea = graphql(`
  mutation CommentOnArea($input: CommentOnAreaInput!) {
    result: commentOnArea(input: $input) {
      __typename
      ... on AreaComment {
        id
        area {
          id
          ...AreaComments
        }
      }
      ...InvalidInputRefusal
    }
  }
`)

/** What people say about an area, and the form to say something. */
export function AreaComments({ area: given }: { area: FragmentType<typeof AreaCommentsFragment> }) {
  const area = readFragment(AreaCommentsFragment, given)
  return (
    <section aria-labelledby="comments">
      <h2 className="govuk-heading-m" id="comments">
        Comments
      </h2>
      {area.comments.length === 0 && <p>Nobody has commented yet.</p>}
      {area.comments.map((comment) => (
        <article key={comment.id} className="govuk-!-margin-bottom-4">
          <p className="govuk-!-margin-bottom-1">
            <strong>{comment.authorName}</strong>, {comment.authorFor},{' '}
            <time dateTime={comment.writtenAt}>{dateText(comment.writtenAt)}</time>
          </p>
          <p className="bw-prose">{comment.body}</p>
        </article>
      ))}
      {area.viewerCan.comment && <CommentForm areaId={area.id} />}
    </section>
  )
}

function CommentForm({ areaId }: { areaId: string }) {
  const [body, setBody, clear] = useDraft(`comment:${areaId}`, '')
  const { save, saving, refused } = useSave(CommentOnArea)
  const [said, setSaid] = useState('')

  const submit = async () => {
    setSaid('')
    const comment = await save((clientMutationId) => ({ areaId, body, clientMutationId }), checkComment(body))
    if (!comment) return
    setBody('')
    clear()
    setSaid('Your comment has been added.')
  }

  return (
    <>
      <FormProblems refused={refused} />
      <Form action="Add comment" saving={saving} onSubmit={submit}>
        <CharacterCount
          name="body"
          label="Add a comment"
          hint={`Everybody who can see this area can read it, and it cannot be changed later. ${noNamesHint}`}
          maxLength={writingLimits.comment}
          threshold={75}
          rows={4}
          value={body}
          onChange={(event) => setBody(event.target.value)}
          errorMessage={problemOf(refused, 'body')}
        />
      </Form>
      <p role="status">{said}</p>
    </>
  )
}

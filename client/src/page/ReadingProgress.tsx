import { useEffect } from 'react'
import { useQuery } from 'urql'
import { graphql } from '../gql/gql.ts'

const UploadPercentRead = graphql(`
  query UploadPercentRead($id: ID!) {
    uploadPercentRead(id: $id)
  }
`)

const askEveryMs = 1000

/** How far the reading of a document is, while it is read. */
export function ReadingProgress({ uploadId }: { uploadId: string }) {
  const [{ data }, ask] = useQuery({
    query: UploadPercentRead,
    variables: { id: uploadId },
    requestPolicy: 'network-only',
    pause: true,
  })
  useEffect(() => {
    const timer = setInterval(ask, askEveryMs)
    return () => clearInterval(timer)
  }, [ask])
  const percent = data?.uploadPercentRead ?? null
  if (percent === null) return 'Reading the document…'
  return (
    <>
      Reading the document: {percent}%{' '}
      <progress max={100} value={percent} aria-label="Reading the document" />
    </>
  )
}

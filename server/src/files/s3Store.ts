import { openAsBlob } from 'node:fs'
import { Readable } from 'node:stream'
import { AwsClient } from 'aws4fetch'
import { CannotStart } from '../errors.ts'
import type { FileStore } from './fileStore.ts'
import { FileMissing } from './fileStore.ts'

/** A bucket, and who asks for what is in it. */
export interface Bucket {
  name: string
  /** Where the service is; null for that of Amazon. */
  endpoint: string | null
  region: string
  accessKeyId: string
  secretAccessKey: string
}

/** Keeps files in a bucket of a service that speaks S3. Its bucket is asked for, so that a wrong setting shows at once. */
export async function openS3Store(bucket: Bucket): Promise<FileStore> {
  const { accessKeyId, secretAccessKey, region } = bucket
  const client = new AwsClient({ accessKeyId, secretAccessKey, region, service: 's3', retries: 3 })
  const address = addressOf(bucket)
  const ask = (key: string, init: RequestInit) => client.fetch(`${address}/${key}`, init)
  await checkBucket(bucket, () => client.fetch(address, { method: 'HEAD' }))
  return {
    async put(key, path, sha256) {
      // Read from the disk while it is sent. The service compares it with its hash before it keeps anything.
      const body = await openAsBlob(path)
      const answer = await ask(key, { method: 'PUT', body, headers: { 'x-amz-content-sha256': sha256 } })
      await succeeded(answer, 'keep a file')
    },
    async get(key) {
      const answer = await ask(key, { method: 'GET' })
      if (answer.status === 404) {
        await answer.body?.cancel()
        throw new FileMissing(key)
      }
      if (!answer.ok || !answer.body) throw await refusal(answer, 'give a file')
      return Readable.from(answer.body, { objectMode: false })
    },
    async delete(key) {
      const answer = await ask(key, { method: 'DELETE' })
      if (answer.status !== 404) await succeeded(answer, 'delete a file')
    },
  }
}

/** At Amazon the bucket stands in the name of the host; elsewhere, at the beginning of the path. */
function addressOf({ name, endpoint, region }: Bucket): string {
  return endpoint === null
    ? `https://${name}.s3.${region}.amazonaws.com`
    : `${endpoint.replace(/\/+$/, '')}/${name}`
}

async function checkBucket({ name }: Bucket, ask: () => Promise<Response>): Promise<void> {
  const answer = await ask().catch((error: unknown) => {
    throw new CannotStart(`The service of the bucket "${name}" does not answer: ${reasonOf(error)}.`)
  })
  if (!answer.ok)
    throw new CannotStart(
      `The bucket "${name}" cannot be used: the service answers with status ${answer.status}. Check BOARDWORK_FILES and the access key.`,
    )
}

function reasonOf(error: unknown): string {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error
  return cause instanceof Error ? cause.message || cause.name : String(cause)
}

/** Reads the answer to its end, since the connection is free again only then. */
async function succeeded(answer: Response, what: string): Promise<void> {
  if (!answer.ok) throw await refusal(answer, what)
  await answer.body?.cancel()
}

async function refusal(answer: Response, what: string): Promise<Error> {
  const text = await answer.text()
  return new Error(`The store of files would not ${what}: status ${answer.status}. ${text.slice(0, 500)}`)
}

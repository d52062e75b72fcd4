import { CannotStart } from '../errors.ts'
import type { Settings } from '../env.ts'
import type { FileStore } from './fileStore.ts'
import { openFolderStore } from './folderStore.ts'
import { openS3Store } from './s3Store.ts'

/** Opens the store that the settings name: a folder, or a bucket as `s3://bucket?endpoint=…&region=…`. */
export async function openFiles({ files, filesKey }: Settings): Promise<FileStore> {
  if (!files.startsWith('s3:')) {
    try {
      return await openFolderStore(files)
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error)
      throw new CannotStart(
        `The folder for files cannot be used: ${reason}. Choose another with BOARDWORK_FILES.`,
      )
    }
  }
  const address = URL.parse(files)
  if (!address || address.hostname === '' || !filesKey)
    throw new CannotStart(
      'BOARDWORK_FILES has to be a folder or s3://bucket?endpoint=…&region=…, and a bucket needs AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY.',
    )
  return openS3Store({
    name: address.hostname,
    endpoint: address.searchParams.get('endpoint'),
    region: address.searchParams.get('region') ?? 'us-east-1',
    ...filesKey,
  })
}

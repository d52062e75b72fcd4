import { unreachable } from '../../page/failureWords.ts'

export type SentFile =
  | { uploadId: string }
  /** `refused`: the file itself is the reason; else trying again may help. */
  | { uploadId?: undefined; message: string; refused: boolean }

/** Sends a document to a board, telling how much of it is on its way, from 0 to 1. */
export function sendFile(
  boardId: string,
  fileName: string,
  bytes: Uint8Array<ArrayBuffer>,
  onProgress: (share: number) => void,
): Promise<SentFile> {
  return new Promise((resolve) => {
    // fetch does not tell how much of a body has been sent.
    const request = new XMLHttpRequest()
    request.open('POST', `/uploads/${boardId}`)
    request.setRequestHeader('content-type', 'application/octet-stream')
    request.setRequestHeader('x-boardwork-upload', '1')
    request.setRequestHeader('x-boardwork-file-name', encodeURIComponent(fileName))
    request.timeout = 300_000
    request.upload.addEventListener('progress', (event) => {
      if (event.lengthComputable) onProgress(event.loaded / event.total)
    })
    request.addEventListener('load', () => resolve(understand(request.status, request.responseText)))
    for (const end of ['error', 'timeout', 'abort'])
      request.addEventListener(end, () => resolve({ message: unreachable, refused: false }))
    request.send(bytes)
  })
}

function understand(status: number, text: string): SentFile {
  const answer = parse(text)
  if (status === 200 && typeof answer['id'] === 'string') return { uploadId: answer['id'] }
  const message = typeof answer['message'] === 'string' ? answer['message'] : unreachable
  return { message, refused: status === 413 || status === 415 || status === 400 }
}

function parse(text: string): Record<string, unknown> {
  try {
    const parsed: unknown = JSON.parse(text)
    return typeof parsed === 'object' && parsed !== null ? { ...parsed } : {}
  } catch {
    return {}
  }
}

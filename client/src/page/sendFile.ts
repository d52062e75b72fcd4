import { unreachable } from './failureWords.ts'
import { sessionEnded } from './sessionEnded.ts'

export type SentFile =
  | { id: string }
  /** `refused`: the file itself is the reason; else trying again may help. */
  | { id?: undefined; message: string; refused: boolean }

/** Sends a file to an address below /uploads, telling how much of it is on its way, from 0 to 1. */
export function sendFile(
  to: string,
  fileName: string,
  content: Uint8Array<ArrayBuffer> | File,
  onProgress: (share: number) => void,
  headers: Readonly<Record<string, string>> = {},
): Promise<SentFile> {
  return new Promise((resolve) => {
    // fetch does not tell how much of a body has been sent.
    const request = new XMLHttpRequest()
    request.open('POST', `/uploads/${to}`)
    request.setRequestHeader('content-type', 'application/octet-stream')
    request.setRequestHeader('x-boardwork-upload', '1')
    request.setRequestHeader('x-boardwork-file-name', encodeURIComponent(fileName))
    for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value)
    request.timeout = 300_000
    request.upload.addEventListener('progress', (event) => {
      if (event.lengthComputable) onProgress(event.loaded / event.total)
    })
    request.addEventListener('load', () => resolve(understand(request.status, request.responseText)))
    for (const end of ['error', 'timeout', 'abort'])
      request.addEventListener(end, () => resolve({ message: unreachable, refused: false }))
    request.send(content)
  })
}

function understand(status: number, text: string): SentFile {
  const answer = parse(text)
  if (status === 200 && typeof answer['id'] === 'string') return { id: answer['id'] }
  if (status === 401) window.dispatchEvent(new Event(sessionEnded))
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

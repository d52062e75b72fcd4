import { expect, it } from 'vitest'
import { writtenInThread } from './writtenInThread.ts'

const write = (given: string) => writtenInThread(new URL('./writer.fixture.ts', import.meta.url), given)

it('a document is written in a thread of its own, also after others failed', async () => {
  const failed = await Promise.allSettled(['', '', ''].map(write))
  expect(failed.map((each) => each.status === 'rejected' && String(each.reason))).toEqual(
    Array.from({ length: 3 }, () => 'Error: Nothing to write.'),
  )
  const written = await Promise.all(['One', 'Two', 'Three'].map(write))
  expect(written.map((bytes) => Buffer.from(bytes).toString())).toEqual(
    ['One', 'Two', 'Three'].map((given) => `${given}, in its own`),
  )
})

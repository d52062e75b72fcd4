import { expect, it } from 'vitest'
import { writtenInThread } from './writtenInThread.ts'

const write = (given: string) => writtenInThread(new URL('./writer.fixture.ts', import.meta.url), given)
const outcomes = async (given: string[]) =>
  (await Promise.allSettled(given.map(write))).map((each) =>
    each.status === 'fulfilled' ? Buffer.from(each.value).toString() : 'failed',
  )

it('a document is written in a thread of its own, also after one failed and one ended its thread', async () => {
  await expect(write('')).rejects.toThrow('Nothing to write.')
  await expect(write('*')).rejects.toThrow('exited')
  expect(await outcomes(['', '', 'One', '', 'Two', 'Three'])).toEqual([
    'failed',
    'failed',
    'One, in its own',
    'failed',
    'Two, in its own',
    'Three, in its own',
  ])
})

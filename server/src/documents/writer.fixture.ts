import { isMainThread } from 'node:worker_threads'
import { writeGiven } from './writerThread.ts'

await writeGiven((given: string) => {
  if (given === '') return Promise.reject(new Error('Nothing to write.'))
  return Promise.resolve(Buffer.from(`${given}, ${isMainThread ? 'in the server’s thread' : 'in its own'}`))
})

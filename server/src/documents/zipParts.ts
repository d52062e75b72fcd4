import { fromBufferPromise } from 'yauzl'
import type { Entry, ZipFile } from 'yauzl'
import { readLimits } from './readLimits.ts'
import { damaged, RefusedDocument, tooMuch, withPassword } from './refusedDocument.ts'

const bomb = () => tooMuch('parts that are packed to a tiny part of their size')

/** The parts of a packed document (.docx, .xlsx). Sizes are counted while a part is unpacked, whatever it claims. */
export class ZipParts {
  private readonly zip: ZipFile
  private readonly entries: ReadonlyMap<string, Entry>
  private readonly progress: (share: number) => void
  /** What the parts claim, which is good enough for showing progress. */
  private readonly claimed: number
  private unpacked = 0

  private constructor(zip: ZipFile, entries: Map<string, Entry>, progress: (share: number) => void) {
    this.zip = zip
    this.entries = entries
    this.progress = progress
    this.claimed = [...entries.values()]
      .filter(({ fileName }) => fileName.endsWith('.xml'))
      .reduce((sum, { uncompressedSize }) => sum + uncompressedSize, 1)
  }

  static async open(bytes: Uint8Array, progress: (share: number) => void): Promise<ZipParts> {
    try {
      const zip = await fromBufferPromise(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), {
        lazyEntries: true,
      })
      if (zip.entryCount > readLimits.parts) throw tooMuch('too many parts')
      const entries = new Map<string, Entry>()
      for await (const entry of zip.eachEntry()) entries.set(entry.fileName, entry)
      return new ZipParts(zip, entries, progress)
    } catch (error) {
      throw error instanceof RefusedDocument ? error : damaged()
    }
  }

  has(name: string): boolean {
    return this.entries.has(name)
  }

  /** The content of a part, piece by piece. */
  async *read(name: string): AsyncGenerator<Uint8Array> {
    const entry = this.entries.get(name)
    if (entry === undefined) throw damaged()
    if (entry.isEncrypted()) throw withPassword()
    let size = 0
    try {
      for await (const chunk of await this.zip.openReadStreamPromise(entry)) {
        if (!(chunk instanceof Uint8Array)) throw damaged()
        size += chunk.length
        this.unpacked += chunk.length
        if (this.unpacked > readLimits.unpacked) throw bomb()
        if (size > readLimits.ratioFrom && size > readLimits.ratio * entry.compressedSize) throw bomb()
        this.progress(Math.min(1, this.unpacked / this.claimed))
        yield chunk
      }
    } catch (error) {
      throw error instanceof RefusedDocument ? error : damaged()
    }
  }
}

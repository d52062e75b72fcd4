/** What a document may ask of us at the most. A plan of 500 pages stays far below each of these. */
export const readLimits = {
  /** Seconds of processor time, and seconds by the clock where the machine has much else to do. */
  processorSeconds: 9,
  clockSeconds: 60,
  /** Bytes of memory of the process that reads. It is looked at so often that it cannot reach 500 MB in between. */
  memory: 440 * 1024 * 1024,
  /** Bytes that the parts of a document may have together once they are unpacked. */
  unpacked: 150 * 1024 * 1024,
  /** How much smaller than its content a packed part may be, from `ratioFrom` bytes on. */
  ratio: 400,
  ratioFrom: 10 * 1024 * 1024,
  /** Parts of a packed document. */
  parts: 10_000,
  /** Elements inside each other. */
  depth: 200,
  pages: 3000,
  columns: 1000,
  rows: 100_000,
  cells: 1_000_000,
  paragraphs: 500_000,
  /** Characters of one cell or paragraph, and of the whole. */
  text: 200_000,
  characters: 20_000_000,
}

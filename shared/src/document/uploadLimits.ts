/** What a document may have that is brought in. The page and the server hold the same limits. */
export const uploadLimits = {
  /** Bytes of an uploaded document. */
  bytes: 25 * 1024 * 1024,
} as const

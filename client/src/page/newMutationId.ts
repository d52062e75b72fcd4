/** A new `clientMutationId`: one for each thing that a person wants done, kept for every retry of it. */
export function newMutationId(): string {
  return crypto.randomUUID()
}

/** The address in "Boardwork <no-reply@boardwork.example>": calendar events are organised by it. */
export function senderAddress(from: string): string {
  return /<([^>]+)>/.exec(from)?.[1] ?? from
}

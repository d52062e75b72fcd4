const time = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  hour: '2-digit',
  minute: '2-digit',
})

/** The time of day in the United Kingdom, as "14:05". */
export function timeInLondon(at: string | Date): string {
  return time.format(new Date(at))
}

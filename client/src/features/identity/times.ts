const inLondon = { timeZone: 'Europe/London' } as const

/** A moment's day, such as “22 November 2026”. */
export function day(moment: string): string {
  return new Date(moment).toLocaleDateString('en-GB', {
    ...inLondon,
    day: 'numeric',
    month: 'long',
    year: 'numeric',
  })
}

/** A moment, such as “22 November 2026, 14:05”. */
export function dayAndTime(moment: string): string {
  const time = new Date(moment).toLocaleTimeString('en-GB', {
    ...inLondon,
    hour: '2-digit',
    minute: '2-digit',
  })
  return `${day(moment)}, ${time}`
}

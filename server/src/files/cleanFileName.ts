// Nor letters that turn the direction of writing, and with it what an ending seems to be.
const unseen = /[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu

/** A file's name as it is shown, logged and sent: no path, no character that is not seen, the ending kept. */
export function cleanFileName(name: string): string {
  const last = name.split(/[/\\]/).at(-1) ?? ''
  const clean = last.replaceAll(unseen, '').trim()
  if (clean.length <= longest) return clean
  const ending = /\.[^.\s]{1,10}$/.exec(clean)?.[0] ?? ''
  return clean.slice(0, longest - ending.length) + ending
}

const longest = 200

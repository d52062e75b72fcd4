/**
 * Hands out ids in the form of UUID version 7: the same ones in the same order every time, so that a bookmark, a
 * test or a screenshot of the demonstration holds for every installation.
 */
export class Ids {
  #last = 0

  next(): string {
    this.#last += 1
    const milliseconds = (firstMoment + this.#last).toString(16).padStart(12, '0')
    const counter = this.#last.toString(16).padStart(12, '0')
    return `${milliseconds.slice(0, 8)}-${milliseconds.slice(8)}-7000-8000-${counter}`
  }
}

// Any moment before the first start of any installation would do: ids that are made later rise above these.
const firstMoment = Date.UTC(2026, 0, 1)

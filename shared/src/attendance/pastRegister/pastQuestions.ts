import { leaveOut, PastMark, pastMarkName, pastRegisterLimits } from './pastRegister.ts'
import type { PastAnswers, PastQuestion } from './pastRegister.ts'

/** Words whose meaning is asked, with the cells in which they stand. */
interface AskedWords {
  suggestion: PastMark | null
  places: string[]
  count: number
}

/** Collects the questions about words, each once for the whole document. */
export class WordQuestions {
  private readonly asked = new Map<string, AskedWords>()
  private readonly answers: PastAnswers

  constructor(answers: PastAnswers) {
    this.answers = answers
  }

  /** What a person said that the words mean; undefined where they did not say, null where they are left out. */
  meaning(token: string): PastMark | null | undefined {
    const answer = this.answers[`mark:${token}`]
    if (answer === leaveOut) return null
    return answer === undefined ? undefined : asMark(answer)
  }

  ask(token: string, suggestion: PastMark | null, place: string): void {
    const known = this.asked.get(token)
    if (known === undefined) this.asked.set(token, { suggestion, places: [place], count: 1 })
    else {
      known.count += 1
      if (known.places.length < 3) known.places.push(place)
    }
  }

  /** The commonest words first; those beyond the limit are not asked and stay unplaced. */
  questions(): PastQuestion[] {
    return [...this.asked]
      .toSorted(([, a], [, b]) => b.count - a.count)
      .slice(0, pastRegisterLimits.questions)
      .map(([token, { suggestion, places, count }]) => ({
        key: `mark:${token}`,
        kind: 'CHOICE',
        text: token === '' ? 'What does an empty cell mean?' : `What does “${token}” mean?`,
        hint: `${places.join('; ')}${count > places.length ? `; and ${count - places.length} more` : ''}`,
        choices: [
          ...Object.entries(pastMarkName)
            .filter(([value]) => token !== '' || value !== 'NAMED')
            .map(([value, label]) => ({ value, label })),
          {
            value: leaveOut,
            label: token === '' ? 'Nothing: leave these out' : 'None of these: leave the words out',
          },
        ],
        suggestion,
        answer: this.answers[`mark:${token}`] ?? null,
      }))
  }
}

const asMark = (answer: string): PastMark | undefined =>
  Object.values(PastMark).find((mark) => mark === answer)

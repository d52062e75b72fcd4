import type { KnownBoard, PastChoices } from '@boardwork/shared/attendance/pastRegister/pastChoices.ts'
import type { PastRegister } from '@boardwork/shared/attendance/pastRegister/pastRegister.ts'
import { isOrganisation } from '@boardwork/shared/attendance/pastRegister/pastWriting.ts'
import type { PastWriting } from '@boardwork/shared/attendance/pastRegister/pastWriting.ts'
import type { PastPreview } from './registerImport.results.ts'

const mostLeftOut = 1000

/** What was understood of a list with what was chosen, beside what its board has. */
interface ReadPast {
  board: KnownBoard
  register: PastRegister
  writing: PastWriting
  choices: PastChoices
}

/** What a page shows of a list, bounded. */
export function previewOf({ board, register, writing, choices }: ReadPast): PastPreview {
  const { subjects, waiting } = writing
  const matched = new Map(subjects.agencies.map((agency) => [agency.key, agency]))
  const left = [
    ...register.cells
      .filter(({ as }) => as === 'UNPLACED' || as === 'LEFT_OUT')
      .map(({ text, place, why }) => ({ words: text, place, why: why ?? '' })),
    ...writing.leftOut.map(({ words, of, why }) => ({ words, place: of, why })),
    ...writing.empty.map(({ heading, day }) => ({
      words: heading,
      place: day,
      why: 'Nothing would be written for this meeting.',
    })),
  ]
  return {
    questions: register.questions.slice(0, 600).map((question) => ({
      ...question,
      choices: question.choices.slice(0, 20),
    })),
    agencies: subjects.agencies.slice(0, 1000).map(({ key, words, names, marks, suggestions, choice }) => ({
      key,
      words,
      names: names.slice(0, 50),
      marks,
      suggestions: suggestions.map(({ id, name, score, reasons }) => ({
        id,
        name,
        percent: Math.round(score * 100),
        reasons,
      })),
      choice,
    })),
    organisations: [...new Map(board.seats.map((seat) => [seat.organisationId, seat.organisation]))]
      .slice(0, 1000)
      .map(([id, name]) => ({ id, name })),
    people: subjects.people
      .filter(({ agency }) => isOrganisation(matched.get(agency)?.choice ?? null))
      .slice(0, 2000)
      .map(({ key, name, agency, suggestion, role }) => ({
        key,
        name,
        agencyWords: matched.get(agency)?.words ?? '',
        suggestion: suggestion?.role ?? null,
        reason: suggestion?.reason ?? '',
        role,
      })),
    meetingChoices: writing.meetingChoices.map(({ key, day, heading, known, choice }) => ({
      key,
      day,
      heading,
      known: known
        .slice(0, 20)
        .map(({ id, title, marked, closed }) => ({ id, title, marks: marked.length, closed })),
      choice,
    })),
    missingSeats: writing.missingSeats.slice(0, 500),
    meetings: writing.meetings
      .toSorted((a, b) => (a.day < b.day ? -1 : 1))
      .slice(0, 400)
      .map(({ key, day, title, knownId, marks, guests, unmentioned }) => ({
        key,
        day,
        title,
        isNew: knownId === null,
        marks: marks.slice(0, 500),
        guests: guests.slice(0, 500),
        unmentioned: unmentioned.slice(0, 500).map(({ organisation }) => organisation),
      })),
    leftOut: left.slice(0, mostLeftOut),
    leftOutCount: left.length,
    waiting,
    startsAt: choices.times.startsAt,
    endsAt: choices.times.endsAt,
  }
}

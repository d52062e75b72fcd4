import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql'
import { GraphQLDateTime, GraphQLLocalDate } from 'graphql-scalars'
import { Mark } from '@boardwork/shared/attendance/register/mark.ts'
import { PastRole } from '@boardwork/shared/attendance/pastRegister/pastChoices.ts'
import { Conflict, InvalidInput, NotReady } from '../../../access/refusals.ts'
import { resultOf } from '../../../access/resultOf.ts'
import { RegisterImport } from './registerImport.entity.ts'

registerEnumType(PastRole, {
  name: 'PastRole',
  description: 'How somebody whom a list names took part for their agency.',
  valuesConfig: {
    HOLDER: { description: 'Held the seat then.' },
    DEPUTY: { description: 'Came in the stead of who held the seat.' },
    GUEST: { description: 'Came as a guest.' },
    LEAVE_OUT: { description: 'Their marks are left out.' },
  },
})

@ObjectType({ description: 'One of the answers to a question.', simpleResolvers: true })
export class PastAnswerChoice {
  @Field(() => String, { description: 'What to send.' })
  value: string

  @Field(() => String, { description: 'What it means.' })
  label: string
}

@ObjectType({ description: 'Something that a list of attendance leaves open.', simpleResolvers: true })
export class PastQuestion {
  @Field(() => String, { description: 'Tells it from the others.' })
  key: string

  @Field(() => String, {
    description: 'CHOICE: one of the choices is the answer. DAY: a day is, or one of them.',
  })
  kind: string

  @Field(() => String, { description: 'The question.' })
  text: string

  @Field(() => String, { description: 'Where in the list it comes up.' })
  hint: string

  @Field(() => [PastAnswerChoice], { description: 'What may be answered. At most 20.' })
  choices: PastAnswerChoice[]

  @Field(() => String, {
    nullable: true,
    description: 'What is most likely; it holds only once a person has chosen it.',
  })
  suggestion: string | null

  @Field(() => String, { nullable: true, description: 'What was answered; null while it is open.' })
  answer: string | null
}

@ObjectType({ description: 'An agency that the words of a list may mean.', simpleResolvers: true })
export class AgencySuggestion {
  @Field(() => ID, { description: 'The id of the organisation.' })
  id: string

  @Field(() => String, { description: 'Its name.' })
  name: string

  @Field(() => Int, { description: 'How sure it is, from 0 to 100.' })
  percent: number

  @Field(() => [String], { description: 'Why, as short sentences. At most 5.' })
  reasons: string[]
}

@ObjectType({ description: 'An agency that has or had a seat on the board.', simpleResolvers: true })
export class PastOrganisation {
  @Field(() => ID, { description: 'The id of the organisation.' })
  id: string

  @Field(() => String, { description: 'Its name.' })
  name: string
}

@ObjectType({ description: 'An agency as a list calls it.', simpleResolvers: true })
export class PastAgency {
  @Field(() => String, { description: 'Tells it from the others.' })
  key: string

  @Field(() => String, { description: 'Its words; those of a person where no agency stands beside them.' })
  words: string

  @Field(() => [String], { description: 'The people who stand beside it. At most 50.' })
  names: string[]

  @Field(() => Int, { description: 'How many marks it has.' })
  marks: number

  @Field(() => [AgencySuggestion], { description: 'What it may be, the likeliest first. At most 5.' })
  suggestions: AgencySuggestion[]

  @Field(() => String, {
    nullable: true,
    description:
      'The id of the organisation that was chosen, or whose very name it is; GUEST, LEAVE_OUT; null while it waits.',
  })
  choice: string | null
}

@ObjectType({ description: 'Somebody whom a list names, for one agency.', simpleResolvers: true })
export class PastPerson {
  @Field(() => String, { description: 'Tells them from the others.' })
  key: string

  @Field(() => String, { description: 'The name.' })
  name: string

  @Field(() => String, { description: 'The agency, in the words of the list.' })
  agencyWords: string

  @Field(() => PastRole, { nullable: true, description: 'What is most likely; null where nothing is.' })
  suggestion: PastRole | null

  @Field(() => String, { description: 'Why that is likely; may be empty.' })
  reason: string

  @Field(() => PastRole, {
    nullable: true,
    description: 'What was chosen, or is certain by the very name; null while it waits.',
  })
  role: PastRole | null
}

@ObjectType({ description: 'A meeting that the board has on a day of the list.', simpleResolvers: true })
export class PastKnownMeeting {
  @Field(() => ID, { description: 'The id of the meeting.' })
  id: string

  @Field(() => String, { description: 'What it is called.' })
  title: string

  @Field(() => Int, { description: 'How many marks its register has.' })
  marks: number

  @Field(() => Boolean, { description: 'Whether its register is closed.' })
  closed: boolean
}

@ObjectType({
  description: 'A meeting of the list on a day on which the board has one already.',
  simpleResolvers: true,
})
export class PastMeetingChoice {
  @Field(() => String, { description: 'Tells it from the others.' })
  key: string

  @Field(() => GraphQLLocalDate, { description: 'The day.' })
  day: string

  @Field(() => String, { description: 'How the list calls it.' })
  heading: string

  @Field(() => [PastKnownMeeting], { description: 'The meetings of the board on that day. At most 20.' })
  known: PastKnownMeeting[]

  @Field(() => String, {
    nullable: true,
    description: 'The id of the meeting that it is, or NEW; null while it waits.',
  })
  choice: string | null
}

@ObjectType({ description: 'An agency that had no seat on some days of a list.', simpleResolvers: true })
export class PastMissingSeat {
  @Field(() => ID, { description: 'The id of the organisation.' })
  organisationId: string

  @Field(() => String, { description: 'Its name.' })
  organisation: string

  @Field(() => [GraphQLLocalDate], { description: 'The days. At most 400.' })
  days: string[]

  @Field(() => Int, { description: 'How many marks it has on them.' })
  marks: number

  @Field(() => String, { nullable: true, description: 'GUEST or LEAVE_OUT; null while it waits.' })
  choice: string | null
}

@ObjectType({ description: 'A mark that a list will become.', simpleResolvers: true })
export class PastMarkToWrite {
  @Field(() => ID, { description: 'The id of the seat.' })
  seatId: string

  @Field(() => String, { description: 'The name of the agency.' })
  organisation: string

  @Field(() => Mark, { description: 'What the register will say.' })
  mark: Mark

  @Field(() => String, { nullable: true, description: 'Who held the seat then, where the list says so.' })
  holderName: string | null

  @Field(() => String, { nullable: true, description: 'Who came in their stead, where the list says so.' })
  cameName: string | null

  @Field(() => String, { description: 'Why apologies were sent; may be empty.' })
  reason: string
}

@ObjectType({ description: 'A guest whom a list will become.', simpleResolvers: true })
export class PastGuestToWrite {
  @Field(() => String, { description: 'The name.' })
  name: string

  @Field(() => String, { description: 'The agency; may be empty.' })
  organisation: string
}

@ObjectType({ description: 'A meeting that a list will become, or fill in.', simpleResolvers: true })
export class PastMeetingToWrite {
  @Field(() => String, { description: 'Tells it from the others.' })
  key: string

  @Field(() => GraphQLLocalDate, { description: 'The day.' })
  day: string

  @Field(() => String, { description: 'What it will be called; empty where the list does not say.' })
  title: string

  @Field(() => Boolean, { description: 'Whether the board does not have it yet.' })
  isNew: boolean

  @Field(() => [PastMarkToWrite], { description: 'The marks. At most 500.' })
  marks: PastMarkToWrite[]

  @Field(() => [PastGuestToWrite], { description: 'The guests. At most 500.' })
  guests: PastGuestToWrite[]

  @Field(() => [String], {
    description:
      'Agencies with a seat on that day of which the list says nothing: they are unknown. At most 500.',
  })
  unmentioned: string[]
}

@ObjectType({ description: 'Words of a list that will not be written.', simpleResolvers: true })
export class PastWordsLeft {
  @Field(() => String, { description: 'The words.' })
  words: string

  @Field(() => String, { description: 'Where they stand, or what they are of.' })
  place: string

  @Field(() => String, { description: 'Why.' })
  why: string
}

@ObjectType({ description: 'Words of a list, with what they were taken for.', simpleResolvers: true })
export class PastWords {
  @Field(() => String, { description: 'The words.' })
  words: string

  @Field(() => String, { description: 'Where they stand in the document.' })
  place: string

  @Field(() => String, {
    description: 'TITLE, HEADING, MEETING, ROW, MARK, LEGEND, NOTE, LEFT_OUT or UNPLACED.',
  })
  use: string
}

@ObjectType({
  description: 'What has to be answered or chosen before a list can be saved.',
  simpleResolvers: true,
})
export class PastWaiting {
  @Field(() => Int, { description: 'Questions.' })
  questions: number

  @Field(() => Int, { description: 'Agencies.' })
  agencies: number

  @Field(() => Int, { description: 'People.' })
  people: number

  @Field(() => Int, { description: 'Meetings on days on which the board has one.' })
  meetings: number

  @Field(() => Int, { description: 'Agencies without a seat on some days.' })
  seats: number
}

@ObjectType({
  description: 'What was understood of a list, and what will come of it.',
  simpleResolvers: true,
})
export class PastPreview {
  @Field(() => [PastQuestion], { description: 'What the list leaves open. At most 600.' })
  questions: PastQuestion[]

  @Field(() => [PastAgency], { description: 'Its agencies. At most 1,000.' })
  agencies: PastAgency[]

  @Field(() => [PastOrganisation], {
    description: 'The agencies that have or had a seat on the board, by name. At most 1,000.',
  })
  organisations: PastOrganisation[]

  @Field(() => [PastPerson], {
    description: 'The people whom it names for agencies of the board. At most 2,000.',
  })
  people: PastPerson[]

  @Field(() => [PastMeetingChoice], { description: 'Meetings that the board may have already. At most 400.' })
  meetingChoices: PastMeetingChoice[]

  @Field(() => [PastMissingSeat], { description: 'Agencies without a seat on some days. At most 500.' })
  missingSeats: PastMissingSeat[]

  @Field(() => [PastMeetingToWrite], { description: 'What will be written, by day. At most 400.' })
  meetings: PastMeetingToWrite[]

  @Field(() => [PastWordsLeft], { description: 'What will not be written, and why. At most 1,000.' })
  leftOut: PastWordsLeft[]

  @Field(() => Int, { description: 'How many pieces of words will not be written.' })
  leftOutCount: number

  @Field(() => PastWaiting, { description: 'What still waits for a person.' })
  waiting: PastWaiting

  @Field(() => String, { description: 'When the new meetings began, as HH:MM.' })
  startsAt: string

  @Field(() => String, { description: 'When they ended, as HH:MM.' })
  endsAt: string
}

@ObjectType({ description: 'How much an import wrote when it was saved.', simpleResolvers: true })
export class SavedRegisterCounts {
  @Field(() => Int, { description: 'Meetings that it made.' })
  newMeetings: number

  @Field(() => Int, { description: 'Meetings whose register it filled in.' })
  knownMeetings: number

  @Field(() => Int, { description: 'Marks.' })
  marks: number

  @Field(() => Int, { description: 'Guests.' })
  guests: number

  @Field(() => Int, { description: 'Marks of the list that were left out.' })
  leftOut: number
}

@ObjectType({ description: 'An earlier import of the same list.', simpleResolvers: true })
export class SameRegister {
  @Field(() => ID, { description: 'The id of the earlier import.' })
  importId: string

  @Field(() => GraphQLDateTime, { description: 'When it was brought in.' })
  startedAt: Date

  @Field(() => Boolean, { description: 'Whether it was saved.' })
  saved: boolean
}

export const BringInRegisterResult = resultOf(
  'BringInRegisterResult',
  'The import with its preview, or why the list could not be read.',
  [RegisterImport, InvalidInput] as const,
)

export const ChooseInRegisterResult = resultOf(
  'ChooseInRegisterResult',
  'The import with what was chosen, or why nothing was kept.',
  [RegisterImport, InvalidInput, Conflict, NotReady] as const,
)

export const SaveRegisterResult = resultOf(
  'SaveRegisterResult',
  'The import whose meetings and marks are written, or why none are.',
  [RegisterImport, Conflict, NotReady] as const,
)

export const UndoRegisterResult = resultOf(
  'UndoRegisterResult',
  'The import, in preview again, or why it stays.',
  [RegisterImport, Conflict, NotReady] as const,
)

export const DiscardRegisterResult = resultOf(
  'DiscardRegisterResult',
  'The import that was put away, or why it was not.',
  [RegisterImport, Conflict, NotReady] as const,
)

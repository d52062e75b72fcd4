import { Field, Int, ObjectType } from 'type-graphql'

@ObjectType({ description: 'Something that minutes say at their beginning.', simpleResolvers: true })
export class MinutesFact {
  @Field(() => String, { description: 'What it is, such as "Date".' })
  label: string

  @Field(() => String, { description: 'What is said.' })
  text: string
}

@ObjectType({ description: 'People who were there in one way, or were not.', simpleResolvers: true })
export class MinutesAttendance {
  @Field(() => String, { description: 'How they were there, such as "Present" or "Apologies".' })
  heading: string

  @Field(() => [String], { description: 'Who, with the agency. Never why. At most 500.' })
  people: string[]
}

@ObjectType({ description: 'An action in minutes.', simpleResolvers: true })
export class MinutesAction {
  @Field(() => String, { description: 'What is to be done.' })
  words: string

  @Field(() => String, { description: 'Who does it.' })
  who: string

  @Field(() => String, { description: 'By when, or when it was done.' })
  due: string

  @Field(() => String, {
    description: 'The action of the improvement plan in which it stands; empty where it stands in none.',
  })
  planAction: string
}

@ObjectType({
  description: 'An action of an earlier meeting, in minutes.',
  simpleResolvers: true,
})
export class MinutesOpenAction {
  @Field(() => String, { description: 'What is to be done.' })
  words: string

  @Field(() => String, { description: 'Who does it.' })
  who: string

  @Field(() => String, { description: 'By when it was to be done.' })
  due: string

  @Field(() => String, { description: 'How it stands today, with what was said of it last.' })
  state: string

  @Field(() => String, { description: 'The day of the meeting that gave it.' })
  given: string
}

@ObjectType({ description: 'What minutes say of one item of the agenda.', simpleResolvers: true })
export class MinutesPart {
  @Field(() => Int, { nullable: true, description: 'Its number; null for what stands under no item.' })
  number: number | null

  @Field(() => String, { description: 'What it is about.' })
  title: string

  @Field(() => String, { description: 'Who brought it in; may be empty.' })
  presenter: string

  @Field(() => String, { description: 'What was said; may be empty.' })
  notes: string

  @Field(() => [String], { description: 'What was decided. At most 200.' })
  decisions: string[]

  @Field(() => [MinutesAction], { description: 'What is to be done. At most 200.' })
  actions: MinutesAction[]
}

@ObjectType({
  description:
    'The draft of the minutes of a meeting, as it can be had in Word at /meetings/ID/minutes/file.',
  simpleResolvers: true,
})
export class Minutes {
  @Field(() => String, { description: 'The title of the document.' })
  title: string

  @Field(() => [MinutesFact], { description: 'Which meeting it was. At most 4.' })
  facts: MinutesFact[]

  @Field(() => [String], { description: 'Why they may still change. At most 2.' })
  warnings: string[]

  @Field(() => [MinutesAttendance], { description: 'Who was there and who was not. At most 8.' })
  attendance: MinutesAttendance[]

  @Field(() => [MinutesPart], { description: 'What was said, decided and given, by item. At most 61.' })
  parts: MinutesPart[]

  @Field(() => [MinutesOpenAction], {
    description: 'What earlier meetings gave and what was not done on the day of this one. At most 200.',
  })
  openBefore: MinutesOpenAction[]

  @Field(() => String, { description: 'When the next meeting is.' })
  next: string
}

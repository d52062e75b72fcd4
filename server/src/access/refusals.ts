import { Field, ID, Int, ObjectType } from 'type-graphql'

@ObjectType({ description: 'What is wrong with one field of what was sent.' })
export class FieldProblem {
  @Field(() => String, {
    description: 'The name of the field in the input; a path such as "areas.0.title" inside it.',
  })
  field: string

  @Field(() => String, { description: 'What is wrong and what to do, in plain English.' })
  message: string
}

@ObjectType({
  description: 'Nothing was changed, because something that was sent has to be put right first.',
})
export class InvalidInput {
  @Field(() => String, { description: 'What happened and what to do, in plain English.' })
  message: string

  @Field(() => [FieldProblem], { description: 'What is wrong, field by field. At most 100.' })
  problems: FieldProblem[]

  constructor(problems: FieldProblem[]) {
    this.problems = problems.slice(0, 100)
    this.message = problems[0]?.message ?? 'Check what you entered.'
  }

  /** One problem with one field. */
  static of(field: string, message: string): InvalidInput {
    return new InvalidInput([{ field, message }])
  }
}

@ObjectType({ description: 'One field that somebody else changed in the meantime.' })
export class ConflictField {
  @Field(() => String, { description: 'The name of the field.' })
  field: string

  @Field(() => String, { description: 'What stands there now.' })
  theirs: string

  @Field(() => String, { description: 'What was sent, so that no word is lost.' })
  yours: string
}

@ObjectType({ description: 'Nothing was changed, because somebody else changed the record in the meantime.' })
export class Conflict {
  @Field(() => String, { description: 'What happened and what to do, in plain English.' })
  message: string

  @Field(() => ID, { description: 'The record.' })
  recordId: string

  @Field(() => Int, {
    description: 'The version that stands now: send this one to write over it on purpose.',
  })
  currentVersion: number

  @Field(() => [ConflictField], { description: 'What stands now beside what was sent. At most 100.' })
  fields: ConflictField[]

  constructor(recordId: string, currentVersion: number, fields: ConflictField[]) {
    this.recordId = recordId
    this.currentVersion = currentVersion
    this.fields = fields.slice(0, 100)
    this.message =
      'Somebody else changed this while you were working. Nothing of yours is lost: compare the two and save again.'
  }
}

@ObjectType({ description: 'Nothing was changed, because something else has to happen first.' })
export class NotReady {
  @Field(() => String, { description: 'What has to happen first, in plain English.' })
  message: string

  constructor(message: string) {
    this.message = message
  }
}

/** An expected refusal: a member of a mutation's result union. Nothing was changed. */
export type Refusal = InvalidInput | Conflict | NotReady

export function isRefusal(result: unknown): result is Refusal {
  return result instanceof InvalidInput || result instanceof Conflict || result instanceof NotReady
}

import { createUnionType, Field, ID, Int, ObjectType } from 'type-graphql'
import { GraphQLDateTime } from 'graphql-scalars'
import { NotReady } from '../../access/refusals.ts'

@ObjectType({ description: 'A person’s account, as administrators see it.' })
export class PersonAccount {
  @Field(() => ID, { description: 'The id of the person.' })
  id: string

  @Field(() => String, { description: 'The name of the person.' })
  name: string

  @Field(() => String, { description: 'The e-mail address that the person signs in with.' })
  email: string

  @Field(() => GraphQLDateTime, {
    nullable: true,
    description: 'When the account was switched off; null while it is on.',
  })
  disabledAt: Date | null
}

@ObjectType({ description: 'Some of the people, and where the next ones begin.' })
export class PeoplePage {
  @Field(() => [PersonAccount], { description: 'The people by name. At most 100.' })
  people: PersonAccount[]

  @Field(() => String, {
    nullable: true,
    description: 'Send it as `after` for the next ones; null at the end.',
  })
  next: string | null
}

@ObjectType({ description: 'A mail in the outbox.' })
export class OutboxMail {
  @Field(() => ID, { description: 'The id of the mail.' })
  id: string

  @Field(() => String, { description: 'The e-mail address it goes to.' })
  recipient: string

  @Field(() => String, { description: 'Its subject.' })
  subject: string

  @Field(() => String, {
    description: 'Its text. Where mail is sent by SMTP, the secret part of links is left out.',
  })
  body: string

  @Field(() => GraphQLDateTime, { description: 'When it was written.' })
  writtenAt: Date

  @Field(() => GraphQLDateTime, { nullable: true, description: 'When it was sent; null while it was not.' })
  sentAt: Date | null

  @Field(() => Int, { description: 'How often sending was tried.' })
  attempts: number

  @Field(() => String, { nullable: true, description: 'Why the last try failed; null where none did.' })
  lastError: string | null
}

@ObjectType({ description: 'Some of the mails, and where the next ones begin.' })
export class OutboxPage {
  @Field(() => Boolean, { description: 'Whether mail is sent; otherwise it only stands here.' })
  sends: boolean

  @Field(() => [OutboxMail], { description: 'The mails, the newest first. At most 100.' })
  mails: OutboxMail[]

  @Field(() => String, {
    nullable: true,
    description: 'Send it as `after` for the next ones; null at the end.',
  })
  next: string | null
}

export const PersonAccountResult = createUnionType({
  name: 'PersonAccountResult',
  description: 'The person’s account, or why nothing was changed.',
  types: () => [PersonAccount, NotReady] as const,
  resolveType: (value) => (value instanceof NotReady ? NotReady : PersonAccount),
})

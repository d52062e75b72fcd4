import { Arg, Ctx, FieldResolver, Int, Mutation, Query, Resolver, Root } from 'type-graphql'
import { Allow } from '../../access/allow.ts'
import { RequestContext } from '../../access/requestContext.ts'
import { identityPolicy } from './identity.policy.ts'
import { PersonAccountInput } from './people.inputs.ts'
import { disablePerson, enablePerson } from './people.operations.ts'
import { readOutbox, readPeople, readRolesOfPeople } from './people.reads.ts'
import { OutboxPage, PeoplePage, PersonAccount, PersonAccountResult } from './people.results.ts'

@Resolver(() => PersonAccount)
export class PeopleResolver {
  @Query(() => PeoplePage, { description: 'The people of the platform, by name.' })
  @Allow(identityPolicy.readPeople)
  people(
    @Ctx() context: RequestContext,
    @Arg('search', () => String, { defaultValue: '', description: 'A part of the name or e-mail address.' })
    search: string,
    @Arg('first', () => Int, { defaultValue: 50, description: 'How many, 1 to 100.' }) first: number,
    @Arg('after', () => String, { nullable: true, description: 'The `next` of the page before.' })
    after?: string | null,
  ): Promise<PeoplePage> {
    return readPeople(context, search, first, after ?? null)
  }

  @FieldResolver(() => [String], { description: 'What the person is and where, in words. At most 50.' })
  async roles(@Root() person: PersonAccount, @Ctx() context: RequestContext): Promise<string[]> {
    return (await context.loader(readRolesOfPeople).load(person.id)) ?? []
  }

  @Mutation(() => PersonAccountResult, { description: 'Switches an account off and ends its sessions.' })
  @Allow(identityPolicy.disablePerson)
  disablePerson(
    @Ctx() context: RequestContext,
    @Arg('input', () => PersonAccountInput, { description: 'Whose.' }) input: PersonAccountInput,
  ): Promise<typeof PersonAccountResult> {
    return disablePerson(context, input)
  }

  @Mutation(() => PersonAccountResult, { description: 'Switches an account on again.' })
  @Allow(identityPolicy.enablePerson)
  enablePerson(
    @Ctx() context: RequestContext,
    @Arg('input', () => PersonAccountInput, { description: 'Whose.' }) input: PersonAccountInput,
  ): Promise<typeof PersonAccountResult> {
    return enablePerson(context, input)
  }

  @Query(() => OutboxPage, { description: 'The mails that the platform wrote, the newest first.' })
  @Allow(identityPolicy.readOutbox)
  outbox(
    @Ctx() context: RequestContext,
    @Arg('first', () => Int, { defaultValue: 50, description: 'How many, 1 to 100.' }) first: number,
    @Arg('after', () => String, { nullable: true, description: 'The `next` of the page before.' })
    after?: string | null,
  ): Promise<OutboxPage> {
    return readOutbox(context, first, after ?? null)
  }
}

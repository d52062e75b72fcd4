import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql'
import { RequestContext } from '../../../access/requestContext.ts'
import { joinedByOrganisation, partOfByOrganisation } from '../../organisation/merger.reads.ts'
import { Merged } from '../../organisation/organisation.entity.ts'
import { Flag } from './flag.entity.ts'
import { RuleFinding } from './flag.results.ts'

interface AboutAgency {
  organisationId?: string | null
}

const partOfText = 'The organisation that the agency became part of; null while it stands for itself.'
const joinedText = 'The organisations that became part of the agency, the earliest first. At most 1,000.'

async function partOf({ organisationId }: AboutAgency, context: RequestContext): Promise<Merged | null> {
  return organisationId ? ((await context.loader(partOfByOrganisation).load(organisationId)) ?? null) : null
}

async function joined({ organisationId }: AboutAgency, context: RequestContext): Promise<Merged[]> {
  return organisationId ? ((await context.loader(joinedByOrganisation).load(organisationId)) ?? []) : []
}

/** The mergers of the agency that a flag is about, as they are known today. */
@Resolver(() => Flag)
export class FlagMergersResolver {
  @FieldResolver(() => Merged, { nullable: true, description: partOfText })
  partOf(@Root() flag: AboutAgency, @Ctx() context: RequestContext): Promise<Merged | null> {
    return partOf(flag, context)
  }

  @FieldResolver(() => [Merged], { description: joinedText })
  joined(@Root() flag: AboutAgency, @Ctx() context: RequestContext): Promise<Merged[]> {
    return joined(flag, context)
  }
}

@Resolver(() => RuleFinding)
export class FindingMergersResolver {
  @FieldResolver(() => Merged, { nullable: true, description: partOfText })
  partOf(@Root() finding: RuleFinding, @Ctx() context: RequestContext): Promise<Merged | null> {
    return partOf(finding, context)
  }

  @FieldResolver(() => [Merged], { description: joinedText })
  joined(@Root() finding: RuleFinding, @Ctx() context: RequestContext): Promise<Merged[]> {
    return joined(finding, context)
  }
}

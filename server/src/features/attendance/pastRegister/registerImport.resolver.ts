import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql'
import { Allow } from '../../../access/allow.ts'
import { may } from '../../../access/policy.ts'
import { isRefusal } from '../../../access/refusals.ts'
import type { Refusal } from '../../../access/refusals.ts'
import { RequestContext } from '../../../access/requestContext.ts'
import { Board } from '../../board/board.entity.ts'
import { boardsById } from '../../board/board.reads.ts'
import { RegisterImport } from './registerImport.entity.ts'
import { BringInRegisterInput, ChooseInRegisterInput, RegisterImportInput } from './registerImport.inputs.ts'
import { bringInRegister, chooseInRegister, discardRegister } from './registerImport.operations.ts'
import { registerImportPolicy } from './registerImport.policy.ts'
import {
  builtOnImports,
  countsOfRegisters,
  previewsOfImports,
  registerImportsById,
  registerImportsOfBoards,
  sameRegisters,
  wordsOfRegister,
} from './registerImport.reads.ts'
import type { RegisterImportRow } from './registerImport.reads.ts'
import {
  BringInRegisterResult,
  ChooseInRegisterResult,
  DiscardRegisterResult,
  PastPreview,
  PastWords,
  SameRegister,
  SavedRegisterCounts,
  SaveRegisterResult,
  UndoRegisterResult,
} from './registerImport.results.ts'
import { saveRegister } from './registerImport.save.ts'
import { undoRegister } from './registerImport.undo.ts'

type Loaded = RegisterImportRow | Refusal | undefined

@Resolver(() => RegisterImport)
export class RegisterImportResolver {
  @Query(() => RegisterImport, {
    nullable: true,
    description: 'One import of past registers; null where there is none for the viewer.',
  })
  @Allow(registerImportPolicy.read)
  registerImport(
    @Ctx() context: RequestContext,
    @Arg('id', () => ID, { description: 'Its id.' }) id: string,
  ): Promise<RegisterImportRow | undefined> {
    return context.loader(registerImportsById).load(id)
  }

  @Mutation(() => BringInRegisterResult, {
    description: 'Reads a list of attendance that was kept elsewhere and starts its preview.',
  })
  @Allow(registerImportPolicy.bringIn)
  async bringInRegister(
    @Ctx() context: RequestContext,
    @Arg('input', () => BringInRegisterInput, { description: 'The list.' }) input: BringInRegisterInput,
  ): Promise<Loaded> {
    return loaded(context, await bringInRegister(context, input))
  }

  @Mutation(() => ChooseInRegisterResult, { description: 'Keeps what was chosen in the preview of a list.' })
  @Allow(registerImportPolicy.bringIn)
  async chooseInRegister(
    @Ctx() context: RequestContext,
    @Arg('input', () => ChooseInRegisterInput, { description: 'The choices.' })
    input: ChooseInRegisterInput,
  ): Promise<Loaded> {
    return loaded(context, await chooseInRegister(context, input))
  }

  @Mutation(() => SaveRegisterResult, {
    description:
      'Writes the meetings and marks of a list into the registers of its board, whole or not at all.',
  })
  @Allow(registerImportPolicy.bringIn)
  async saveRegister(
    @Ctx() context: RequestContext,
    @Arg('input', () => RegisterImportInput, { description: 'Which import.' }) input: RegisterImportInput,
  ): Promise<Loaded> {
    return loaded(context, await saveRegister(context, input))
  }

  @Mutation(() => UndoRegisterResult, {
    description:
      'Takes back what an import wrote, as long as nobody has built on it; it is in preview again.',
  })
  @Allow(registerImportPolicy.bringIn)
  async undoRegister(
    @Ctx() context: RequestContext,
    @Arg('input', () => RegisterImportInput, { description: 'Which import.' }) input: RegisterImportInput,
  ): Promise<Loaded> {
    return loaded(context, await undoRegister(context, input))
  }

  @Mutation(() => DiscardRegisterResult, { description: 'Puts an import away; nothing comes of it.' })
  @Allow(registerImportPolicy.bringIn)
  async discardRegister(
    @Ctx() context: RequestContext,
    @Arg('input', () => RegisterImportInput, { description: 'Which import.' }) input: RegisterImportInput,
  ): Promise<Loaded> {
    return loaded(context, await discardRegister(context, input))
  }

  @FieldResolver(() => Board, {
    nullable: true,
    description: 'The board whose meetings it is about; null where it does not exist for the viewer.',
  })
  async board(@Root() started: RegisterImportRow, @Ctx() context: RequestContext): Promise<Board | null> {
    return (await context.loader(boardsById).load(started.boardId)) ?? null
  }

  @FieldResolver(() => PastPreview, {
    nullable: true,
    description:
      'What was understood of the list, and what will come of it; null once it was saved or put away.',
  })
  async preview(
    @Root() { id }: RegisterImportRow,
    @Ctx() context: RequestContext,
  ): Promise<PastPreview | null> {
    return (await context.loader(previewsOfImports).load(id)) ?? null
  }

  @FieldResolver(() => [PastWords], {
    description: 'All words of the list in their order, with what they were taken for. At most 500 at once.',
  })
  async words(
    @Root() { id }: RegisterImportRow,
    @Ctx() context: RequestContext,
    @Arg('from', () => Int, { defaultValue: 0, description: 'How many to leave out before the first.' })
    from: number,
  ): Promise<PastWords[]> {
    const cells = await wordsOfRegister(context, id, Math.max(0, from))
    return cells.map(({ text, place, as }) => ({ words: text, place, use: as }))
  }

  @FieldResolver(() => SavedRegisterCounts, {
    nullable: true,
    description: 'How much it wrote; null where it is not saved.',
  })
  async counts(
    @Root() { id }: RegisterImportRow,
    @Ctx() context: RequestContext,
  ): Promise<SavedRegisterCounts | null> {
    return (await context.loader(countsOfRegisters).load(id)) ?? null
  }

  @FieldResolver(() => [String], {
    nullable: true,
    description:
      'What was built on it since it was saved, as sentences; empty where it can be undone, null where it is not saved. At most 11.',
  })
  async builtOn(@Root() { id }: RegisterImportRow, @Ctx() context: RequestContext): Promise<string[] | null> {
    return (await context.loader(builtOnImports).load(id)) ?? null
  }

  @FieldResolver(() => [SameRegister], {
    description: 'When the same list was brought in to this board before, the newest first. At most 50.',
  })
  async earlier(@Root() { id }: RegisterImportRow, @Ctx() context: RequestContext): Promise<SameRegister[]> {
    return (await context.loader(sameRegisters).load(id)) ?? []
  }
}

@Resolver(() => Board)
export class BoardRegisterImportsResolver {
  @FieldResolver(() => [RegisterImport], {
    description:
      'Past registers that were brought in or wait to be saved, the newest first; empty for who may not see them. At most 50.',
  })
  async registerImports(@Root() { id }: Board, @Ctx() context: RequestContext): Promise<RegisterImportRow[]> {
    return (await context.loader(registerImportsOfBoards).load(id)) ?? []
  }

  @FieldResolver(() => Boolean, { description: 'Whether the viewer may bring in past registers.' })
  async viewerCanBringInRegisters(@Root() { id }: Board, @Ctx() context: RequestContext): Promise<boolean> {
    return may(await context.viewer(), registerImportPolicy.bringIn, { boardId: id })
  }
}

async function loaded(context: RequestContext, result: RegisterImport | Refusal): Promise<Loaded> {
  return isRefusal(result) ? result : context.loader(registerImportsById).load(result.id)
}

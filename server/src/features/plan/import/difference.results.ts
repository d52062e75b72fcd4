import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql'
import { DifferenceChoice, DifferenceKind } from '@boardwork/shared/plan/import/planDifference.ts'
import { Conflict, InvalidInput, NotReady } from '../../../access/refusals.ts'
import { resultOf } from '../../../access/resultOf.ts'
import { Plan } from '../plan.entity.ts'
import { PlanImport } from './planImport.entity.ts'

registerEnumType(DifferenceChoice, {
  name: 'DifferenceChoice',
  description: 'Whose text stands after a later version of the document was brought in.',
  valuesConfig: {
    TAKE: { description: "The document's." },
    KEEP: { description: "The plan's." },
  },
})

registerEnumType(DifferenceKind, {
  name: 'DifferenceKind',
  description: 'What a later version of the document did to something.',
  valuesConfig: {
    ADDED: { description: 'It is new in the document, or was left out of the plan before.' },
    CHANGED: { description: 'It says something else.' },
    MOVED: { description: 'It says the same in another area, under another number, or in another order.' },
    GONE: { description: 'The document leaves it out.' },
  },
})

export const DifferenceOf = { PLAN: 'PLAN', AREA: 'AREA', ACTION: 'ACTION' } as const
export type DifferenceOf = (typeof DifferenceOf)[keyof typeof DifferenceOf]

registerEnumType(DifferenceOf, {
  name: 'DifferenceOf',
  description: 'What differs from the document.',
  valuesConfig: {
    PLAN: { description: 'The plan itself.' },
    AREA: { description: 'An area.' },
    ACTION: { description: 'An action.' },
  },
})

@ObjectType({
  description: 'One thing to take from the document, or to keep as it is.',
  simpleResolvers: true,
})
export class DifferenceRow {
  @Field(() => String, { description: 'By what it is chosen.' })
  key: string

  @Field(() => String, { description: 'The field, for people.' })
  label: string

  @Field(() => String, {
    nullable: true,
    description: 'The text of the document before; null where there is none to compare with.',
  })
  earlier: string | null

  @Field(() => String, { description: 'The text in the plan; empty where there is none.' })
  plan: string

  @Field(() => String, { description: 'The text of the document; empty where there is none.' })
  document: string

  @Field(() => Boolean, {
    description: 'Whether it was changed in the plan as well since the document before.',
  })
  bothChanged: boolean

  @Field(() => DifferenceChoice, { description: 'What happens: what somebody chose, or else what is usual.' })
  choice: DifferenceChoice

  @Field(() => Boolean, { description: 'Whether somebody chose.' })
  chosen: boolean

  @Field(() => String, { nullable: true, description: 'Why it cannot be taken; null where it can.' })
  cannotBecause: string | null
}

@ObjectType({
  description: 'The plan itself, an area or an action that differs from the document.',
  simpleResolvers: true,
})
export class DifferenceItem {
  @Field(() => String, {
    description: 'The id of what stands in the plan, "plan", or the key in the draft of what is new.',
  })
  key: string

  @Field(() => DifferenceKind, { description: 'What the document did.' })
  kind: DifferenceKind

  @Field(() => DifferenceOf, { description: 'What it is.' })
  what: DifferenceOf

  @Field(() => Boolean, { description: 'Whether it stands in the plan.' })
  isInPlan: boolean

  @Field(() => String, { description: 'Its number and title.' })
  name: string

  @Field(() => String, { description: 'Of an action, the number and title of its area; else empty.' })
  areaName: string

  @Field(() => String, { description: 'Another text once anything of it has changed; send it to merge.' })
  seen: string

  @Field(() => [DifferenceRow], { description: 'What differs. At most 1,000.' })
  rows: DifferenceRow[]
}

@ObjectType({ description: 'What was changed in the plan alone: it stays.', simpleResolvers: true })
export class EditedHere {
  @Field(() => String, { description: 'The number and title of the area or action.' })
  name: string

  @Field(() => [String], { description: 'The fields, for people. At most 20.' })
  labels: string[]
}

@ObjectType({ description: 'A plan beside a later version of its document.', simpleResolvers: true })
export class PlanDifference {
  @Field(() => ID, { description: 'The id of the import.' })
  id: string

  @Field(() => Boolean, {
    description: 'Whether there is an earlier document, which says who changed what.',
  })
  compared: boolean

  @Field(() => Int, {
    description: 'How many things of the draft have to be mended before it can be merged.',
  })
  toMend: number

  @Field(() => [DifferenceItem], {
    description: 'What differs, in the order of the document. At most 12,000.',
  })
  items: DifferenceItem[]

  @Field(() => [EditedHere], { description: 'What was changed in the plan alone. At most 200.' })
  editedHere: EditedHere[]
}

@ObjectType({ description: 'How many areas and actions an import changed.', simpleResolvers: true })
export class ImportChanges {
  @Field(() => Int, { description: 'Areas and actions that it added.' })
  added: number

  @Field(() => Int, { description: 'Those that it changed.' })
  changed: number

  @Field(() => Int, { description: 'Those that it moved or gave another number.' })
  moved: number

  @Field(() => Int, { description: 'Those that it removed.' })
  gone: number

  @Field(() => Int, { description: 'Progress updates that came with it.' })
  updates: number
}

export const MergePlanResult = resultOf('MergePlanResult', 'The merged plan, or why nothing was changed.', [
  Plan,
  InvalidInput,
  Conflict,
  NotReady,
] as const)

export const ChooseDifferencesResult = resultOf(
  'ChooseDifferencesResult',
  'The import, or why the choices were not kept.',
  [PlanImport, InvalidInput, Conflict, NotReady] as const,
)

export const UndoImportResult = resultOf(
  'UndoImportResult',
  'The import, in preview again, or why nothing was undone.',
  [PlanImport, Conflict, NotReady] as const,
)

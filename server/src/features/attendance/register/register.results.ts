import { Field, ID, Int, ObjectType } from 'type-graphql'
import { Conflict, InvalidInput, NotReady } from '../../../access/refusals.ts'
import { resultOf } from '../../../access/resultOf.ts'
import { Meeting } from '../meeting/meeting.entity.ts'
import { RegisterMark } from './registerMark.entity.ts'

@ObjectType({ description: 'A mark that was not saved; nothing of it is lost.', simpleResolvers: true })
export class UnsavedMark {
  @Field(() => ID, { description: 'The seat or the invitation.' })
  placeId: string

  @Field(() => String, { description: 'What happened and what to do, in plain English.' })
  message: string

  @Field(() => Int, {
    description:
      'The version of the mark that stands now, to write over it on purpose; 0 where there is none.',
  })
  currentVersion: number

  @Field(() => RegisterMark, {
    nullable: true,
    description: 'What the register says now; null while it says nothing of the place.',
  })
  current: RegisterMark | null
}

@ObjectType({ description: 'The register after marks were sent.', simpleResolvers: true })
export class SavedMarks {
  @Field(() => Meeting, { description: 'The meeting with its register.' })
  meeting: Meeting

  @Field(() => [UnsavedMark], { description: 'The marks that were not saved. At most 200.' })
  unsaved: UnsavedMark[]
}

@ObjectType({ description: 'What the viewer may do about the register of a meeting.', simpleResolvers: true })
export class RegisterViewerCan {
  @Field(() => Boolean, { description: 'Keep it: fill it in and close it while it is open.' })
  keep: boolean

  @Field(() => Boolean, { description: 'Mark who came, and write down guests.' })
  fill: boolean

  @Field(() => Boolean, { description: 'Close it.' })
  close: boolean

  @Field(() => Boolean, { description: 'Correct a mark of it, now that it is closed.' })
  correct: boolean

  @Field(() => Boolean, { description: 'Let members mark themselves with a code.' })
  openCheckIn: boolean

  @Field(() => Boolean, { description: 'Mark themselves with the code that is shown in the room.' })
  checkIn: boolean
}

export const SetMarksResult = resultOf('SetMarksResult', 'The register, or why no mark was saved.', [
  SavedMarks,
  InvalidInput,
  NotReady,
] as const)

export const CloseRegisterResult = resultOf(
  'CloseRegisterResult',
  'The meeting, or why its register is open.',
  [Meeting, NotReady] as const,
)

export const CorrectMarkResult = resultOf('CorrectMarkResult', 'The mark, or why it stands as it was.', [
  RegisterMark,
  InvalidInput,
  Conflict,
  NotReady,
] as const)

export const SaveGuestResult = resultOf('SaveGuestResult', 'The meeting, or why nothing was changed.', [
  Meeting,
  InvalidInput,
  Conflict,
  NotReady,
] as const)

export const RemoveGuestResult = resultOf('RemoveGuestResult', 'The meeting, or why nothing was changed.', [
  Meeting,
  Conflict,
  NotReady,
] as const)

import { Check, Entity, ManyToOne, Property } from '@mikro-orm/decorators/legacy'
import { Field, Int, ObjectType } from 'type-graphql'
import { anyOf, floor, floorRule } from '../../../access/floor.ts'
import { Board } from '../../board/board.entity.ts'

@Entity({
  tableName: 'attendance_setting',
  ...floor('attendance_setting', {
    select: anyOf(floorRule.member(), floorRule.ledBoard()),
    insert: floorRule.officer(),
    update: floorRule.officer(),
  }),
})
@Check({ name: 'attendance_setting_month', expression: 'year_starts_month > 0 and year_starts_month < 13' })
@ObjectType({ description: 'What a board has settled about its meetings.', simpleResolvers: true })
export class AttendanceSetting {
  @ManyToOne({ entity: () => Board, primary: true, fieldName: 'board_id', mapToPk: true })
  boardId: string

  @Property({ type: 'integer' })
  @Field(() => Int, { description: 'The month on whose first day its year begins, from 1 to 12.' })
  yearStartsMonth: number

  @Property({ type: 'text' })
  @Field(() => String, { description: 'In its own words, which deputies are senior enough; may be empty.' })
  deputyRule: string

  @Property({ type: 'integer', version: true })
  @Field(() => Int, { description: 'Rises by one with each change; 0 while nothing was settled.' })
  version: number
}

import { Entity, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy'
import type { PlanField } from '@boardwork/shared/plan/import/planField.ts'
import { floor, floorRule } from '../../../access/floor.ts'
import { Board } from '../../board/board.entity.ts'

/** What a board said that a column of its documents holds, for the next document with the same heading. */
@Entity({
  tableName: 'column_choice',
  ...floor('column_choice', {
    select: floorRule.officer(),
    insert: floorRule.officer(),
    update: floorRule.officer(),
  }),
})
export class ColumnChoice {
  @ManyToOne({ entity: () => Board, primary: true, fieldName: 'board_id', mapToPk: true })
  boardId: string

  /** The heading in small letters without marks, as `columnKey` gives it. */
  @PrimaryKey({ type: 'text' })
  columnKey: string

  @Property({ type: 'text' })
  field: PlanField

  @Property({ type: 'timestamptz' })
  chosenAt: Date
}

import { Entity, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy'
import { allOf, floor, floorRule } from '../../../access/floor.ts'
import { Board } from '../../board/board.entity.ts'
import { Person } from '../../identity/person.entity.ts'

/** A file that was sent to a board and waits to be read. */
@Entity({
  tableName: 'upload',
  ...floor('upload', {
    select: allOf(floorRule.me(), floorRule.officer()),
    insert: allOf(floorRule.me(), floorRule.officer()),
    update: allOf(floorRule.me(), floorRule.officer()),
    delete: allOf(floorRule.me(), floorRule.officer()),
  }),
})
export class Upload {
  @ManyToOne({ entity: () => Board, primary: true, fieldName: 'board_id', mapToPk: true })
  boardId: string

  @PrimaryKey({ type: 'uuid' })
  id: string

  @ManyToOne({ entity: () => Person, fieldName: 'person_id', mapToPk: true })
  personId: string

  @Property({ type: 'text' })
  fileName: string

  @Property({ type: 'bytea' })
  content: Uint8Array

  /** How much of it has been read, in percent. */
  @Property({ type: 'integer', default: 0 })
  percentRead: number

  @Property({ type: 'timestamptz' })
  uploadedAt: Date
}

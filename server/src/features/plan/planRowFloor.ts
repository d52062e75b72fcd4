import { anyOf, floorRule } from '../../access/floor.ts'
import type { Floor } from '../../access/floor.ts'

/** The floor of every table whose rows stand inside an area of a plan and carry `plan_id` and `area_id`. */
export const planRowFloor: Floor = {
  select: anyOf(floorRule.wholePlan(), floorRule.partArea(), floorRule.officer()),
  insert: floorRule.officer(),
  update: floorRule.officer(),
  delete: floorRule.officer(),
}

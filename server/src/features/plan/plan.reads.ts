import type { RequestContext } from '../../access/requestContext.ts'
import type { Plan } from './plan.entity.ts'

const planColumns = `id, board_id as "boardId", title, state, created_at as "createdAt", adopted_at as "adoptedAt", version`

export async function readPlan(context: RequestContext, id: string): Promise<Plan | null> {
  const [plan] = await context.rows<Plan>(`select ${planColumns} from plan where id = $1`, [id])
  return plan ?? null
}

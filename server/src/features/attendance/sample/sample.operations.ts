import { randomBytes } from 'node:crypto'
import {
  boardYearOf,
  checkRulesYear,
  yearEndsOn,
  yearStartsOn,
} from '@boardwork/shared/attendance/figures/boardYear.ts'
import { isHeld } from '@boardwork/shared/attendance/rule/facts.ts'
import { checkSharePercent, drawSample } from '@boardwork/shared/attendance/sample/sample.ts'
import { operation } from '../../../access/operation.ts'
import type { Change } from '../../../access/operation.ts'
import { rowsOf } from '../../../access/readRows.ts'
import { InvalidInput, NotReady } from '../../../access/refusals.ts'
import type { RequestContext } from '../../../access/requestContext.ts'
import { newId } from '../../../db/newId.ts'
import { Board } from '../../board/board.entity.ts'
import { readToday } from '../../board/grant.operations.ts'
import { findFlags } from '../flag/flag.find.ts'
import { samplePolicy } from '../flag/flag.policy.ts'
import { MeetingSample } from './meetingSample.entity.ts'
import type { DrawSampleInput } from './sample.inputs.ts'
import { readMeetingFacts, readYearStart } from '../rule/yearFacts.ts'

/**
 * An officer draws a sample of the strategy meetings that were held in a year so far. The same meetings are drawn from
 * once: whoever likes the result no better cannot draw until another one comes. Then it is looked with the rules.
 */
export function drawMeetingSample(
  context: RequestContext,
  input: DrawSampleInput,
): Promise<MeetingSample | InvalidInput | NotReady> {
  const line = samplePolicy.draw
  const again = (change: Change, id: string) => change.find(MeetingSample, { id })
  return operation(context, line, input.clientMutationId, again, async (change) => {
    const board = await change.find(Board, { id: input.boardId })
    const { id: boardId } = board
    change.authorize(line, { boardId })
    await change.lock(board)
    const { year, sharePercent } = input
    const rows = rowsOf(change)
    const startsMonth = await readYearStart(rows, boardId)
    const problems = [
      ...checkRulesYear(year, boardYearOf(await readToday(change), startsMonth)),
      ...checkSharePercent(sharePercent),
    ]
    if (problems.length > 0) return new InvalidInput(problems)
    const [from, to] = [yearStartsOn(year, startsMonth), yearEndsOn(year, startsMonth)]
    const meetings = await readMeetingFacts(rows, boardId, from, to)
    const held = meetings.filter((meeting) => meeting.kind === 'STRATEGY' && isHeld(meeting))
    if (held.length === 0)
      return new NotReady(
        'No strategy meeting of this year has a closed register yet. There is nothing to draw.',
      )
    const seed = randomBytes(16).toString('hex')
    const draw = await drawSample(
      held.map(({ id }) => id),
      seed,
      sharePercent,
    )
    const { populationHash } = draw
    if (await change.em.findOne(MeetingSample, { boardId, year, populationHash }))
      return new NotReady(
        'A sample of just these strategy meetings is drawn already. It can be drawn anew once another one was held.',
      )
    const sample: MeetingSample = {
      boardId,
      id: newId(),
      year,
      sharePercent,
      seed,
      population: draw.population,
      populationHash,
      drawn: draw.sample,
      drawnAt: new Date(),
      drawnByName: change.viewer.name,
    }
    await change.em.insert(MeetingSample, sample)
    change.record({
      chainId: boardId,
      action: line.name,
      recordType: 'MeetingSample',
      recordId: sample.id,
      after: { year, sharePercent, seed, populationHash },
    })
    await findFlags(change, boardId, from)
    return sample
  })
}

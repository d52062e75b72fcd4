import { checkRulesYear, boardYearOf, yearStartsOn } from '@boardwork/shared/attendance/figures/boardYear.ts'
import { checkMove, whyNotMove } from '@boardwork/shared/attendance/flag/flagLife.ts'
import type { FlagMove } from '@boardwork/shared/attendance/flag/flagLife.ts'
import { flagMail } from '@boardwork/shared/attendance/flag/flagMail.ts'
import { operation } from '../../../access/operation.ts'
import type { Change } from '../../../access/operation.ts'
import type { PolicyLine } from '../../../access/policy.ts'
import { rowsOf } from '../../../access/readRows.ts'
import { Conflict, InvalidInput, NotReady } from '../../../access/refusals.ts'
import type { RequestContext } from '../../../access/requestContext.ts'
import { Board } from '../../board/board.entity.ts'
import { readToday } from '../../board/grant.operations.ts'
import { writeMail } from '../../identity/mail.ts'
import { Flag } from './flag.entity.ts'
import { findFlags } from './flag.find.ts'
import type {
  AcceptFlagInput,
  AddressFlagInput,
  AnswerFlagInput,
  CloseFlagInput,
  DiscussFlagInput,
  LookForFlagsInput,
  PutFlagInput,
} from './flag.inputs.ts'
import { flagPolicy } from './flag.policy.ts'
import type { FlagSubject } from './flag.policy.ts'
import { addStep } from './flag.steps.ts'
import { Meeting } from '../meeting/meeting.entity.ts'
import { readYearStart } from '../rule/yearFacts.ts'

type Moved = Promise<Flag | InvalidInput | Conflict | NotReady>

/** An officer asks the agency about a flag; its people get a letter, and see the flag from now on. */
export function putFlag(context: RequestContext, input: PutFlagInput): Moved {
  return move(context, flagPolicy.put, 'PUT', input, {
    answerDueOn: input.answerDueOn,
    afterwards: async (change, flag) => {
      change.em.assign(flag, {
        putAt: flag.putAt ?? new Date(),
        answerDueOn: input.answerDueOn,
        remindedOn: null,
        remindersSent: 0,
      })
      await change.em.flush()
      await tellAgency(context, change, flag)
    },
  })
}

/** The agency answers, through whoever holds its seat, stands in for it, or leads the agency. */
export function answerFlag(context: RequestContext, input: AnswerFlagInput): Moved {
  return move(context, flagPolicy.answer, 'ANSWERED', input)
}

/** An officer writes down that the board spoke about a flag, and at which meeting. */
export function discussFlag(context: RequestContext, input: DiscussFlagInput): Moved {
  return move(context, flagPolicy.discuss, 'DISCUSSED', input, { meetingId: input.meetingId })
}

/** An officer says what was done about a flag. */
export function addressFlag(context: RequestContext, input: AddressFlagInput): Moved {
  return move(context, flagPolicy.address, 'ADDRESSED', input)
}

/** The chair accepts a flag as it is, and says why. */
export function acceptFlag(context: RequestContext, input: AcceptFlagInput): Moved {
  return move(context, flagPolicy.accept, 'ACCEPTED', input)
}

/** An officer closes a flag that is addressed or accepted. */
export function closeFlag(context: RequestContext, input: CloseFlagInput): Moved {
  return move(context, flagPolicy.close, 'CLOSED', input)
}

/** An officer looks again: for what time alone makes true, such as a seat that has been vacant too long by now. */
export function lookForFlags(
  context: RequestContext,
  input: LookForFlagsInput,
): Promise<Board | InvalidInput> {
  const line = flagPolicy.look
  const again = (change: Change, id: string) => change.find(Board, { id })
  return operation(context, line, input.clientMutationId, again, async (change) => {
    const board = await change.find(Board, { id: input.boardId })
    change.authorize(line, { boardId: board.id })
    const startsMonth = await readYearStart(rowsOf(change), board.id)
    const problems = checkRulesYear(input.year, boardYearOf(await readToday(change), startsMonth))
    if (problems.length > 0) return new InvalidInput(problems)
    await findFlags(change, board.id, yearStartsOn(input.year, startsMonth))
    return board
  })
}

interface MoveInput {
  flagId: string
  words: string
  version: number
  clientMutationId: string
}

function move(
  context: RequestContext,
  line: PolicyLine<FlagSubject>,
  kind: FlagMove,
  input: MoveInput,
  more: {
    answerDueOn?: string
    meetingId?: string
    afterwards?: (change: Change, flag: Flag) => Promise<void>
  } = {},
): Moved {
  const again = (change: Change, id: string) => change.find(Flag, { id })
  return operation(context, line, input.clientMutationId, again, async (change) => {
    const flag = await change.find(Flag, { id: input.flagId })
    change.authorize(line, { boardId: flag.boardId, ownAgency: await isOwnAgency(change, flag) })
    const refused = whyNotMove(asked(flag), kind)
    if (refused !== null) return new NotReady(refused)
    await change.lock(flag)
    const words = input.words.trim()
    if (flag.version !== input.version)
      return new Conflict(flag.id, flag.version, [{ field: 'words', theirs: flag.words, yours: words }])
    const problems = checkMove(kind, { words, ...more }, await readToday(change))
    if (problems.length > 0) return new InvalidInput(problems)
    const meeting = more.meetingId ? await boardMeeting(change, flag, more.meetingId) : null
    if (meeting instanceof InvalidInput) return meeting
    const before = { rule: flag.ruleWords, organisation: flag.organisationName ?? null, state: flag.state }
    change.em.assign(flag, { state: kind })
    await change.em.flush()
    await addStep(change, flag, {
      kind,
      words,
      personName: change.viewer.name,
      answerDueOn: more.answerDueOn ?? null,
      meetingId: meeting?.id ?? null,
      meetingKind: meeting?.kind ?? null,
    })
    await more.afterwards?.(change, flag)
    change.record({
      chainId: flag.boardId,
      action: line.name,
      recordType: 'Flag',
      recordId: flag.id,
      before,
      after: {
        state: kind,
        ...(words && { words }),
        ...(more.answerDueOn && { answerDueOn: more.answerDueOn }),
        ...(meeting && { meetingId: meeting.id, meeting: meeting.title }),
      },
    })
    return flag
  })
}

const asked = ({ state, organisationId }: Flag) => ({ state, aboutAgency: Boolean(organisationId) })

async function isOwnAgency(change: Change, flag: Flag): Promise<boolean> {
  const [row] = await change.em.execute<{ own: boolean }[]>(
    'select ?::uuid = any(access.agency_flags()) as own',
    [flag.id],
  )
  return row?.own ?? false
}

async function boardMeeting(change: Change, flag: Flag, id: string): Promise<Meeting | InvalidInput> {
  const { boardId } = flag
  const meeting = await change.em.findOne(Meeting, { boardId, id, kind: 'BOARD', cancelledAt: null })
  return meeting ?? InvalidInput.of('meetingId', 'Choose a meeting of the board that was not cancelled.')
}

async function tellAgency(context: RequestContext, change: Change, flag: Flag): Promise<void> {
  const board = await change.find(Board, { id: flag.boardId })
  const recipients = await change.em.execute<{ email: string }[]>(
    'select email from access.flag_recipients(?)',
    [flag.id],
  )
  const { subject, body } = flagMail({
    boardName: board.name,
    words: flag.words,
    answerDueOn: flag.answerDueOn ?? '',
    address: `${context.platform.settings.publicUrl}/flags/${flag.id}`,
    reminder: false,
  })
  for (const { email } of recipients) await writeMail(change.em, { recipient: email, subject, body })
}

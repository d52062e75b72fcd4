import { createHash } from 'node:crypto'
import { actionStatusName } from '@boardwork/shared/plan/actionStatus.ts'
import { documentStyle } from '@boardwork/shared/plan/documentStyle.ts'
import { draftFromRecognised } from '@boardwork/shared/plan/import/planDraft.ts'
import { readText } from '@boardwork/shared/plan/import/readText.ts'
import { recognisePlan } from '@boardwork/shared/plan/import/recognisePlan.ts'
import { boards } from './boards.ts'
import type { BoardKey } from './boards.ts'
import { organisations } from './councils.ts'
import { makeEvidence } from './evidence.ts'
import { makeMeasures } from './measures.ts'
import { people } from './people.ts'
import type { PersonKey } from './people.ts'
import { eldermoorPlan } from './plans/eldermoor.ts'
import { fernshirePlan } from './plans/fernshire.ts'
import { hollinseaDocument, hollinseaPlan } from './plans/hollinsea.ts'
import { marloweValeDraft, marloweValePlan } from './plans/marloweVale.ts'
import type { ActionText, AreaText, PlanText, ResponsibleText } from './plans/planText.ts'
import { shares } from './shares.ts'
import type { UpdateState } from '@boardwork/shared/plan/updateState.ts'
import type { World } from './world.ts'

/** The plans, their year of history, what is shared of them, and an import that waits to be mended. */
export function makePlans(world: World): void {
  const adopted: readonly (readonly [BoardKey, PlanText])[] = [
    ['fernshire', fernshirePlan],
    ['marloweVale', marloweValePlan],
    ['hollinsea', hollinseaPlan],
    ['eldermoor', eldermoorPlan],
  ]
  for (const [board, text] of adopted) {
    const plan = savePlan(world, board, text, world.calendar.moment(-2, 13))
    adoptPlan(world, board, plan)
    closePeriods(world, board)
  }
  savePlan(world, 'marloweVale', marloweValeDraft, world.calendar.moment(11, 20))
  for (const share of shares) shareArea(world, share)
  startImport(world)
  makeEvidence(world)
  makeMeasures(world)
}

function coordinatorOf(world: World, board: BoardKey) {
  const by = boards[board].coordinator
  return { by, under: world.under(by, 'COORDINATOR', world.boardIds[board]) }
}

function savePlan(world: World, board: BoardKey, text: PlanText, createdAt: Date): World['plans'][number] {
  const boardId = world.boardIds[board]
  const plan: World['plans'][number] = {
    boardId,
    id: world.ids.next(),
    title: world.calendar.words(text.title),
    state: 'DRAFT',
    createdAt,
    adoptedAt: null,
    version: 1,
  }
  world.plans.push(plan)
  world.happenings.push({
    ...coordinatorOf(world, board),
    chains: [boardId],
    at: createdAt,
    action: 'plan.save',
    recordType: 'Plan',
    recordId: plan.id,
    after: {
      title: plan.title,
      state: 'DRAFT',
      areas: text.areas.length,
      actions: text.areas.flatMap((area) => area.actions).length,
    },
  })
  text.areas.forEach((area, index) => {
    makeArea(world, board, plan.id, area, index + 1)
  })
  return plan
}

function adoptPlan(world: World, board: BoardKey, plan: World['plans'][number]): void {
  const { chair } = boards[board]
  const adoptedAt = world.calendar.moment(-1, 20, 90)
  plan.state = 'ADOPTED'
  plan.adoptedAt = adoptedAt
  plan.version = 2
  world.happenings.push({
    chains: [plan.boardId],
    at: adoptedAt,
    by: chair,
    under: world.under(chair, 'CHAIR', plan.boardId),
    action: 'plan.adopt',
    recordType: 'Plan',
    recordId: plan.id,
    before: { state: 'DRAFT' },
    after: { state: 'ADOPTED' },
  })
}

function makeArea(world: World, board: BoardKey, planId: string, text: AreaText, number: number): void {
  const boardId = world.boardIds[board]
  const areaId = world.ids.next()
  const { theme, title } = text
  const reference = String(number)
  world.areas.push({ boardId, id: areaId, planId, position: number, reference, theme, title, version: 1 })
  text.actions.forEach((action, index) => {
    makeAction(world, board, { boardId, planId, areaId }, action, number, index + 1)
  })
  for (const { by, writesFor, month, day, text: body } of text.comments ?? []) {
    const id = world.ids.next()
    const writtenAt = world.calendar.moment(month, day, 45)
    world.comments.push({
      boardId,
      id,
      planId,
      areaId,
      personId: world.personIds[by],
      authorName: people[by].name,
      authorFor: 'agency' in writesFor ? organisations[writesFor.agency].name : boards[writesFor.board].name,
      body,
      writtenAt,
    })
    world.happenings.push({
      chains: [boardId],
      at: writtenAt,
      by,
      under: { kind: 'SIGNED_IN' },
      action: 'comment.write',
      recordType: 'AreaComment',
      recordId: id,
      after: { areaId },
    })
  }
}

function makeAction(
  world: World,
  board: BoardKey,
  place: { boardId: string; planId: string; areaId: string },
  text: ActionText,
  area: number,
  number: number,
): void {
  const { calendar } = world
  const actionId = world.ids.next()
  const inAction = () => ({ ...place, actionId, id: world.ids.next() })
  world.actions.push({
    ...place,
    id: actionId,
    position: number,
    reference: `${area}.${number}`,
    title: text.title,
    outcome: text.outcome ?? null,
    progress: null,
    comments: null,
    version: 1,
  })
  text.evidence.forEach(([evidence, deadline], index) => {
    world.evidence.push({
      ...inAction(),
      position: index + 1,
      text: evidence || null,
      deadline: calendar.words(deadline) || null,
    })
  })
  text.responsible.forEach(({ part, post, agency, person }, index) => {
    world.responsible.push({
      ...inAction(),
      position: index + 1,
      part: part ?? (index === 0 ? 'LEAD' : 'RESPONSIBLE'),
      postTitle: post ?? null,
      organisationId: agency ? world.organisationIds[agency] : null,
      personId: person ? world.personIds[person] : null,
    })
  })
  const writer = writerOf(board, text.responsible)
  const named = text.responsible.find(({ part }) => part === 'AUTHORISING')?.person
  const authoriser =
    named ?? (writer === boards[board].coordinator ? boards[board].chair : boards[board].coordinator)
  calendar.quarters.forEach(({ period, startsOn, endsOn, lastMonth }, index) => {
    const update = text.updates[index]
    if (!update) return
    const { status, percent: percentComplete, narrative, issues = null } = update
    const isLast = index === calendar.quarters.length - 1
    const state: UpdateState = (isLast && unfinished[`${area}.${number}`]) || 'AUTHORISED'
    const writtenAt = calendar.moment(lastMonth, 19 + area, number * 11)
    const decidedAt = calendar.moment(lastMonth, 21 + area, number * 7)
    const decided = state === 'AUTHORISED' || state === 'RETURNED'
    const row = {
      ...inAction(),
      period,
      periodStartsOn: startsOn,
      periodEndsOn: endsOn,
      state,
      status,
      percentComplete,
      narrative,
      issues,
      writtenAt,
      writtenById: world.personIds[writer],
      writtenByName: people[writer].name,
      submittedAt: state === 'DRAFT' ? null : writtenAt,
      decidedAt: decided ? decidedAt : null,
      decidedById: decided ? world.personIds[authoriser] : null,
      decidedByName: decided ? people[authoriser].name : null,
      returnReason: state === 'RETURNED' ? returned : null,
      corrected: false,
      late: false,
      version: decided ? 2 : 1,
    }
    world.updates.push(row)
    const happened = {
      chains: [place.boardId],
      under: { kind: 'SIGNED_IN' },
      recordType: 'ProgressUpdate',
      recordId: row.id,
    }
    const written = state === 'DRAFT' ? 'DRAFT' : 'SUBMITTED'
    const words = { status: actionStatusName[status], percentComplete: String(percentComplete), narrative }
    world.happenings.push({
      ...happened,
      at: writtenAt,
      by: writer,
      action: 'update.write',
      after: { ...words, actionId, period, state: written },
    })
    if (decided)
      world.happenings.push({
        ...happened,
        at: decidedAt,
        by: authoriser,
        action: 'update.authorise',
        before: { state: written },
        after: { actionId, period, state, ...(state === 'RETURNED' ? { reason: returned } : words) },
      })
  })
}

/** By area and action: what became of the last quarter's updates so far. All the others were authorised. */
const unfinished: Readonly<Record<string, UpdateState>> = {
  '1.2': 'SUBMITTED',
  '2.1': 'SUBMITTED',
  '3.1': 'RETURNED',
  '3.2': 'DRAFT',
}
const returned = 'Please say how many people were asked, and by when the rest will be done.'

/** Who writes about an action: whoever leads it, by name or by the seat of their agency; else the coordinator. */
function writerOf(board: BoardKey, responsible: readonly ResponsibleText[]): PersonKey {
  const [lead] = responsible
  const seat = boards[board].seats.find(({ agency }) => agency === lead?.agency)
  return lead?.person ?? seat?.holder ?? boards[board].coordinator
}

/** All quarters of the history but the last, whose updates still come in. */
function closePeriods(world: World, board: BoardKey): void {
  const { by, under } = coordinatorOf(world, board)
  for (const { period, startsOn, endsOn, lastMonth } of world.calendar.quarters.slice(0, -1)) {
    const closedAt = world.calendar.moment(lastMonth + 1, 18, 30)
    const id = world.ids.next()
    const boardId = world.boardIds[board]
    world.closings.push({
      boardId,
      id,
      startsOn,
      endsOn,
      name: period,
      closedAt,
      closedById: world.personIds[by],
      closedByName: people[by].name,
    })
    world.happenings.push({
      chains: [boardId],
      at: closedAt,
      by,
      under,
      action: 'period.close',
      recordType: 'PeriodClosing',
      recordId: id,
      after: { period, startsOn, endsOn },
    })
  }
}

function shareArea(world: World, text: (typeof shares)[number]): void {
  const { calendar } = world
  const boardId = world.boardIds[text.from]
  const plan = world.plans.find((each) => each.boardId === boardId && each.state === 'ADOPTED')
  const area = world.areas.find((each) => each.planId === plan?.id && each.position === text.area)
  if (!area)
    throw new Error(`The demonstration shares area ${text.area} of ${text.from}, which does not exist.`)
  const toBoardId = 'board' in text.to ? world.boardIds[text.to.board] : null
  const toOrganisationId = 'agency' in text.to ? world.organisationIds[text.to.agency] : null
  const { level, reason, by } = text
  const endsOn = calendar.day(text.endsIn, 15)
  const sharedAt = calendar.moment(...text.shared)
  const revokedAt = text.revoked ? calendar.moment(...text.revoked) : null
  const share = {
    boardId,
    id: world.ids.next(),
    planId: area.planId,
    areaId: area.id,
    toBoardId,
    toOrganisationId,
    level,
    reason,
    endsOn,
    sharedAt,
    sharedById: world.personIds[by],
    revokedAt,
    version: revokedAt ? 2 : 1,
  }
  world.shares.push(share)
  const happened = {
    chains: [boardId, toBoardId ?? toOrganisationId ?? boardId],
    by,
    under: world.under(by, 'COORDINATOR', boardId),
    recordType: 'AreaShare',
    recordId: share.id,
  }
  const after = { areaId: area.id, toBoardId, toOrganisationId, level, reason, endsOn }
  world.happenings.push({ ...happened, at: sharedAt, action: 'plan.share', after })
  if (revokedAt)
    world.happenings.push({
      ...happened,
      at: revokedAt,
      action: 'plan.revokeShare',
      before: { revokedAt: null },
      after: { revokedAt: revokedAt.toISOString() },
    })
}

function startImport(world: World): void {
  const boardId = world.boardIds.hollinsea
  const startedAt = world.calendar.moment(11, 24)
  const { by, under } = coordinatorOf(world, 'hollinsea')
  const document = readText(hollinseaDocument)
  const recognised = recognisePlan(document)
  const started: World['imports'][number] = {
    boardId,
    id: world.ids.next(),
    fileName: 'scams-and-doorstep-crime.txt',
    textHash: createHash('sha256').update(hollinseaDocument).digest('hex'),
    document,
    headers: recognised.headers,
    style: documentStyle(document, recognised),
    draft: draftFromRecognised(recognised),
    mended: false,
    state: 'PREVIEW',
    planId: null,
    choices: {},
    startedById: world.personIds[by],
    startedAt,
    changedAt: startedAt,
    version: 1,
  }
  world.imports.push(started)
  world.happenings.push({
    chains: [boardId],
    at: startedAt,
    by,
    under,
    action: 'plan.import',
    recordType: 'PlanImport',
    recordId: started.id,
    after: { fileName: started.fileName, textHash: started.textHash },
  })
}

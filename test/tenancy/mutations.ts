import { newId } from '@boardwork/server/src/db/newId.ts'
import type { Role } from '@boardwork/shared/board/role.ts'
import { scopeOfRole } from '@boardwork/shared/board/role.ts'
import type { Client } from 'pg'
import { agendaCases, makeAgendaScene } from './agendaMutations.ts'
import { attendanceCases, makeAttendanceScene } from './attendanceMutations.ts'
import { registerCases } from './registerMutations.ts'
import { flagCases, makeFlagScene } from './flagMutations.ts'
import type { MutationCase, Scene } from './scene.ts'
import {
  day,
  makeAction,
  makeArea,
  makeBoard,
  makeDeputy,
  makeGrant,
  makeMeasure,
  makeMerger,
  makeMilestone,
  makeNote,
  makeOrganisation,
  makePerson,
  makePlan,
  makeRegion,
  makeSeat,
  makeShare,
  makeUpdate,
} from '../support/factories.ts'

/** Makes the scene; whoever asks is added with `addHolder`. */
export async function makeScene(db: Client): Promise<Scene & { subGroupId: string }> {
  const regionId = await makeRegion(db)
  const councilId = await makeOrganisation(db, regionId)
  const agencyId = await makeOrganisation(db, regionId, 'POLICE')
  const otherAgencyId = await makeOrganisation(db, regionId, 'FIRE')
  const mergedAgencyId = await makeOrganisation(db, regionId, 'FIRE')
  await makeMerger(db, mergedAgencyId, otherAgencyId, day(-30))
  const boardId = await makeBoard(db, councilId)
  const subGroupId = await makeBoard(db, councilId, { parentId: boardId })
  const personId = await makePerson(db)
  const strangerId = await makePerson(db)
  const boardGrantId = await makeGrant(db, personId, 'SCRUTINY', boardId)
  const agencyGrantId = await makeGrant(db, personId, 'CONTRIBUTOR', agencyId)
  const seatId = await makeSeat(db, boardId, agencyId, { holderId: personId })
  const deputyId = await makeDeputy(db, boardId, seatId, personId)
  const draftPlanId = await makePlan(db, boardId, 'DRAFT')
  const adoptedPlanId = await makePlan(db, boardId)
  const place = await makeArea(db, boardId, adoptedPlanId)
  const actionId = await makeAction(db, place)
  const submittedId = await makeUpdate(db, place, actionId, 'Q1 2026/27', { state: 'SUBMITTED' })
  const noteId = await makeNote(db, place, actionId, strangerId)
  const measureId = await makeMeasure(db, place, actionId)
  const milestoneId = await makeMilestone(db, place, actionId)
  const reviewId = await makeMilestone(db, place, actionId, { kind: 'REVIEW' })
  const shareId = await makeShare(db, place, personId, { organisationId: otherAgencyId })
  const importId = newId()
  await db.query(
    `insert into plan_import (board_id, id, file_name, text_hash, document, headers, draft, state, started_by_id, started_at, changed_at)
     values ($1, $2, 'plan.txt', $3, '{"blocks": []}', '[]', $4, 'PREVIEW', $5, now(), now())`,
    [boardId, importId, newId(), JSON.stringify(draft), personId],
  )
  const sessionId = newId()
  await db.query(
    `insert into session (id, person_id, token_hash, started_at, last_used_at, device)
     values ($1, $2, decode(md5($1::uuid::text), 'hex'), now(), now(), 'Test')`,
    [sessionId, personId],
  )
  const invite = async (scope: string, scopeId: string, role: Role) => {
    const id = newId()
    await db.query(
      `insert into invitation (scope_id, id, scope, role, email, organisation_id, token_hash, invited_by_id, invited_at, expires_at)
       values ($1, $2, $3, $4, $5, $6, decode(md5($2::uuid::text), 'hex'), $7, now(), now() + interval '7 days')`,
      [scopeId, id, scope, role, `${id}@example.org`, agencyId, personId],
    )
    return id
  }
  const scene = {
    regionId,
    councilId,
    agencyId,
    otherAgencyId,
    mergedAgencyId,
    boardId,
    subGroupId,
    seatId,
    deputyId,
    personId,
    strangerId,
    boardGrantId,
    agencyGrantId,
    draftPlanId,
    adoptedPlanId,
    areaId: place.areaId,
    actionId,
    submittedId,
    noteId,
    measureId,
    milestoneId,
    reviewId,
    shareId,
    importId,
    boardInvitationId: await invite('BOARD', boardId, 'SCRUTINY'),
    agencyInvitationId: await invite('ORGANISATION', agencyId, 'CONTRIBUTOR'),
    sessionId,
  }
  const attendance = await makeAttendanceScene(db, scene)
  const flags = await makeFlagScene(db, scene)
  return { ...scene, ...attendance, ...flags, ...(await makeAgendaScene(db, { ...scene, ...attendance })) }
}

const draft = { title: 'A plan', period: '', statuses: [], areas: [], unplaced: [], lastKey: 0 }

/** Somebody who holds this one role: at the scene's board or agency, or else at its sub-group or another agency. */
export async function addHolder(
  db: Client,
  scene: Scene & { subGroupId: string },
  role: Role | null,
  here: boolean,
): Promise<string> {
  const personId = await makePerson(db)
  const boardId = here ? scene.boardId : scene.subGroupId
  if (role === null) return personId
  const scope = scopeOfRole[role]
  if (scope === null) {
    const startsOn = day(role === 'MEMBER' ? -200 : -300)
    const seatId = await makeSeat(db, boardId, scene.otherAgencyId, {
      startsOn,
      ...(role === 'MEMBER' && { holderId: personId }),
    })
    if (role === 'DEPUTY') await makeDeputy(db, boardId, seatId, personId)
    return personId
  }
  const scopeId = {
    PLATFORM: undefined,
    REGION: scene.regionId,
    ORGANISATION: here ? scene.agencyId : scene.otherAgencyId,
    BOARD: boardId,
  }[scope]
  await makeGrant(db, personId, role, scopeId)
  return personId
}

const reason = 'For a test'
const today = day(0)

export const mutationCases: MutationCase[] = [
  ...attendanceCases,
  ...registerCases,
  ...flagCases,
  ...agendaCases,
  {
    field: 'addEvidence',
    variant: 'an action of the board',
    input: ({ actionId }) => ({ actionId, words: 'A note' }),
  },
  {
    field: 'addReviews',
    input: ({ adoptedPlanId }) => ({ planId: adoptedPlanId, startsOn: '2026-01-31' }),
  },
  {
    field: 'addSeat',
    input: ({ boardId, councilId }) => ({
      boardId,
      organisationId: councilId,
      required: true,
      voting: true,
      startsOn: today,
    }),
  },
  { field: 'adoptPlan', input: ({ draftPlanId }) => ({ planId: draftPlanId, version: 1 }) },
  {
    field: 'answerPointer',
    variant: 'an action of others',
    input: ({ actionId }) => ({ actionId, kind: 'NO_UPDATE', facts: 'Q1 2026/27', reason }),
  },
  {
    field: 'authoriseUpdate',
    variant: 'nobody is named',
    input: ({ submittedId }) => ({ updateId: submittedId, version: 1 }),
  },
  {
    field: 'changeGrant',
    variant: 'SCRUTINY at a board',
    input: ({ boardGrantId }) => ({ grantId: boardGrantId, reason, version: 1 }),
  },
  {
    field: 'changeGrant',
    variant: 'CONTRIBUTOR of an organisation',
    input: ({ agencyGrantId }) => ({ grantId: agencyGrantId, reason, version: 1 }),
  },
  { field: 'changeName', input: () => ({ name: 'Robin Elm', version: 1 }) },
  {
    field: 'changeOrganisation',
    input: ({ agencyId }) => ({ organisationId: agencyId, name: newId(), kind: 'POLICE', version: 1 }),
  },
  {
    field: 'recordMerger',
    input: ({ agencyId, otherAgencyId }) => ({
      organisationId: agencyId,
      intoId: otherAgencyId,
      since: today,
      version: 1,
    }),
  },
  {
    field: 'takeBackMerger',
    input: ({ mergedAgencyId }) => ({ organisationId: mergedAgencyId, reason, version: 1 }),
  },
  { field: 'changePassword', input: () => ({ currentPassword: newId(), newPassword: newId() }) },
  {
    field: 'changeSeat',
    input: ({ seatId }) => ({ seatId, required: true, voting: false, version: 1 }),
  },
  {
    field: 'completeMilestone',
    variant: 'a milestone of others',
    input: ({ milestoneId }) => ({ milestoneId, doneOn: today, outcome: '', version: 1 }),
  },
  {
    field: 'completeMilestone',
    variant: 'a review',
    input: ({ reviewId }) => ({ milestoneId: reviewId, doneOn: today, outcome: 'It goes well.', version: 1 }),
  },
  { field: 'closePeriod', input: ({ boardId }) => ({ boardId, startsOn: '2026-04-01' }) },
  {
    field: 'commentOnArea',
    variant: 'an area of the board',
    input: ({ areaId }) => ({ areaId, body: 'A comment' }),
  },
  {
    field: 'createBoard',
    input: ({ councilId, personId }) => ({
      organisationId: councilId,
      name: newId(),
      kind: 'CHILDREN',
      coordinatorId: personId,
    }),
  },
  { field: 'createOrganisation', input: ({ regionId }) => ({ regionId, name: newId(), kind: 'FIRE' }) },
  { field: 'createRegion', input: () => ({ name: newId() }) },
  {
    field: 'createSubGroup',
    input: ({ boardId, personId }) => ({ boardId, name: newId(), coordinatorId: personId }),
  },
  { field: 'chooseColumns', input: ({ importId }) => ({ importId, columns: [], version: 1 }) },
  { field: 'chooseDifferences', input: ({ importId }) => ({ importId, choices: [], version: 1 }) },
  { field: 'disablePerson', input: ({ strangerId }) => ({ personId: strangerId }) },
  { field: 'discardImport', input: ({ importId }) => ({ importId, version: 1 }) },
  {
    field: 'editAction',
    input: ({ actionId }) => ({
      actionId,
      reference: '1.1',
      title: 'An action',
      outcome: '',
      evidence: [],
      responsible: [],
      version: 1,
    }),
  },
  {
    field: 'editArea',
    input: ({ areaId }) => ({ areaId, reference: '1', title: 'An area', theme: '', version: 1 }),
  },
  {
    field: 'editPlan',
    input: ({ draftPlanId }) => ({ planId: draftPlanId, title: 'Another title', version: 1 }),
  },
  { field: 'enablePerson', input: ({ strangerId }) => ({ personId: strangerId }) },
  { field: 'endDeputy', input: ({ deputyId }) => ({ deputyId }) },
  {
    field: 'endGrant',
    variant: 'SCRUTINY at a board',
    input: ({ boardGrantId }) => ({ grantId: boardGrantId, version: 1 }),
  },
  {
    field: 'endGrant',
    variant: 'CONTRIBUTOR of an organisation',
    input: ({ agencyGrantId }) => ({ grantId: agencyGrantId, version: 1 }),
  },
  { field: 'endMeasure', input: ({ measureId }) => ({ measureId, reason, version: 1 }) },
  { field: 'endOtherSessions', input: () => ({}) },
  { field: 'endSession', ofSomebodyElse: true, input: ({ sessionId }) => ({ sessionId }) },
  ...(['COORDINATOR', 'CHAIR', 'MODERATOR', 'SCRUTINY'] as const).map((role): MutationCase => ({
    field: 'grantRole',
    variant: `${role} at a board`,
    input: ({ boardId, personId }) => ({
      scope: 'BOARD',
      scopeId: boardId,
      role,
      personId,
      reason,
      startsOn: today,
    }),
  })),
  ...(['CONTRIBUTOR', 'AGENCY_LEAD'] as const).map((role): MutationCase => ({
    field: 'grantRole',
    variant: `${role} of an organisation`,
    input: ({ agencyId, personId }) => ({
      scope: 'ORGANISATION',
      scopeId: agencyId,
      role,
      personId,
      reason,
      startsOn: today,
    }),
  })),
  {
    field: 'grantRole',
    variant: 'REGIONAL_ANALYST of a region',
    input: ({ regionId, personId }) => ({
      scope: 'REGION',
      scopeId: regionId,
      role: 'REGIONAL_ANALYST',
      personId,
      reason,
      startsOn: today,
    }),
  },
  {
    field: 'importPlan',
    input: ({ boardId }) => ({ boardId, fileName: 'plan.txt', source: { text: 'A plan' } }),
  },
  ...(['COORDINATOR', 'CHAIR', 'MODERATOR', 'SCRUTINY'] as const).map((role): MutationCase => ({
    field: 'invite',
    variant: `${role} at a board`,
    input: ({ boardId, agencyId }) => ({
      scope: 'BOARD',
      scopeId: boardId,
      role,
      organisationId: agencyId,
      email: `${newId()}@example.org`,
    }),
  })),
  ...(['MEMBER', 'DEPUTY'] as const).map((role): MutationCase => ({
    field: 'invite',
    variant: `${role} at a board`,
    input: ({ boardId, agencyId, seatId }) => ({
      scope: 'BOARD',
      scopeId: boardId,
      role,
      organisationId: agencyId,
      seatId,
      email: `${newId()}@example.org`,
    }),
  })),
  ...(['CONTRIBUTOR', 'AGENCY_LEAD'] as const).map((role): MutationCase => ({
    field: 'invite',
    variant: `${role} of an organisation`,
    input: ({ agencyId }) => ({
      scope: 'ORGANISATION',
      scopeId: agencyId,
      role,
      organisationId: agencyId,
      email: `${newId()}@example.org`,
    }),
  })),
  { field: 'mergePlan', input: ({ importId }) => ({ importId, seen: [], version: 1 }) },
  { field: 'nameDeputy', input: ({ seatId, personId }) => ({ seatId, personId }) },
  {
    field: 'recordResult',
    variant: 'an action of the board',
    input: ({ measureId }) => ({ measureId, measuredOn: today, numerator: 9, denominator: 10, note: '' }),
  },
  { field: 'removeMilestone', input: ({ milestoneId }) => ({ milestoneId, version: 1 }) },
  { field: 'renameBoard', input: ({ boardId }) => ({ boardId, name: newId(), version: 1 }) },
  {
    field: 'resendInvitation',
    variant: 'SCRUTINY at a board',
    input: ({ boardInvitationId }) => ({ invitationId: boardInvitationId }),
  },
  {
    field: 'resendInvitation',
    variant: 'CONTRIBUTOR of an organisation',
    input: ({ agencyInvitationId }) => ({ invitationId: agencyInvitationId }),
  },
  {
    field: 'returnUpdate',
    variant: 'nobody is named',
    input: ({ submittedId }) => ({ updateId: submittedId, reason, version: 1 }),
  },
  { field: 'revokeShare', input: ({ shareId }) => ({ shareId, version: 1 }) },
  { field: 'saveImportDraft', input: ({ importId }) => ({ importId, draft, version: 1 }) },
  {
    field: 'saveMeasure',
    input: ({ actionId }) => ({ actionId, kind: 'AT_MOST', name: 'Complaints', target: 3, version: 0 }),
  },
  {
    field: 'saveMilestone',
    input: ({ adoptedPlanId }) => ({ planId: adoptedPlanId, title: 'Signed', dueOn: today, version: 0 }),
  },
  { field: 'savePlan', input: ({ importId }) => ({ importId, version: 1 }) },
  {
    field: 'setCalendar',
    input: ({ boardId }) => ({ boardId, frequency: 'MONTHLY', firstMonth: 4, daysToReport: 10, version: 0 }),
  },
  {
    field: 'shareArea',
    input: ({ areaId, otherAgencyId }) => ({
      areaId,
      toOrganisationId: otherAgencyId,
      level: 'READ',
      reason,
      endsOn: day(30),
    }),
  },
  { field: 'undoImport', input: ({ importId }) => ({ importId, version: 1 }) },
  {
    field: 'withdrawEvidence',
    variant: 'a piece of the board',
    input: ({ noteId }) => ({ evidenceId: noteId, reason, version: 1 }),
  },
  {
    field: 'withdrawInvitation',
    variant: 'SCRUTINY at a board',
    input: ({ boardInvitationId }) => ({ invitationId: boardInvitationId }),
  },
  {
    field: 'withdrawInvitation',
    variant: 'CONTRIBUTOR of an organisation',
    input: ({ agencyInvitationId }) => ({ invitationId: agencyInvitationId }),
  },
  {
    field: 'writeUpdate',
    variant: 'an action of others',
    input: ({ actionId }) => ({
      actionId,
      periodStartsOn: '2026-07-01',
      status: 'ON_TARGET',
      percentComplete: 10,
      narrative: 'It has begun.',
      issues: '',
      correctiveActions: '',
      submit: false,
      version: 0,
    }),
  },
]

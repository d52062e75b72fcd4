import { newId } from '@boardwork/server/src/db/newId.ts'
import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeDatabase } from '../support/database.ts'
import type { TestDatabase } from '../support/database.ts'
import {
  makeBoard,
  makeGrant,
  makeOrganisation,
  makePerson,
  makeRegion,
  makeSeat,
} from '../support/factories.ts'
import { asPerson, attempt, attemptFunction } from '../support/worlds/attempts.ts'

describe('nobody gives themselves a role that is not theirs to give, with SQL as the server’s role', () => {
  let database: TestDatabase
  let client: Client
  let board: string
  let council: string
  let coordinator: string
  let lead: string
  beforeAll(async () => {
    database = await makeDatabase()
    const db = database.maintenance
    council = await makeOrganisation(db, await makeRegion(db))
    board = await makeBoard(db, council)
    coordinator = await makePerson(db)
    lead = await makePerson(db)
    await makeGrant(db, coordinator, 'COORDINATOR', board)
    await makeGrant(db, lead, 'AGENCY_LEAD', council)
    await makeGrant(db, lead, 'CONTRIBUTOR', council)
    await makeSeat(db, board, council)
    client = new Client({ connectionString: database.serverUrl })
    await client.connect()
    await client.query(attemptFunction)
  })
  afterAll(async () => {
    await client.end()
    await database.drop()
  })

  const grant = (columns: string, role: string, personId: string) =>
    `insert into "grant" (${columns}, id, person_id, role, reason, starts_on)
     select %s, '${newId()}', '${personId}', '${role}', 'x', '2001-01-01'`
  const atBoard = (role: string) =>
    grant('scope, scope_id, board_id', role, coordinator).replace(
      '%s',
      `'BOARD', '${board}'::uuid, '${board}'::uuid`,
    )
  const tryAs = (personId: string, statement: string) =>
    asPerson(client, personId, async () => (await attempt(client, [statement]))[0])

  it('a coordinator appoints a chair of their board', async () => {
    expect(await tryAs(coordinator, atBoard('CHAIR'))).toBe('1')
  })

  it.each([
    'ADMINISTRATOR',
    'AGENCY_LEAD',
    'CONTRIBUTOR',
    'REGIONAL_ANALYST',
    'MEMBER',
    'DEPUTY',
    'nonsense',
  ])('a coordinator cannot make %s out of a role at their board', async (role) => {
    expect(await tryAs(coordinator, atBoard(role))).not.toBe('1')
    expect(await tryAs(coordinator, `update "grant" set role = '${role}'`)).not.toBe('1')
  })

  it.each(['PLATFORM', 'ORGANISATION', 'REGION'])(
    'a coordinator cannot give a grant for a %s',
    async (scope) => {
      const column = { PLATFORM: '', ORGANISATION: ', organisation_id', REGION: ', region_id' }[scope] ?? ''
      const id = scope === 'PLATFORM' ? '00000000-0000-0000-0000-000000000000' : council
      const values = `'${scope}', '${id}'::uuid${column ? `, '${id}'::uuid` : ''}`
      const statement = grant(`scope, scope_id${column}`, 'CONTRIBUTOR', coordinator).replace('%s', values)
      expect(await tryAs(coordinator, statement)).toBe('refused')
    },
  )

  it('a lead cannot turn a contributor into a lead', async () => {
    expect(await tryAs(lead, `update "grant" set version = 2 where role = 'CONTRIBUTOR'`)).toBe('1')
    expect(await tryAs(lead, `update "grant" set role = 'AGENCY_LEAD' where role = 'CONTRIBUTOR'`)).toBe(
      'refused',
    )
  })

  it('nobody writes an event in the name of somebody else', async () => {
    const event = (
      personId: string,
    ) => `insert into audit_event (chain_id, sequence, happened_at, person_id, person_name,
      under, action, record_type, record_id, before, after, previous_hash, hash) values ('${board}', 1, now(),
      '${personId}', 'x', '{}', 'x', 'x', '${board}', '{}', '{}', decode(repeat('00', 32), 'hex'), '\\x01')`
    expect(await tryAs(coordinator, event(coordinator))).toBe('1')
    expect(await tryAs(coordinator, event(lead))).toBe('refused')
  })
})

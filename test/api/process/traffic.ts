import { setTimeout as delay } from 'node:timers/promises'
import type { PlanDraft } from '@boardwork/shared/plan/import/planDraft.ts'
import type { ApiClient } from '../../support/server.ts'
import { importPlan, saveImportDraft, savePlan } from '../plan.fixture.ts'
import type { PlanWorld } from '../plan.fixture.ts'

const refusals = '... on InvalidInput { message } ... on Conflict { message }'
const commentOnArea = `mutation($input: CommentOnAreaInput!) { commentOnArea(input: $input) { __typename
  ... on AreaComment { id body } ... on InvalidInput { message } } }`
const editPlan = `mutation($input: EditPlanInput!) { editPlan(input: $input) { __typename
  ... on Plan { id title version } ${refusals} } }`
const editAction = `mutation($input: EditActionInput!) { editAction(input: $input) { __typename
  ... on PlanAction { id title version } ${refusals} } }`
const adoptPlan = `mutation($input: AdoptPlanInput!) { adoptPlan(input: $input) { __typename
  ... on Plan { id state version } ... on Conflict { message } ... on NotReady { message } } }`
const readPlan = `query($id: ID!) { plan(id: $id) { version areas { id actions { id version } } } }`

/** How many mutations a kill meets at the least. */
const underWay = 3

/** What a mutation of the traffic gives; which fields there are depends on the record. */
export interface Answer {
  __typename: string
  id: string
  version: number
  draft: PlanDraft
}

/** One mutation that was sent. */
export interface Sent {
  client: ApiClient
  query: string
  /** With a `clientMutationId`, which no other mutation has. */
  input: Record<string, unknown> & { clientMutationId: string }
  /** A text that is in this mutation alone. */
  mark: string
  /** Null as long as it is not acknowledged. */
  answer: Answer | null
}

interface PlanRead {
  plan: { version: number; areas: { id: string; actions: { id: string; version: number }[] }[] }
}

/** People who bring in plans, edit one plan at once and comment on it, until the server does not answer any more. */
export class Traffic {
  readonly sent: Sent[] = []
  /** What was refused or failed while the server was well. */
  readonly surprises: unknown[] = []
  readonly #world: PlanWorld
  readonly #random: () => number
  #killed = false
  #acknowledged = 0
  #wanted = 0
  #reached: () => void = () => undefined
  #actors: Promise<void>[] = []

  constructor(world: PlanWorld, random: () => number) {
    this.#world = world
    this.#random = random
  }

  /**
   * Starts everybody; resolves once so many mutations have been acknowledged and several others are on their way: a
   * kill that meets nobody in the middle of something would show nothing.
   */
  async start(acknowledged: number): Promise<void> {
    const { coordinator, second, chair, member } = this.#world
    const shared = await this.#bringIn(coordinator)
    this.#wanted = this.#acknowledged + acknowledged
    const reached = new Promise<void>((resolve) => {
      this.#reached = resolve
    })
    const actors = [
      () => this.#bringIn(coordinator),
      () => this.#bringIn(second),
      () => this.#bringIn(coordinator),
      () => this.#edit(coordinator, shared),
      () => this.#edit(second, shared),
      () => this.#comment(member, shared),
      () => this.#comment(member, shared),
      () => this.#comment(chair, shared),
    ]
    this.#actors = actors.map((act) => this.#again(act))
    await reached
    while (this.surprises.length === 0 && this.unacknowledged.length < underWay) await delay(1)
  }

  /** To be called just before the server is killed; from then on no answer is no surprise. */
  willBeKilled(): void {
    this.#killed = true
  }

  /** Resolves once everybody has noticed. */
  async stopped(): Promise<void> {
    await Promise.all(this.#actors)
  }

  get acknowledged(): (Sent & { answer: Answer })[] {
    return this.sent.filter((each): each is Sent & { answer: Answer } => each.answer !== null)
  }

  get unacknowledged(): Sent[] {
    return this.sent.filter(({ answer }) => answer === null)
  }

  async #again(act: () => Promise<unknown>): Promise<void> {
    try {
      while (!this.#killed) await act()
    } catch (error) {
      if (!this.#killed) {
        this.surprises.push(error)
        this.#reached()
      }
    }
  }

  async #bringIn(client: ApiClient): Promise<string> {
    const { board, chair } = this.#world
    const mark = newMark('Plan')
    const started = await this.#send(client, importPlan, mark, {
      boardId: board,
      source: { text: planText(mark, 1 + Math.floor(this.#random() * 8)) },
      fileName: mark,
    })
    const mended = newMark('Mended')
    const draft = { ...started.draft, title: mended }
    const kept = await this.#send(client, saveImportDraft, mended, {
      importId: started.id,
      version: started.version,
      draft,
    })
    const plan = await this.#send(client, savePlan, newMark('Save'), {
      importId: started.id,
      version: kept.version,
    })
    const title = newMark('Title')
    const edited = await this.#send(client, editPlan, title, { planId: plan.id, version: 1, title })
    await this.#send(chair, adoptPlan, newMark('Adopt'), { planId: plan.id, version: edited.version })
    return plan.id
  }

  async #edit(client: ApiClient, planId: string): Promise<void> {
    const { plan } = await client.data<PlanRead>(readPlan, { id: planId })
    const title = newMark('Title')
    await this.#send(client, editPlan, title, { planId, version: plan.version, title })
    const action = plan.areas[0]?.actions[0]
    const mark = newMark('Action')
    await this.#send(client, editAction, mark, {
      actionId: action?.id,
      version: action?.version,
      reference: '1.1',
      title: mark,
      outcome: mark,
      evidence: [
        { text: mark, deadline: 'March' },
        { text: mark, deadline: 'June' },
      ],
      responsible: [{ postTitle: mark }, { postTitle: mark, organisationId: this.#world.police }],
    })
  }

  async #comment(client: ApiClient, planId: string): Promise<void> {
    const { plan } = await client.data<PlanRead>(readPlan, { id: planId })
    const body = newMark('Comment')
    await this.#send(client, commentOnArea, body, { areaId: plan.areas[0]?.id, body })
  }

  async #send(
    client: ApiClient,
    query: string,
    mark: string,
    input: Record<string, unknown>,
  ): Promise<Answer> {
    const sent: Sent = {
      client,
      query,
      input: { ...input, clientMutationId: newMark('Try') },
      mark,
      answer: null,
    }
    this.sent.push(sent)
    const answer = await sendAgain(sent)
    if (answer.__typename !== 'Conflict' && !answer.id)
      throw new Error(`Refused: ${JSON.stringify({ answer, input: sent.input })}`)
    sent.answer = answer
    this.#acknowledged += 1
    if (this.#acknowledged === this.#wanted) this.#reached()
    return answer
  }
}

/** Sends the very same mutation. */
export async function sendAgain({ client, query, input }: Sent): Promise<Answer> {
  const data = await client.data<Record<string, Answer>>(query, { input })
  const [answer] = Object.values(data)
  if (!answer) throw new Error('A mutation gave nothing.')
  return answer
}

const newMark = (what: string) => `${what} ${crypto.randomUUID()}`

function planText(title: string, areas: number): string {
  const lines = Array.from({ length: areas }, (_, index) => {
    const area = index + 1
    return [
      `Improvement Area ${area} – Better recording of decisions`,
      'Action\tExpected evidence\tTimescale\tResponsible',
      ...[1, 2, 3, 4].map(
        (action) =>
          `${area}.${action} Write down each decision on the day\tAudit of 20 records\tJune 2027\tHead of Service`,
      ),
      '',
    ].join('\n')
  })
  return `${title}\n\n${lines.join('\n')}`
}

/** Numbers from 0 to below 1, the same for the same seed (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

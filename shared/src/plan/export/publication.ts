import { actionStatusName } from '../actionStatus.ts'
import type { ActionStatus } from '../actionStatus.ts'
import { postIn } from '../people.ts'

/** What of a plan is put before the public: no drafts, no comments, no names of people. */
export interface PublishedPlan {
  title: string
  boardName: string
  /** How many actions stand how; those that none has are left out. */
  counts: { status: string; count: number }[]
  areas: PublishedArea[]
}

export interface PublishedArea {
  id: string
  theme: string
  heading: string
  actions: PublishedAction[]
}

export interface PublishedAction {
  id: string
  reference: string
  title: string
  /** Agencies and posts. */
  responsible: string[]
  deadlines: string[]
  status: string
  /** What was authorised last, and for which period. */
  period: string
  progress: string
}

/** What is asked of a plan for its page for the public. */
export interface PlanToPublish {
  title: string
  boardName: string
  areas: {
    id: string
    reference: string
    theme?: string | null
    title: string
    actions: {
      id: string
      reference: string
      title: string
      expectedEvidence: { deadline?: string | null }[]
      responsible: { postTitle?: string | null; organisationName?: string | null }[]
      latestUpdate?: { period: string; status: ActionStatus; narrative: string } | null
    }[]
  }[]
}

const unreported = 'No update yet'

export function publishedPlan({ title, boardName, areas }: PlanToPublish): PublishedPlan {
  const shown = areas
    .filter(({ actions }) => actions.length > 0)
    .map((area) => ({
      id: area.id,
      theme: area.theme ?? '',
      heading: [area.reference, area.title].filter(Boolean).join(' ') || 'Actions',
      actions: area.actions.map(({ id, reference, title: what, latestUpdate, ...action }) => ({
        id,
        reference,
        title: what,
        responsible: agenciesAndPosts(action.responsible),
        deadlines: [...new Set(action.expectedEvidence.flatMap(({ deadline }) => deadline || []))],
        status: latestUpdate ? actionStatusName[latestUpdate.status] : unreported,
        period: latestUpdate?.period ?? '',
        progress: latestUpdate?.narrative ?? '',
      })),
    }))
  const statuses = shown.flatMap(({ actions }) => actions.map(({ status }) => status))
  return {
    title,
    boardName,
    counts: [...Object.values(actionStatusName), unreported]
      .map((status) => ({ status, count: statuses.filter((each) => each === status).length }))
      .filter(({ count }) => count > 0),
    areas: shown,
  }
}

/** An agency with the post in it, each once; what may be the name of a person is left out. */
function agenciesAndPosts(
  responsible: PlanToPublish['areas'][number]['actions'][number]['responsible'],
): string[] {
  const named = responsible.map(({ postTitle, organisationName }) =>
    [postTitle ? postIn(postTitle) : '', organisationName].filter(Boolean).join(', '),
  )
  return [...new Set(named.filter((name) => name !== ''))]
}

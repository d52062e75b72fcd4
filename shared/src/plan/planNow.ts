import { actionPartName } from './actionPart.ts'
import type { DraftActivity, DraftAction, DraftEvidence, DraftResponsible } from './import/planDraft.ts'

/** Somebody who is responsible, with whom the board named for the post and how they are called. */
export interface ResponsibleNow extends DraftResponsible {
  personId?: string
  names?: string
}

/** A step of an action, with its id where it stands in the plan. */
export interface ActivityNow extends DraftActivity {
  id?: string
}

/** A progress update that the plan has. */
export interface UpdateNow {
  startsOn: string
  endsOn: string
  text: string
}

/** What of an action a later version of the document may change; updates have rules of their own. */
export interface ActionText extends Pick<
  DraftAction,
  'reference' | 'title' | 'expectedEvidence' | 'outcome' | 'progress' | 'comments'
> {
  responsible: ResponsibleNow[]
  activities: ActivityNow[]
}

/** An action as it stands in the plan today, with its id as key. */
export interface ActionNow extends ActionText {
  key: string
  updates: UpdateNow[]
  /** Why it cannot be removed; null where nothing hangs on it. */
  staysBecause: string | null
}

/** An area as it stands in the plan today, with its id as key. */
export interface AreaNow {
  key: string
  reference: string
  theme: string
  title: string
  actions: ActionNow[]
  staysBecause: string | null
}

export interface PlanNow {
  title: string
  areas: AreaNow[]
}

export type ActionTextField = keyof ActionText
type ItemNow = ResponsibleNow | DraftEvidence | ActivityNow
export type ActionTextValue = string | readonly ItemNow[]

const plain = (text: string): string => text.trim().replaceAll(/\s+/g, ' ')

/** What of an item the document cannot say. */
const notSaid = new Set(['names', 'id'])

/** An item by its texts and choices, in one form; empty where nothing is said. */
function formOf(item: ItemNow): string {
  const said = Object.entries(item)
    .map(([name, text]: [string, string | undefined]) => ({ name, text: plain(text ?? '') }))
    .filter(({ name, text }) => !notSaid.has(name) && text !== '')
  return said.some(({ name }) => name !== 'part')
    ? JSON.stringify(said.toSorted((a, b) => (a.name < b.name ? -1 : 1)))
    : ''
}

/** Whether two values of a field say the same, whatever white space stands between their words. */
export function saysTheSame(a: ActionTextValue, b: ActionTextValue): boolean {
  const form = (value: ActionTextValue): string =>
    typeof value === 'string' ? plain(value) : value.map(formOf).filter(Boolean).join('\n')
  return form(a) === form(b)
}

/** A field as text for people: a list has a line for each of its items. */
export function textFor(value: ActionTextValue): string {
  if (typeof value === 'string') return value.trim()
  return value
    .filter((item) => formOf(item) !== '')
    .map((item) => {
      if ('part' in item) return responsibleText(item)
      const texts = 'text' in item ? [item.text, item.deadline] : activityTexts(item)
      return texts.filter((text) => text.trim() !== '').join(' — ')
    })
    .join('\n')
}

const activityTexts = ({ title, lead, deadline, status, comments }: ActivityNow): string[] => [
  title,
  lead,
  deadline,
  status,
  comments,
]

function responsibleText({ part, postTitle, names }: ResponsibleNow): string {
  const who = [postTitle, names].filter(Boolean).join(', ')
  return part === 'RESPONSIBLE' ? who : `${actionPartName[part]}: ${who}`
}

/**
 * The value of a field once the document's is taken. A document names posts: the agencies and people whom the board
 * chose for a post stay with it, and so do those that the board named without a post. A step under the same title is
 * the same step.
 */
export function takenFrom(field: ActionTextField, document: ActionText, now: ActionText): ActionTextValue {
  if (field === 'activities') {
    const left = [...now.activities]
    return document.activities.map((one): ActivityNow => {
      const index = left.findIndex((other) => plain(other.title) === plain(one.title))
      const [known] = index < 0 ? [] : left.splice(index, 1)
      return { ...one, ...(known?.id === undefined ? {} : { id: known.id }) }
    })
  }
  if (field !== 'responsible') return document[field]
  const left = [...now.responsible]
  const taken = document.responsible.map((one): ResponsibleNow => {
    const isSame = (other: ResponsibleNow): boolean => plain(other.postTitle) === plain(one.postTitle)
    const samePart = left.findIndex((other) => isSame(other) && other.part === one.part)
    const index = samePart < 0 ? left.findIndex(isSame) : samePart
    const [known] = index < 0 ? [] : left.splice(index, 1)
    return { ...known, ...one }
  })
  return [...taken, ...left.filter((one) => plain(one.postTitle) === '' && formOf(one) !== '')]
}

/** The words of an update for people, in one form for what stands in a plan and in a document. */
export function textOfUpdate(update: {
  status: string
  percentComplete: number | null | undefined
  narrative: string
  issues: string
  correctiveActions: string
}): string {
  const percent = update.percentComplete
  return [
    typeof percent === 'number' ? `${update.status}, ${percent}%` : update.status,
    update.narrative,
    update.issues,
    update.correctiveActions,
  ]
    .map((text) => text.trim())
    .filter(Boolean)
    .join('\n')
}

import { OrganisationKind, organisationKindName } from '../../organisation/organisationKind.ts'
import type { FieldMessage } from '../../organisation/checkText.ts'
import type { Mark } from '../register/mark.ts'

/** Whether a deputy counts towards a quorum. */
export const DeputiesCount = { ALL: 'ALL', SENIOR_ENOUGH: 'SENIOR_ENOUGH', NONE: 'NONE' } as const
export type DeputiesCount = (typeof DeputiesCount)[keyof typeof DeputiesCount]

/** How that is offered on a page. */
export const deputiesCountName: Record<DeputiesCount, string> = {
  ALL: 'Deputies count',
  SENIOR_ENOUGH: 'Deputies count if they are senior enough',
  NONE: 'Deputies do not count',
}

/** So many seats, or seats with a vote, or a share of them. */
export interface SeatsNeeded {
  kind: 'SEATS'
  votingOnly: boolean
  /** A whole number of seats, or a share: `part` of every `of`, or more than that. */
  needs: { seats: number } | { part: number; of: number; moreThan: boolean }
  deputies: DeputiesCount
}

/** Agencies that all have to be there. */
export interface AgenciesNeeded {
  kind: 'AGENCIES'
  organisationIds: readonly string[]
  deputies: DeputiesCount
}

/** So many agencies of certain kinds. */
export interface KindsNeeded {
  kind: 'KINDS'
  organisationKinds: readonly OrganisationKind[]
  agencies: number
  deputies: DeputiesCount
}

/** Several rules of which all, or one, have to be met. */
export interface Combined {
  kind: 'ALL_OF' | 'ANY_OF'
  rules: readonly QuorumRule[]
}

export type QuorumRule = SeatsNeeded | AgenciesNeeded | KindsNeeded | Combined

/** One who is expected, and what the register says of them so far. */
export interface QuorumPlace {
  organisationId: string
  organisationName: string
  organisationKind: OrganisationKind
  voting: boolean
  /** Null while nothing is marked. */
  mark: Mark | null
  /** Whether the deputy is senior enough by the board's rule; null where nobody has said. */
  seniorEnough: boolean | null
}

/** What one rule comes to. Of a combined rule `has` and `needs` count its parts. */
export interface QuorumResult {
  /** What the rule asks for, as a sentence. */
  words: string
  has: number
  needs: number
  met: boolean
  /** Whether it is met, or would be if all who are not marked yet, or are unknown, came. */
  canBeMet: boolean
  /** Named agencies that are not there (yet). */
  missing: string[]
  /** The results of the parts of a combined rule, in its order. */
  parts: QuorumResult[]
}

/** How much may be in a quorum; `depth` counts the rules that stand in one another. */
export const quorumLimits = { rules: 20, depth: 3, seats: 200, agencies: 50 } as const

/** Whether a quorum is there. A mark that is missing or unknown counts as nobody, and may still become somebody. */
export function evaluateQuorum(rule: QuorumRule, places: readonly QuorumPlace[]): QuorumResult {
  if (rule.kind === 'SEATS') return evaluateSeats(rule, places)
  if (rule.kind === 'AGENCIES') return evaluateAgencies(rule, places)
  if (rule.kind === 'KINDS') return evaluateKinds(rule, places)
  return combine(rule, places)
}

function evaluateSeats(rule: SeatsNeeded, places: readonly QuorumPlace[]): QuorumResult {
  const seats = places.filter(({ voting }) => voting || !rule.votingOnly)
  const has = seats.filter((place) => isThere(place, rule.deputies)).length
  const open = seats.filter((place) => isOpen(place, rule.deputies)).length
  return result(seatsWords(rule, seats.length), has, open, seatsNeeded(rule, seats.length))
}

function evaluateAgencies(rule: AgenciesNeeded, places: readonly QuorumPlace[]): QuorumResult {
  const ids = [...new Set(rule.organisationIds)]
  const agencies = agenciesOf(places, rule.deputies, ({ organisationId }) => ids.includes(organisationId))
  const names = new Map(places.map((place) => [place.organisationId, place.organisationName]))
  const nameOf = (id: string) => names.get(id) ?? 'an agency that is not expected at this meeting'
  const words = `To be there: ${list(ids.map(nameOf))}. ${deputiesWords(rule.deputies)}`
  return {
    ...result(words, agencies.there.size, agencies.open.size, ids.length),
    missing: ids.filter((id) => !agencies.there.has(id)).map(nameOf),
  }
}

function evaluateKinds(rule: KindsNeeded, places: readonly QuorumPlace[]): QuorumResult {
  const kinds = rule.organisationKinds
  const agencies = agenciesOf(places, rule.deputies, ({ organisationKind }) =>
    kinds.includes(organisationKind),
  )
  const which = list(kinds.map((kind) => organisationKindName[kind]))
  const words = `At least ${counted(rule.agencies, 'agency', 'agencies')} of ${
    kinds.length === 1 ? 'this kind' : 'these kinds'
  }: ${which}. ${deputiesWords(rule.deputies)}`
  return result(words, agencies.there.size, agencies.open.size, rule.agencies)
}

/** How many seats are needed where so many are expected; at least one. */
export function seatsNeeded({ needs }: SeatsNeeded, expected: number): number {
  if ('seats' in needs) return needs.seats
  const share = (expected * needs.part) / needs.of
  return Math.max(1, needs.moreThan ? Math.floor(share) + 1 : Math.ceil(share))
}

/**
 * What the whole quorum comes to, in one sentence: "The quorum is there.", "The quorum is not there yet." or "The quorum
 * cannot be reached."
 */
export function quorumWords({ met, canBeMet }: Pick<QuorumResult, 'met' | 'canBeMet'>): string {
  if (met) return 'The quorum is there.'
  return canBeMet
    ? 'The quorum is not there yet.'
    : 'The quorum is not there, and those who are not marked yet would not be enough.'
}

/** Checks a quorum that was typed. Empty when all is well. */
export function checkQuorum(rule: QuorumRule): FieldMessage[] {
  const problems = checkRuleOfQuorum(rule, 1)
  if (rulesIn(rule) > quorumLimits.rules)
    problems.unshift({
      field: 'quorum',
      message: `Use ${quorumLimits.rules} rules or fewer.`,
    })
  return problems
}

function checkRuleOfQuorum(rule: QuorumRule, depth: number): FieldMessage[] {
  if ('rules' in rule && depth < quorumLimits.depth && rule.rules.length > 0)
    return rule.rules.flatMap((part) => checkRuleOfQuorum(part, depth + 1))
  const message = problemOf(rule, depth)
  return message === null ? [] : [{ field: 'quorum', message }]
}

function problemOf(rule: QuorumRule, depth: number): string | null {
  if ('rules' in rule) {
    if (rule.rules.length === 0) return 'Add at least one rule, or take the group away.'
    return depth < quorumLimits.depth ? null : 'Use a group in a group, but no group in that one.'
  }
  if (rule.kind === 'AGENCIES') {
    if (rule.organisationIds.length === 0) return 'Choose the agencies that have to be there.'
    return rule.organisationIds.length > quorumLimits.agencies
      ? `Choose ${quorumLimits.agencies} agencies or fewer.`
      : null
  }
  if (rule.kind === 'KINDS') {
    if (rule.organisationKinds.length === 0) return 'Choose one or more kinds of organisation.'
    return isFrom(rule.agencies, 1, quorumLimits.agencies)
      ? null
      : `Enter how many agencies are needed, from 1 to ${quorumLimits.agencies}.`
  }
  return problemOfNeeds(rule.needs)
}

function problemOfNeeds(needs: SeatsNeeded['needs']): string | null {
  if ('seats' in needs)
    return isFrom(needs.seats, 1, quorumLimits.seats)
      ? null
      : `Enter how many seats are needed, from 1 to ${quorumLimits.seats}.`
  const { part, of, moreThan } = needs
  if (!isFrom(of, 1, 100) || !isFrom(part, 1, of))
    return 'Enter a share of the seats, such as 1 of 3 or 50 of 100.'
  return moreThan && part === of ? 'More than all seats can never be there. Enter a smaller share.' : null
}

/**
 * Reads a quorum from JSON that was kept or sent; null where it is none. What it asks for is checked by `checkQuorum`.
 */
export function readQuorum(json: unknown): QuorumRule | null {
  return readRule(json, 1)
}

function readRule(json: unknown, depth: number): QuorumRule | null {
  if (!isRecord(json) || depth > quorumLimits.depth) return null
  const { kind } = json
  if (kind === 'ALL_OF' || kind === 'ANY_OF') {
    const parts = Array.isArray(json['rules']) ? json['rules'].map((part) => readRule(part, depth + 1)) : []
    const rules = parts.filter((part) => part !== null)
    return rules.length === parts.length ? { kind, rules } : null
  }
  const deputies = Object.values(DeputiesCount).find((value) => value === json['deputies'])
  if (!deputies) return null
  if (kind === 'SEATS') {
    const needs = readNeeds(json['needs'])
    return needs && { kind, votingOnly: json['votingOnly'] === true, needs, deputies }
  }
  if (kind === 'AGENCIES') {
    const organisationIds = textsOf(json['organisationIds'])
    return organisationIds && { kind, organisationIds, deputies }
  }
  if (kind === 'KINDS') {
    const names = textsOf(json['organisationKinds'])
    const organisationKinds = (names ?? []).flatMap(
      (name) => Object.values(OrganisationKind).find((each) => each === name) ?? [],
    )
    const { agencies } = json
    return typeof agencies === 'number' && organisationKinds.length === names?.length
      ? { kind, organisationKinds, agencies, deputies }
      : null
  }
  return null
}

function readNeeds(json: unknown): SeatsNeeded['needs'] | null {
  if (!isRecord(json)) return null
  const { seats, part, of } = json
  if (typeof seats === 'number') return { seats }
  return typeof part === 'number' && typeof of === 'number'
    ? { part, of, moreThan: json['moreThan'] === true }
    : null
}

function combine(rule: Combined, places: readonly QuorumPlace[]): QuorumResult {
  const parts = rule.rules.map((part) => evaluateQuorum(part, places))
  const has = parts.filter(({ met }) => met).length
  const possible = parts.filter(({ canBeMet }) => canBeMet).length
  const needs = rule.kind === 'ALL_OF' ? parts.length : 1
  return {
    words: rule.kind === 'ALL_OF' ? 'All of these:' : 'One of these is enough:',
    has,
    needs,
    met: has >= needs,
    // Who comes never harms a rule: what can be met one by one can be met together.
    canBeMet: possible >= needs,
    missing: [],
    parts,
  }
}

function result(words: string, has: number, open: number, needs: number): QuorumResult {
  return { words, has, needs, met: has >= needs, canBeMet: has + open >= needs, missing: [], parts: [] }
}

function isThere({ mark, seniorEnough }: QuorumPlace, deputies: DeputiesCount): boolean {
  if (mark === 'DEPUTY') return deputies === 'ALL' || (deputies === 'SENIOR_ENOUGH' && seniorEnough === true)
  return mark === 'PRESENT'
}

/** Whether it can still turn out that the place counts: nothing is marked, or nobody has said how senior the deputy is. */
function isOpen({ mark, seniorEnough }: QuorumPlace, deputies: DeputiesCount): boolean {
  if (mark === 'DEPUTY') return deputies === 'SENIOR_ENOUGH' && seniorEnough === null
  return mark === null || mark === 'UNKNOWN'
}

/** The agencies that are there, and those that may still be. */
function agenciesOf(
  places: readonly QuorumPlace[],
  deputies: DeputiesCount,
  asked: (place: QuorumPlace) => boolean,
) {
  const ids = (chosen: QuorumPlace[]) => new Set(chosen.map(({ organisationId }) => organisationId))
  const wanted = places.filter(asked)
  const there = ids(wanted.filter((place) => isThere(place, deputies)))
  const mayCome = wanted.filter((place) => isOpen(place, deputies) && !there.has(place.organisationId))
  return { there, open: ids(mayCome) }
}

function seatsWords(rule: SeatsNeeded, expected: number): string {
  const what = rule.votingOnly ? 'seats with a vote' : 'seats'
  const { needs } = rule
  const one = rule.votingOnly ? 'seat with a vote' : 'seat'
  if ('seats' in needs) return `At least ${counted(needs.seats, one, what)}. ${deputiesWords(rule.deputies)}`
  const share = needs.of === 100 ? `${needs.part}%` : `${needs.part} of every ${needs.of}`
  const needed = counted(seatsNeeded(rule, expected), 'seat', 'seats')
  return `${needs.moreThan ? 'More than' : 'At least'} ${share} of the ${what}: ${needed} of ${expected}. ${deputiesWords(rule.deputies)}`
}

function deputiesWords(deputies: DeputiesCount): string {
  return `${deputiesCountName[deputies]}.`
}

function rulesIn(rule: QuorumRule): number {
  return 'rules' in rule ? rule.rules.reduce((sum, part) => sum + rulesIn(part), 1) : 1
}

function isFrom(number: number, least: number, most: number): boolean {
  return Number.isInteger(number) && number >= least && number <= most
}

function isRecord(json: unknown): json is Record<string, unknown> {
  return typeof json === 'object' && json !== null && !Array.isArray(json)
}

function textsOf(json: unknown): string[] | null {
  return Array.isArray(json) && json.every((each): each is string => typeof each === 'string') ? json : null
}

function counted(number: number, one: string, many: string): string {
  return `${number} ${number === 1 ? one : many}`
}

function list(names: readonly string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}`
}

import { markName } from '@boardwork/shared/attendance/register/mark.ts'
import type { Mark } from '@boardwork/shared/attendance/register/mark.ts'
import type { QuorumPlace } from '@boardwork/shared/attendance/quorum/quorum.ts'
import type { MarkedPlace, MarkText } from '@boardwork/shared/attendance/register/registerRules.ts'
import type { RegisterFragment as Register } from '../../../gql/graphql.ts'
import { readFragment } from '../../../gql/index.ts'
import { RegisterMarkTextFragment, RegisterPlaceFragment } from './registerFragments.ts'
import type { UnsentMark } from './unsentMarks.ts'

/** The places of a register as they were read, each with the mark that the server has. */
export function placesOf({ expected }: Pick<Register, 'expected'>) {
  return readFragment(RegisterPlaceFragment, expected).map((place) => ({
    ...place,
    mark: readFragment(RegisterMarkTextFragment, place.mark) ?? null,
  }))
}

export type Place = ReturnType<typeof placesOf>[number]

/** A place with what it says now: the mark of this device, or else the one that the server has. */
export interface ShownPlace extends Place {
  text: MarkText | null
  /** Whether the mark of this device has not been sent. */
  unsent: boolean
}

/** The places as the page shows them. */
export function shownPlaces(places: readonly Place[], here: ReadonlyMap<string, UnsentMark>): ShownPlace[] {
  return places.map((place) => {
    const mine = here.get(place.placeId)
    return { ...place, text: mine ?? (place.mark && textOfMark(place.mark)), unsent: mine !== undefined }
  })
}

/** A mark as a form holds it. The reason of apologies is not said again. */
export function textOfMark(mark: NonNullable<Place['mark']>): MarkText {
  return {
    mark: mark.mark,
    cameId: mark.cameId ?? null,
    cameName: mark.cameId ? '' : (mark.cameName ?? ''),
    seniorEnough: mark.seniorEnough ?? null,
    reason: mark.mark === 'APOLOGIES' ? null : '',
  }
}

/** What the rules of a mark ask of a place. */
export function markedPlace({ holderId, deputies }: Place, kind: Register['kind']): MarkedPlace {
  return {
    vacant: kind === 'BOARD' && !holderId,
    deputyIds: deputies.map(({ personId }) => personId),
  }
}

/** What the rules of a quorum ask of the places. */
export function quorumPlaces(places: readonly ShownPlace[]): QuorumPlace[] {
  return places.flatMap(({ organisation, voting, text }) =>
    organisation
      ? [
          {
            organisationId: organisation.id,
            organisationName: organisation.name,
            organisationKind: organisation.kind,
            voting,
            mark: text?.mark ?? null,
            seniorEnough: text?.seniorEnough ?? null,
          },
        ]
      : [],
  )
}

/** How many places say each, and how many say nothing yet. */
export function totalsOf(marks: readonly (Mark | null)[]) {
  const count = (wanted: Mark | null) => marks.filter((mark) => mark === wanted).length
  return {
    PRESENT: count('PRESENT'),
    DEPUTY: count('DEPUTY'),
    APOLOGIES: count('APOLOGIES'),
    ABSENT: count('ABSENT'),
    UNKNOWN: count('UNKNOWN'),
    unmarked: count(null),
  }
}

/** The name of who came as a deputy; empty of any other mark. */
export function cameName(text: MarkText, { deputies, mark }: Place): string {
  if (text.mark !== 'DEPUTY') return ''
  if (text.cameId === null) return text.cameName
  const named = deputies.find(({ personId }) => personId === text.cameId)
  return named?.name ?? (mark?.cameId === text.cameId ? (mark.cameName ?? '') : '')
}

/** A mark in words: what it says, who came as a deputy, and why apologies were sent. */
export function markWords(text: MarkText, place: Place | undefined): string {
  const who = place ? cameName(text, place) : text.cameName
  return [markName[text.mark], who, text.reason].filter(Boolean).join(', ')
}

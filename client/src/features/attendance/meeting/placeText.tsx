import { markName } from '@boardwork/shared/attendance/register/mark.ts'
import type { Mark } from '@boardwork/shared/attendance/register/mark.ts'
import { Tag } from '../../../govuk/Tag.tsx'

interface HolderOfPlaceProps {
  place: { holderId?: string | null; holderName?: string | null }
  kind: 'BOARD' | 'STRATEGY'
}

/** Who holds a place at a meeting, or why nobody is named. */
export function HolderOfPlace({ place: { holderId, holderName }, kind }: HolderOfPlaceProps) {
  if (holderName) return holderName
  if (holderId) return 'Somebody you do not know'
  return kind === 'STRATEGY' ? 'Whoever leads the agency' : <Tag colour="yellow">Vacant</Tag>
}

/** Whether a place is required and votes: "Required, with a vote". */
export function placeWords({ required, voting }: { required: boolean; voting: boolean }): string {
  return `${required ? 'Required' : 'Optional'}${voting ? ', with a vote' : ''}`
}

/** What the register says of a place so far: "Deputy came: Ada Fern". */
export function registerWords(mark: { mark: Mark; cameName?: string | null } | null | undefined): string {
  if (!mark) return 'Not marked yet'
  return mark.cameName ? `${markName[mark.mark]}: ${mark.cameName}` : markName[mark.mark]
}

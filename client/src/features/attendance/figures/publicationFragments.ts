import { graphql } from '../../../gql/gql.ts'
import type { PublicationFragment as Publication } from '../../../gql/graphql.ts'
import type { Tally } from '@boardwork/shared/attendance/rule/attendanceCount.ts'
import type { AttendanceFigures } from '@boardwork/shared/attendance/figures/attendanceFigures.ts'

export const PublicationFragment = graphql(`
  fragment Publication on AttendancePublication {
    id
    year
    version
    publishedAt
    publishedByName
    withdrawnAt
    withdrawnByName
    figures {
      year
      startsMonth
      held
      cancelled
      agencies {
        organisationId
        organisationName
        counts {
          present
          deputy
          apologies
          absent
          unknown
        }
      }
    }
    viewerCan {
      withdraw
    }
  }
`)

/** Published figures in the form in which the shared rules take them. */
export function figuresOf({ figures }: Pick<Publication, 'figures'>): AttendanceFigures {
  return {
    ...figures,
    agencies: figures.agencies.map(({ organisationId, organisationName, counts }) => ({
      organisationId,
      organisationName,
      tally: tallyOfCounts(counts),
    })),
  }
}

/** Counts of the schema in the form in which the shared rules take them. */
export function tallyOfCounts(counts: Publication['figures']['agencies'][number]['counts']): Tally {
  return {
    PRESENT: counts.present,
    DEPUTY: counts.deputy,
    APOLOGIES: counts.apologies,
    ABSENT: counts.absent,
    UNKNOWN: counts.unknown,
  }
}

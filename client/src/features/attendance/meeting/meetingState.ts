import { todayInLondon } from '@boardwork/shared/board/dates.ts'

interface Meeting {
  heldOn: string
  cancelledAt?: string | null
  registerBegunAt?: string | null
  registerClosedAt?: string | null
}

/** How a meeting stands, in words and with the colour of its tag; null while it is still to come. */
export function meetingState(meeting: Meeting) {
  if (meeting.cancelledAt) return { text: 'Cancelled', colour: 'red' } as const
  if (meeting.registerClosedAt) return { text: 'Register closed', colour: 'green' } as const
  if (meeting.registerBegunAt) return { text: 'Register begun', colour: 'yellow' } as const
  return meeting.heldOn < todayInLondon() ? ({ text: 'Register to fill', colour: 'yellow' } as const) : null
}

/** Whether a meeting is over: its day is, or its register is closed. */
export function isOver({ heldOn, registerClosedAt }: Pick<Meeting, 'heldOn' | 'registerClosedAt'>): boolean {
  return heldOn < todayInLondon() || Boolean(registerClosedAt)
}

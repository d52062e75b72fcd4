/** The fields that the log keeps of registers, in the words of the pages. */
export const registerFields = {
  cameName: 'Who came',
  checkInEndedAt: 'Check-in ended',
  checkInOpenedAt: 'Check-in opened',
  guestKind: 'Guest or observer',
  mark: 'Mark',
  quorum: 'Quorum',
  quorumMet: 'Whether the quorum was there',
  registerClosedAt: 'Register closed',
  seniorEnough: 'Whether the deputy is senior enough',
  unmarked: 'Places that stand as unknown',
} as const satisfies Record<string, string>

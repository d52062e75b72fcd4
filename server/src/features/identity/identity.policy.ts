import { policy } from '../../access/policy.ts'

/** Who may do what about signing in and about people. */
export const identityPolicy = policy('identity', {
  /** Who am I? Answers null to somebody who is signed out. */
  readViewer: { roles: 'ANYBODY' },
  readSignIn: { roles: 'ANYBODY' },
  signIn: { roles: 'ANYBODY' },
  signOut: { roles: 'ANYBODY' },
  readInvitation: { roles: 'ANYBODY' },
  acceptInvitation: { roles: 'ANYBODY' },
  requestPasswordReset: { roles: 'ANYBODY' },
  resetPassword: { roles: 'ANYBODY' },
  readSessions: { roles: 'SIGNED_IN' },
  endSession: { roles: 'SIGNED_IN' },
  changePassword: { roles: 'SIGNED_IN' },
  changeName: { roles: 'SIGNED_IN' },
  readPeople: { roles: ['ADMINISTRATOR'] },
  disablePerson: { roles: ['ADMINISTRATOR'] },
  enablePerson: { roles: ['ADMINISTRATOR'] },
  readOutbox: { roles: ['ADMINISTRATOR'] },

  readPlatformInvitations: { roles: ['ADMINISTRATOR'] },
})

/** The name of the event that tells the page that the server took somebody for signed out. */
export const sessionEnded = 'boardwork:session-ended'

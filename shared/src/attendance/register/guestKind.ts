/** Whether somebody who has no place at a meeting takes part in it or watches. */
export const GuestKind = { GUEST: 'GUEST', OBSERVER: 'OBSERVER' } as const
export type GuestKind = (typeof GuestKind)[keyof typeof GuestKind]

/** How a kind of guest is called on a page. */
export const guestKindName: Record<GuestKind, string> = { GUEST: 'Guest', OBSERVER: 'Observer' }

/** How long the parts of a plan may be, in characters unless it says otherwise. The page and the server hold the same limits. */
export const planLimits = {
  title: 500,
  reference: 40,
  theme: 500,
  areaTitle: 1000,
  actionTitle: 4000,
  evidenceText: 10_000,
  deadlineText: 1000,
  postTitle: 500,
  progress: 10_000,
  comments: 10_000,
  /** Areas in a plan. */
  areas: 500,
  /** Actions in a whole plan. */
  actions: 5000,
  /** Bytes of a draft as JSON in UTF-8. */
  draftBytes: 5 * 1024 * 1024,
} as const

/** The fields that the log keeps of rules of attendance, flags and samples, in the words of the pages. */
export const flagFields = {
  answerDueOn: 'Answer asked for by',
  meeting: 'Meeting',
  meetingId: 'Meeting (id)',
  number: 'Version',
  populationHash: 'Fingerprint of the population',
  rule: 'Rule',
  rules: 'Rules',
  seed: 'Seed',
  sharePercent: 'Percent sampled',
  step: 'What happened',
  words: 'What was said',
  year: 'Year',
} as const satisfies Record<string, string>

/** A message by plural rule; `%{count}` stands for the number. */
export type PluralText = Partial<Record<Intl.LDMLPluralRule, string>> & { other: string }

const rules = new Intl.PluralRules('en-GB')
const numbers = new Intl.NumberFormat('en-GB')

export function withCount(text: string | PluralText, count: number): string {
  const message = typeof text === 'string' ? text : (text[rules.select(count)] ?? text.other)
  return message.replace('%{count}', numbers.format(count))
}

/** The data attributes in which GOV.UK Frontend keeps changed texts. */
export function i18nAttributes(key: string, text: string | PluralText | undefined): Record<string, string> {
  if (text === undefined) return {}
  if (typeof text === 'string') return { [`data-i18n.${key}`]: text }
  return Object.fromEntries(
    Object.entries(text).map(([rule, message]) => [`data-i18n.${key}.${rule}`, message]),
  )
}

const titles =
  /^(?:mr|mrs|ms|miss|mx|dr|prof|professor|cllr|councillor|sir|dame|lady|lord|rev|revd|det|di|dci|dcs|ds|insp|supt|ch|cllrs?)\.?$/i
const particle = /^(?:de|da|di|van|von|der|den|la|le|al|bin|ibn|ap|mac|mc|o|st)$/i
const noName =
  /^(?:adults?|agency|and|ambulance|board|borough|care|centre|children|city|clerk|college|commissioning|community|constabulary|council|county|district|director|education|fire|foundation|group|head|health|healthwatch|home|homes|hospital|housing|integrated|justice|lead|manager|member|mental|mind|network|nhs|officer|partnership|police|prison|probation|public|rep|representative|safeguarding|school|service|services|social|team|trust|university|voluntary|youth|meeting|present|absent|apologies|deputy|vacant|not|no|yes|none|new|was|on|in|at|by|to|the|of|for|from|via|leave|sick|ill|online|teams|virtual|person|phone|late|left|joined|until|part)$/i

/** The words of a name, in small letters, without "Dr" and the like. */
export function nameWords(name: string): string[] {
  return name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[’']/g, '')
    .split(/[\s.]+/)
    .map((word) => word.replace(/[^\p{L}-]/gu, ''))
    .filter((word) => word !== '' && !titles.test(word))
    .map((word) => word.toLowerCase())
}

/** Whether a text is the name of one person, as far as words can tell: "Ann Fell", "Dr J. Okafor", "S O’Neil". */
export function isPersonName(text: string): boolean {
  const words = text.trim().split(/\s+/)
  const named = words.filter((word) => !titles.test(word))
  if (named.length < (words.length > named.length ? 1 : 2) || named.length > 4) return false
  const isPart = (word: string, index: number): boolean =>
    /^\p{Lu}\.?(?:\p{Lu}\.?)?$/u.test(word) ||
    (/^\p{Lu}[\p{L}’'-]+$/u.test(word) && !noName.test(word) && !/^\p{Lu}{3,}$/u.test(word)) ||
    (index > 0 && particle.test(word))
  // An initial alone is no name.
  return named.every(isPart) && named.some((word) => /\p{L}{2}/u.test(word) && /\p{Ll}/u.test(word))
}

/** The names in a text that holds nothing but names: "Ann Fell, Bo Ray and J. Okafor". Undefined for any other text. */
export function personNames(text: string): string[] | undefined {
  const parts = text
    .split(/[,;\n/&+]|\s+and\s+/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
  return parts.length > 0 && parts.every(isPersonName) ? parts : undefined
}

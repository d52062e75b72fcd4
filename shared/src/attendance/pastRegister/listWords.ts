/** What a column beside the marks holds. */
export const LabelRole = { AGENCY: 'AGENCY', NAME: 'NAME', POST: 'POST', BOTH: 'BOTH', NOTE: 'NOTE' } as const
export type LabelRole = (typeof LabelRole)[keyof typeof LabelRole]

export const labelRoleName: Record<LabelRole, string> = {
  AGENCY: 'Agencies',
  NAME: 'Names of people',
  POST: 'Posts',
  BOTH: 'An agency and a name together',
  NOTE: 'Something else, to keep as a note',
}

const plain = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}%#]+/gu, ' ')
    .trim()

const agency =
  /^(?:(?:member|partner|board|represented|nominating|home) )?(?:agency|agencies|organi[sz]ations?|partners?|partner agenc(?:y|ies)|sector|body|bodies|employer|representing|represents|service|constituency|authority)(?: name)?(?: represented)?$/
const name =
  /^(?:(?:board|committee|group|nominated|core|full|current|agency|their) )*(?:names?|members?|member name|representatives?|rep|attendees?|person|persons|people|delegates?|membership|nominee|seat holder|holder)$/
const post = /^(?:post|role|title|job title|position|designation|job role|job)$/
const note =
  /^(?:notes?|comments?|remarks?|reasons?|reason for absence|explanation|email|e mail|telephone|phone|contact|required|voting|statutory|status|term|term of office|from|to|start(?: date)?|end(?: date)?|(?:named |nominated )?(?:deputy|deputies|substitutes?)(?: name)?|core member|required attendee|type|category|member type)$/
const date = /^(?:date|dates|meeting date|date of (?:the )?meeting|day|meeting day|held on)$/
const meeting = /^(?:meeting|meeting name|title of meeting|meeting title|meeting type|board|event)$/
const mark =
  /^(?:attendance|attended|attended\?|attend|attendance status|status|mark|present|in attendance|response|register|attendance code|code|outcome|attending)$/
const deputy =
  /^(?:(?:named |name of )?(?:deputy|substitute|delegate)(?: name| attended)?|deputised by|represented by|who came|sent)$/
const numbering = /^(?:no|nr|number|ref|reference|id|#|s no|item|line)$/
const total =
  /^(?:(?:sub |grand )?totals?\b.*|.*%.*|.*\bper ?cent(?:age)?\b.*|(?:attendance )?rate|(?:no|number|count|sum)(?: of)? (?:present|attended|attending|attendees|attendances?|meetings|apologies|absent|absences|members|agencies|deputies|possible)\b.*|(?:average|mean|possible|maximum|max|count|sum|quorate|quorum|quorum met|inquorate|attendance)|(?:meetings )?(?:attended|possible|missed)|overall.*)$/
const group =
  /^(?:(?:statutory|voting|non voting|core|full|co opted|associate|lay|independent|other|additional|board|strategic|required|optional|non statutory|permanent|standing|in) )*(?:members?|partners?|advis[eo]rs?|observers?|attendees|attendance|officers?|guests?|organisations?|agencies|representatives?|membership|professional advisers|support)$/
const aboutMeeting =
  /^(?:venue|place|location|where|time|times|start time|chair|chaired by|chairperson|minutes?|minutes by|minute taker|type|type of meeting|format|virtual or in person|room|link|host|quorate|quorum|inquorate|apologies received)$/

/** What a heading says that its column holds; undefined where it says none of these. */
export function labelRoleOf(heading: string): LabelRole | undefined {
  const parts = heading.split(/\s*(?:\/|&|\band\b|,)\s*/).filter((part) => part !== '')
  if (parts.length === 2) {
    const [first, second] = parts.map((part) => roleOfWords(plain(part)))
    if ((first === 'AGENCY' && second === 'NAME') || (first === 'NAME' && second === 'AGENCY'))
      return LabelRole.BOTH
    if (first === 'NAME' && second === 'POST') return LabelRole.NAME
  }
  return roleOfWords(plain(heading))
}

function roleOfWords(words: string): LabelRole | undefined {
  if (agency.test(words)) return LabelRole.AGENCY
  if (name.test(words)) return LabelRole.NAME
  if (post.test(words)) return LabelRole.POST
  return note.test(words) ? LabelRole.NOTE : undefined
}

export const isDateHeading = (heading: string): boolean => date.test(plain(heading))
export const isMeetingHeading = (heading: string): boolean => meeting.test(plain(heading))
export const isMarkHeading = (heading: string): boolean => mark.test(plain(heading))
export const isDeputyHeading = (heading: string): boolean => deputy.test(plain(heading))
export const isNumbering = (heading: string): boolean => numbering.test(plain(heading))
export const isTotal = (heading: string): boolean => total.test(plain(heading))
export const isGroupHeading = (text: string): boolean => group.test(plain(text))
export const isAboutMeeting = (label: string): boolean => aboutMeeting.test(plain(label))

/** Whether a text is a count or a share, as in a row of totals: "7", "88 %", "7 of 8". */
export const isFigure = (text: string): boolean =>
  /^(?:-?\d+(?:[.,]\d+)?\s*%?|\d+\s*(?:\/|of|out of)\s*\d+)$/i.test(text.trim())

/** Whether a text is an explanation rather than an agency or a name. */
export const isExplanation = (text: string): boolean =>
  text.length > 90 ||
  /^(?:\*|†|‡|notes?\b|key\b|legend\b|nb\b|n\.b\.|please\b|source\b|updated?\b|page\b)/i.test(text.trim())

/** In small letters and figures, for telling whether two labels are the same. */
export const plainLabel = plain

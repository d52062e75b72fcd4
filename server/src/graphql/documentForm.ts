import { wordType } from './sendDocument.ts'

/** What a page can be taken out as: what writes it, how the file ends, and what it is. */
const forms = {
  word: { kind: 'document', ending: 'docx', type: wordType },
  excel: {
    kind: 'workbook',
    ending: 'xlsx',
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  },
} as const

/** The form that an address asks for; null where there is none of that name. */
export const formOf = (as: unknown) => (as === 'word' || as === 'excel' ? forms[as] : null)

/** A column of a table in a document. */
export interface DocumentColumn {
  heading: string
  /** The heading that spans it and its neighbours. */
  group?: string
  /** How wide it is beside others: about as many characters as a line of it has. */
  width: number
}

/** A piece of a text document, in reading order. */
export type DocumentBlock =
  /** @property level 1 for the headings right below the title. */
  | { kind: 'heading'; level: number; text: string }
  | { kind: 'table'; columns: DocumentColumn[]; rows: string[][] }
  /** A text under its heading, or with its label in front. */
  | { kind: 'line'; label?: string; text: string }

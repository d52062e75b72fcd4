/** A document that cannot be read. The message goes on after the name of the file: "is protected with …". */
export class RefusedDocument extends Error {}

const choose = 'Check that you chose the right document, or copy the words from it and paste them as text.'

export const damaged = (): RefusedDocument =>
  new RefusedDocument(
    'is damaged, and we cannot read it. Open it, save it again and try once more, or copy the words from it and paste them as text.',
  )

export const tooMuch = (what: string): RefusedDocument =>
  new RefusedDocument(`is larger inside than we read: it has ${what}. ${choose}`)

export const withPassword = (): RefusedDocument =>
  new RefusedDocument(
    'is protected with a password. Open it, save it without the password and try again. Or copy its words and paste them as text.',
  )

/** Office never writes one, and it is where entities are defined that grow without end. */
export const withDoctype = (): RefusedDocument =>
  new RefusedDocument(
    'has parts that no Word or Excel document has (a DOCTYPE), and we do not read it. Open it, save it again and try once more.',
  )

export const tooLong = (): RefusedDocument =>
  new RefusedDocument(`takes more time or memory to read than we give to one document. ${choose}`)

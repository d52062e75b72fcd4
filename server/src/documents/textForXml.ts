// XML knows no other characters below the space, and no half of a pair.
// oxlint-disable-next-line eslint/no-control-regex -- these are the characters that it is about
const notInXml = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g

/** A text as it may stand in the XML of a document. */
export function textForXml(text: string): string {
  return text.toWellFormed().replaceAll(notInXml, ' ').replaceAll(/\r\n?/g, '\n')
}

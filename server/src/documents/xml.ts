import sax from 'sax'
import { readLimits } from './readLimits.ts'
import { damaged, tooMuch, withDoctype } from './refusedDocument.ts'
import type { ZipParts } from './zipParts.ts'

export type Attributes = Readonly<Record<string, unknown>>

/** What a reader does at each element. Names come without the prefix of their namespace. */
export interface XmlReader {
  open?: (name: string, attributes: Attributes) => void
  close?: (name: string) => void
  text?: (text: string) => void
}

// Word keeps a copy of each drawing in an attribute.
Object.assign(sax, { MAX_BUFFER_LENGTH: readLimits.unpacked })

const localName = (name: string): string => name.slice(name.indexOf(':') + 1)

/** An attribute by its name without prefix: `val` finds `w:val`. */
export function attribute(attributes: Attributes, name: string): string | undefined {
  for (const key in attributes) {
    const value = localName(key) === name ? attributes[key] : undefined
    if (typeof value === 'string') return value
  }
  return undefined
}

export function numberAttribute(attributes: Attributes, name: string): number | undefined {
  const value = Number(attribute(attributes, name) ?? Number.NaN)
  return Number.isFinite(value) ? value : undefined
}

/** Reads a part of a packed document element by element, without ever holding it as a whole. */
export async function readXml(parts: ZipParts, name: string, reader: XmlReader): Promise<void> {
  const options = { position: false, strictEntities: true }
  const parser = new sax.SAXParser(true, options)
  let depth = 0
  Object.assign(parser, {
    onerror() {
      throw damaged()
    },
    ondoctype() {
      throw withDoctype()
    },
    onopentag(tag: sax.Tag) {
      depth += 1
      if (depth > readLimits.depth) throw tooMuch('too many levels inside each other')
      reader.open?.(localName(tag.name), tag.attributes)
    },
    onclosetag(tag: string) {
      depth -= 1
      reader.close?.(localName(tag))
    },
    ontext: (text: string) => reader.text?.(text),
    oncdata: (text: string) => reader.text?.(text),
  })

  let decoder: TextDecoder | undefined
  for await (const chunk of parts.read(name)) {
    decoder ??= new TextDecoder(encodingOf(chunk))
    parser.write(decoder.decode(chunk, { stream: true }))
  }
  parser.close()
}

function encodingOf(start: Uint8Array): string {
  if (start[0] === 0xff && start[1] === 0xfe) return 'utf-16le'
  if (start[0] === 0xfe && start[1] === 0xff) return 'utf-16be'
  return 'utf-8'
}

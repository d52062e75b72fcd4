import { Window } from 'happy-dom'
import { createElement } from 'react'
import type { ReactNode } from 'react'

// Test support: HTML to a form that two renderings of the same page share, and HTML to React elements.

const { document } = new Window()

const ELEMENT = 1
const TEXT = 3

interface DomNode {
  nodeType: number
  textContent: string | null
  childNodes: Iterable<unknown>
}

interface DomElement extends DomNode {
  localName: string
  attributes: Iterable<{ name: string; value: string }>
}

function parse(html: string): DomElement {
  const body = document.createElement('div')
  body.innerHTML = html
  return body as unknown as DomElement
}

const isElement = (node: DomNode): node is DomElement => node.nodeType === ELEMENT

// Elements inside a line of text: spaces at their edges are seen and read out. At all others they are not.
const inline = new Set(['a', 'abbr', 'b', 'code', 'em', 'i', 'span', 'strong'])

/**
 * One line for each tag and each run of text, with what makes no difference to a browser taken away: the order
 * of attributes and classes, how a true boolean attribute is written, and spaces that are not drawn.
 */
export function canonical(html: string): string {
  const lines: string[] = []
  let text = ''
  let spacePending = false
  let atEdge = true

  function endText() {
    if (text) lines.push(JSON.stringify(text))
    text = ''
  }

  function edge(isInline: boolean) {
    endText()
    if (isInline) return
    spacePending = false
    atEdge = true
  }

  function visit(node: DomNode) {
    if (node.nodeType === TEXT) {
      for (const character of node.textContent ?? '') {
        if (/[ \t\r\n]/.test(character)) {
          spacePending = !atEdge
        } else {
          text += (spacePending ? ' ' : '') + character
          spacePending = false
          atEdge = false
        }
      }
    }
    if (!isElement(node)) return
    const tag = node.localName
    edge(inline.has(tag))
    lines.push(`<${[tag, ...attributes(node)].join(' ')}>`)
    if (tag === 'textarea') lines.push(JSON.stringify(textareaValue(node)))
    else for (const child of node.childNodes) visit(child as DomNode)
    edge(inline.has(tag))
    lines.push(`</${tag}>`)
  }

  for (const child of parse(html).childNodes) visit(child as DomNode)
  return lines.join('\n')
}

// A browser drops the first line break of a textarea; this parser keeps it.
function textareaValue(textarea: DomNode): string {
  return (textarea.textContent ?? '').replace(/^\n/, '')
}

const booleans = new Set(['checked', 'disabled', 'hidden', 'multiple', 'open', 'selected'])

function attributes(element: DomElement): string[] {
  return [...element.attributes]
    .map(({ name, value }) => {
      if (booleans.has(name)) return name
      // React writes the empty value of a controlled input; without the attribute it is as empty.
      if (name === 'value' && value === '' && isTextInput(element)) return ''
      if (name === 'class') return `class="${value.split(/\s+/).filter(Boolean).toSorted().join(' ')}"`
      if (name === 'style') return `style="${value.replace(/\s+|;\s*$/g, '')}"`
      return `${name}="${value}"`
    })
    .filter(Boolean)
    .toSorted()
}

function isTextInput(element: DomElement): boolean {
  const type = [...element.attributes].find(({ name }) => name === 'type')?.value
  return element.localName === 'input' && type === 'text'
}

const reactNames: Record<string, string> = {
  class: 'className',
  colspan: 'colSpan',
  for: 'htmlFor',
  hreflang: 'hrefLang',
  rowspan: 'rowSpan',
  tabindex: 'tabIndex',
  spellcheck: 'spellCheck',
  autocomplete: 'autoComplete',
  inputmode: 'inputMode',
  autocapitalize: 'autoCapitalize',
}

export function reactAttributes(all: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(all).map(([name, value]) => [reactNames[name] ?? name, value]))
}

/** A fixture's `html` option as what a page of ours would pass as children. */
export function elements(html: string): ReactNode {
  return children(parse(html.trim()))
}

function children(parent: DomNode): ReactNode[] {
  return [...parent.childNodes].map((each, index) => {
    const node = each as DomNode
    if (!isElement(node)) return node.nodeType === TEXT ? node.textContent : null
    const { value, style, ...given } = Object.fromEntries(
      [...node.attributes].map((attribute) => [attribute.name, attribute.value]),
    )
    const props = {
      ...reactAttributes(given),
      ...(value === undefined ? {} : { defaultValue: value }),
      ...(style === undefined ? {} : { style: styles(style) }),
      key: index,
    }
    if (node.localName === 'textarea') {
      return createElement('textarea', { ...props, defaultValue: textareaValue(node) })
    }
    const content = children(node)
    return createElement(node.localName, props, ...(content.length > 0 ? [content] : []))
  })
}

function styles(css: string): Record<string, string> {
  const declarations = css.split(';').filter((declaration) => declaration.includes(':'))
  return Object.fromEntries(
    declarations.map((declaration) => {
      const [name = '', value = ''] = declaration.split(':').map((part) => part.trim())
      return [name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase()), value]
    }),
  )
}

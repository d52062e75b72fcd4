import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { components } from './fixtures.mapping.tsx'
import { canonical } from './fixtures.html.ts'

interface Fixture {
  name: string
  options: Record<string, unknown>
  html: string
}

/** Fixtures of options that we do not have. Each stands here with its reason; nothing else is left out. */
const unsupported: Record<string, Record<string, string>> = {
  'character-count': {
    'with maxwords': 'deprecated upstream; use maxLength with countType "words"',
    'with textarea maxlength attribute': 'the attribute would cut pasted text, and upstream removes it again',
    'to configure in JavaScript': 'no script comes later to set the limit, so it is a required prop',
    'with neither maxlength nor maxwords set': 'the limit is a required prop',
    'with neither maxlength, maxwords nor textarea description set': 'the limit is a required prop',
  },
  'file-upload': {
    enhanced: 'no drop zone: the browser takes dropped files on its own control',
    'enhanced, with error message and hint': 'no drop zone',
    'enhanced, multiple files': 'no drop zone',
    'enhanced, custom wrapper classes and attributes': 'no drop zone',
    translated: 'no drop zone',
  },
  footer: {
    'with custom HTML content licence and copyright notice': 'Crown copyright is not ours to show',
    'with custom text content licence and copyright notice': 'Crown copyright is not ours to show',
    'with HTML passed as text content': 'tests the content licence',
  },
}

const require = createRequire(import.meta.url)

function fixturesOf(name: string): Fixture[] {
  const path = require.resolve(`govuk-frontend/dist/govuk/components/${name}/fixtures.json`)
  const file = JSON.parse(readFileSync(path, 'utf8')) as { fixtures: Fixture[] }
  return file.fixtures
}

describe.each(Object.keys(components))('%s', (name) => {
  const component = components[name]
  if (!component) throw new Error(`no mapping for ${name}`)
  const fixtures = fixturesOf(name)
  const leftOut = unsupported[name] ?? {}

  for (const fixture of fixtures.filter((each) => !(each.name in leftOut))) {
    it(fixture.name, () => {
      const props = component.props(fixture.options)
      const ours = renderToStaticMarkup(createElement(component.type, props))
      expect(canonical(ours)).toBe(canonical(component.expected?.(fixture.html) ?? fixture.html))
    })
  }

  it('leaves out only fixtures that exist', () => {
    const names = fixtures.map((fixture) => fixture.name)
    expect(names).toEqual(expect.arrayContaining(Object.keys(leftOut)))
  })
})

it('leaves out fixtures only of components that are compared', () => {
  expect(Object.keys(components)).toEqual(expect.arrayContaining(Object.keys(unsupported)))
})

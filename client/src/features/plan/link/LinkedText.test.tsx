import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import { LinkedText } from './LinkedText.tsx'

const links = [{ id: 'a', reference: '12.1', title: 'Write it down' }]
const html = (text: string) => renderToStaticMarkup(<LinkedText text={text} links={links} />)

it('makes a link of the number of an action that is seen, and leaves all other words', () => {
  expect(html('See 12.1 above')).toBe(
    'See <a href="/actions/a">12.1<span class="govuk-visually-hidden"> (Write it down)</span></a> above',
  )
  // There may be an action 9.9, and whoever does not see it learns nothing of it.
  expect(html('See 9.9 and see 12 people')).toBe('See 9.9 and see 12 people')
  expect(html('<b>12.1</b>')).toBe('&lt;b&gt;12.1&lt;/b&gt;')
})

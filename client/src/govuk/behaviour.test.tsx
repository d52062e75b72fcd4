// @vitest-environment happy-dom
import { act, useState } from 'react'
import type { ReactNode } from 'react'
import { createRoot } from 'react-dom/client'
import type { Root } from 'react-dom/client'
import { MemoryRouter, useLocation } from 'react-router'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { Button } from './Button.tsx'
import { CharacterCount } from './CharacterCount.tsx'
import { Checkboxes } from './Checkboxes.tsx'
import { DateInput } from './DateInput.tsx'
import { ErrorSummary } from './ErrorSummary.tsx'
import { Link } from './Link.tsx'
import { NotificationBanner } from './NotificationBanner.tsx'
import { PasswordInput } from './PasswordInput.tsx'
import { Radios } from './Radios.tsx'
import { ScrollRegion } from './ScrollRegion.tsx'
import { ServiceNavigation } from './ServiceNavigation.tsx'
import { SkipLink } from './SkipLink.tsx'
import { Tabs } from './Tabs.tsx'
import { TextInput } from './TextInput.tsx'

// The document of these tests is happy-dom's, which knows how wide its window is.
function setWidth(width: number) {
  const { happyDOM } = window as unknown as { happyDOM: { setViewport(size: { width: number }): void } }
  happyDOM.setViewport({ width })
}

let root: Root
let page: HTMLElement

beforeEach(() => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true)
  page = document.createElement('div')
  document.body.append(page)
  root = createRoot(page)
})

afterEach(() => {
  act(() => root.unmount())
  page.remove()
  vi.useRealTimers()
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
  setWidth(1024)
})

function show(content: ReactNode) {
  act(() => root.render(content))
}

function find(selector: string): HTMLElement {
  const found = page.querySelector<HTMLElement>(selector)
  if (!found) throw new Error(`nothing matches ${selector}`)
  return found
}

function click(selector: string) {
  act(() => find(selector).click())
}

// React listens to the native setter, so the value must go past its own property.
function type(selector: string, value: string) {
  const field = find(selector)
  const prototype = field instanceof HTMLTextAreaElement ? HTMLTextAreaElement : HTMLInputElement
  act(() => {
    Object.getOwnPropertyDescriptor(prototype.prototype, 'value')?.set?.call(field, value)
    field.dispatchEvent(new Event('input', { bubbles: true }))
  })
}

function press(selector: string, key: string) {
  dispatch(selector, new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }))
}

function dispatch(selector: string, event: Event) {
  act(() => {
    find(selector).dispatchEvent(event)
  })
}

function pause(milliseconds: number) {
  act(() => {
    vi.advanceTimersByTime(milliseconds)
  })
}

describe('ErrorSummary', () => {
  const enterName = { href: '#name', text: 'Enter a name' }
  const enterDate = { href: '#date', text: 'Enter a date' }

  it('says that there is a problem and takes the focus', () => {
    show(<ErrorSummary errorList={[enterName]} />)
    expect(document.activeElement).toBe(find('.govuk-error-summary'))
    expect(find('h2').textContent).toBe('There is a problem')
  })

  it('takes the focus again when its errors change, and only then', () => {
    const withErrors = (errorList: { href: string; text: string }[]) => (
      <>
        <ErrorSummary errorList={errorList} />
        <input id="name" />
      </>
    )
    show(withErrors([enterName]))
    find('#name').focus()
    show(withErrors([{ ...enterName }]))
    expect(document.activeElement).toBe(find('#name'))
    show(withErrors([enterName, enterDate]))
    expect(document.activeElement).toBe(find('.govuk-error-summary'))
  })

  it('leaves the focus where it is when told so', () => {
    show(<ErrorSummary errorList={[enterName]} disableAutoFocus />)
    expect(document.activeElement).toBe(document.body)
  })

  it('moves the focus to the field and brings its label into view', () => {
    const scrolled: Element[] = []
    vi.spyOn(Element.prototype, 'scrollIntoView').mockImplementation(function (this: Element) {
      scrolled.push(this)
    })
    show(
      <>
        <ErrorSummary errorList={[enterName]} />
        <TextInput name="name" label="Name" errorMessage="Enter a name" />
      </>,
    )
    click('.govuk-error-summary a')
    expect(document.activeElement).toBe(find('#name'))
    expect(scrolled).toEqual([find('label')])
  })

  it('brings the legend into view for the first of several radios', () => {
    const scrolled: Element[] = []
    vi.spyOn(Element.prototype, 'scrollIntoView').mockImplementation(function (this: Element) {
      scrolled.push(this)
    })
    show(
      <>
        <ErrorSummary errorList={[{ href: '#grade', text: 'Select a grade' }]} />
        <Radios name="grade" fieldset={{ legend: 'Grade' }} items={[{ value: 'a', text: 'A' }]} />
      </>,
    )
    click('.govuk-error-summary a')
    expect(document.activeElement).toBe(find('input'))
    expect(scrolled).toEqual([find('legend')])
  })
})

describe('NotificationBanner', () => {
  it('takes the focus when it is of success, not otherwise', () => {
    show(<NotificationBanner>Your session ends soon</NotificationBanner>)
    expect(document.activeElement).toBe(document.body)
    show(<NotificationBanner type="success">Saved</NotificationBanner>)
    expect(document.activeElement).toBe(find('.govuk-notification-banner'))
  })
})

describe('PasswordInput', () => {
  it('shows and hides the password and says so', () => {
    show(<PasswordInput name="password" label="Password" />)
    const status = find('.govuk-password-input__sr-status')
    expect(find('button').hidden).toBe(false)
    expect(status.getAttribute('aria-live')).toBe('polite')
    expect(status.textContent).toBe('')

    click('button')
    expect(find('input').getAttribute('type')).toBe('text')
    expect(find('button').textContent).toBe('Hide')
    expect(find('button').getAttribute('aria-label')).toBe('Hide password')
    expect(status.textContent).toBe('Your password is visible')

    click('button')
    expect(find('input').getAttribute('type')).toBe('password')
    expect(find('button').textContent).toBe('Show')
    expect(find('button').getAttribute('aria-label')).toBe('Show password')
    expect(status.textContent).toBe('Your password is hidden')
  })

  it('keeps what was typed when it is shown', () => {
    show(<PasswordInput name="password" label="Password" />)
    type('input', 'three random words')
    click('button')
    expect(find('input')).toHaveProperty('value', 'three random words')
  })

  it('hides the password when its form is sent', () => {
    show(
      <form>
        <PasswordInput name="password" label="Password" />
      </form>,
    )
    click('button')
    dispatch('form', new Event('submit', { bubbles: true, cancelable: true }))
    expect(find('input').getAttribute('type')).toBe('password')
  })
})

describe('Radios', () => {
  const items = [
    { value: 'email', text: 'Email', conditional: <TextInput name="address" label="Address" /> },
    { value: 'none', text: 'None' },
  ]

  it('reveals what belongs to the selected choice', () => {
    show(<Radios name="contact" items={items} />)
    const conditional = find('#conditional-contact')
    expect(find('#contact').getAttribute('aria-controls')).toBe('conditional-contact')
    expect(conditional.className).toContain('govuk-radios__conditional--hidden')

    click('#contact')
    expect(conditional.className).not.toContain('hidden')

    type('#address', 'a@example.org')
    click('#contact-2')
    expect(conditional.className).toContain('govuk-radios__conditional--hidden')
    click('#contact')
    expect(find('#address')).toHaveProperty('value', 'a@example.org')
  })

  it('follows the page when the page holds its value', () => {
    const changes: string[] = []
    show(<Radios name="contact" items={items} value="none" onValueChange={(value) => changes.push(value)} />)
    expect(find('#contact-2')).toHaveProperty('checked', true)
    click('#contact')
    expect(changes).toEqual(['email'])
    expect(find('#contact-2')).toHaveProperty('checked', true)
    show(<Radios name="contact" items={items} value="email" />)
    expect(find('#contact')).toHaveProperty('checked', true)
  })
})

describe('Checkboxes', () => {
  it('keeps the exclusive choice apart from all others', () => {
    let values: readonly string[] = []
    show(
      <Checkboxes
        name="agency"
        items={[
          { value: 'police', text: 'Police' },
          { value: 'health', text: 'Health', conditional: <p>Which trust?</p> },
          { divider: 'or' },
          { value: 'none', text: 'None of these', behaviour: 'exclusive' },
        ]}
        onValuesChange={(next) => (values = next)}
      />,
    )
    click('#agency')
    click('#agency-2')
    expect(values).toEqual(['police', 'health'])
    expect(find('#conditional-agency-2').className).not.toContain('hidden')
    click('#agency-4')
    expect(values).toEqual(['none'])
    expect(find('#agency')).toHaveProperty('checked', false)
    expect(find('#conditional-agency-2').className).toContain('hidden')
    click('#agency')
    expect(values).toEqual(['police'])
  })
})

describe('DateInput', () => {
  it('keeps the other parts when one changes', () => {
    let values = {}
    show(
      <DateInput
        id="review"
        namePrefix="review"
        defaultValues={{ day: '1', month: '2', year: '2027' }}
        onValuesChange={(next) => (values = next)}
      />,
    )
    type('#review-month', '11')
    expect(values).toEqual({ day: '1', month: '11', year: '2027' })
    expect(find('#review-month')).toHaveProperty('value', '11')
  })
})

describe('CharacterCount', () => {
  const visible = '.govuk-character-count__status'
  const spoken = '.govuk-character-count__sr-status'

  it('counts down as a person types, and speaks when the typing pauses', () => {
    vi.useFakeTimers()
    show(<CharacterCount name="reason" label="Reason" maxLength={10} />)
    expect(find(visible).textContent).toBe('You have 10 characters remaining')
    expect(find(visible).getAttribute('aria-hidden')).toBe('true')
    expect(find(spoken).getAttribute('aria-live')).toBe('polite')
    expect(find('#reason-info').className).toContain('govuk-visually-hidden')

    type('textarea', 'nine char')
    expect(find(visible).textContent).toBe('You have 1 character remaining')
    pause(999)
    expect(find(spoken).textContent).toBe('You have 10 characters remaining')
    pause(1)
    expect(find(spoken).textContent).toBe('You have 1 character remaining')
  })

  it('says how much is too much, and marks the field', () => {
    show(<CharacterCount name="reason" label="Reason" maxLength={10} />)
    type('textarea', 'ten chars!')
    expect(find(visible).textContent).toBe('You have 0 characters remaining')
    type('textarea', 'more than ten')
    expect(find(visible).textContent).toBe('You have 3 characters too many')
    expect(find(visible).className).toContain('govuk-error-message')
    expect(find('textarea').className).toContain('govuk-textarea--error')
    expect(find('textarea')).toHaveProperty('value', 'more than ten')
  })

  it('counts words, and what a person sees as one character', () => {
    show(<CharacterCount name="reason" label="Reason" maxLength={3} countType="words" />)
    type('textarea', 'one two, three. four')
    expect(find(visible).textContent).toBe('You have 1 word too many')
    show(<CharacterCount name="reason" label="Reason" maxLength={3} countType="characters" value="👩🏻‍🚀é" />)
    expect(find(visible).textContent).toBe('You have 1 character remaining')
  })

  it('stays quiet below its threshold', () => {
    vi.useFakeTimers()
    show(<CharacterCount name="reason" label="Reason" maxLength={10} threshold={50} />)
    expect(find(visible).className).toContain('govuk-character-count__message--disabled')
    expect(find(spoken).getAttribute('aria-hidden')).toBe('true')
    type('textarea', 'half of')
    pause(1000)
    expect(find(visible).className).not.toContain('govuk-character-count__message--disabled')
    expect(find(spoken).hasAttribute('aria-hidden')).toBe(false)
  })

  it('follows the page when the page holds its value', () => {
    function Page() {
      const [reason, setReason] = useState('abc')
      return (
        <CharacterCount
          name="reason"
          label="Reason"
          maxLength={10}
          value={reason}
          onChange={(event) => setReason(event.target.value.toUpperCase())}
        />
      )
    }
    show(<Page />)
    type('textarea', 'abcd')
    expect(find('textarea')).toHaveProperty('value', 'ABCD')
    expect(find(visible).textContent).toBe('You have 6 characters remaining')
  })
})

describe('ServiceNavigation', () => {
  const navigation = [
    { href: '#plan', text: 'Plan' },
    { href: '#people', text: 'People' },
  ]

  it('hides its items behind a button on a small screen', () => {
    setWidth(320)
    show(<ServiceNavigation navigation={navigation} />)
    expect(find('button').hidden).toBe(false)
    expect(find('button').hasAttribute('aria-hidden')).toBe(false)
    expect(find('button').getAttribute('aria-expanded')).toBe('false')
    expect(find('ul').hidden).toBe(true)
    click('button')
    expect(find('button').getAttribute('aria-expanded')).toBe('true')
    expect(find('ul').hidden).toBe(false)
    click('ul a')
    expect(find('ul').hidden).toBe(true)
  })

  it('shows its items and no button on a wide screen', () => {
    show(<ServiceNavigation navigation={navigation} />)
    expect(find('button').hidden).toBe(true)
    expect(find('ul').hidden).toBe(false)
  })

  it('changes when the window does', () => {
    setWidth(320)
    show(<ServiceNavigation navigation={navigation} />)
    act(() => setWidth(1024))
    expect(find('button').hidden).toBe(true)
    expect(find('ul').hidden).toBe(false)
  })
})

describe('Button', () => {
  it('ignores a second press within a second', () => {
    vi.useFakeTimers()
    const presses: string[] = []
    show(
      <form
        onSubmit={(event) => {
          event.preventDefault()
          presses.push('submit')
        }}
      >
        <Button preventDoubleClick onClick={() => presses.push('click')}>
          Save
        </Button>
      </form>,
    )
    click('button')
    click('button')
    expect(presses).toEqual(['click', 'submit'])
    vi.advanceTimersByTime(1000)
    click('button')
    expect(presses).toEqual(['click', 'submit', 'click', 'submit'])
  })

  it('takes every press when not told to prevent it', () => {
    let presses = 0
    show(
      <Button type="button" onClick={() => (presses += 1)}>
        Add
      </Button>,
    )
    click('button')
    click('button')
    expect(presses).toBe(2)
  })

  it('answers to the space key as a link', () => {
    let presses = 0
    show(
      <Button href="#start" onClick={() => (presses += 1)}>
        Start
      </Button>,
    )
    press('a', ' ')
    expect(presses).toBe(1)
  })
})

describe('SkipLink', () => {
  it('moves the focus to the content', () => {
    show(
      <>
        <SkipLink>Skip to main content</SkipLink>
        <main id="content">Plan</main>
      </>,
    )
    click('a')
    expect(document.activeElement).toBe(find('main'))
    act(() => find('main').blur())
    expect(find('main').hasAttribute('tabindex')).toBe(false)
  })
})

describe('Tabs', () => {
  const items = [
    { id: 'actions', label: 'Actions', panel: <p>All actions</p> },
    { id: 'history', label: 'History', panel: <p>All changes</p> },
  ]

  it('shows one panel at a time and moves with the arrow keys', () => {
    show(<Tabs items={items} />)
    expect(find('#history').className).toContain('govuk-tabs__panel--hidden')
    press('#tab_actions', 'ArrowRight')
    expect(document.activeElement).toBe(find('#tab_history'))
    expect(find('#tab_history').getAttribute('aria-selected')).toBe('true')
    expect(find('#actions').className).toContain('govuk-tabs__panel--hidden')
    expect(find('#history').className).not.toContain('hidden')
    click('#tab_actions')
    expect(find('#actions').className).not.toContain('hidden')
  })

  it('is a plain list of links on a small screen', () => {
    setWidth(320)
    show(<Tabs items={items} />)
    expect(find('ul').hasAttribute('role')).toBe(false)
    expect(find('a').hasAttribute('role')).toBe(false)
  })
})

describe('ScrollRegion', () => {
  // happy-dom has no layout.
  function width(name: 'scrollWidth' | 'clientWidth', pixels: number) {
    const owner = name === 'scrollWidth' ? Element.prototype : HTMLElement.prototype
    vi.spyOn(owner, name, 'get').mockReturnValue(pixels)
  }

  it('is a stop for the keyboard only when its content is wider than itself', () => {
    width('clientWidth', 300)
    width('scrollWidth', 300)
    show(
      <ScrollRegion key="fits" label="Actions">
        <table />
      </ScrollRegion>,
    )
    expect(find('[role=region]').hasAttribute('tabindex')).toBe(false)
    width('scrollWidth', 900)
    show(
      <ScrollRegion key="wide" label="Actions">
        <table />
      </ScrollRegion>,
    )
    expect(find('[role=region]').getAttribute('tabindex')).toBe('0')
    expect(find('[role=region]').getAttribute('aria-label')).toBe('Actions')
  })
})

describe('Link', () => {
  function Address() {
    return <output>{useLocation().pathname}</output>
  }

  it('follows an address of our own through the router', () => {
    show(
      <MemoryRouter initialEntries={['/boards']}>
        <Link href="/boards/1">Board</Link>
        <Address />
      </MemoryRouter>,
    )
    click('a')
    expect(find('output').textContent).toBe('/boards/1')
  })

  it.each(['https://example.org/', '//example.org/', '#content', 'mailto:a@example.org'])(
    'leaves %s to the browser',
    (href) => {
      show(
        <MemoryRouter>
          <Link href={href}>Elsewhere</Link>
        </MemoryRouter>,
      )
      expect(find('a').getAttribute('href')).toBe(href)
    },
  )
})

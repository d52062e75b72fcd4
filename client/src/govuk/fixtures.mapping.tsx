import { createElement } from 'react'
import type { ComponentType, ReactNode } from 'react'
import { BackLink } from './BackLink.tsx'
import { Breadcrumbs } from './Breadcrumbs.tsx'
import { Button } from './Button.tsx'
import { CharacterCount } from './CharacterCount.tsx'
import { Checkboxes } from './Checkboxes.tsx'
import { DateInput } from './DateInput.tsx'
import { Details } from './Details.tsx'
import { ErrorMessage } from './ErrorMessage.tsx'
import { ErrorSummary } from './ErrorSummary.tsx'
import { Fieldset } from './Fieldset.tsx'
import { FileUpload } from './FileUpload.tsx'
import { Footer } from './Footer.tsx'
import { Hint } from './Hint.tsx'
import { InsetText } from './InsetText.tsx'
import { Label } from './Label.tsx'
import { Link } from './Link.tsx'
import { NotificationBanner } from './NotificationBanner.tsx'
import { Pagination } from './Pagination.tsx'
import { Panel } from './Panel.tsx'
import { PasswordInput } from './PasswordInput.tsx'
import { PhaseBanner } from './PhaseBanner.tsx'
import { Radios } from './Radios.tsx'
import { Select } from './Select.tsx'
import { ServiceNavigation } from './ServiceNavigation.tsx'
import { SkipLink } from './SkipLink.tsx'
import { SummaryList } from './SummaryList.tsx'
import { Table } from './Table.tsx'
import { Tabs } from './Tabs.tsx'
import { Tag } from './Tag.tsx'
import { TaskList } from './TaskList.tsx'
import { TextInput } from './TextInput.tsx'
import { Textarea } from './Textarea.tsx'
import { WarningText } from './WarningText.tsx'
import { elements, reactAttributes } from './fixtures.html.ts'

// Test support: the options of GOV.UK Frontend's fixtures as the props of our components.

type Bag = Record<string, unknown>

interface Mapped {
  type: ComponentType<Bag>
  props: (options: Bag) => Bag
  /** Takes out of the expected HTML what we never show. */
  expected?: (html: string) => string
}

// Fixture files are untyped, so this is the one place where props are not checked.
function mapped(component: unknown, props: (options: Bag) => Bag = general): Mapped {
  return { type: component as ComponentType<Bag>, props }
}

const isBag = (value: unknown): value is Bag =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const bag = (value: unknown): Bag => (isBag(value) ? value : {})
const plain = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : ''
const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : [])

function content(html: unknown, text: unknown): ReactNode {
  if (typeof html === 'string' && html !== '') return elements(html)
  return typeof text === 'number' ? String(text) : (text as ReactNode)
}

const renamed: Record<string, string> = {
  autocapitalize: 'autoCapitalize',
  autocomplete: 'autoComplete',
  captionClasses: 'captionClassName',
  classes: 'className',
  colspan: 'colSpan',
  containerClasses: 'containerClassName',
  describedBy: 'aria-describedby',
  for: 'htmlFor',
  inputmode: 'inputMode',
  maxlength: 'maxLength',
  navigationClasses: 'navigationClassName',
  rowspan: 'rowSpan',
  spellcheck: 'spellCheck',
}

/** The rule for most options: names in React's way, `html` or `text` as children, `attributes` spread. */
function general(options: Bag): Bag {
  const props: Bag = {}
  for (const [name, value] of Object.entries(options)) {
    if (name === 'html' || name === 'text' || name === 'attributes') continue
    props[renamed[name] ?? name] = nested(value)
  }
  if ('html' in options || 'text' in options) props['children'] = content(options['html'], options['text'])
  return { ...props, ...reactAttributes(bag(options['attributes'])) }
}

function nested(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(nested)
  return isBag(value) ? general(value) : value
}

/** As `general`, with the content under the name that an item of a list has for it. */
function item(options: Bag, name = 'text'): Bag {
  const { children, ...props } = general(options)
  return { ...props, [name]: children }
}

const items = (value: unknown, name?: string) =>
  list(value).map((each) => (isBag(each) ? item(each, name) : each))

const uncontrolled = ({ value, ...options }: Bag): Bag => ({
  ...general(options),
  ...(value === undefined ? {} : { defaultValue: value }),
})

function choices(options: Bag, selectedValues: unknown[]) {
  const selected: string[] = []
  const mappedItems = list(options['items']).map((each) => {
    if (!isBag(each) || 'divider' in each) return each
    const { checked, conditional, value, ...rest } = each
    const isSelected = checked === true || (checked !== false && selectedValues.includes(value))
    if (isSelected) selected.push(String(value))
    const html = bag(conditional)['html']
    return {
      ...item(rest),
      value: String(value),
      ...(html ? { conditional: content(html, undefined) } : {}),
    }
  })
  return { mappedItems, selected }
}

function radios({ value, ...options }: Bag): Bag {
  const { mappedItems, selected } = choices(options, [value])
  return { ...general(options), items: mappedItems, defaultValue: selected[0] }
}

function checkboxes({ values, ...options }: Bag): Bag {
  const { mappedItems, selected } = choices(options, list(values))
  return { ...general(options), items: mappedItems, defaultValues: selected }
}

function select({ value, ...options }: Bag): Bag {
  let selected = value
  const mappedItems = list(options['items']).map((each) => {
    if (!isBag(each)) return each
    const { selected: isSelected, ...option } = each
    const optionValue = option['value'] ?? option['text']
    if (isSelected === true) selected = optionValue
    if (isSelected === false && selected === optionValue) selected = undefined
    return {
      ...item(option),
      ...(typeof option['value'] === 'boolean' ? { value: String(option['value']) } : {}),
    }
  })
  return {
    ...general(options),
    items: mappedItems,
    ...(selected === undefined ? {} : { defaultValue: selected }),
  }
}

// Ours has one list of items and their values by name; theirs has `items`, `day`, `month`, `year`, and `values`
// by the name with its prefix.
function dateInput({ day, month, year, values, ...options }: Bag): Bag {
  const parts = { day, month, year }
  const defaultValues: Record<string, string> = {}
  const given = list(options['items'])
  const used =
    given.length > 0
      ? given
      : Object.entries(parts).map(([name, part]) => (part === false ? false : { name, ...bag(part) }))
  const mappedItems = used.map((each, index) => {
    if (!isBag(each)) return each
    const { value, ...part } = general(each)
    const name = plain(part['name'])
    const prefixed = options['namePrefix'] ? `${plain(options['namePrefix'])}-${name}` : name
    const typed = value ?? bag(parts[name as keyof typeof parts])['value'] ?? bag(values)[prefixed]
    if (typed !== undefined) defaultValues[name] = plain(typed)
    const isYear = given.length === 0 && index === 2
    const width = isYear && name !== 'year' ? 'govuk-input--width-4' : undefined
    const classes = plain(part['className'])
    return {
      ...part,
      ...(classes.includes('govuk-input--error') ? { error: true } : {}),
      className: [width, classes.replace('govuk-input--error', '')].filter(Boolean).join(' '),
    }
  })
  return { ...general(options), items: mappedItems, defaultValues }
}

function titled({ titleText, titleHtml, ...options }: Bag): Bag {
  const title = content(titleHtml, titleText)
  return { ...general(options), ...(title === undefined ? {} : { title }) }
}

// Theirs are lists of options; ours are the buttons and links themselves.
function panel({ actions: given, ...options }: Bag): Bag {
  const classes = plain(options['classes'])
  const { items: actionItems, ...rest } = bag(given)
  const buttons = list(actionItems).flatMap((each, index) => {
    const { type, ...action } = general(bag(each))
    const { href } = action
    if (typeof href === 'string' && type !== 'button') {
      return [' ', <Link {...action} key={index} href={href} className="govuk-link govuk-link--inverse" />]
    }
    const props = { ...action, variant: 'inverse', ...(href ? {} : { type }) }
    return [createElement(mapped(Button).type, { ...props, key: index })]
  })
  return {
    ...titled(options),
    variant: classes.includes('govuk-panel--interruption') ? 'interruption' : 'confirmation',
    className: classes.replace('govuk-panel--interruption', ''),
    ...(given ? { actions: { ...general(rest), children: buttons.length > 0 ? buttons : undefined } } : {}),
  }
}

function withoutCrown(html: string): string {
  return html
    .replace(/<svg[^>]*govuk-footer__crown[\s\S]*?<\/svg>|<svg[^>]*role="presentation"[\s\S]*?<\/svg>/, '')
    .replace(
      /<svg[^>]*aria-hidden="true"[\s\S]*?<\/svg>\s*<span class="govuk-footer__licence[\s\S]*?<\/span>/,
      '',
    )
    .replace(/<div class="govuk-footer__meta-item">\s*<a[^>]*copyright-logo[\s\S]*?<\/a>\s*<\/div>/, '')
}

export const components: Record<string, Mapped> = {
  'back-link': mapped(BackLink),
  breadcrumbs: mapped(Breadcrumbs, (options) => ({ ...general(options), items: items(options['items']) })),
  button: mapped(Button),
  'character-count': mapped(CharacterCount, uncontrolled),
  checkboxes: mapped(Checkboxes, checkboxes),
  'date-input': mapped(DateInput, dateInput),
  details: mapped(Details, ({ summaryText, summaryHtml, ...options }) => ({
    ...general(options),
    summary: content(summaryHtml, summaryText),
  })),
  'error-message': mapped(ErrorMessage, ({ visuallyHiddenText, ...options }) => ({
    ...general(options),
    ...(visuallyHiddenText === undefined ? {} : { visuallyHiddenText }),
  })),
  'error-summary': mapped(ErrorSummary, ({ descriptionText, descriptionHtml, errorList, ...options }) => ({
    // Their title has no default; ours has, so what is missing there is empty here.
    title: '',
    ...titled(options),
    errorList: items(errorList),
    children: content(descriptionHtml, descriptionText),
  })),
  fieldset: mapped(Fieldset),
  'file-upload': mapped(FileUpload, ({ value: _value, ...options }) => {
    const {
      chooseFilesButtonText: _a,
      dropInstructionText: _b,
      noFileChosenText: _c,
      multipleFilesChosenText: _d,
      enteredDropZoneText: _e,
      leftDropZoneText: _f,
      ...rest
    } = options
    return general(rest)
  }),
  footer: {
    ...mapped(
      Footer,
      ({ contentLicence: _licence, copyright: _copyright, meta, navigation, ...options }) => ({
        ...general(options),
        ...(meta === undefined
          ? {}
          : { meta: { ...item(bag(meta), 'content'), items: items(bag(meta)['items']) } }),
        navigation: list(navigation).map((section) => ({
          ...bag(section),
          items: items(bag(section)['items']),
        })),
      }),
    ),
    expected: withoutCrown,
  },
  hint: mapped(Hint),
  input: mapped(TextInput, uncontrolled),
  'inset-text': mapped(InsetText),
  label: mapped(Label),
  'notification-banner': mapped(NotificationBanner, titled),
  pagination: mapped(Pagination, ({ previous, next, ...options }) => ({
    ...general(options),
    // Our types know no item without anything in it.
    ...('items' in options
      ? { items: list(options['items']).map((each) => Object.keys(bag(each)).length > 0 && each) }
      : {}),
    ...(isBag(previous) ? { previous: item(previous) } : {}),
    ...(isBag(next) ? { next: item(next) } : {}),
  })),
  panel: mapped(Panel, panel),
  'password-input': mapped(PasswordInput, uncontrolled),
  // Our tag is required, so a fixture without one has an empty one.
  'phase-banner': mapped(PhaseBanner, (options) => ({ tag: '', ...general(options) })),
  radios: mapped(Radios, radios),
  select: mapped(Select, select),
  'service-navigation': mapped(ServiceNavigation, ({ navigation, slots, ariaLabel, ...options }) => {
    const { end, ...others } = bag(slots)
    const endHtml = isBag(end) ? end['html'] : end
    return {
      ...general(options),
      ...(ariaLabel === undefined ? {} : { 'aria-label': ariaLabel }),
      navigation: items(navigation),
      slots: {
        ...Object.fromEntries(Object.entries(others).map(([name, html]) => [name, content(html, undefined)])),
        ...(endHtml ? { end: content(endHtml, undefined) } : {}),
        ...(isBag(end) ? { endAlign: end['align'] } : {}),
      },
    }
  }),
  'skip-link': mapped(SkipLink),
  'summary-list': mapped(SummaryList, ({ card, ...options }) => ({
    ...general(options),
    rows: list(options['rows']).map((row) =>
      isBag(row)
        ? {
            ...general(row),
            ...(isBag(row['actions']) ? { actions: actions(row['actions']) } : {}),
          }
        : row,
    ),
    ...(isBag(card)
      ? {
          card: {
            ...general(card),
            ...(isBag(card['actions']) ? { actions: actions(card['actions']) } : {}),
          },
        }
      : {}),
  })),
  table: mapped(Table),
  tabs: mapped(Tabs, (options) => ({
    ...general(options),
    items: list(options['items']).map((each) => (isBag(each) ? general(each) : each)),
  })),
  tag: mapped(Tag),
  'task-list': mapped(TaskList),
  textarea: mapped(Textarea, uncontrolled),
  'warning-text': mapped(WarningText),
}

function actions(options: Bag): Bag {
  return { ...general(options), ...('items' in options ? { items: items(options['items']) } : {}) }
}

interface FocusHooks {
  beforeFocus?: () => void
  afterBlur?: () => void
}

/**
 * Moves focus to an element that is not usually focusable, and makes it unfocusable again when focus leaves,
 * so that a click on its text does not draw a focus ring.
 */
export function setFocus(element: HTMLElement, { beforeFocus, afterBlur }: FocusHooks = {}): void {
  const wasFocusable = element.hasAttribute('tabindex')
  if (!wasFocusable) element.setAttribute('tabindex', '-1')
  element.addEventListener(
    'blur',
    () => {
      afterBlur?.()
      if (!wasFocusable) element.removeAttribute('tabindex')
    },
    { once: true },
  )
  beforeFocus?.()
  element.focus()
}

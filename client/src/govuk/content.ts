import { isValidElement } from 'react'
import type { ReactElement, ReactNode } from 'react'

/**
 * What a nested option (label, hint, legend, …) accepts: plain text, one element, or the full props of the
 * component it becomes.
 */
export type Content<Props> = string | number | ReactElement | Props

/** Lists of options may hold empty places, so that a page can write `mayEdit && { … }`. */
export type Items<Item> = readonly (Item | false | null | undefined | '')[]

export function contentProps<Props extends { children?: ReactNode }>(
  content: Content<Props>,
): Props | { children: ReactNode } {
  if (typeof content === 'string' || typeof content === 'number' || isValidElement(content)) {
    return { children: content }
  }
  return content
}

/** True for what React would draw nothing for. */
export function isEmpty(node: ReactNode): boolean {
  return node === undefined || node === null || node === false || node === ''
}

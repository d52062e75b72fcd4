import { Link as RouterLink, useInRouterContext } from 'react-router'
import type { ComponentProps } from 'react'

export type LinkProps = ComponentProps<'a'> & { href: string }

/**
 * Every link of the pages. An address of our own (`/boards/1`, `?page=2`) is followed by the router without
 * loading the page again; everything else, and everything outside a router, is a plain link.
 */
export function Link({ href, ...rest }: LinkProps) {
  const inRouter = useInRouterContext()
  const ours = /^(\/(?!\/)|\?)/.test(href) && rest.target === undefined && rest.download === undefined
  return inRouter && ours ? <RouterLink to={href} {...rest} /> : <a href={href} {...rest} />
}

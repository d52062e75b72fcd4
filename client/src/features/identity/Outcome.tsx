import { useEffect, useRef } from 'react'
import type { ReactNode } from 'react'
import { setFocus } from '../../govuk/setFocus.ts'

/** What takes the place of a form once it is done; its heading takes the focus, so that it is read out. */
export function Outcome({ title, children }: { title: string; children: ReactNode }) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (heading.current) setFocus(heading.current)
  }, [])
  return (
    <>
      <h1 className="govuk-heading-l" ref={heading}>
        {title}
      </h1>
      {children}
    </>
  )
}

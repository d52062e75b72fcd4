import { useEffect, useRef, useState } from 'react'
import type { ReactNode } from 'react'

export interface ScrollRegionProps {
  /** What the region holds: the caption of its table. */
  label: string
  children: ReactNode
}

/** Lets a wide table scroll by itself, so that the page never scrolls sideways. */
export function ScrollRegion({ label, children }: ScrollRegionProps) {
  const region = useRef<HTMLDivElement>(null)
  const [overflows, setOverflows] = useState(false)

  useEffect(() => {
    const element = region.current
    if (!element) return undefined
    const measure = () => setOverflows(element.scrollWidth > element.clientWidth)
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    for (const child of element.children) observer.observe(child)
    measure()
    return () => observer.disconnect()
  }, [])

  return (
    <div
      ref={region}
      className="bw-scroll-region"
      role="region"
      aria-label={label}
      // A stop for the keyboard only where there is something to scroll.
      tabIndex={overflows ? 0 : undefined}
    >
      {children}
    </div>
  )
}

import { type ReactNode, useId } from 'react'

/** Choices that belong together. */
export function Section({ name, children }: { name: string; children: ReactNode }) {
  const id = useId()
  return (
    <section className="export-section" aria-labelledby={id}>
      <h3 id={id}>{name}</h3>
      {children}
    </section>
  )
}

import { type FormEvent, useEffect, useRef, useState } from 'react'
import { t } from '../../i18n/i18n.ts'
import '../../i18n/parts/sealing.ts'

/** A form whose work takes a moment, and may go wrong. */
export interface Work {
  readonly busy: boolean
  /** What went wrong, but for what a field says itself. */
  readonly error: string | null
  readonly submit: (event: FormEvent<HTMLFormElement>) => void
}

/** Does it; ends with what went wrong, in words. null instead of a promise: what was typed has to be mended first. */
export type DoWork = () => Promise<string | null> | null

/** Takes nothing while it works; afterwards the keyboard is back where it was, or at what has to be mended. */
export function useWork(doWork: DoWork): Work {
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<string | null>(null)
  const [tries, setTries] = useState(0)
  const form = useRef<HTMLFormElement | null>(null)
  const before = useRef<Element | null>(null)
  useEffect(() => {
    if (busy || tries === 0) return
    // What was wrong is mostly one letter: it stays, chosen, to be typed over or mended.
    const wrong = form.current?.querySelector<HTMLInputElement>('input[aria-invalid="true"]')
    if (wrong) {
      wrong.focus()
      wrong.select()
    } else if (before.current instanceof HTMLElement) before.current.focus()
  }, [busy, tries])
  const submit = async () => {
    before.current = document.activeElement
    const work = doWork()
    setError(null)
    setBusy(work !== null)
    try {
      setError(await work)
    } catch {
      // Code that is loaded only now, and can't be had.
      setError(t('sealing.failed'))
    }
    setBusy(false)
    setTries((count) => count + 1)
  }
  return {
    busy,
    error,
    submit(event) {
      event.preventDefault()
      form.current = event.currentTarget
      if (!busy) void submit()
    },
  }
}

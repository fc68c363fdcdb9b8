import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { Subject } from '../audience/subject.ts'
import type { MapView } from '../audience/view.ts'
import { useSubject } from './useSubject.ts'

export type Ask<A> = (view: MapView, signal: AbortSignal) => Promise<A>

/** An answer, together with what it was worked out from: its keys mean nothing elsewhere. */
interface Found<A> {
  readonly subject: Subject
  readonly answer: A
}

export interface WorkedOut<A> {
  /** Stays while something newer is being worked out, if it may still be seen. */
  readonly found: Found<A> | null
  /** What is found is not the newest. */
  readonly working: boolean
  readonly failed: boolean
  readonly retry: () => void
}

interface Outcome<A> {
  readonly subject: Subject
  readonly ask: Ask<A>
  /** Null when it failed. */
  readonly found: Found<A> | null
}

/** Edits come in bursts: what a map tells is worked out when they pause, in ms. */
const PAUSE_MS = 250

/**
 * What the current audience's view tells, worked out anew shortly after each change; the newest wins.
 *
 * @param ask must be the same function from render to render; null asks nothing
 */
export function useWorkedOut<A>(ask: Ask<A> | null): WorkedOut<A> {
  const subject = useSubject()
  const [outcome, setOutcome] = useState<Outcome<A> | null>(null)
  const [attempt, setAttempt] = useState(0)
  const asked = useRef<{ ask: Ask<A>; attempt: number } | null>(null)

  useEffect(() => {
    if (!ask) return
    // Only changes of the map come in bursts; another question is answered at once.
    const isEdit = asked.current?.ask === ask && asked.current.attempt === attempt
    const abort = new AbortController()
    const work = async () => {
      asked.current = { ask, attempt }
      const answer = await ask(subject.view, abort.signal)
      if (!abort.signal.aborted) setOutcome({ subject, ask, found: { subject, answer } })
    }
    const timer = setTimeout(
      () =>
        void work().catch(() => {
          if (!abort.signal.aborted) setOutcome({ subject, ask, found: null })
        }),
      isEdit ? PAUSE_MS : 0,
    )
    return () => {
      clearTimeout(timer)
      abort.abort()
    }
  }, [ask, subject, attempt])

  const latest = outcome?.ask === ask ? outcome : null
  const found = latest?.found ?? null
  const mayStay = useMemo(
    () => found !== null && stillSeen(found.subject, subject),
    [found, subject],
  )
  return {
    found: mayStay ? found : null,
    working: ask !== null && latest?.subject !== subject,
    failed: latest !== null && latest.subject === subject && latest.found === null,
    retry: useCallback(() => {
      setOutcome(null)
      setAttempt((before) => before + 1)
    }, []),
  }
}

/**
 * Whether what was found in an earlier view may still be seen beside the present one. The public must not
 * go on reading of anybody, or of a tie, that has become confidential meanwhile.
 */
export function stillSeen(earlier: Subject, now: Subject): boolean {
  if (earlier === now) return true
  if (earlier.view.audience !== now.view.audience) return false
  if (now.view.audience === 'team') return true
  const { stakeholders, relationships } = earlier.view
  return (
    stakeholders.every(({ key }) => {
      const id = earlier.idOf(key)
      return id !== undefined && now.shown(id) !== undefined
    }) &&
    relationships.every(({ key }) => {
      const tie = earlier.tieOf(key)
      return tie !== undefined && now.shownTie(tie.id) !== undefined
    })
  )
}

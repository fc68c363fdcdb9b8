import { useState } from 'react'
import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import './announcer.css'

interface Notice {
  readonly id: number
  readonly text: string
  readonly tone: 'info' | 'problem'
}

/**
 * One place for short messages: shown at the foot of the page and read out by screen readers.
 * The caller sees to it that the text suits the audience.
 */
const notices = createStore<{ readonly notice: Notice | null; readonly spoken: string }>(() => ({
  notice: null,
  spoken: '',
}))

let lastId = 0
const SHOWN_MS = 6000
const PROBLEM_SHOWN_MS = 15_000

/** Shows and reads out a message. */
export function announce(text: string, tone: Notice['tone'] = 'info'): void {
  const notice = { id: ++lastId, text, tone }
  speak(text)
  notices.setState({ notice })
  setTimeout(
    () => notices.getState().notice === notice && notices.setState({ notice: null }),
    tone === 'problem' ? PROBLEM_SHOWN_MS : SHOWN_MS,
  )
}

/** Only reads a message out; for what the screen shows anyway. */
export const speak = (text: string): void =>
  // The same words again are read out again only when something about them has changed.
  notices.setState(({ spoken }) => ({ spoken: spoken === text ? `${text}\u00a0` : text }))

/** Forgets what was shown, as when the audience changes. */
export const clearNotices = (): void => notices.setState({ notice: null, spoken: '' })

/** One for the page, and one in each dialog: what is behind a modal dialog is neither seen nor read out. */
export function Announcer() {
  const now = useStore(notices)
  // What was said before a dialog opened is not said again in it.
  const [before] = useState(now)
  const notice = now.notice === before.notice ? null : now.notice
  return (
    <>
      <div role="status" className="visually-hidden">
        {now.spoken !== before.spoken && now.spoken}
      </div>
      {notice && (
        <div className={`notice notice-${notice.tone}`} aria-hidden key={notice.id}>
          {notice.text}
        </div>
      )}
    </>
  )
}

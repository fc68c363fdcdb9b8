import { X } from 'lucide-react'
import { type ReactNode, useEffect, useId, useRef } from 'react'
import { t } from '../i18n/i18n.ts'
import { Announcer } from './announcer.tsx'
import { IconButton } from './Button.tsx'
import './dialog.css'

interface DialogProps {
  title: string
  onClose: () => void
  children: ReactNode
  /** Buttons; the last one is the one that does it. */
  actions?: ReactNode
  size?: 'small' | 'large'
}

/** A modal dialog on the browser's own element: focus stays inside and returns to where it was, Escape closes. */
export function Dialog({ title, onClose, children, actions, size = 'small' }: DialogProps) {
  const ref = useRef<HTMLDialogElement>(null)
  const titleId = useId()
  useEffect(() => {
    const dialog = ref.current
    if (!dialog) return
    const before = document.activeElement
    dialog.showModal()
    // What the dialog is for comes before the button that closes it.
    const body = dialog.querySelector<HTMLElement>('.dialog-body')
    const first = body?.querySelector<HTMLElement>(':is(input, select, textarea, button)')
    first?.focus()
    // Where there is only text to read, the keyboard must be able to scroll it.
    if (body && !first) body.tabIndex = 0
    return () => {
      dialog.close()
      if (before instanceof HTMLElement) before.focus()
    }
  }, [])
  return (
    <dialog
      ref={ref}
      className={`dialog dialog-${size}`}
      aria-labelledby={titleId}
      onCancel={(event) => {
        // A file field inside says "cancel" as well, when no other file was chosen.
        if (event.target !== event.currentTarget) return
        event.preventDefault()
        onClose()
      }}
      // Keys pressed in a dialog are not meant for the map behind it.
      onKeyDown={(event) => event.stopPropagation()}
    >
      <header className="dialog-head">
        <h2 id={titleId}>{title}</h2>
        <IconButton label={t('action.close')} onClick={onClose}>
          <X aria-hidden />
        </IconButton>
      </header>
      <div className="dialog-body">{children}</div>
      {actions && <footer className="dialog-actions">{actions}</footer>}
      <Announcer />
    </dialog>
  )
}

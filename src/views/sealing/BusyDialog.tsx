import { type ReactNode, useId } from 'react'
import { t } from '../../i18n/i18n.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { BusyForm } from './BusyForm.tsx'
import { type DoWork, useWork } from './useWork.ts'

interface BusyDialogProps {
  title: string
  action: string
  look?: 'primary' | 'danger'
  /** Nothing is typed yet. */
  isEmpty?: boolean
  /** As of BusyForm. */
  said?: string | null
  work: DoWork
  onClose: () => void
  children: ReactNode
  /** Dialogs over this one: not in the form, which would take theirs for its own. */
  over?: ReactNode
}

/** A dialog with one form whose work takes a moment; it can't be closed meanwhile. */
export function BusyDialog(props: BusyDialogProps) {
  const { title, action, look = 'primary', isEmpty = false, said = null, onClose } = props
  const work = useWork(props.work)
  const form = useId()
  const { busy } = work
  return (
    <Dialog
      title={title}
      onClose={() => busy || onClose()}
      actions={
        <>
          <Button disabled={busy} onClick={onClose}>
            {t('action.cancel')}
          </Button>
          <Button look={look} type="submit" form={form} disabled={busy || isEmpty}>
            {action}
          </Button>
        </>
      }
    >
      <BusyForm work={work} id={form} said={said}>
        {props.children}
      </BusyForm>
      {props.over}
    </Dialog>
  )
}

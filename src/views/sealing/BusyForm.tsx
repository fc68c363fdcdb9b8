import type { ReactNode } from 'react'
import { t } from '../../i18n/i18n.ts'
import type { Work } from './useWork.ts'
import './sealing.css'
import '../../i18n/parts/sealing.ts'

interface BusyFormProps {
  work: Work
  id?: string
  /** Shown by a field, which has the focus already: it is read out here. */
  said?: string | null
  children: ReactNode
  actions?: ReactNode
}

/** Fields that rest while a key is worked out; says so, and what went wrong. */
export const BusyForm = ({ work, id, said = null, children, actions }: BusyFormProps) => (
  <form id={id} className="busy-form" autoComplete="off" onSubmit={work.submit}>
    <fieldset className="seal-form" disabled={work.busy}>
      {children}
    </fieldset>
    <div role="status">{work.busy && <p className="seal-busy">{t('sealing.busy')}</p>}</div>
    <div role="alert" className={work.error === null ? 'visually-hidden' : 'field-error'}>
      {work.error ?? said}
    </div>
    {actions}
  </form>
)

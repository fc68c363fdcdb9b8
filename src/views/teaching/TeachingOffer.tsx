import { useState } from 'react'
import { t } from '../../i18n/i18n.ts'
import { Button } from '../../ui/Button.tsx'
import { onDemand } from '../../ui/onDemand.tsx'
import '../../i18n/parts/teaching.ts'

const TeachingDialog = onDemand(() => import('./TeachingDialog.tsx'))

/** Where a copy to teach with is asked for; `className` is that of the sections around it. */
export default function TeachingOffer({ className }: { className: string }) {
  const [isOpen, setOpen] = useState(false)
  return (
    <section className={className} aria-label={t('teaching.title')}>
      <h3>{t('teaching.title')}</h3>
      <p className="field-hint">{t('teaching.offer.hint')}</p>
      <div>
        <Button onClick={() => setOpen(true)}>{t('teaching.offer')}</Button>
      </div>
      {isOpen && <TeachingDialog onClose={() => setOpen(false)} />}
    </section>
  )
}

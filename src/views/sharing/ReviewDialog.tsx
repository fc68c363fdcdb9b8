import { useState } from 'react'
import { createPortal } from 'react-dom'
import type { Review } from '../../audience/review.ts'
import { t } from '../../i18n/i18n.ts'
import '../../i18n/parts/sharing.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { VisibleList } from './VisibleList.tsx'
import { WithheldList } from './WithheldList.tsx'

interface ReviewDialogProps {
  review: Review
  onClose: () => void
}

/**
 * Everybody whom the public will see; and, on a second press, everything that is left out and why. The button is the
 * same whether or not there is anything behind it.
 */
export function ReviewDialog({ review, onClose }: ReviewDialogProps) {
  const [showsWithheld, setShowsWithheld] = useState(false)
  return createPortal(
    <Dialog
      size="large"
      title={t('sharing.review')}
      onClose={onClose}
      actions={
        <>
          <p className="review-hint">{t('sharing.withheld.hint')}</p>
          <Button aria-expanded={showsWithheld} onClick={() => setShowsWithheld(!showsWithheld)}>
            {t(showsWithheld ? 'sharing.withheld.hide' : 'sharing.withheld.show')}
          </Button>
          <Button look="primary" onClick={onClose}>
            {t('action.close')}
          </Button>
        </>
      }
    >
      <div className={showsWithheld ? 'review review-both' : 'review'}>
        <VisibleList view={review.view} />
        {showsWithheld && <WithheldList review={review} />}
      </div>
    </Dialog>,
    document.body,
  )
}

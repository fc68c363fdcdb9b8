import { useMemo, useState } from 'react'
import { reviewOf } from '../../audience/review.ts'
import type { PublicChoices } from '../../audience/view.ts'
import { t } from '../../i18n/i18n.ts'
import '../../i18n/parts/sharing.ts'
import { useDoc, useViewSettings } from '../../store/openMap.ts'
import { Button } from '../../ui/Button.tsx'
import { ReviewDialog } from './ReviewDialog.tsx'
import './sharing.css'

/**
 * What to look through before something is shared with the public. In public preview it says nothing but that one can
 * look: neither a number nor a gap may tell that something is withheld.
 */
export function Sharing({ told }: { told: PublicChoices }) {
  const doc = useDoc()
  const [isOpen, setIsOpen] = useState(false)
  const mayTell = useViewSettings((state) => state.audience === 'team')
  const { targets, offersAndNeeds, tags, description } = told
  const review = useMemo(
    () => reviewOf(doc, { targets, offersAndNeeds, tags, description }),
    [doc, targets, offersAndNeeds, tags, description],
  )
  const { texts, hints, cautions } = review.withheld
  const toCheck = cautions.length + hints.length
  return (
    <>
      {mayTell && (
        <div className="sharing-note" role="status">
          {texts.length > 0 && <p>{t('sharing.texts', { count: texts.length })}</p>}
          {toCheck > 0 && <p>{t('sharing.cautions', { count: toCheck })}</p>}
        </div>
      )}
      <Button onClick={() => setIsOpen(true)}>{t('sharing.review')}</Button>
      {isOpen && <ReviewDialog review={review} onClose={() => setIsOpen(false)} />}
    </>
  )
}

import { useState } from 'react'
import { t } from '../../i18n/i18n.ts'
import { useViewSettings, useWall } from '../../store/openMap.ts'
import { Button } from '../../ui/Button.tsx'
import '../../i18n/parts/backup.ts'

/**
 * Says that parts of the map could not be read when it was opened. Not to the public, whom no count must tell that there
 * was somebody more.
 */
export default function UnreadableNotice({ count }: { count: number }) {
  const audience = useViewSettings((state) => state.audience)
  const isPresenting = useWall((state) => state.isPresenting)
  const [isDismissed, setDismissed] = useState(false)
  if (isDismissed || isPresenting || audience === 'public') return null
  return (
    <div className="app-notice" role="alert">
      <span>
        {t('damaged.now', { count })} {t('damaged.where')}
      </span>
      <Button look="quiet" onClick={() => setDismissed(true)}>
        {t('device.dismiss')}
      </Button>
    </div>
  )
}

import { t } from '../../i18n/i18n.ts'
import '../../i18n/parts/recovery.ts'
import './recovery.css'

/** A tab with an older build holds the database; the app goes on as soon as it has let go. */
export const BlockedScreen = () => (
  <main className="start-main recovery" role="alert">
    <h1>{t('recovery.blocked.title')}</h1>
    <p>{t('recovery.blocked.text')}</p>
  </main>
)

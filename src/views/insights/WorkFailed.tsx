import { t } from '../../i18n/i18n.ts'
import { Button } from '../../ui/Button.tsx'
import '../../i18n/parts/insights.ts'

/** Said where something should stand that could not be worked out. */
export const WorkFailed = ({ retry }: { retry: () => void }) => (
  <div className="insight-note" role="alert">
    <p>{t('insight.failed')}</p>
    <Button onClick={retry}>{t('insight.retry')}</Button>
  </div>
)

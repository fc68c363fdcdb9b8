import { t } from '../../i18n/i18n.ts'
import '../../i18n/parts/merge.ts'

interface ReadAllProps {
  isWhole: boolean
  onChange: (isWhole: boolean) => void
}

/** Long texts are cut off after a few lines until somebody wants to read them. */
export const ReadAll = ({ isWhole, onChange }: ReadAllProps) => (
  <button
    type="button"
    className="merge-link"
    aria-expanded={isWhole}
    onClick={() => onChange(!isWhole)}
  >
    {t(isWhole ? 'merge.readLess' : 'merge.readAll')}
  </button>
)

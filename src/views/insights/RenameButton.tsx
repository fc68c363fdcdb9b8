import { useSubject } from '../../editing/useSubject.ts'
import type { StakeholderId } from '../../domain/records.ts'
import { t } from '../../i18n/i18n.ts'
import { useOpenMap } from '../../store/openMap.ts'
import { select } from '../../store/selection.ts'
import { focusWhenThere } from '../../ui/focusWhenThere.ts'
import '../../i18n/parts/insights.ts'

/** Leads to the name of a stakeholder, in its details. */
export function RenameButton({ id }: { id: StakeholderId }) {
  const { selection, settings } = useOpenMap()
  const stakeholder = useSubject().shown(id)
  if (!stakeholder) return null
  const openName = () => {
    select(selection, [id])
    settings.setState({ sideTab: 'details' })
    focusWhenThere(
      () => document.querySelector<HTMLInputElement>('.editor-details input'),
      (field) => field instanceof HTMLInputElement && field.select(),
    )
  }
  return (
    <button
      type="button"
      className="insight-button"
      aria-label={t('gap.rename.named', { name: stakeholder.name })}
      onClick={openName}
    >
      {t('gap.rename')}
    </button>
  )
}

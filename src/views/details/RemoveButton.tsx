import { Trash2 } from 'lucide-react'
import { removeStakeholders } from '../../domain/commands/stakeholders.ts'
import type { StakeholderId } from '../../domain/records.ts'
import { t } from '../../i18n/i18n.ts'
import { Button } from '../../ui/Button.tsx'
import { announce } from '../../ui/announcer.tsx'
import { useChange } from '../../editing/useChange.ts'
import '../../i18n/parts/dialogs.ts'

/** Removes without asking: it can be undone, and the message says so. */
export function RemoveButton({
  ids,
  disabled,
}: {
  ids: readonly StakeholderId[]
  disabled: boolean
}) {
  const change = useChange()
  return (
    <Button
      look="danger"
      className="details-remove"
      disabled={disabled}
      onClick={() => {
        const done = change(removeStakeholders(ids), { action: 'remove', stakeholders: ids })
        if (done) announce(t('remove.done', { count: ids.length }))
      }}
    >
      <Trash2 aria-hidden />
      {t('remove.button', { count: ids.length })}
    </Button>
  )
}

import { useStore } from 'zustand'
import { t } from '../../i18n/i18n.ts'
import { Checkbox, SelectField } from '../../ui/fields.tsx'
import { useServices } from '../services.ts'
import '../../i18n/parts/sealing.ts'

const MINUTES = [1, 2, 5, 10, 15, 30, 60, 120]
const NEVER = 'never'

/** How careful this device is, whatever map is open. */
export function SafetyFields() {
  const { safety, changeSafety } = useServices()
  const { publicFirst, lockAfter, lockWhenHidden } = useStore(safety)
  const minutes =
    lockAfter === null || MINUTES.includes(lockAfter) ? MINUTES : [lockAfter, ...MINUTES]
  return (
    <>
      <Checkbox
        label={t('safety.publicFirst')}
        hint={t('safety.publicFirst.hint')}
        checked={publicFirst}
        onChange={(checked) => changeSafety({ publicFirst: checked })}
      />
      <SelectField
        label={t('safety.lockAfter')}
        value={lockAfter === null ? NEVER : String(lockAfter)}
        options={[
          ...minutes.map((count) => ({
            value: String(count),
            label: t('safety.lockAfter.minutes', { count }),
          })),
          { value: NEVER, label: t('safety.lockAfter.never') },
        ]}
        onChange={(value) => changeSafety({ lockAfter: value === NEVER ? null : Number(value) })}
      />
      <Checkbox
        label={t('safety.lockWhenHidden')}
        hint={t('safety.lockWhenHidden.hint')}
        checked={lockWhenHidden}
        onChange={(checked) => changeSafety({ lockWhenHidden: checked })}
      />
    </>
  )
}

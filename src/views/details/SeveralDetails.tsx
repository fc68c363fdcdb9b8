import { editStakeholders, type StakeholderEdit } from '../../domain/commands/editing.ts'
import { INFLUENCE_LEVELS, influenceLevel, type InfluenceLevel } from '../../domain/influence.ts'
import { ROLES, type StakeholderId } from '../../domain/records.ts'
import { segmentOf } from '../../domain/spectrum.ts'
import { t } from '../../i18n/i18n.ts'
import { roleName } from '../../i18n/terms.ts'
import { useMapState } from '../../store/openMap.ts'
import { SelectField } from '../../ui/fields.tsx'
import { useChange } from '../../editing/useChange.ts'
import { useSubject } from '../../editing/useSubject.ts'
import { RemoveButton } from './RemoveButton.tsx'
import { SectorField } from './SectorField.tsx'
import { StanceField } from './SegmentFields.tsx'
import '../../i18n/parts/dialogs.ts'

/** What several stakeholders have in common, changed for all of them in one step. */
export function SeveralDetails({ ids }: { ids: readonly StakeholderId[] }) {
  const { view, shown } = useSubject()
  const readOnly = useMapState((state) => state.readOnly)
  const change = useChange()
  const all = ids.flatMap((id) => shown(id) ?? [])
  const shared = <T,>(values: readonly T[]): T | undefined =>
    values.every((value) => value === values[0]) ? values[0] : undefined
  const edit = (patch: StakeholderEdit) =>
    change(editStakeholders(ids, patch), { action: 'edit', stakeholders: ids })
  const segments = all.map(({ placement }) => placement && segmentOf(placement.stance))
  const level: InfluenceLevel | 'none' | 'different' =
    shared(all.map(({ influence }) => (influence === null ? 'none' : influenceLevel(influence)))) ??
    'different'
  const role = shared(all.map((one) => one.role))
  return (
    <>
      <h2 className="details-title">{t('details.several', { count: all.length })}</h2>
      <p className="details-names">
        {all.slice(0, 12).map(({ key, name }) => (
          <bdi key={key}>{name}</bdi>
        ))}
        {all.length > 12 && <span>{t('details.more', { count: all.length - 12 })}</span>}
      </p>
      <StanceField
        ids={ids}
        placement={shared(segments) === undefined ? undefined : (all[0]?.placement ?? null)}
        disabled={readOnly}
      />
      <SelectField
        label={t('details.role')}
        disabled={readOnly}
        value={role ?? 'different'}
        options={[
          ...(role ? [] : [{ value: 'different' as const, label: t('details.different') }]),
          ...ROLES.map((value) => ({ value, label: roleName(value) })),
        ]}
        onChange={(value) => value !== 'different' && edit({ role: value })}
      />
      <SelectField
        label={t('details.influence')}
        disabled={readOnly}
        value={level}
        options={[
          ...(level === 'different'
            ? [{ value: 'different' as const, label: t('details.different') }]
            : []),
          { value: 'none', label: t('influence.none') },
          { value: 'low', label: t('influence.low') },
          { value: 'medium', label: t('influence.medium') },
          { value: 'high', label: t('influence.high') },
        ]}
        onChange={(value) =>
          value !== 'different' &&
          edit({ influence: value === 'none' ? null : INFLUENCE_LEVELS[value] })
        }
      />
      <SectorField
        key={ids.join()}
        value={shared(all.map(({ sector }) => sector)) ?? null}
        suggestions={view.sectors}
        disabled={readOnly}
        onChange={(sector) => edit({ sector })}
      />
      <RemoveButton ids={ids} disabled={readOnly} />
    </>
  )
}

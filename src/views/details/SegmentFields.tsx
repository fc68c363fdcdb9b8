import { usePlacing } from '../../editing/placing.ts'
import type { Placement, SegmentIndex, StakeholderId } from '../../domain/records.ts'
import { isSegment, segmentOf, SEGMENTS } from '../../domain/spectrum.ts'
import { t } from '../../i18n/i18n.ts'
import { segmentName } from '../../i18n/terms.ts'
import { SelectField } from '../../ui/fields.tsx'
import { useSubject } from '../../editing/useSubject.ts'
import '../../i18n/parts/dialogs.ts'

interface StanceFieldProps {
  ids: readonly StakeholderId[]
  /** Undefined when several stakeholders stand in different segments. */
  placement: Placement | null | undefined
  disabled: boolean
}

/** Five buttons, as the keys 1–5, and one to take off the pie, as the key 0. */
export function StanceField({ ids, placement, disabled }: StanceFieldProps) {
  const { view } = useSubject()
  const { placeInSegment } = usePlacing()
  const names = view.info.segmentNames
  const current = placement && segmentOf(placement.stance)
  const ordered = view.info.alliesSide === 'left' ? SEGMENTS : SEGMENTS.toReversed()
  return (
    <div className="stance" role="group" aria-label={t('details.stance')}>
      <div className="stance-buttons" dir="ltr">
        {ordered.map((segment) => (
          <button
            key={segment}
            type="button"
            className={`stance-button segment-${segment}`}
            aria-pressed={current === segment}
            aria-label={segmentName(segment, names)}
            title={segmentName(segment, names)}
            disabled={disabled}
            onClick={() => placeInSegment(ids, segment)}
          >
            {segment + 1}
          </button>
        ))}
      </div>
      <div className="stance-foot">
        <span>
          {placement === undefined
            ? t('details.stance.several')
            : current === null || current === undefined
              ? t('tray.notPlaced')
              : segmentName(current, names)}
        </span>
        {placement !== null && view.audience === 'team' && (
          <button
            type="button"
            className="link-button"
            disabled={disabled}
            onClick={() => placeInSegment(ids, null)}
          >
            {t('details.takeOff')}
          </button>
        )}
      </div>
    </div>
  )
}

interface TargetFieldProps {
  value: SegmentIndex | null
  onChange: (target: SegmentIndex | null) => void
  disabled: boolean
}

export function TargetField({ value, onChange, disabled }: TargetFieldProps) {
  const { segmentNames } = useSubject().view.info
  return (
    <SelectField
      label={t('details.target')}
      disabled={disabled}
      value={value === null ? 'none' : String(value)}
      options={[
        { value: 'none', label: t('details.target.none') },
        ...SEGMENTS.map((segment) => ({
          value: String(segment),
          label: segmentName(segment, segmentNames),
        })),
      ]}
      onChange={(chosen) => {
        const segment = Number(chosen)
        onChange(isSegment(segment) ? segment : null)
      }}
    />
  )
}

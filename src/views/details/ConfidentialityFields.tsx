import { useId } from 'react'
import type { Confidentiality, Role, StakeholderId } from '../../domain/records.ts'
import { isSegment, segmentOf, SEGMENTS, stanceOfSegment } from '../../domain/spectrum.ts'
import { t } from '../../i18n/i18n.ts'
import { segmentName } from '../../i18n/terms.ts'
import { useDoc } from '../../store/openMap.ts'
import { ConfidentialGlyph } from '../../ui/ConfidentialGlyph.tsx'
import { SelectField } from '../../ui/fields.tsx'
import { useSubject } from '../../editing/useSubject.ts'
import '../../i18n/parts/dialogs.ts'

interface ConfidentialityFieldsProps {
  id: StakeholderId
  value: Confidentiality
  role: Role
  onChange: (confidentiality: Confidentiality) => void
  disabled: boolean
}

type Choice = 'public' | 'hidden' | 'shown'

/** Whether the public may know of a stakeholder, and where it may be seen to stand. */
export function ConfidentialityFields({
  id,
  value,
  role,
  onChange,
  disabled,
}: ConfidentialityFieldsProps) {
  const { segmentNames } = useSubject().view.info
  const placement = useDoc().stakeholders.get(id)?.placement ?? null
  const warningId = useId()
  const choice: Choice =
    value.level === 'public' ? 'public' : value.publicStance === null ? 'hidden' : 'shown'
  const choose = (next: Choice) => {
    if (next === 'public') onChange({ level: 'public' })
    else if (next === 'hidden') onChange({ level: 'confidential', publicStance: null })
    // Neutral is the stance that says least; the team picks another if that suits better.
    else onChange({ level: 'confidential', publicStance: 0 })
  }
  return (
    <div className={`confidentiality confidentiality-${choice}`}>
      <SelectField<Choice>
        label={t('details.confidentiality')}
        disabled={disabled}
        value={choice}
        options={[
          { value: 'public', label: t('confidentiality.public') },
          { value: 'hidden', label: t('confidentiality.hidden') },
          { value: 'shown', label: t('confidentiality.shown') },
        ]}
        onChange={choose}
        hint={
          <>
            {choice !== 'public' && <ConfidentialGlyph />} {t(`confidentiality.${choice}.hint`)}
          </>
        }
      />
      {value.level === 'confidential' && value.publicStance !== null && (
        <SelectField
          label={t('details.publicStance')}
          disabled={disabled}
          value={String(segmentOf(value.publicStance))}
          options={SEGMENTS.map((segment) => ({
            value: String(segment),
            label: segmentName(segment, segmentNames),
          }))}
          onChange={(chosen) => {
            const segment = Number(chosen)
            if (isSegment(segment)) {
              onChange({ level: 'confidential', publicStance: stanceOfSegment(segment) })
            }
          }}
          hint={
            placement && segmentOf(placement.stance) === segmentOf(value.publicStance)
              ? t('details.publicStance.same')
              : undefined
          }
        />
      )}
      {value.level === 'confidential' && role === 'member' && (
        <p id={warningId} className="warning" role="note">
          {t('confidentiality.memberWarning')}
        </p>
      )}
    </div>
  )
}

import type { Audience, PublicChoices } from '../../audience/view.ts'
import { t } from '../../i18n/i18n.ts'
import '../../i18n/parts/export.ts'
import { Checkbox, Choice } from '../../ui/fields.tsx'
import { Sharing } from '../sharing/Sharing.tsx'

interface AudienceChoiceProps {
  audience: Audience
  /** All that the public is told beyond what it is always told. */
  told: PublicChoices
  confirmed: boolean
  onConfirm: (confirmed: boolean) => void
  onChange: (audience: Audience) => void
}

/** For whom it is; a full copy only after it was confirmed, each time anew. */
export const AudienceChoice = ({
  audience,
  told,
  confirmed,
  onConfirm,
  onChange,
}: AudienceChoiceProps) => (
  <>
    <Choice
      legend={t('export.audience')}
      value={audience}
      options={[
        { value: 'public', label: t('export.public') },
        { value: 'team', label: t('export.team') },
      ]}
      onChange={onChange}
    />
    {audience === 'team' ? (
      <div className="export-warning">
        <p>{t('export.team.warning')}</p>
        <Checkbox label={t('export.team.confirm')} checked={confirmed} onChange={onConfirm} />
      </div>
    ) : (
      <>
        <p className="field-hint">{t('export.public.hint')}</p>
        <Sharing told={told} />
      </>
    )}
  </>
)

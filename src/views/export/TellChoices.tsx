import type { PublicChoices } from '../../audience/view.ts'
import { t } from '../../i18n/i18n.ts'
import '../../i18n/parts/sharing.ts'
import { Checkbox } from '../../ui/fields.tsx'

const TELLS = ['targets', 'offersAndNeeds', 'tags', 'description'] as const

interface TellChoicesProps {
  tells: PublicChoices
  onChange: (tells: PublicChoices) => void
}

/** What files for the public tell beyond what is always told. */
export const TellChoices = ({ tells, onChange }: TellChoicesProps) => (
  <fieldset className="export-tells">
    <legend>{t('sharing.tells')}</legend>
    {TELLS.map((what) => (
      <Checkbox
        key={what}
        label={t(`sharing.tells.${what}`)}
        checked={tells[what]}
        onChange={(told) => onChange({ ...tells, [what]: told })}
      />
    ))}
  </fieldset>
)

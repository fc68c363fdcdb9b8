import { PNG_WIDTHS } from '../../drawing/png.ts'
import { t } from '../../i18n/i18n.ts'
import '../../i18n/parts/dialogs.ts'
import { CANVAS_VIEWS } from '../../store/viewSettings.ts'
import { Checkbox, Choice, SelectField, TextField } from '../../ui/fields.tsx'
import type { ExportChoices } from './exportModel.ts'

interface DrawingChoiceProps {
  choices: ExportChoices
  onChange: (part: Partial<ExportChoices>) => void
}

interface PictureChoicesProps extends DrawingChoiceProps {
  /** Says of a typed text that the picture leaves it out, if it does and may be said. */
  faultOf: (typed: string) => string | null
}

/** What is drawn. */
export const DrawingChoice = ({ choices, onChange }: DrawingChoiceProps) => (
  <Choice
    legend={t('export.drawing')}
    value={choices.drawing}
    options={CANVAS_VIEWS.map((view) => ({ value: view, label: t(`view.${view}`) }))}
    onChange={(drawing) => onChange({ drawing })}
  />
)

/** What stands on and around the drawing, and how large it becomes. */
export function PictureChoices({ choices, onChange, faultOf }: PictureChoicesProps) {
  return (
    <>
      <TextField
        label={t('export.heading')}
        value={choices.title}
        error={faultOf(choices.title)}
        onChange={(event) => onChange({ title: event.target.value })}
      />
      <TextField
        label={t('export.subtitle')}
        value={choices.subtitle}
        error={faultOf(choices.subtitle)}
        onChange={(event) => onChange({ subtitle: event.target.value })}
      />
      <Checkbox
        label={t('export.legend')}
        checked={choices.legend}
        onChange={(legend) => onChange({ legend })}
      />
      <Checkbox
        label={t('export.date')}
        checked={choices.date}
        onChange={(date) => onChange({ date })}
      />
      {choices.drawing === 'spectrum' && (
        <>
          <Checkbox
            label={t('export.targets')}
            checked={choices.targets}
            onChange={(targets) => onChange({ targets })}
          />
          <Checkbox
            label={t('export.ties')}
            checked={choices.ties}
            onChange={(ties) => onChange({ ties })}
          />
        </>
      )}
      <SelectField
        label={t('export.width')}
        value={String(choices.width)}
        options={PNG_WIDTHS.map((width) => ({
          value: String(width),
          label: t('export.width.px', { width }),
        }))}
        onChange={(width) => onChange({ width: Number(width) })}
      />
    </>
  )
}

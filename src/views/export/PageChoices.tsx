import { COLOURS, GROUNDS } from '../../drawing/palettes.ts'
import { PNG_WIDTHS } from '../../drawing/png.ts'
import { mayStand, ORIENTATIONS, SHEETS } from '../../drawing/sheet.ts'
import { t } from '../../i18n/i18n.ts'
import '../../i18n/parts/export.ts'
import { Choice, SelectField } from '../../ui/fields.tsx'
import { coloursName, sheetName } from './pageNames.ts'
import type { ChoicesProps } from './WhatChoices.tsx'

/** The page that everything stands on. */
export function PageChoices({ choices, onChange }: ChoicesProps) {
  return (
    <>
      <SelectField
        label={t('export.sheet')}
        value={choices.sheet}
        options={SHEETS.map((value) => ({ value, label: sheetName(value) }))}
        onChange={(sheet) => onChange({ sheet })}
      />
      {mayStand(choices.sheet) && (
        <Choice
          legend={t('export.orientation')}
          value={choices.orientation}
          options={ORIENTATIONS.map((value) => ({
            value,
            label: t(`export.orientation.${value}`),
          }))}
          onChange={(orientation) => onChange({ orientation })}
        />
      )}
      <SelectField
        label={t('export.colours')}
        value={choices.colours}
        options={COLOURS.map((value) => ({ value, label: coloursName(value) }))}
        onChange={(colours) => onChange({ colours })}
      />
      <Choice
        legend={t('export.ground')}
        value={choices.ground}
        options={GROUNDS.map((value) => ({ value, label: t(`export.ground.${value}`) }))}
        onChange={(ground) => onChange({ ground })}
      />
      {choices.formats.includes('png') && (
        <SelectField
          label={t('export.width')}
          value={String(choices.width)}
          options={PNG_WIDTHS.map((width) => ({
            value: String(width),
            label: t('export.width.px', { width }),
          }))}
          onChange={(width) => onChange({ width: Number(width) })}
        />
      )}
    </>
  )
}

import { TYPE_SIZES } from '../../drawing/sceneOnPage.ts'
import { t } from '../../i18n/i18n.ts'
import '../../i18n/parts/export.ts'
import { isFiltering } from '../../store/viewSettings.ts'
import { useViewSettings } from '../../store/openMap.ts'
import { Checkbox, Choice } from '../../ui/fields.tsx'
import { NAMINGS } from './choices.ts'
import { typeName } from './pageNames.ts'
import type { ChoicesProps } from './WhatChoices.tsx'

interface LookChoicesProps extends ChoicesProps {
  /** How many of all stakeholders are shown. */
  counts: { readonly shown: number; readonly all: number }
}

/** Who is shown, and how. */
export function LookChoices({ choices, onChange, counts }: LookChoicesProps) {
  const hasFilter = useViewSettings((state) => isFiltering(state.filter))
  const { shown, all } = counts
  return (
    <>
      <Choice
        legend={t('export.naming')}
        value={choices.naming}
        options={NAMINGS.map((value) => ({ value, label: t(`export.naming.${value}`) }))}
        onChange={(naming) => onChange({ naming })}
      />
      <Choice
        legend={t('export.type')}
        value={choices.type}
        options={TYPE_SIZES.map((value) => ({ value, label: typeName(value) }))}
        onChange={(type) => onChange({ type })}
      />
      <Checkbox
        label={t('export.filtered')}
        checked={choices.filtered}
        hint={
          hasFilter ? t('export.filtered.count', { count: shown, all }) : t('export.filtered.none')
        }
        onChange={(filtered) => onChange({ filtered })}
      />
      {choices.subjects.includes('spectrum') && (
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
    </>
  )
}

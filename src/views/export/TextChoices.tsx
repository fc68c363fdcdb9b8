import type { ViewInfo } from '../../audience/view.ts'
import { t } from '../../i18n/i18n.ts'
import '../../i18n/parts/export.ts'
import { Checkbox, TextField } from '../../ui/fields.tsx'
import type { ChoicesProps } from './WhatChoices.tsx'

interface TextChoicesProps extends ChoicesProps {
  /** What the map itself calls them, for the audience. */
  usual: Pick<ViewInfo, 'name' | 'we'>
  /** Says of a typed text that the picture leaves it out, if it does and may be said. */
  faultOf: (typed: string) => string | null
}

/** What stands around the drawing. */
export function TextChoices({ choices, onChange, usual, faultOf }: TextChoicesProps) {
  const title = choices.title ?? usual.name
  const subtitle = choices.subtitle ?? usual.we
  return (
    <>
      <TextField
        label={t('export.heading')}
        value={title}
        error={faultOf(title)}
        onChange={({ target }) =>
          onChange({ title: target.value === usual.name ? null : target.value })
        }
      />
      <TextField
        label={t('export.subtitle')}
        value={subtitle}
        error={faultOf(subtitle)}
        onChange={({ target }) =>
          onChange({ subtitle: target.value === usual.we ? null : target.value })
        }
      />
      <TextField
        label={t('export.footer')}
        value={choices.footer}
        hint={t('export.footer.hint')}
        error={faultOf(choices.footer)}
        onChange={({ target }) => onChange({ footer: target.value })}
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
    </>
  )
}

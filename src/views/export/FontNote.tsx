import { useMemo } from 'react'
import type { MapView } from '../../audience/view.ts'
import { formatList, t } from '../../i18n/i18n.ts'
import '../../i18n/parts/export.ts'
import type { ExportChoices } from './choices.ts'
import { formatName } from './noteWords.ts'
import { withoutFont } from './withoutFont.ts'

const WITH_OUR_FONTS = ['pdf', 'outlines'] as const

/** Says before a file is made that names in it would be boxes. */
export function FontNote({ choices, shown }: { choices: ExportChoices; shown: MapView }) {
  const lacking = useMemo(() => withoutFont(shown), [shown])
  const formats = WITH_OUR_FONTS.filter((format) => choices.formats.includes(format))
  if (!lacking || !formats.length) return null
  return (
    <p className="export-notes export-small" role="status">
      {t(lacking.scripts ? 'export.notes.missing' : 'export.notes.missingSigns', {
        formats: formatList(formats.map(formatName)),
        scripts: lacking.scripts,
        count: lacking.names,
      })}
    </p>
  )
}

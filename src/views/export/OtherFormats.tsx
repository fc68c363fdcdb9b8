import { useState } from 'react'
import type { MapView } from '../../audience/view.ts'
import type { NetworkPlaces } from '../../drawing/network/networkLayout.ts'
import { NETWORK_FORMATS, writeNetwork } from '../../files/networkFormats.ts'
import { t } from '../../i18n/i18n.ts'
import '../../i18n/parts/export.ts'
import { Button } from '../../ui/Button.tsx'
import { SelectField } from '../../ui/fields.tsx'
import { formatName } from '../formatNames.ts'
import { formatHint, formatWords } from './formatWords.ts'
import type { SavedContent } from './useExportActions.ts'

export interface OtherFormatsProps {
  view: MapView
  /** null while they are worked out: some formats keep them. */
  places: NetworkPlaces | null
  disabled: boolean
  onSave: (make: () => Promise<SavedContent>) => void
}

/** The map as a network in the formats of other tools. */
export default function OtherFormats({ view, places, disabled, onSave }: OtherFormatsProps) {
  const [first] = NETWORK_FORMATS
  const [chosen, setChosen] = useState(first?.id)
  const format = NETWORK_FORMATS.find(({ id }) => id === chosen)
  if (!format) return null
  const save = () => {
    if (!places) return
    onSave(() => {
      const content = writeNetwork(format, view, places, formatWords(view.info.segmentNames))
      return Promise.resolve({ ...format, content })
    })
  }
  return (
    <div className="export-others">
      <SelectField
        label={t('export.others.format')}
        value={format.id}
        options={NETWORK_FORMATS.map(({ id }) => ({ value: id, label: formatName(id) }))}
        onChange={setChosen}
        hint={formatHint(format.id)}
      />
      <Button disabled={disabled || !places} onClick={save}>
        {t('export.others.save')}
      </Button>
    </div>
  )
}

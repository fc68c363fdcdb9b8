import { useState } from 'react'
import { thisOne } from '../../domain/merge/choices.ts'
import type { Identity, Who } from '../../domain/merge/identities.ts'
import type { MapDoc, SegmentNames, Stakeholder } from '../../domain/records.ts'
import { segmentOf } from '../../domain/spectrum.ts'
import { t } from '../../i18n/i18n.ts'
import { segmentName } from '../../i18n/terms.ts'
import { isolated } from '../../i18n/direction.ts'
import '../../i18n/parts/merge.ts'

interface WhoFieldProps {
  /** As the file calls this one. */
  name: string
  identity: Identity
  /** Somebody said so; until then those whom several may be are left out. */
  isDecided: boolean
  doc: MapDoc
  /** Those of the map who are nobody in the file. */
  free: readonly Stakeholder[]
  names: SegmentNames
  onChoose: (who: Who) => void
}

const ID = 'id '

/** Who somebody of the file is on the map. All of the map's are listed when asked for: they may be many. */
export function WhoField({ name, identity, isDecided, doc, free, names, onChoose }: WhoFieldProps) {
  const [listsAll, setListsAll] = useState(false)
  const { who, candidates } = identity
  const current = typeof who === 'object' ? who.is : null
  const likely = [...new Set([...(current === null ? [] : [current]), ...candidates])]
  const isOpen = who === 'out' && !isDecided && candidates.length > 0
  const others = listsAll ? free.filter(({ id }) => !likely.includes(id)) : []
  const listed = [...likely.flatMap((id) => doc.stakeholders.get(id) ?? []), ...others]
  return (
    <select
      className="input merge-who"
      autoComplete="off"
      aria-label={t('merge.who', { name })}
      value={isOpen ? '' : typeof who === 'object' ? `${ID}${who.is}` : who}
      onChange={({ target: { value } }) => {
        if (value === 'all') setListsAll(true)
        else if (value === 'new' || value === 'out') onChoose(value)
        const one = listed.find(({ id }) => value === `${ID}${id}`)
        if (one) onChoose(thisOne(one.id))
      }}
    >
      {isOpen && <option value="">{t('merge.who.open')}</option>}
      {listed.map((one) => (
        <option key={one.id} value={`${ID}${one.id}`}>
          {t('merge.who.is', { name: isolated(one.name), place: placeWords(one, names) })}
        </option>
      ))}
      {!listsAll && free.length > 0 && <option value="all">{t('merge.who.all')}</option>}
      <option value="new">{t('merge.who.new')}</option>
      <option value="out">{t('merge.who.out')}</option>
    </select>
  )
}

const placeWords = ({ placement }: Stakeholder, names: SegmentNames): string =>
  placement === null ? t('tray.notPlaced') : segmentName(segmentOf(placement.stance), names)

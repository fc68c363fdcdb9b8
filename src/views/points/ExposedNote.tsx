import type { MapDoc, StakeholderId } from '../../domain/records.ts'
import type { Exposed } from '../../domain/secrecy.ts'
import { formatList, t } from '../../i18n/i18n.ts'
import '../../i18n/parts/points.ts'
import { Checkbox } from '../../ui/fields.tsx'

const MOST_NAMED = 8

interface ExposedNoteProps {
  exposed: Exposed
  copy: MapDoc
  kept: boolean
  onKeep: (kept: boolean) => void
}

/** Who would be seen by the public again, and the choice that nobody is. */
export function ExposedNote({ exposed, copy, kept, onKeep }: ExposedNoteProps) {
  const nameOf = (id: StakeholderId) => copy.stakeholders.get(id)?.name ?? ''
  const all = [
    ...exposed.stakeholders.map(({ name }) => name),
    ...exposed.ties.map(({ from, to }) =>
      t('change.tieBetween', { first: nameOf(from), second: nameOf(to) }),
    ),
  ]
  const more = all.length - MOST_NAMED
  const named = all.slice(0, MOST_NAMED)
  const names = more > 0 ? [...named, t('points.exposed.more', { count: more })] : named
  return (
    <div className="point-exposed">
      <p>{t('points.exposed', { count: all.length, names: formatList(names) })}</p>
      <Checkbox
        label={t('points.exposed.keep')}
        hint={t('points.exposed.off')}
        checked={kept}
        onChange={onKeep}
      />
    </div>
  )
}

import type { MapDoc, StakeholderId } from '../../domain/records.ts'
import type { Exposed } from '../../domain/secrecy.ts'
import { isolated } from '../../i18n/direction.ts'
import { formatList, t } from '../../i18n/i18n.ts'
import '../../i18n/parts/points.ts'
import { Checkbox } from '../../ui/fields.tsx'

const MOST_NAMED = 8

interface ExposedNoteProps {
  /** Whether they are more confidential now than then, or are not on the map now. */
  how: 'exposed' | 'returning'
  exposed: Exposed
  copy: MapDoc
  kept: boolean
  onKeep: (kept: boolean) => void
}

/** Who would be seen by the public again, and the choice that they are not. */
export function ExposedNote({ how, exposed, copy, kept, onKeep }: ExposedNoteProps) {
  const nameOf = (id: StakeholderId) => isolated(copy.stakeholders.get(id)?.name ?? '')
  const all = [
    ...exposed.stakeholders.map(({ name }) => isolated(name)),
    ...exposed.ties.map(({ from, to }) =>
      t('change.tieBetween', { first: nameOf(from), second: nameOf(to) }),
    ),
  ]
  const more = all.length - MOST_NAMED
  const named = all.slice(0, MOST_NAMED)
  const names = more > 0 ? [...named, t('points.exposed.more', { count: more })] : named
  return (
    <div className="point-exposed">
      <p>
        {t(how === 'exposed' ? 'points.exposed' : 'points.returning', {
          count: all.length,
          names: formatList(names),
        })}
      </p>
      <Checkbox
        label={t(how === 'exposed' ? 'points.exposed.keep' : 'points.returning.hide')}
        hint={t('points.exposed.off')}
        checked={kept}
        onChange={onKeep}
      />
    </div>
  )
}

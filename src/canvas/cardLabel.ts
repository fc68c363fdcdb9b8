import type { ViewStakeholder } from '../audience/view.ts'
import type { SegmentNames } from '../domain/records.ts'
import { influenceLevel } from '../domain/influence.ts'
import { segmentOf } from '../domain/spectrum.ts'
import { t } from '../i18n/i18n.ts'
import { segmentName, standsAs } from '../i18n/terms.ts'

interface Label {
  readonly names: SegmentNames
  readonly text: string
}
const labels = new WeakMap<ViewStakeholder, Label>()

/** What a screen reader says of a card: "Nurses' union, passive ally, high influence, wanted as active allies". */
export function cardLabel(stakeholder: ViewStakeholder, names: SegmentNames): string {
  const known = labels.get(stakeholder)
  if (known?.names.every((name, segment) => name === names[segment])) return known.text
  const text = makeLabel(stakeholder, names)
  labels.set(stakeholder, { names, text })
  return text
}

function makeLabel(stakeholder: ViewStakeholder, names: SegmentNames): string {
  const { name, placement, influence, targetSegment, team } = stakeholder
  const parts = [name]
  if (placement) parts.push(standsAs(segmentOf(placement.stance), names))
  if (influence !== null) parts.push(t(`influence.${influenceLevel(influence)}.spoken`))
  if (targetSegment !== null) {
    parts.push(t('card.target', { segment: segmentName(targetSegment, names) }))
  }
  if (team?.confidentiality.level === 'confidential') parts.push(t('confidential.word'))
  return parts.join(', ')
}

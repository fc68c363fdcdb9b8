import { memo } from 'react'
import type { SegmentNames } from '../../domain/records.ts'
import { SEGMENTS } from '../../domain/spectrum.ts'
import { t } from '../../i18n/i18n.ts'
import '../../i18n/parts/network.ts'
import { segmentName } from '../../i18n/terms.ts'
import type { CanvasItem } from '../canvasItem.ts'
import { SegmentRegion } from '../SegmentRegion.tsx'

interface NetworkRegionsProps {
  items: readonly CanvasItem[]
  names: SegmentNames
}

/** The network for a screen reader: segment by segment, then those who are not placed. */
export const NetworkRegions = memo(function NetworkRegions({ items, names }: NetworkRegionsProps) {
  return [...SEGMENTS, null].map((segment) => {
    const members = items
      .filter(({ dot }) => dot.segment === segment)
      .map(({ key, dot }) => ({ key, name: dot.name }))
    const label = segment === null ? t('tray.notPlaced') : segmentName(segment, names)
    return (
      members.length > 0 && (
        <SegmentRegion
          key={label}
          label={t('canvas.segment', { segment: label, count: members.length })}
          members={members}
        />
      )
    )
  })
})

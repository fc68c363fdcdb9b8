import { memo } from 'react'
import { useStore } from 'zustand'
import { PowerGridMark } from '../../drawing/power/marks/PowerGridMark.tsx'
import type { PowerScene } from '../../drawing/power/powerScene.ts'
import { LIGHT } from '../../drawing/palette.ts'
import { t } from '../../i18n/i18n.ts'
import { segmentName } from '../../i18n/terms.ts'
import type { SegmentNames } from '../../domain/records.ts'
import { useOpenMap } from '../../store/openMap.ts'
import { namedIn, SegmentRegion } from '../SegmentRegion.tsx'
import { WorldSvg } from '../WorldSvg.tsx'
import type { LitCell } from './powerGround.ts'

interface PowerGridLayerProps {
  scene: PowerScene
  names: SegmentNames
  lit: LitCell
}

/** The grid under the cards. Alone in it the lit cell changes while a card is in the hand. */
export const PowerGridLayer = memo(function PowerGridLayer({
  scene,
  names,
  lit,
}: PowerGridLayerProps) {
  const { bounds } = scene
  const isDragging = useStore(useOpenMap().gesture, ({ dragging }) => dragging.size > 0)
  const cell = useStore(lit, (state) => state.cell)
  return (
    <>
      <WorldSvg className="pie" bounds={bounds}>
        <PowerGridMark scene={scene} palette={LIGHT} lit={isDragging ? cell : null} />
      </WorldSvg>
      {scene.segments.map(({ segment, count }) => (
        <SegmentRegion
          key={segment}
          label={t('canvas.segment', { segment: segmentName(segment, names), count })}
          members={namedIn(scene.cards, segment)}
        />
      ))}
    </>
  )
})

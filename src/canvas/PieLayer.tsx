import { memo } from 'react'
import { useStore } from 'zustand'
import { ArrowMark } from '../drawing/marks/ArrowMark.tsx'
import { HubMark } from '../drawing/marks/HubMark.tsx'
import { TieLayer } from '../drawing/marks/TieLayer.tsx'
import { WedgeMark } from '../drawing/marks/WedgeMark.tsx'
import { LIGHT } from '../drawing/palette.ts'
import type { SpectrumScene } from '../drawing/spectrumScene.ts'
import { t } from '../i18n/i18n.ts'
import { segmentName } from '../i18n/terms.ts'
import type { SegmentNames } from '../domain/records.ts'
import { useOpenMap } from '../store/openMap.ts'
import { useDrawn } from './drawn.ts'
import { namedIn, SegmentRegion } from './SegmentRegion.tsx'
import { WorldSvg } from './WorldSvg.tsx'

interface PieLayerProps {
  scene: SpectrumScene
  names: SegmentNames
  showTargets: boolean
}

/** The half-pie under the cards: wedges, hub, quiet ties and target arrows, from the same marks as pictures. */
export const PieLayer = memo(function PieLayer({ scene, names, showTargets }: PieLayerProps) {
  const { bounds } = scene
  const drawn = useDrawn()
  return (
    <>
      <WorldSvg className="pie" bounds={bounds}>
        <Wedges scene={scene} />
        <path d={scene.dividers} stroke={LIGHT.card} strokeWidth={2.5} fill="none" />
        <HubMark hub={scene.hub} palette={LIGHT} />
        {scene.ties !== null && drawn !== 'dots' && <TieLayer path={scene.ties} palette={LIGHT} />}
      </WorldSvg>
      {showTargets && scene.arrows.length > 0 && (
        <WorldSvg className="arrows" bounds={bounds}>
          {scene.arrows.map((arrow) => (
            <ArrowMark key={arrow.key} arrow={arrow} palette={LIGHT} />
          ))}
        </WorldSvg>
      )}
      {scene.wedges.map(({ segment, count }) => (
        <SegmentRegion
          key={segment}
          label={t('canvas.segment', { segment: segmentName(segment, names), count })}
          members={namedIn(scene.cards, segment)}
        />
      ))}
    </>
  )
})

/** Subscribes to the hovering card alone, so that a drag re-renders five wedges and no card. */
function Wedges({ scene }: { scene: SpectrumScene }) {
  const over = useStore(useOpenMap().gesture, ({ overSegment }) => overSegment)
  return scene.wedges.map((wedge) => (
    <WedgeMark
      key={wedge.segment}
      wedge={wedge}
      palette={LIGHT}
      idPrefix="canvas"
      lit={over === wedge.segment}
    />
  ))
}

import type { ReactNode } from 'react'
import { SpectrumMark } from '../marks/SpectrumMark.tsx'
import type { Palette } from '../palette.ts'
import { pathNumber } from '../pathNumber.ts'
import type { SpectrumScene } from '../spectrumScene.ts'
import { paperOf } from './paper.ts'

interface PaperPieProps {
  readonly scene: SpectrumScene
  /** From world units to the page: scaled, then moved. */
  readonly at: { readonly scale: number; readonly x: number; readonly y: number }
  readonly palette: Palette
  readonly idPrefix: string
  /** Stands on the half-pie, in world units. */
  readonly children?: ReactNode
}

/** A half-pie to be written on. */
export function PaperPie({ scene, at, palette, idPrefix, children }: PaperPieProps) {
  const { radius } = scene.pie
  return (
    <g
      transform={`translate(${pathNumber(at.x)} ${pathNumber(at.y)}) scale(${Math.round(at.scale * 1e5) / 1e5})`}
    >
      <SpectrumMark scene={scene} palette={paperOf(palette)} idPrefix={idPrefix} />
      <path
        d={`${scene.hub.shape}M${-radius} 0H${radius}`}
        fill="none"
        stroke={palette.ink}
        strokeWidth={1.6}
      />
      {children}
    </g>
  )
}

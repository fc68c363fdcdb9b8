import { memo } from 'react'
import { emphasisIn, tiedInLight } from '../light.ts'
import type { Emphasis } from '../network/marks/emphasis.ts'
import { NetworkDotMark } from '../network/marks/NetworkDotMark.tsx'
import { TieMark } from '../network/marks/TieMark.tsx'
import type { NetworkDot } from '../network/networkDots.ts'
import type { NetworkScene } from '../network/networkScene.ts'
import type { NetworkTie } from '../network/networkTies.ts'
import type { Palette } from '../palette.ts'
import { pathNumber } from '../pathNumber.ts'
import type { SceneMarkProps } from './SceneMark.tsx'

/** Ties lie under all dots and names. In a light those stay visible that touch who stands in it. */
export function NetworkMark({
  scene,
  palette,
  light = null,
  around,
}: Omit<SceneMarkProps<NetworkScene>, 'idPrefix' | 'under'>) {
  const visible = tiedInLight(scene, light)
  const lit = new Set(
    scene.dots.flatMap((dot) => (emphasisIn(light, dot) === 'faded' ? [] : [dot.key])),
  )
  const emphasisOf = (dot: NetworkDot): Emphasis =>
    lit.has(dot.key) ? emphasisIn(light, dot) : visible?.has(dot.key) ? 'quiet' : 'faded'
  return (
    <g>
      {scene.ties.map((tie) => (
        <TieOf
          key={tie.key}
          tie={tie}
          palette={palette}
          emphasis={lit.has(tie.from) || lit.has(tie.to) ? 'quiet' : 'faded'}
        />
      ))}
      {scene.dots.map((dot) => {
        const mark = (
          <PlacedDot key={dot.key} dot={dot} palette={palette} emphasis={emphasisOf(dot)} />
        )
        return around ? around(dot.key, mark) : mark
      })}
    </g>
  )
}

interface TieOfProps {
  readonly tie: NetworkTie
  readonly palette: Palette
  readonly emphasis: Emphasis
}

const TieOf = memo(function TieOf({ tie, palette, emphasis }: TieOfProps) {
  return <TieMark tie={tie} palette={palette} emphasis={emphasis} />
})

interface PlacedDotProps {
  readonly dot: NetworkDot
  readonly palette: Palette
  readonly emphasis: Emphasis
}

const PlacedDot = memo(function PlacedDot({ dot, palette, emphasis }: PlacedDotProps) {
  return (
    <g transform={`translate(${pathNumber(dot.x)} ${pathNumber(dot.y)})`}>
      <NetworkDotMark dot={dot} palette={palette} emphasis={emphasis} />
    </g>
  )
})

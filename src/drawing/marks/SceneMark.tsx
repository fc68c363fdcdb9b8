import type { ReactNode } from 'react'
import { lightOn, type Light } from '../light.ts'
import type { Palette } from '../palette.ts'
import type { PowerScene } from '../power/powerScene.ts'
import { PowerGridMark } from '../power/marks/PowerGridMark.tsx'
import type { Scene } from '../scene.ts'
import { NetworkMark } from './NetworkMark.tsx'
import { PlacedCards, type Around } from './PlacedCards.tsx'
import { SpectrumMark } from './SpectrumMark.tsx'

export interface SceneMarkProps<S extends Scene = Scene> {
  readonly scene: S
  readonly palette: Palette
  /** Makes ids unique where several drawings share a page. */
  readonly idPrefix: string
  /** Who is in the light, on the wall. */
  readonly light?: Light | null
  /** Is put around the marks of each stakeholder. */
  readonly around?: Around
  /** Lies on the ground of the spectrum, under its cards. */
  readonly under?: ReactNode
}

/** A scene in world units, without a frame. */
export function SceneMark({ scene, light = null, ...rest }: SceneMarkProps) {
  const shone = lightOn(scene, light)
  switch (scene.kind) {
    case 'spectrum':
      return <SpectrumMark scene={scene} light={shone} {...rest} />
    case 'network':
      return <NetworkMark scene={scene} light={shone} {...rest} />
    case 'power':
      return <PowerMark scene={scene} light={shone} {...rest} />
  }
}

function PowerMark({
  scene,
  palette,
  light = null,
  around,
}: Omit<SceneMarkProps<PowerScene>, 'idPrefix'>) {
  return (
    <g>
      <PowerGridMark
        scene={scene}
        palette={palette}
        outlined={light?.kind === 'segment' ? light.segment : null}
      />
      <PlacedCards cards={scene.cards} palette={palette} light={light} around={around} />
    </g>
  )
}

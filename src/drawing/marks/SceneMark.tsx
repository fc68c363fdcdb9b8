import { NetworkDotMark } from '../network/marks/NetworkDotMark.tsx'
import { TieMark } from '../network/marks/TieMark.tsx'
import type { NetworkScene } from '../network/networkScene.ts'
import { SIZES, type Palette } from '../palette.ts'
import { pathNumber } from '../pathNumber.ts'
import { PowerGridMark } from '../power/marks/PowerGridMark.tsx'
import type { PowerScene } from '../power/powerScene.ts'
import type { Scene } from '../scene.ts'
import type { SpectrumScene } from '../spectrumScene.ts'
import { ArrowMark } from './ArrowMark.tsx'
import { CardMark } from './CardMark.tsx'
import { HubMark } from './HubMark.tsx'
import { TieLayer } from './TieLayer.tsx'
import { WedgeMark } from './WedgeMark.tsx'

interface SceneMarkProps<S extends Scene = Scene> {
  readonly scene: S
  readonly palette: Palette
  /** Makes ids unique where several drawings share a page. */
  readonly idPrefix: string
}

/** A scene in world units, without a frame. */
export function SceneMark({ scene, palette, idPrefix }: SceneMarkProps) {
  switch (scene.kind) {
    case 'spectrum':
      return <SpectrumMark scene={scene} palette={palette} idPrefix={idPrefix} />
    case 'network':
      return <NetworkMark scene={scene} palette={palette} />
    case 'power':
      return <PowerMark scene={scene} palette={palette} />
  }
}

function SpectrumMark({ scene, palette, idPrefix }: SceneMarkProps<SpectrumScene>) {
  return (
    <g>
      {scene.wedges.map((wedge) => (
        <WedgeMark key={wedge.segment} wedge={wedge} palette={palette} idPrefix={idPrefix} />
      ))}
      <path
        d={scene.dividers}
        fill="none"
        stroke={palette.card}
        strokeWidth={pathNumber(SIZES.pie.divider * scene.pie.scale)}
      />
      {scene.ties !== null && <TieLayer path={scene.ties} palette={palette} />}
      <HubMark hub={scene.hub} palette={palette} />
      {scene.arrows.map((arrow) => (
        <ArrowMark key={arrow.key} arrow={arrow} palette={palette} />
      ))}
      <Cards cards={scene.cards} palette={palette} />
    </g>
  )
}

/** Ties lie under all dots and names. */
function NetworkMark({ scene, palette }: Omit<SceneMarkProps<NetworkScene>, 'idPrefix'>) {
  return (
    <g>
      {scene.ties.map((tie) => (
        <TieMark key={tie.key} tie={tie} palette={palette} />
      ))}
      {scene.dots.map((dot) => (
        <g key={dot.key} transform={`translate(${pathNumber(dot.x)} ${pathNumber(dot.y)})`}>
          <NetworkDotMark dot={dot} palette={palette} />
        </g>
      ))}
    </g>
  )
}

function PowerMark({ scene, palette }: Omit<SceneMarkProps<PowerScene>, 'idPrefix'>) {
  return (
    <g>
      <PowerGridMark scene={scene} palette={palette} />
      <Cards cards={scene.cards} palette={palette} />
    </g>
  )
}

interface CardsProps {
  readonly cards: SpectrumScene['cards'] | PowerScene['cards']
  readonly palette: Palette
}

const Cards = ({ cards, palette }: CardsProps) =>
  cards.map(({ key, x, y, shape, segment }) => (
    <g key={key} transform={`translate(${pathNumber(x)} ${pathNumber(y)})`}>
      <CardMark shape={shape} segment={segment} palette={palette} />
    </g>
  ))

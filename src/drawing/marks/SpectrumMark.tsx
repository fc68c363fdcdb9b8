import type { Light } from '../light.ts'
import { FADED } from '../network/marks/emphasis.ts'
import { SIZES } from '../palette.ts'
import { pathNumber } from '../pathNumber.ts'
import type { SpectrumScene, Wedge } from '../spectrumScene.ts'
import { ArrowMark } from './ArrowMark.tsx'
import { HubMark } from './HubMark.tsx'
import { PlacedCards } from './PlacedCards.tsx'
import type { SceneMarkProps } from './SceneMark.tsx'
import { TieLayer } from './TieLayer.tsx'
import { WedgeMark } from './WedgeMark.tsx'

/** The half-pie with everything that stands on it. */
export function SpectrumMark({
  scene,
  palette,
  idPrefix,
  light = null,
  around,
  under,
}: SceneMarkProps<SpectrumScene>) {
  const isLit = ({ segment }: Wedge) => light?.kind === 'segment' && light.segment === segment
  return (
    <g>
      {scene.wedges.map((wedge) => (
        <WedgeMark
          key={wedge.segment}
          wedge={wedge}
          palette={palette}
          idPrefix={idPrefix}
          faded={light?.kind === 'segment' && !isLit(wedge)}
        />
      ))}
      <path
        d={scene.dividers}
        fill="none"
        stroke={palette.card}
        strokeWidth={pathNumber(SIZES.pie.divider * scene.pie.scale)}
      />
      {scene.wedges.filter(isLit).map((wedge) => (
        <WedgeMark
          key={wedge.segment}
          wedge={wedge}
          palette={palette}
          idPrefix={`${idPrefix}-lit`}
          outlined
        />
      ))}
      {scene.ties !== null && (
        <g opacity={light ? FADED : undefined}>
          <TieLayer path={scene.ties} palette={palette} />
        </g>
      )}
      <HubMark hub={scene.hub} palette={palette} />
      {under}
      {scene.arrows.map((arrow) => (
        <g key={arrow.key} opacity={isFaded(arrow.key, light, scene) ? FADED : undefined}>
          <ArrowMark arrow={arrow} palette={palette} />
        </g>
      ))}
      <PlacedCards cards={scene.cards} palette={palette} light={light} around={around} />
    </g>
  )
}

function isFaded(key: string, light: Light | null, { cards }: SpectrumScene): boolean {
  if (!light) return false
  if (light.kind === 'stakeholder') return light.key !== key
  return cards.find((card) => card.key === key)?.segment !== light.segment
}

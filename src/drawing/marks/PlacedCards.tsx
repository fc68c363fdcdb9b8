import { memo, type ReactNode } from 'react'
import type { SegmentIndex } from '../../domain/records.ts'
import type { CardShape } from '../card.ts'
import { emphasisIn, type Light } from '../light.ts'
import { FADED, type Emphasis } from '../network/marks/emphasis.ts'
import type { Palette } from '../palette.ts'
import { pathNumber } from '../pathNumber.ts'
import type { PowerScene } from '../power/powerScene.ts'
import type { SpectrumScene } from '../spectrumScene.ts'
import { CardMark } from './CardMark.tsx'

/** Puts what belongs to a stakeholder around its mark, such as a button. */
export interface Around {
  (key: string, mark: ReactNode): ReactNode
}

interface PlacedCardsProps {
  readonly cards: SpectrumScene['cards'] | PowerScene['cards']
  readonly palette: Palette
  readonly light: Light | null
  readonly around: Around | undefined
}

/** All cards where they stand. */
export const PlacedCards = ({ cards, palette, light, around }: PlacedCardsProps) =>
  cards.map((card) => {
    const { key, x, y, shape, segment } = card
    const mark = (
      <PlacedCard
        key={key}
        x={x}
        y={y}
        shape={shape}
        segment={segment}
        palette={palette}
        emphasis={emphasisIn(light, card)}
      />
    )
    return around ? around(key, mark) : mark
  })

interface PlacedCardProps {
  readonly x: number
  readonly y: number
  readonly shape: CardShape
  readonly segment: SegmentIndex
  readonly palette: Palette
  readonly emphasis: Emphasis
}

const PlacedCard = memo(function PlacedCard({
  x,
  y,
  shape,
  segment,
  palette,
  emphasis,
}: PlacedCardProps) {
  return (
    <g
      transform={`translate(${pathNumber(x)} ${pathNumber(y)})`}
      opacity={emphasis === 'faded' ? FADED : undefined}
    >
      <CardMark shape={shape} segment={segment} palette={palette} strong={emphasis === 'strong'} />
    </g>
  )
})

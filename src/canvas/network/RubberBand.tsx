import { useStore } from 'zustand'
import type { NetworkScene } from '../../drawing/network/networkScene.ts'
import { LIGHT } from '../../drawing/palette.ts'
import type { TieInHandStore } from './useTieDrag.ts'

/** The tie in the hand, from its dot to the pointer; the dot that it would lead to is ringed. */
export function RubberBand({ scene, inHand }: { scene: NetworkScene; inHand: TieInHandStore }) {
  const tie = useStore(inHand, (state) => state.tie)
  if (!tie) return null
  const from = scene.dots.find(({ key }) => key === tie.from)
  const over = scene.dots.find(({ key }) => key === tie.over)
  if (!from) return null
  const to = over ?? tie.to
  return (
    <svg className="rubber-band" aria-hidden>
      <line x1={from.x} y1={from.y} x2={to.x} y2={to.y} stroke={LIGHT.ink} />
      {over && <circle cx={over.x} cy={over.y} r={over.radius + 5} stroke={LIGHT.ink} />}
    </svg>
  )
}

import { useCallback } from 'react'
import type { MapView } from '../audience/view.ts'
import type { Insights } from '../background/background.ts'
import { useBackground } from './useBackground.ts'
import { type Ask, useWorkedOut, type WorkedOut } from './useWorkedOut.ts'

/** Going from Findings to Gaps and back works nothing out twice. */
const known = new WeakMap<MapView, Insights>()

/** Findings and gaps of what is shown. */
export function useInsights(): WorkedOut<Insights> {
  const background = useBackground()
  const ask: Ask<Insights> = useCallback(
    async (view, signal) => {
      const insights = known.get(view) ?? (await background.analyse(view, signal))
      known.set(view, insights)
      return insights
    },
    [background],
  )
  return useWorkedOut(ask)
}

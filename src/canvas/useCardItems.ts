import { useMemo } from 'react'
import { useSubject } from '../editing/useSubject.ts'
import { cardLabel } from './cardLabel.ts'
import type { CanvasItem } from './canvasItem.ts'
import { type DrawnCard, itemFor } from './toFlow.ts'

/** Cards in reading order as items of a canvas: what each says, and whether it steps back. */
export function useCardItems(
  cards: readonly DrawnCard[],
  faded: ReadonlySet<string>,
): readonly CanvasItem[] {
  const { view, idOf } = useSubject()
  return useMemo(() => {
    const stakeholders = new Map(view.stakeholders.map((one) => [one.key, one]))
    return cards.flatMap((card) => {
      const stakeholder = stakeholders.get(card.key)
      const id = idOf(card.key)
      if (!stakeholder || !id) return []
      const label = cardLabel(stakeholder, view.info.segmentNames)
      return [itemFor(card, { id, name: stakeholder.name, label, faded: faded.has(card.key) })]
    })
  }, [cards, view, idOf, faded])
}

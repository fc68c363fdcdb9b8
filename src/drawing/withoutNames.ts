import type { CardShape } from './card.ts'
import type { Scene } from './scene.ts'

/** The same drawing with dots in place of cards, and nobody's name; for scenes of a view whose names are empty. */
export function withoutNames(scene: Scene): Scene {
  switch (scene.kind) {
    case 'spectrum':
      return { ...scene, cards: scene.cards.map(asDot) }
    case 'power':
      return { ...scene, cards: scene.cards.map(asDot) }
    case 'network':
      return scene
  }
}

const asDot = <C extends { readonly shape: CardShape }>(card: C): C => ({
  ...card,
  shape: { ...card.shape, lines: [], baselines: [] },
})

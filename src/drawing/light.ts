import type { SegmentIndex } from '../domain/records.ts'
import type { Emphasis } from './network/marks/emphasis.ts'
import type { Scene } from './scene.ts'

/** Who is in the light, while everybody else steps back. */
export type Light =
  | { readonly kind: 'stakeholder'; readonly key: string }
  | { readonly kind: 'segment'; readonly segment: SegmentIndex }

/** The light as it falls on a scene: none when nobody there would stand in it. */
export function lightOn(scene: Scene, light: Light | null): Light | null {
  if (light?.kind !== 'stakeholder') return light
  const shown = scene.kind === 'network' ? scene.dots : scene.cards
  return shown.some(({ key }) => key === light.key) ? light : null
}

/** How much a stakeholder matters in this light. */
export function emphasisIn(
  light: Light | null,
  { key, segment }: { readonly key: string; readonly segment: SegmentIndex | null },
): Emphasis {
  if (!light) return 'quiet'
  if (light.kind === 'segment') return segment === light.segment ? 'quiet' : 'faded'
  return key === light.key ? 'strong' : 'faded'
}

/**
 * Who stays visible in a network: whoever is in the light, and whom they are tied to. Null without a light: everybody.
 */
export function tiedInLight(
  scene: Extract<Scene, { kind: 'network' }>,
  light: Light | null,
): ReadonlySet<string> | null {
  if (!light) return null
  const lit = new Set(
    scene.dots.flatMap((dot) => (emphasisIn(light, dot) === 'faded' ? [] : [dot.key])),
  )
  const near = scene.ties.flatMap(({ from, to }) => [
    ...(lit.has(from) ? [to] : []),
    ...(lit.has(to) ? [from] : []),
  ])
  return new Set([...lit, ...near])
}

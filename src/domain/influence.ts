/** Influence (0…1) as people say it: the three levels and the number that each is stored as. */
export const INFLUENCE_LEVELS = { low: 0.2, medium: 0.5, high: 0.85 } as const

export type InfluenceLevel = keyof typeof INFLUENCE_LEVELS

/** The level that an influence of 0…1 is shown as: thirds of the range. */
export function influenceLevel(influence: number): InfluenceLevel {
  if (influence < 1 / 3) return 'low'
  return influence < 2 / 3 ? 'medium' : 'high'
}

import { RELATIONSHIP_KINDS, type RelationshipKind } from '../../domain/records.ts'
import type { NetworkScene } from './networkScene.ts'

/** The looks of ties that a legend explains. */
export type TieSign = RelationshipKind | 'confidential'

/** Only those that occur in the scene, in the kinds' usual order, so that nothing hints at what is not there. */
export function tieSignsOf({ ties }: Pick<NetworkScene, 'ties'>): TieSign[] {
  const kinds = new Set(ties.map(({ kind }) => kind))
  const signs: TieSign[] = RELATIONSHIP_KINDS.filter((kind) => kinds.has(kind))
  return ties.some(({ confidential }) => confidential) ? [...signs, 'confidential'] : signs
}

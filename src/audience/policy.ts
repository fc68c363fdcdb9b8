import type { MapInfo, Relationship, Resource, Sector, Stakeholder } from '../domain/records.ts'
import type { PublicChoices } from './view.ts'

/**
 * What a public output may carry, field by field. A field without a rule does not compile.
 * - always: may be shown of everything that is visible at all; a text only when it mentions nobody hidden
 * - chosen: only when the user chose it for this output
 * - never: team only
 * - derived: not carried as such; the gate makes something else of it (a new number, a public stance, a level)
 */
export type Rule = 'always' | 'chosen' | 'never' | 'derived'

export const stakeholderPolicy = {
  type: 'derived',
  id: 'derived',
  order: 'derived',
  name: 'always',
  aliases: 'never',
  kind: 'always',
  placement: 'derived',
  influence: 'derived',
  targetSegment: 'chosen',
  role: 'always',
  sector: 'always',
  offers: 'chosen',
  needs: 'chosen',
  tags: 'chosen',
  confidentiality: 'never',
  description: 'chosen',
  networkPosition: 'never',
  notes: 'never',
  contact: 'never',
} as const satisfies Record<keyof Stakeholder, Rule>

export const relationshipPolicy = {
  type: 'derived',
  id: 'derived',
  from: 'derived',
  to: 'derived',
  kind: 'always',
  label: 'chosen',
  direction: 'always',
  strength: 'always',
  confidentiality: 'never',
  notes: 'never',
} as const satisfies Record<keyof Relationship, Rule>

export const mapPolicy = {
  type: 'derived',
  id: 'never',
  name: 'always',
  we: 'always',
  goal: 'always',
  alliesSide: 'always',
  segmentNames: 'always',
} as const satisfies Record<keyof MapInfo, Rule>

/** A word of a vocabulary is visible when somebody visible has it. */
export const sectorPolicy = {
  type: 'derived',
  id: 'never',
  name: 'always',
} as const satisfies Record<keyof Sector, Rule>

export const resourcePolicy = {
  type: 'derived',
  id: 'never',
  name: 'chosen',
} as const satisfies Record<keyof Resource, Rule>

export const NOTHING_CHOSEN: PublicChoices = {
  targets: false,
  offersAndNeeds: false,
  tags: false,
  description: false,
}

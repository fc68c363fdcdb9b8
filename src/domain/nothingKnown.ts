import type { Stakeholder } from './records.ts'

/** All of a stakeholder of whom only the name is known: public, not placed, nothing else said. */
export const NOTHING_KNOWN = {
  aliases: [],
  kind: 'organisation',
  placement: null,
  influence: null,
  targetSegment: null,
  role: 'other',
  sector: null,
  offers: [],
  needs: [],
  tags: [],
  confidentiality: { level: 'public' },
  description: '',
  networkPosition: null,
  notes: '',
  contact: '',
} as const satisfies Omit<Stakeholder, 'type' | 'id' | 'order' | 'name'>

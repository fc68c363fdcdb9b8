import { createStore, type StoreApi } from 'zustand/vanilla'
import type { RelationshipKind } from '../domain/records.ts'

/**
 * The kind that the next tie begins with: that of the last one. For each audience its own, as the last tie that the
 * team drew may be confidential. Never saved.
 */
export interface UsualTieState {
  readonly team: RelationshipKind
  readonly public: RelationshipKind
}

export type UsualTie = StoreApi<UsualTieState>

export const createUsualTie = (): UsualTie =>
  createStore<UsualTieState>(() => ({ team: 'influences', public: 'influences' }))

import { createStore, type StoreApi } from 'zustand/vanilla'
import type { RelationshipId, StakeholderId } from '../domain/records.ts'

/** What a finding, a gap or a way shows on the canvas: the rest steps back. */
export interface Emphasis {
  readonly stakeholders: ReadonlySet<StakeholderId>
  readonly ties: ReadonlySet<RelationshipId>
  /** Soft outlines around groups. */
  readonly groups: readonly (readonly StakeholderId[])[]
  /** The way that is shown, from us to a target; empty when it is something else. */
  readonly way: readonly StakeholderId[]
}

/** Never saved, never undone; gone when the audience changes. */
export type EmphasisStore = StoreApi<{ readonly emphasis: Emphasis | null }>

export const createEmphasis = (): EmphasisStore => createStore(() => ({ emphasis: null }))

export const emphasise = (
  store: EmphasisStore,
  shown: Partial<Emphasis> & Pick<Emphasis, 'stakeholders'>,
): void => store.setState({ emphasis: { ties: new Set(), groups: [], way: [], ...shown } })

export const calmDown = (store: EmphasisStore): void => store.setState({ emphasis: null })

import { createStore, type StoreApi } from 'zustand/vanilla'
import type { RelationshipId, StakeholderId } from '../domain/records.ts'

export interface SelectionState {
  readonly ids: ReadonlySet<StakeholderId>
  /** A selected tie; then nobody is selected. */
  readonly tie: RelationshipId | null
}

/** Who is selected in this window. Never saved, never undone. */
export type Selection = StoreApi<SelectionState>

export const createSelection = (): Selection =>
  createStore<SelectionState>(() => ({ ids: new Set(), tie: null }))

export const select = (selection: Selection, ids: Iterable<StakeholderId>): void =>
  selection.setState({ ids: new Set(ids), tie: null })

export const toggle = (selection: Selection, id: StakeholderId): void => {
  const ids = new Set(selection.getState().ids)
  if (!ids.delete(id)) ids.add(id)
  selection.setState({ ids, tie: null })
}

export const selectTie = (selection: Selection, tie: RelationshipId): void =>
  selection.setState({ ids: new Set(), tie })

/** Lets go of whoever is no longer there (or no longer visible to the audience). */
export function keepOnly(
  selection: Selection,
  there: (id: StakeholderId) => boolean,
  tieThere: (id: RelationshipId) => boolean,
): void {
  const { ids, tie } = selection.getState()
  const kept = [...ids].filter(there)
  if (kept.length < ids.size || (tie && !tieThere(tie))) select(selection, kept)
}

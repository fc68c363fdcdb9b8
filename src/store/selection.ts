import { createStore, type StoreApi } from 'zustand/vanilla'
import type { StakeholderId } from '../domain/records.ts'

export interface SelectionState {
  readonly ids: ReadonlySet<StakeholderId>
}

/** Who is selected in this window. Never saved, never undone. */
export type Selection = StoreApi<SelectionState>

export const createSelection = (): Selection =>
  createStore<SelectionState>(() => ({ ids: new Set() }))

export const select = (selection: Selection, ids: Iterable<StakeholderId>): void =>
  selection.setState({ ids: new Set(ids) })

export const toggle = (selection: Selection, id: StakeholderId): void => {
  const ids = new Set(selection.getState().ids)
  if (!ids.delete(id)) ids.add(id)
  selection.setState({ ids })
}

/** Lets go of whoever is no longer there (or no longer visible to the audience). */
export function keepOnly(selection: Selection, there: (id: StakeholderId) => boolean): void {
  const { ids } = selection.getState()
  const kept = [...ids].filter(there)
  if (kept.length < ids.size) select(selection, kept)
}

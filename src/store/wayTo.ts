import { createStore, type StoreApi } from 'zustand/vanilla'
import type { StakeholderId } from '../domain/records.ts'

/** Whom a way from us is looked for to. Never saved, never undone; gone when the audience changes. */
export interface WayToState {
  readonly target: StakeholderId | null
}

export type WayTo = StoreApi<WayToState>

export const createWayTo = (): WayTo => createStore<WayToState>(() => ({ target: null }))

export const lookForWay = (wayTo: WayTo, target: StakeholderId): void => wayTo.setState({ target })

export const putWayAway = (wayTo: WayTo): void => wayTo.setState({ target: null })

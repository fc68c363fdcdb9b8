import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Role } from '../domain/records.ts'

/** Camera of a canvas in React Flow's terms: screen = world × zoom + (x, y). */
export interface Camera {
  readonly x: number
  readonly y: number
  readonly zoom: number
}

export type ConfidentialityFilter = 'public' | 'confidential'

/** What does not match fades. An empty list or text lets everything through. */
export interface Filter {
  readonly text: string
  readonly sectors: readonly string[]
  readonly resources: readonly string[]
  readonly roles: readonly Role[]
  readonly confidentiality: ConfidentialityFilter | null
}

/** How this map is looked at on this device: kept with the map, not part of it, not undone. */
export interface ViewSettings {
  readonly audience: 'team' | 'public'
  /** null = fitted to the window, and kept fitted. */
  readonly camera: Camera | null
  readonly filter: Filter
  readonly panels: { readonly tray: boolean; readonly details: boolean }
  readonly showTies: boolean
  readonly showTargets: boolean
}

export type ViewSettingsStore = StoreApi<ViewSettings>

export const NO_FILTER: Filter = {
  text: '',
  sectors: [],
  resources: [],
  roles: [],
  confidentiality: null,
}

export const DEFAULT_VIEW: ViewSettings = {
  audience: 'team',
  camera: null,
  filter: NO_FILTER,
  panels: { tray: true, details: true },
  showTies: false,
  showTargets: true,
}

export const createViewSettings = (kept: Partial<ViewSettings> = {}): ViewSettingsStore =>
  createStore<ViewSettings>(() => ({ ...DEFAULT_VIEW, ...kept }))

export const isFiltering = (filter: Filter): boolean =>
  filter.text.trim() !== '' ||
  filter.sectors.length + filter.resources.length + filter.roles.length > 0 ||
  filter.confidentiality !== null

import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Role } from '../domain/records.ts'

/** Camera of a canvas in React Flow's terms: screen = world × zoom + (x, y). */
export interface Camera {
  readonly x: number
  readonly y: number
  readonly zoom: number
}

/** The drawings of one map. */
export const CANVAS_VIEWS = ['spectrum', 'network', 'power'] as const
export type CanvasView = (typeof CANVAS_VIEWS)[number]

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
  readonly view: CanvasView
  /** For each view; null = fitted to the window, and kept fitted. */
  readonly cameras: Readonly<Record<CanvasView, Camera | null>>
  readonly filter: Filter
  readonly panels: { readonly tray: boolean; readonly details: boolean }
  readonly showTies: boolean
  readonly showTargets: boolean
  /** What the panel at the end side tells. */
  readonly sideTab: SideTab
  /** Which way the power grid lies: traditions differ. */
  readonly powerAxes: PowerAxes
  /** Names being typed, not added yet: what is begun in the team view is not seen in public preview. */
  readonly adding: Readonly<Record<'team' | 'public', string>>
  /** Texts being typed that are not part of the map yet, by field. */
  readonly drafts: Readonly<Record<string, Draft>>
  /** What was chosen in the export dialog, as it was kept: checked when that opens. */
  readonly exporting: Readonly<Record<string, unknown>>
}

/** A text being typed, and what stood there when it was begun. */
export interface Draft {
  readonly text: string
  readonly on: string
}

export const SIDE_TABS = ['details', 'findings', 'gaps'] as const
export type SideTab = (typeof SIDE_TABS)[number]

export const POWER_AXES = ['stance across', 'influence across'] as const
export type PowerAxes = (typeof POWER_AXES)[number]

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
  view: 'spectrum',
  cameras: { spectrum: null, network: null, power: null },
  filter: NO_FILTER,
  panels: { tray: true, details: true },
  showTies: false,
  showTargets: true,
  sideTab: 'details',
  powerAxes: 'stance across',
  adding: { team: '', public: '' },
  drafts: {},
  exporting: {},
}

export const createViewSettings = (kept: Partial<ViewSettings> = {}): ViewSettingsStore =>
  createStore<ViewSettings>(() => ({ ...DEFAULT_VIEW, ...kept }))

export const isFiltering = (filter: Filter): boolean =>
  filter.text.trim() !== '' ||
  filter.sectors.length + filter.resources.length + filter.roles.length > 0 ||
  filter.confidentiality !== null

/** The camera of the view that is open. */
export const cameraOf = ({ view, cameras }: ViewSettings): Camera | null => cameras[view]

const byHand = new WeakSet<Camera>()

/** Moves the camera because the reader asked for it, and not to bring somebody into view. */
export function moveCameraByHand(settings: ViewSettingsStore, camera: Camera): void {
  byHand.add(camera)
  moveCamera(settings, camera)
}

export const isByHand = (camera: Camera): boolean => byHand.has(camera)

/** Moves the camera of the view that is open. */
export const moveCamera = (settings: ViewSettingsStore, camera: Camera | null): void =>
  settings.setState(({ view, cameras }) => ({ cameras: { ...cameras, [view]: camera } }))

/** Keeps a name that is being typed. */
export const typeName = (settings: ViewSettingsStore, text: string): void =>
  settings.setState(({ audience, adding }) => ({ adding: { ...adding, [audience]: text } }))

import { ROLES } from '../domain/records.ts'
import { isOneOf } from '../domain/records.ts'
import {
  type Camera,
  CANVAS_VIEWS,
  type CanvasView,
  type Filter,
  POWER_AXES,
  SIDE_TABS,
  type ViewSettings,
} from '../store/viewSettings.ts'

/** View settings as they were kept; whatever is not as expected is left out, so that the default holds. */
export function viewSettingsFrom(row: unknown): Partial<ViewSettings> {
  if (!isRecord(row)) return {}
  const {
    audience,
    view,
    cameras,
    camera,
    filter,
    panels,
    showTies,
    showTargets,
    sideTab,
    powerAxes,
    adding,
    drafts,
    exporting,
  } = row
  return {
    ...(audience === 'team' || audience === 'public' ? { audience } : {}),
    ...(isOneOf(CANVAS_VIEWS, view) ? { view } : {}),
    cameras: camerasFrom(cameras, camera),
    ...(isOneOf(SIDE_TABS, sideTab) ? { sideTab } : {}),
    ...(isOneOf(POWER_AXES, powerAxes) ? { powerAxes } : {}),
    ...(isRecord(filter) ? { filter: filterFrom(filter) } : {}),
    ...(isRecord(panels)
      ? { panels: { tray: panels['tray'] !== false, details: panels['details'] !== false } }
      : {}),
    ...(isRecord(adding)
      ? { adding: { team: textFrom(adding['team']), public: textFrom(adding['public']) } }
      : {}),
    ...(isRecord(drafts) ? { drafts: draftsFrom(drafts) } : {}),
    ...(isRecord(exporting) ? { exporting } : {}),
    ...(typeof showTies === 'boolean' ? { showTies } : {}),
    ...(typeof showTargets === 'boolean' ? { showTargets } : {}),
  }
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null

const textFrom = (value: unknown): string => (typeof value === 'string' ? value : '')

const draftsFrom = (drafts: Readonly<Record<string, unknown>>): ViewSettings['drafts'] =>
  Object.fromEntries(
    Object.entries(drafts).flatMap(([of, draft]) =>
      isRecord(draft) && typeof draft['text'] === 'string' && typeof draft['on'] === 'string'
        ? [[of, { text: draft['text'], on: draft['on'] }]]
        : [],
    ),
  )

/** Before there were several views, a row had the spectrum's camera alone. */
const camerasFrom = (cameras: unknown, spectrum: unknown): ViewSettings['cameras'] => {
  const known = isRecord(cameras) ? cameras : { spectrum }
  const cameraIn = (view: CanvasView) => {
    const camera = known[view]
    return isCamera(camera) ? camera : null
  }
  return { spectrum: cameraIn('spectrum'), network: cameraIn('network'), power: cameraIn('power') }
}

const isCamera = (value: unknown): value is Camera =>
  isRecord(value) &&
  [value['x'], value['y'], value['zoom']].every(Number.isFinite) &&
  Number(value['zoom']) > 0

function filterFrom(row: Readonly<Record<string, unknown>>): Filter {
  const { text, sectors, resources, roles, confidentiality } = row
  const words = (value: unknown): string[] =>
    Array.isArray(value) ? value.filter((word) => typeof word === 'string') : []
  return {
    text: textFrom(text),
    sectors: words(sectors),
    resources: words(resources),
    roles: words(roles).filter((role) => isOneOf(ROLES, role)),
    confidentiality:
      confidentiality === 'public' || confidentiality === 'confidential' ? confidentiality : null,
  }
}

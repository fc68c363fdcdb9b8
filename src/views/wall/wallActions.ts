import { subjectFor } from '../../audience/subject.ts'
import type { StakeholderId } from '../../domain/records.ts'
import { t } from '../../i18n/i18n.ts'
import '../../i18n/parts/wall.ts'
import type { OpenMap } from '../../store/openMap.ts'
import type { InTheLight } from '../../store/wall.ts'
import { announce, speak } from '../../ui/announcer.tsx'
import { focusWhenThere } from '../../ui/focusWhenThere.ts'

/** Unfolds the panel about the wall and leads there. */
export function showWallPanel(map: OpenMap): void {
  unfoldWallPanel(map)
  focusWhenThere(() => document.querySelector<HTMLElement>('.wall-panel button'))
}

/** Unfolds the panel about the wall, and leaves the focus where it is. */
export function unfoldWallPanel({ wall, settings }: OpenMap): void {
  wall.setState({ isFolded: false })
  const { panels } = settings.getState()
  settings.setState({ panels: { ...panels, details: true } })
}

/** The audience keeps what it sees, while the map is edited. */
export function toggleFreeze({ wall }: OpenMap): void {
  const isFrozen = !wall.getState().isFrozen
  wall.setState({ isFrozen })
  announce(t(isFrozen ? 'wall.freeze.done' : 'wall.unfreeze.done'))
}

/** @param tell shows what was done, or only reads it out where the screen shows it anyway */
export function toggleDark({ wall }: OpenMap, tell: (text: string) => void = announce): void {
  const isDark = !wall.getState().isDark
  wall.setState({ isDark })
  tell(t(isDark ? 'wall.dark.done' : 'wall.lights.done'))
}

/** Puts somebody or a segment in the light; once more, or null, takes it away. */
export function putInLight({ wall }: OpenMap, next: InTheLight | null): void {
  const now = wall.getState().spotlight
  const spotlight = next && isSameLight(now, next) ? null : next
  wall.setState({ spotlight })
  speak(t(spotlight ? 'wall.spotlight.done' : 'wall.spotlight.off'))
}

/** Why the selected can't be put in the light; null = it can. */
export type NoLight = 'wall.spotlight.nobody' | 'wall.spotlight.hidden'

/** Whom the spotlight would go to, or why there is nobody. */
export function lightable(
  { store, selection }: OpenMap,
  ids: ReadonlySet<StakeholderId> = selection.getState().ids,
): { readonly id: StakeholderId } | { readonly reason: NoLight } {
  const [id] = ids
  if (id === undefined || ids.size > 1) return { reason: 'wall.spotlight.nobody' }
  const { shown } = subjectFor(store.state.getState().doc, 'public')
  return shown(id) ? { id } : { reason: 'wall.spotlight.hidden' }
}

export function toggleSpotlight(map: OpenMap): void {
  const found = lightable(map)
  if ('id' in found) return putInLight(map, { kind: 'stakeholder', id: found.id })
  if (map.wall.getState().spotlight && found.reason === 'wall.spotlight.nobody') {
    return putInLight(map, null)
  }
  announce(t(found.reason), 'problem')
}

const isSameLight = (a: InTheLight | null, b: InTheLight): boolean =>
  JSON.stringify(a) === JSON.stringify(b)

import { subjectFor } from '../../audience/subject.ts'
import type { StakeholderId } from '../../domain/records.ts'
import { formatList, t } from '../../i18n/i18n.ts'
import '../../i18n/parts/wall.ts'
import type { OpenMap } from '../../store/openMap.ts'
import type { ViewSettings } from '../../store/viewSettings.ts'
import type { Exposed, InTheLight, WallState } from '../../store/wall.ts'
import { announce, speak } from '../../ui/announcer.tsx'
import { focusWhenThere } from '../../ui/focusWhenThere.ts'
import { drawingOn, isOnDrawing } from './publicWall.ts'

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
export function toggleDark(
  { wall }: Pick<OpenMap, 'wall'>,
  tell: (text: string) => void = announce,
): void {
  const isDark = !wall.getState().isDark
  wall.setState({ isDark })
  tell(t(isDark ? 'wall.dark.done' : 'wall.lights.done'))
}

/** Puts somebody or a segment in the light; once more, or null, takes it away. */
export function putInLight({ wall }: Pick<OpenMap, 'wall'>, next: InTheLight | null): void {
  const now = wall.getState().spotlight
  const spotlight = next && isSameLight(now, next) ? null : next
  wall.setState({ spotlight })
  speak(t(spotlight ? 'wall.spotlight.done' : 'wall.spotlight.off'))
}

/** Whom the spotlight would go to, or why there is nobody. */
export type Lightable =
  | { readonly id: StakeholderId }
  | { readonly why: 'nobody' | 'hidden' | 'not drawn' | 'exposed'; readonly words: string }

export function lightable(
  { store, selection, settings, wall }: OpenMap,
  ids: ReadonlySet<StakeholderId> = selection.getState().ids,
): Lightable {
  const [id] = ids
  if (id === undefined || ids.size > 1) return { why: 'nobody', words: t('wall.spotlight.nobody') }
  const still = exposedTo(settings.getState(), wall.getState()).find((one) => one.id === id)
  if (still) return { why: 'exposed', words: exposedWords([still]) }
  const shown = subjectFor(store.state.getState().doc, 'public').shown(id)
  if (!shown) return { why: 'hidden', words: t('wall.spotlight.hidden') }
  return isOnDrawing(shown, drawingOn(wall.getState(), settings.getState()))
    ? { id }
    : { why: 'not drawn', words: t('wall.spotlight.notDrawn', { name: shown.name }) }
}

export function toggleSpotlight(map: OpenMap): void {
  const found = lightable(map)
  if ('id' in found) return putInLight(map, { kind: 'stakeholder', id: found.id })
  if (map.wall.getState().spotlight && found.why === 'nobody') return putInLight(map, null)
  announce(found.words, 'problem')
}

/** Takes the light off somebody whom it can't be on any more, and says so. */
export function tendLight({ store, wall, settings }: OpenMap): void {
  const { spotlight, isFrozen } = wall.getState()
  if (spotlight?.kind !== 'stakeholder') return
  const shown = subjectFor(store.state.getState().doc, 'public').shown(spotlight.id)
  const drawing = drawingOn(wall.getState(), settings.getState())
  // A frozen wall keeps its drawing, whatever is looked at here.
  if (shown && (isFrozen || isOnDrawing(shown, drawing))) return
  wall.setState({ spotlight: null })
  announce(
    shown ? t('wall.spotlight.notDrawn', { name: shown.name }) : t('wall.spotlight.gone'),
    'problem',
  )
}

/** Who is still on the frozen wall, as far as this window may tell. */
export const exposedTo = (
  { audience }: Pick<ViewSettings, 'audience'>,
  { exposed }: WallState,
): readonly Exposed[] => (audience === 'team' ? exposed : NOBODY)
const NOBODY: readonly Exposed[] = []

/** That somebody is still on the frozen wall, and what can be done: for the team alone. */
export const exposedWords = (exposed: readonly Exposed[]): string => {
  const [first, ...more] = exposed
  return first && more.length === 0
    ? t('wall.exposed', { name: first.name })
    : t('wall.exposed.many', { names: formatList(exposed.map(({ name }) => name)) })
}

const isSameLight = (a: InTheLight | null, b: InTheLight): boolean =>
  JSON.stringify(a) === JSON.stringify(b)

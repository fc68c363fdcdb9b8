import type { Subject } from '../../audience/subject.ts'
import type { NetworkPlaces } from '../../drawing/network/networkLayout.ts'
import type { OpenMap } from '../../store/openMap.ts'
import { cameraOf, type CanvasView, isByHand, type ViewSettings } from '../../store/viewSettings.ts'
import type { WallState } from '../../store/wall.ts'
import { inLook, type Look } from './inMyView.ts'

/**
 * Lets the wall come as near as this window is. Only what the reader does with the camera counts: one that brings
 * somebody into view, or a drawing that makes room, may do so because of somebody hidden.
 */
export function createFollower({ wall, settings }: OpenMap, look: () => Look | undefined) {
  const looks = new Map<CanvasView, Look>()
  let isDue = false

  const note = () => {
    const now = look()
    if (now !== undefined) looks.set(settings.getState().view, now)
    isDue = true
  }
  note()

  return {
    onSettings(before: ViewSettings) {
      const { view } = settings.getState()
      const camera = cameraOf(settings.getState())
      if (view !== before.view) isDue = true
      if (camera !== before.cameras[view] && (!camera || isByHand(camera))) note()
    },
    onWall(before: WallState) {
      if (wall.getState().zoom !== 'follow' || before.zoom === 'follow') return
      if (!looks.has(settings.getState().view)) note()
      isDue = true
    },
    /** True when the wall is to come near to others. Where nobody is, it stays as near as it was. */
    follow(publicly: Subject, places: () => NetworkPlaces | null): boolean {
      if (!isDue || wall.getState().zoom !== 'follow') return false
      const now = looks.get(settings.getState().view)
      const seen = now && inLook(now, publicly, settings.getState(), places)
      // A network that is being laid out says it later.
      if (now && !seen) return false
      isDue = false
      if (now !== null && !seen?.length) return false
      wall.setState({ closeUp: seen ?? null })
      return true
    },
  }
}

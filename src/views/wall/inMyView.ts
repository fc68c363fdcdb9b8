import type { Subject } from '../../audience/subject.ts'
import { subjectFor } from '../../audience/subject.ts'
import { type Size, toWorld } from '../../canvas/camera.ts'
import { groundOf } from '../../canvas/ground.ts'
import type { StakeholderId } from '../../domain/records.ts'
import type { OpenMap } from '../../store/openMap.ts'
import { cameraOf } from '../../store/viewSettings.ts'

/**
 * Of those whom the public sees, who is inside my own canvas: null when I look at the whole map. Where nobody is,
 * the wall had better stay as it was: undefined.
 */
export function inMyView(
  map: OpenMap,
  publicly: Subject,
  canvas: Size | null,
): readonly StakeholderId[] | null | undefined {
  const settings = map.settings.getState()
  const camera = cameraOf(settings)
  if (!camera) return null
  const ground = groundOf(map)
  if (!ground || !canvas) return undefined
  const from = toWorld(camera, { x: 0, y: 0 })
  const to = toWorld(camera, { x: canvas.width, y: canvas.height })
  const mine = subjectFor(map.store.state.getState().doc, settings.audience)
  const ids = mine.view.stakeholders.flatMap(({ key }) => {
    const at = ground.standing(key)
    const id = mine.idOf(key)
    if (!at || !id || !publicly.shown(id)) return []
    return at.x >= from.x && at.x <= to.x && at.y >= from.y && at.y <= to.y ? [id] : []
  })
  return ids.length > 0 ? ids : undefined
}

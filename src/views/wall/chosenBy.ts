import type { CanvasView } from '../../store/viewSettings.ts'
import type { WallState } from '../../store/wall.ts'
import type { WallPicture } from '../../wall/protocol.ts'
import type { Pictured } from './exposed.ts'

/** The choices behind a picture that comes back from the wall after this window was reloaded. */
export function chosenBy(
  { drawing, targets, ties, spotlight, closeUp, earlier }: WallPicture,
  pictured: Pictured,
  mine: CanvasView,
): Partial<WallState> {
  const lit = spotlight?.kind === 'stakeholder' ? pictured.get(spotlight.key) : undefined
  const ids = closeUp?.flatMap((key) => pictured.get(key) ?? []) ?? []
  return {
    drawing: drawing === mine ? 'as mine' : drawing,
    showsTargets: targets,
    showsTies: ties,
    spotlight:
      spotlight?.kind === 'stakeholder'
        ? lit
          ? { kind: 'stakeholder', id: lit }
          : null
        : spotlight,
    ...(ids.length > 0 ? { zoom: 'fixed', closeUp: ids } : {}),
    ...(earlier && {
      compares: true,
      earlier: {
        when: earlier.when,
        segments: new Map(
          earlier.segments.flatMap(([key, segment]) => {
            const id = pictured.get(key)
            return id ? [[id, segment] as const] : []
          }),
        ),
      },
    }),
  }
}

import type { Subject } from '../../audience/subject.ts'
import type { MapView } from '../../audience/view.ts'
import { type Size, toWorld } from '../../canvas/camera.ts'
import { groundOf } from '../../canvas/ground.ts'
import type { Point, StakeholderId } from '../../domain/records.ts'
import type { Rect } from '../../drawing/halfPie.ts'
import type { NetworkPlaces } from '../../drawing/network/networkLayout.ts'
import { buildNetworkScene } from '../../drawing/network/networkScene.ts'
import { buildPowerScene } from '../../drawing/power/powerScene.ts'
import { buildSpectrumScene } from '../../drawing/spectrumScene.ts'
import { networkWords } from '../../i18n/networkWords.ts'
import { powerWords } from '../../i18n/powerWords.ts'
import { sceneWords } from '../../i18n/sceneWords.ts'
import type { OpenMap } from '../../store/openMap.ts'
import { type Camera, cameraOf, type ViewSettings } from '../../store/viewSettings.ts'

/** The part of a drawing that is looked at, in shares of its width and height; null = all of it. */
export type Look = Rect | null

/** What a camera looks at. Shares, because the team's drawing grows with whoever is hidden. */
export function lookOf(camera: Camera, canvas: Size, drawing: Rect): Rect {
  const from = toWorld(camera, { x: 0, y: 0 })
  return {
    x: (from.x - drawing.x) / drawing.width,
    y: (from.y - drawing.y) / drawing.height,
    width: canvas.width / camera.zoom / drawing.width,
    height: canvas.height / camera.zoom / drawing.height,
  }
}

/** What my own canvas looks at now; undefined without one. */
export function lookNow(map: OpenMap, canvas: Size | null): Look | undefined {
  const camera = cameraOf(map.settings.getState())
  if (!camera) return null
  const ground = groundOf(map)
  return ground && canvas ? lookOf(camera, canvas, ground.drawn ?? ground.bounds) : undefined
}

type Drawing = Pick<ViewSettings, 'view' | 'powerAxes'>

/**
 * Of those whom the public sees, who is in the part looked at by the public's own drawing: where the team has them
 * would tell the real place of those who are shown at a public stance.
 *
 * @param places where those of the public view stand in the network; null = not known yet
 * @returns undefined as long as that can't be said
 */
export function inLook(
  look: Rect,
  { view, idOf }: Subject,
  drawing: Drawing,
  places: () => NetworkPlaces | null,
): readonly StakeholderId[] | undefined {
  const drawn = drawnFor(view, drawing, places)
  if (!drawn) return undefined
  const { x, y, width, height } = drawn.bounds
  return drawn.marks.flatMap((mark) => {
    const across = (mark.x - x) / width - look.x
    const down = (mark.y - y) / height - look.y
    const isIn = across >= 0 && across <= look.width && down >= 0 && down <= look.height
    return (isIn && idOf(mark.key)) || []
  })
}

interface Drawn {
  readonly bounds: Rect
  readonly marks: readonly (Point & { readonly key: string })[]
}

function drawnFor(
  publicly: MapView,
  { view, powerAxes }: Drawing,
  places: () => NetworkPlaces | null,
): Drawn | null {
  if (view === 'network') {
    const known = places()
    const scene = known && buildNetworkScene(publicly, known, networkWords())
    return scene && { bounds: scene.bounds, marks: scene.dots }
  }
  const { bounds, cards } =
    view === 'power'
      ? buildPowerScene(publicly, powerWords(), powerAxes)
      : buildSpectrumScene(publicly, sceneWords())
  return { bounds, marks: cards }
}

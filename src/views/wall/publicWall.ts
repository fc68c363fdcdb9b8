import { viewFor } from '../../audience/gate.ts'
import { NOTHING_CHOSEN } from '../../audience/policy.ts'
import { type Subject, subjectFor } from '../../audience/subject.ts'
import type { MapView, ViewStakeholder } from '../../audience/view.ts'
import type { MapDoc, SegmentIndex, StakeholderId } from '../../domain/records.ts'
import { segmentOf } from '../../domain/spectrum.ts'
import { formatMoment } from '../../i18n/i18n.ts'
import type { CanvasView, ViewSettings } from '../../store/viewSettings.ts'
import type { Earlier, WallState } from '../../store/wall.ts'
import type { WallChoices } from '../../wall/picture.ts'
import type { WallThen } from '../../wall/protocol.ts'

/** The public's side of a map, and what was chosen for the wall in its words. */
export interface PublicWall {
  /** With nothing chosen: what a network is laid out from. */
  readonly subject: Subject
  /** What goes to the wall. */
  readonly view: MapView<'public'>
  readonly choices: WallChoices
}

/** Which drawing is on the wall. */
export const drawingOn = (
  { drawing }: Pick<WallState, 'drawing'>,
  { view }: Pick<ViewSettings, 'view'>,
): CanvasView => (drawing === 'as mine' ? view : drawing)

/** Whether somebody has a place on a drawing: only the network has all. */
export const isOnDrawing = ({ placement }: ViewStakeholder, drawing: CanvasView): boolean =>
  drawing === 'network' || placement !== null

/**
 * Turns the choices made in this window, which are about records, into choices about the public view: whoever
 * the public does not see drops out here.
 */
export function publicWallOf(
  doc: MapDoc,
  wall: WallState,
  settings: Pick<ViewSettings, 'view' | 'powerAxes'>,
): PublicWall {
  const subject = subjectFor(doc, 'public')
  const drawing = drawingOn(wall, settings)
  const targets = wall.showsTargets && drawing === 'spectrum'
  const view = viewFor(doc, 'public', { ...NOTHING_CHOSEN, targets })
  return {
    subject,
    view,
    choices: {
      drawing,
      powerAxes: settings.powerAxes,
      targets,
      ties: wall.showsTies && drawing === 'spectrum',
      spotlight: spotlightIn(subject, wall),
      closeUp: wall.closeUp?.flatMap((id) => subject.shown(id)?.key ?? []) ?? null,
      earlier: wall.compares && drawing === 'spectrum' ? earlierIn(subject, wall) : null,
    },
  }
}

function spotlightIn(subject: Subject, { spotlight }: WallState): WallChoices['spotlight'] {
  if (spotlight?.kind !== 'stakeholder') return spotlight
  const key = subject.shown(spotlight.id)?.key
  return key === undefined ? null : { kind: 'stakeholder', key }
}

/** As the public was to see it at the time: whoever was hidden then has no place to come from. */
function earlierIn(now: Subject, { earlier }: WallState): WallThen {
  const segmentThen = 'doc' in earlier ? segmentsIn(earlier.doc) : earlier.segments
  return {
    when: whenWas(earlier),
    segments: now.view.stakeholders.flatMap(({ key }) => {
      const id = now.idOf(key)
      const was = id && segmentThen.get(id)
      return was === undefined ? [] : [[key, was] as const]
    }),
  }
}

export const whenWas = (earlier: Earlier): string =>
  'doc' in earlier ? formatMoment(earlier.at) : earlier.when

function segmentsIn(doc: MapDoc): ReadonlyMap<StakeholderId, SegmentIndex | null> {
  const { view, idOf } = subjectFor(doc, 'public')
  return new Map(
    view.stakeholders.flatMap(({ key, placement }) => {
      const id = idOf(key)
      return id ? [[id, placement && segmentOf(placement.stance)] as const] : []
    }),
  )
}

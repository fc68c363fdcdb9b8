import { NOTHING_CHOSEN } from '../../audience/policy.ts'
import { textFor, viewFor } from '../../audience/gate.ts'
import type { Audience, MapView, PublicChoices } from '../../audience/view.ts'
import type { MapDoc } from '../../domain/records.ts'
import type { NetworkPlaces } from '../../drawing/network/networkLayout.ts'
import { buildNetworkScene } from '../../drawing/network/networkScene.ts'
import { PALETTES } from '../../drawing/palettes.ts'
import type { PictureFrame } from '../../drawing/pictureFrame.ts'
import { buildPowerScene } from '../../drawing/power/powerScene.ts'
import type { Scene } from '../../drawing/scene.ts'
import { pageOf } from '../../drawing/sheet.ts'
import { buildSpectrumScene } from '../../drawing/spectrumScene.ts'
import { allyscopeJson } from '../../files/allyscopeJson.ts'
import { formatDate, t } from '../../i18n/i18n.ts'
import { legendWords } from '../../i18n/legendWords.ts'
import { networkWords } from '../../i18n/networkWords.ts'
import '../../i18n/parts/export.ts'
import { powerWords } from '../../i18n/powerWords.ts'
import { sceneWords } from '../../i18n/sceneWords.ts'
import type { CanvasView } from '../../store/viewSettings.ts'
import type { ExportChoices, Subject } from './choices.ts'
import { fileNameOf } from './download.ts'

/** The view that leaves the device: from the gate, telling the public no more than was chosen. */
export const exportView = (
  doc: MapDoc,
  audience: Audience,
  chosen: Partial<PublicChoices> = {},
): MapView => viewFor(doc, audience, { ...NOTHING_CHOSEN, ...chosen })

/** Only the spectrum has arrows; worksheets are about nothing else than where we want somebody. */
export const tellsTargets = (
  subject: Subject,
  { targets }: Pick<ExportChoices, 'targets'>,
): boolean => subject === 'worksheets' || (subject === 'spectrum' && targets)

/**
 * The drawing of a view as it is on the screen. A network needs the places of that view: null until they are there.
 */
export function exportScene(
  view: MapView,
  drawing: CanvasView,
  { ties, targets, powerAxes }: Pick<ExportChoices, 'ties' | 'targets' | 'powerAxes'>,
  places: NetworkPlaces | null = null,
): Scene | null {
  switch (drawing) {
    case 'spectrum': {
      const scene = buildSpectrumScene(view, sceneWords(), { ties })
      return targets ? scene : { ...scene, arrows: [] }
    }
    case 'network':
      return places && buildNetworkScene(view, places, networkWords())
    case 'power':
      return buildPowerScene(view, powerWords(), powerAxes)
  }
}

/** Title, legend, date, footer and stamp around a drawing of the view. What was typed goes through the gate as well. */
export function exportFrame(
  doc: MapDoc,
  { audience, info }: MapView,
  choices: Omit<ExportChoices, 'audience' | 'subjects' | 'formats'>,
  now: Date,
): PictureFrame {
  const { title, subtitle, footer, legend, date, sheet, orientation, colours, ground } = choices
  return {
    title: textFor(doc, audience, title ?? info.name),
    subtitle: textFor(doc, audience, subtitle ?? info.we),
    footer: textFor(doc, audience, footer),
    date: date ? formatDate(now) : '',
    stamp: t(audience === 'team' ? 'export.stamp.team' : 'export.stamp.public'),
    legend: legend ? legendWords(info.segmentNames) : null,
    page: pageOf(sheet, orientation),
    palette: PALETTES[colours][ground],
  }
}

/** The map as our own file. A team copy is full; a public copy holds what the gate gives. */
export const exportFile = (
  doc: MapDoc,
  audience: Audience,
  chosen: Partial<PublicChoices> = {},
): string =>
  allyscopeJson.write(
    exportView(doc, audience, chosen),
    audience === 'team' ? { mapId: doc.info.id } : {},
  )

export const exportFileName = (audience: Audience, extension: string, now: Date): string =>
  fileNameOf(audience, now, extension, audience === 'public' ? 'day' : 'minute')

import { NOTHING_CHOSEN } from '../../audience/policy.ts'
import { textFor, viewFor } from '../../audience/gate.ts'
import type { Audience, MapView, PublicChoices } from '../../audience/view.ts'
import type { MapDoc } from '../../domain/records.ts'
import type { NetworkPlaces } from '../../drawing/network/networkLayout.ts'
import { buildNetworkScene } from '../../drawing/network/networkScene.ts'
import { LIGHT } from '../../drawing/palette.ts'
import type { PictureFrame } from '../../drawing/pictureFrame.ts'
import { buildPowerScene } from '../../drawing/power/powerScene.ts'
import type { Scene } from '../../drawing/scene.ts'
import { buildSpectrumScene } from '../../drawing/spectrumScene.ts'
import { allyscopeJson } from '../../files/allyscopeJson.ts'
import { formatDate, t } from '../../i18n/i18n.ts'
import { networkWords } from '../../i18n/networkWords.ts'
import '../../i18n/parts/dialogs.ts'
import { powerWords } from '../../i18n/powerWords.ts'
import { sceneWords } from '../../i18n/sceneWords.ts'
import type { CanvasView, PowerAxes } from '../../store/viewSettings.ts'
import { legendWords } from '../../i18n/legendWords.ts'
import { fileNameOf } from './download.ts'

/** What is drawn. */
export interface DrawingChoices {
  readonly drawing: CanvasView
  readonly powerAxes: PowerAxes
  /** Of the spectrum alone, as are ties: a network is nothing else. */
  readonly targets: boolean
  readonly ties: boolean
}

/** What the user chose in the export dialog. */
export interface ExportChoices extends DrawingChoices {
  readonly audience: Audience
  readonly title: string
  readonly subtitle: string
  readonly legend: boolean
  readonly date: boolean
  /** Pixels. */
  readonly width: number
}

/** The view that leaves the device: from the gate, telling the public no more than was chosen. */
export const exportView = (
  doc: MapDoc,
  audience: Audience,
  chosen: Partial<PublicChoices> = {},
): MapView => viewFor(doc, audience, { ...NOTHING_CHOSEN, ...chosen })

/** Only the spectrum has arrows. */
export const showsTargets = ({ drawing, targets }: DrawingChoices): boolean =>
  drawing === 'spectrum' && targets

/**
 * The drawing that was chosen, of a view from `exportView`. A network needs the places of that view:
 * null until they are there.
 */
export function exportScene(
  view: MapView,
  choices: DrawingChoices,
  places: NetworkPlaces | null = null,
): Scene | null {
  switch (choices.drawing) {
    case 'spectrum': {
      const scene = buildSpectrumScene(view, sceneWords(), { ties: choices.ties })
      return showsTargets(choices) ? scene : { ...scene, arrows: [] }
    }
    case 'network':
      return places && buildNetworkScene(view, places, networkWords())
    case 'power':
      return buildPowerScene(view, powerWords(), choices.powerAxes)
  }
}

/** Title, legend, date and stamp around a drawing of the view. What was typed goes through the gate as well. */
export const exportFrame = (
  doc: MapDoc,
  { audience, info }: MapView,
  choices: Omit<ExportChoices, keyof DrawingChoices | 'audience'>,
  now: Date,
): PictureFrame => ({
  title: textFor(doc, audience, choices.title),
  subtitle: textFor(doc, audience, choices.subtitle),
  date: choices.date ? formatDate(now) : '',
  stamp: t(audience === 'team' ? 'export.stamp.team' : 'export.stamp.public'),
  legend: choices.legend ? legendWords(info.segmentNames) : null,
  width: choices.width,
  palette: LIGHT,
})

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

import { viewFor } from '../../src/audience/gate.ts'
import type { PublicChoices } from '../../src/audience/view.ts'
import { summaryOf } from '../../src/app/summary.ts'
import type { MapDoc } from '../../src/domain/records.ts'
import { layoutNetwork, type NetworkPlaces } from '../../src/drawing/network/networkLayout.ts'
import { buildNetworkScene } from '../../src/drawing/network/networkScene.ts'
import { buildPowerScene } from '../../src/drawing/power/powerScene.ts'
import { buildSpectrumScene } from '../../src/drawing/spectrumScene.ts'
import { svgMarkup } from '../../src/drawing/svgText.ts'
import { allyscopeJson } from '../../src/files/allyscopeJson.ts'
import { NETWORK_FORMATS, writeNetwork } from '../../src/files/networkFormats.ts'
import { networkWords } from '../../src/i18n/networkWords.ts'
import { powerWords } from '../../src/i18n/powerWords.ts'
import { sceneWords } from '../../src/i18n/sceneWords.ts'
import { CANVAS_VIEWS, POWER_AXES } from '../../src/store/viewSettings.ts'
import {
  type ExportChoices,
  exportFile,
  exportFileName,
  exportFrame,
  exportScene,
  exportView,
  showsTargets,
} from '../../src/views/export/exportModel.ts'
import { formatWords } from '../../src/views/export/formatWords.ts'

const NOW = new Date(2026, 10, 22)

/** A public picture as the export dialog makes it, with everything on it that can be. */
const PICTURE: Omit<ExportChoices, 'drawing'> = {
  audience: 'public',
  powerAxes: 'stance across',
  title: 'Title',
  subtitle: 'Subtitle',
  legend: true,
  date: true,
  targets: true,
  ties: true,
  width: 1920,
}

/** Everything that leaves the team, as text: each must be the same with and without hidden stakeholders. */
export function publicOutputs(
  doc: MapDoc,
  choices: PublicChoices,
): Readonly<Record<string, string>> {
  const view = viewFor(doc, 'public', choices)
  // Wherever a network is shown to the public its places are worked out from this view.
  const places = layoutNetwork(exportView(doc, 'public'), new Map())
  return {
    view: JSON.stringify(view),
    preview: JSON.stringify(
      buildSpectrumScene(viewFor(doc, 'public'), sceneWords(), { ties: true }),
    ),
    scene: JSON.stringify(buildSpectrumScene(view, sceneWords(), { ties: true })),
    networkPlaces: JSON.stringify([...places]),
    networkScene: JSON.stringify(buildNetworkScene(view, places, networkWords())),
    ...named(POWER_AXES, (axes) => [
      `power, ${axes}`,
      JSON.stringify(buildPowerScene(view, powerWords(), axes)),
    ]),
    ...named(CANVAS_VIEWS, (drawing) => [
      `picture of ${drawing}`,
      pictureOf(doc, places, { ...PICTURE, drawing, targets: choices.targets }),
    ]),
    ...named(NETWORK_FORMATS, (format) => [
      format.id,
      textOf(writeNetwork(format, view, places, formatWords(view.info.segmentNames))),
    ]),
    json: allyscopeJson.write(view),
    file: exportFile(doc, 'public'),
    fileName: exportFileName('public', '.png', NOW),
    thumbnail: JSON.stringify(summaryOf(doc)),
  }
}

const named = <T>(
  all: readonly T[],
  output: (one: T) => readonly [string, string],
): Record<string, string> => Object.fromEntries(all.map(output))

function pictureOf(doc: MapDoc, places: NetworkPlaces, chosen: ExportChoices): string {
  const view = exportView(doc, 'public', showsTargets(chosen))
  const scene = exportScene(view, chosen, places)
  return scene ? svgMarkup(scene, exportFrame(view, chosen, NOW)) : ''
}

/** Bytes as they are, a character each. */
const textOf = (content: string | Uint8Array): string =>
  typeof content === 'string' ? content : Buffer.from(content).toString('latin1')

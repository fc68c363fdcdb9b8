import { textFor, viewFor } from '../../src/audience/gate.ts'
import type { MapView, PublicChoices } from '../../src/audience/view.ts'
import { reviewOf } from '../../src/audience/review.ts'
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
import {
  CANVAS_VIEWS,
  type CanvasView,
  DEFAULT_VIEW,
  type Filter,
  NO_FILTER,
  POWER_AXES,
} from '../../src/store/viewSettings.ts'
import { tableCsv, tableXlsx } from '../../src/files/table/stakeholderTable.ts'
import {
  choicesFrom,
  type ExportChoices,
  NAMINGS,
  SUBJECTS,
} from '../../src/views/export/choices.ts'
import { exportFile, exportFileName, exportView } from '../../src/views/export/exportModel.ts'
import { formatWords } from '../../src/views/export/formatWords.ts'
import { pagesOf } from '../../src/views/export/pages.ts'
import { listedView } from '../../src/views/export/shownView.ts'
import { printedPages } from '../../src/views/print/printModel.ts'

const NOW = new Date(2026, 10, 22)

/** Public pages as the export dialog makes them, with everything on them that can be. */
const CHOSEN: ExportChoices = {
  ...choicesFrom(DEFAULT_VIEW),
  title: 'Title',
  subtitle: 'Subtitle',
  footer: 'Footer',
  ties: true,
}

/** A filter that people set in the team view: what it looks for may be hidden. */
const FILTER: Filter = { ...NO_FILTER, text: 'a', confidentiality: 'confidential' }

/**
 * Everything that leaves the team, as text: each must be the same with and without all that is confidential.
 * `as data` spares the two slow steps, which are given nothing but the data: laying out the network, and SVG markup.
 */
export function publicOutputs(
  doc: MapDoc,
  choices: PublicChoices,
  how: 'drawn' | 'as data' = 'drawn',
): Readonly<Record<string, string>> {
  const view = viewFor(doc, 'public', choices)
  const base = exportView(doc, 'public')
  // Wherever a network is shown to the public its places are worked out from this view.
  const places = how === 'drawn' ? layoutNetwork(base, new Map()) : inRow(base)
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
    ...named(SUBJECTS, (subject) => [
      `pages of ${subject}`,
      pagesIn(doc, places, how, choices, {
        ...CHOSEN,
        subjects: [subject],
        targets: choices.targets,
      }),
    ]),
    ...named(NAMINGS, (naming) => [
      `filtered, as ${naming}`,
      pagesIn(doc, places, 'as data', choices, {
        ...CHOSEN,
        subjects: SUBJECTS,
        filtered: true,
        naming,
      }),
    ]),
    ...tablesIn(doc, choices),
    ...named(NETWORK_FORMATS, (format) => [
      format.id,
      textOf(writeNetwork(format, view, places, formatWords(view.info.segmentNames))),
    ]),
    json: allyscopeJson.write(view),
    file: exportFile(doc, 'public', choices),
    plainFile: exportFile(doc, 'public'),
    review: JSON.stringify(reviewOf(doc, choices).view),
    ...named(CANVAS_VIEWS, (looked) => [`print of ${looked}`, printOf(doc, looked, places)]),
    // The map's own name, as the export dialog proposes it.
    title: textFor(doc, 'public', doc.info.name),
    fileName: exportFileName('public', '.png', NOW),
    listed: listedAs(doc),
  }
}

const inRow = (view: MapView): NetworkPlaces =>
  new Map(view.stakeholders.map(({ key }, index) => [key, { x: 90 * index, y: 7 * index }]))

/** What the list of maps shows of it. */
function listedAs(doc: MapDoc): string {
  const { counts, namesHidden } = summaryOf(doc)
  return JSON.stringify({ counts, name: namesHidden ? '' : doc.info.name })
}

const named = <T>(
  all: readonly T[],
  output: (one: T) => readonly [string, string],
): Record<string, string> => Object.fromEntries(all.map(output))

function pagesIn(
  doc: MapDoc,
  places: NetworkPlaces,
  how: 'drawn' | 'as data',
  tells: PublicChoices,
  chosen: ExportChoices,
): string {
  const parts = { doc, filter: FILTER, places, now: NOW, tells }
  const pages = pagesOf(parts, chosen)
  const pictures = pages.flatMap((page) => page.pictures ?? [])
  return how === 'drawn' ? pictures.map((one) => svgMarkup(one)).join('\n') : JSON.stringify(pages)
}

function tablesIn(doc: MapDoc, tells: PublicChoices): Record<string, string> {
  const view = listedView({ doc, filter: NO_FILTER }, CHOSEN, tells)
  return { csv: tableCsv(view), xlsx: textOf(tableXlsx(view, { sheet: 'Table' })) }
}

function printOf(doc: MapDoc, looked: CanvasView, places: NetworkPlaces): string {
  const settings = { ...DEFAULT_VIEW, filter: FILTER, view: looked, showTies: true }
  return JSON.stringify(printedPages(doc, settings, places, NOW))
}

/** Bytes as they are, a character each. */
const textOf = (content: string | Uint8Array): string =>
  typeof content === 'string' ? content : Buffer.from(content).toString('latin1')

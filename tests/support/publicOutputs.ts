import { viewFor } from '../../src/audience/gate.ts'
import type { PublicChoices } from '../../src/audience/view.ts'
import { summaryOf } from '../../src/app/summary.ts'
import type { MapDoc } from '../../src/domain/records.ts'
import { buildSpectrumScene } from '../../src/drawing/spectrumScene.ts'
import { svgMarkup } from '../../src/drawing/svgText.ts'
import { allyscopeJson } from '../../src/files/allyscopeJson.ts'
import { sceneWords } from '../../src/i18n/sceneWords.ts'
import {
  type ExportChoices,
  exportFile,
  exportFileName,
  exportFrame,
  exportScene,
  exportView,
} from '../../src/views/export/exportModel.ts'

const NOW = new Date(2026, 10, 22)

/** A public picture as the export dialog makes it, with everything on it that can be. */
const PICTURE: ExportChoices = {
  audience: 'public',
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
  const chosen = { ...PICTURE, targets: choices.targets }
  return {
    view: JSON.stringify(view),
    preview: JSON.stringify(
      buildSpectrumScene(viewFor(doc, 'public'), sceneWords(), { ties: true }),
    ),
    scene: JSON.stringify(buildSpectrumScene(view, sceneWords(), { ties: true })),
    svg: svgMarkup(exportScene(exportView(doc, chosen), chosen), exportFrame(chosen, NOW)),
    json: allyscopeJson.write(view),
    file: exportFile(doc, 'public'),
    fileName: exportFileName('public', '.png', NOW),
    thumbnail: JSON.stringify(summaryOf(doc)),
  }
}

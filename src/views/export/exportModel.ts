import { NOTHING_CHOSEN } from '../../audience/policy.ts'
import { viewFor } from '../../audience/gate.ts'
import type { Audience, MapView } from '../../audience/view.ts'
import type { MapDoc } from '../../domain/records.ts'
import { LIGHT } from '../../drawing/palette.ts'
import type { PictureFrame } from '../../drawing/pictureFrame.ts'
import { buildSpectrumScene, type SpectrumScene } from '../../drawing/spectrumScene.ts'
import { allyscopeJson } from '../../files/allyscopeJson.ts'
import { formatDate, t } from '../../i18n/i18n.ts'
import { sceneWords } from '../../i18n/sceneWords.ts'
import '../../i18n/parts/dialogs.ts'

/** What the user chose in the export dialog. */
export interface ExportChoices {
  readonly audience: Audience
  readonly title: string
  readonly subtitle: string
  readonly legend: boolean
  readonly date: boolean
  readonly targets: boolean
  readonly ties: boolean
  /** Pixels. */
  readonly width: number
}

/** The view that leaves the device: from the gate, with no more than was chosen. */
export const exportView = (doc: MapDoc, { audience, targets }: ExportChoices): MapView =>
  viewFor(doc, audience, { ...NOTHING_CHOSEN, targets })

export function exportScene(view: MapView, { ties, targets }: ExportChoices): SpectrumScene {
  const scene = buildSpectrumScene(view, sceneWords(), { ties })
  return targets ? scene : { ...scene, arrows: [] }
}

export const exportFrame = (choices: ExportChoices, now: Date): PictureFrame => ({
  title: choices.title,
  subtitle: choices.subtitle,
  date: choices.date ? formatDate(now) : '',
  stamp: t(choices.audience === 'team' ? 'export.stamp.team' : 'export.stamp.public'),
  legend: choices.legend
    ? {
        influence: t('legend.influence'),
        low: t('influence.low'),
        medium: t('influence.medium'),
        high: t('influence.high'),
        notSaid: t('influence.none'),
        target: t('legend.target'),
        confidential: t('legend.confidential'),
      }
    : null,
  width: choices.width,
  palette: LIGHT,
})

/** The map as our own file. A team copy is full; a public copy holds what the gate gives. */
export const exportFile = (doc: MapDoc, audience: Audience): string =>
  allyscopeJson.write(viewFor(doc, audience), audience === 'team' ? { mapId: doc.info.id } : {})

/** File names say the audience and the date, and nothing about the map. */
export function exportFileName(audience: Audience, extension: string, now: Date): string {
  const date = [now.getFullYear(), now.getMonth() + 1, now.getDate()]
    .map((part) => String(part).padStart(2, '0'))
    .join('-')
  return `allyscope-${audience}-${date}${extension}`
}

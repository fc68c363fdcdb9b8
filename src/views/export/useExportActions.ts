import { useState } from 'react'
import type { Audience, PublicChoices } from '../../audience/view.ts'
import type { Result } from '../../domain/result.ts'
import { type PngFailure, renderPng } from '../../drawing/png.ts'
import { t } from '../../i18n/i18n.ts'
import '../../i18n/parts/dialogs.ts'
import { useDoc } from '../../store/openMap.ts'
import { useServices } from '../services.ts'
import { saveBlob } from './download.ts'
import { exportFile, exportFileName } from './exportModel.ts'
import type { Picture } from './usePicture.ts'

/** Something to be saved, as it is in a file. */
export interface MadeFile {
  readonly content: BlobPart
  readonly extension: string
  readonly mediaType: string
}

/** Makes and hands over what was chosen; every outcome, good or bad, is a sentence. */
export function useExportActions(
  audience: Audience,
  tells: PublicChoices,
  picture: Picture | null,
) {
  const doc = useDoc()
  const services = useServices()
  const [busy, setBusy] = useState(false)
  const [outcome, setOutcome] = useState('')

  const run = (work: () => Promise<string>) => {
    setBusy(true)
    setOutcome('')
    void work()
      .catch(() => t('export.failed.unknown'))
      .then((said) => {
        setOutcome(said)
        setBusy(false)
      })
  }
  const draw = (work: (shown: Picture) => Promise<string>) => () => {
    if (picture) run(() => work(picture))
  }
  const save = ({ content, extension, mediaType }: MadeFile): string => {
    const name = exportFileName(audience, extension, services.now())
    saveBlob(new Blob([content], { type: mediaType }), name)
    return t('export.saved')
  }

  return {
    busy,
    outcome,
    savePng: draw(async (shown) => {
      const png = await pngOf(shown)
      if (!png.ok) return pngFailureWords(png.error)
      const saved = save({ content: png.value.blob, extension: '.png', mediaType: 'image/png' })
      return png.value.note || saved
    }),
    saveSvg: draw(async (shown) =>
      save({ content: await svgOf(shown), extension: '.svg', mediaType: 'image/svg+xml' }),
    ),
    copyPng: draw(async (shown) => {
      const png = await pngOf(shown)
      if (!png.ok) return pngFailureWords(png.error)
      try {
        await navigator.clipboard.write([new ClipboardItem({ 'image/png': png.value.blob })])
        return t('export.copied')
      } catch {
        return t('export.copyRefused')
      }
    }),
    saveFile: () =>
      run(() => {
        const content = exportFile(doc, audience, tells)
        const mediaType = 'application/json'
        const said = save({ content, extension: '.allyscope.json', mediaType })
        // A full copy is as good as a backup.
        if (audience === 'team')
          void services.reliability().then((r) => r.backups.wasSaved(doc, 'clear'))
        return Promise.resolve(said)
      }),
    /** Saves what is made when the time comes, such as a file in a format of another tool. */
    saveMade: (make: () => Promise<MadeFile>) => run(async () => save(await make())),
  }
}

async function svgOf({ scene, frame }: Picture): Promise<string> {
  const [{ svgMarkup }, { fontCssFor }] = await Promise.all([
    import('../../drawing/svgText.ts'),
    import('../../drawing/embeddedFonts.ts'),
  ])
  return svgMarkup(scene, frame, { fontCss: await fontCssFor(svgMarkup(scene, frame)) })
}

async function pngOf(picture: Picture): Promise<Result<{ blob: Blob; note: string }, PngFailure>> {
  const png = await renderPng(await svgOf(picture), picture.frame.width)
  if (!png.ok) return png
  const { blob, width, clamped } = png.value
  return { ok: true, value: { blob, note: clamped ? t('export.clamped', { width }) : '' } }
}

const FAILURES = {
  unreadable: 'export.failed.unreadable',
  'no canvas': 'export.failed.noCanvas',
  'not encoded': 'export.failed.noCanvas',
} as const satisfies Record<PngFailure, string>

const pngFailureWords = (failure: PngFailure): string => t(FAILURES[failure])

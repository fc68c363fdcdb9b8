import { useState } from 'react'
import { type PngFailure, renderPng } from '../../drawing/png.ts'
import type { Result } from '../../domain/result.ts'
import { t } from '../../i18n/i18n.ts'
import { useDoc } from '../../store/openMap.ts'
import { useServices } from '../services.ts'
import { saveBlob } from './download.ts'
import {
  type ExportChoices,
  exportFile,
  exportFileName,
  exportFrame,
  exportScene,
  exportView,
} from './exportModel.ts'
import '../../i18n/parts/dialogs.ts'

/** Makes and hands over what was chosen; every outcome, good or bad, is a sentence. */
export function useExportActions(choices: ExportChoices) {
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

  const makeSvg = async (): Promise<string> => {
    const [{ svgMarkup }, { fontCssFor }] = await Promise.all([
      import('../../drawing/svgText.ts'),
      import('../../drawing/embeddedFonts.ts'),
    ])
    const scene = exportScene(exportView(doc, choices), choices)
    const frame = exportFrame(choices, services.now())
    const bare = svgMarkup(scene, frame)
    return svgMarkup(scene, frame, { fontCss: await fontCssFor(bare) })
  }
  const makePng = async (): Promise<Result<{ blob: Blob; note: string }, PngFailure>> => {
    const picture = await renderPng(await makeSvg(), choices.width)
    if (!picture.ok) return picture
    const { blob, width, clamped } = picture.value
    return { ok: true, value: { blob, note: clamped ? t('export.clamped', { width }) : '' } }
  }
  const nameOf = (extension: string) => exportFileName(choices.audience, extension, services.now())

  return {
    busy,
    outcome,
    savePng: () =>
      run(async () => {
        const picture = await makePng()
        if (!picture.ok) return pngFailureWords(picture.error)
        saveBlob(picture.value.blob, nameOf('.png'))
        return picture.value.note || t('export.saved')
      }),
    saveSvg: () =>
      run(async () => {
        saveBlob(new Blob([await makeSvg()], { type: 'image/svg+xml' }), nameOf('.svg'))
        return t('export.saved')
      }),
    copyPng: () =>
      run(async () => {
        const picture = await makePng()
        if (!picture.ok) return pngFailureWords(picture.error)
        try {
          await navigator.clipboard.write([new ClipboardItem({ 'image/png': picture.value.blob })])
          return t('export.copied')
        } catch {
          return t('export.copyRefused')
        }
      }),
    saveFile: () =>
      run(async () => {
        const text = exportFile(doc, choices.audience)
        saveBlob(new Blob([text], { type: 'application/json' }), nameOf('.allyscope.json'))
        return Promise.resolve(t('export.saved'))
      }),
  }
}

const FAILURES = {
  unreadable: 'export.failed.unreadable',
  'no canvas': 'export.failed.noCanvas',
  'not encoded': 'export.failed.noCanvas',
} as const satisfies Record<PngFailure, string>

const pngFailureWords = (failure: PngFailure): string => t(FAILURES[failure])

import { useRef, useState } from 'react'
import { t } from '../../i18n/i18n.ts'
import '../../i18n/parts/export.ts'
import { useDoc } from '../../store/openMap.ts'
import { useServices } from '../services.ts'
import type { ExportChoices } from './choices.ts'
import { saveBlob } from './download.ts'
import { exportFile, exportFileName } from './exportModel.ts'
import type { MadeNote } from './makeFiles.ts'
import { noteWords } from './noteWords.ts'
import { listedView, namedPictures, type PageParts, pagesOf } from './pages.ts'
import { asOneFile } from './oneFile.ts'

/** Something to be saved, as it is in a file. */
export interface SavedContent {
  readonly content: BlobPart
  readonly extension: string
  readonly mediaType: string
}

/** Work under way: how far it is, 0 … 1. */
export interface Making {
  readonly done: number
  readonly cancel: () => void
}

/** Makes and hands over what was chosen; every outcome, good or bad, is a sentence. */
export function useExportActions(choices: ExportChoices, parts: PageParts) {
  const doc = useDoc()
  const services = useServices()
  const [making, setMaking] = useState<Making | null>(null)
  const [outcome, setOutcome] = useState<readonly string[]>([])
  const under = useRef<AbortController | null>(null)
  const { audience } = choices

  const run = (work: (signal: AbortSignal) => Promise<readonly string[]>) => {
    const stop = new AbortController()
    under.current = stop
    setMaking({ done: 0, cancel: () => stop.abort() })
    setOutcome([])
    void work(stop.signal)
      .catch(() => [t(stop.signal.aborted ? 'export.cancelled' : 'export.failed.unknown')])
      .then((said) => {
        setOutcome(said)
        setMaking(null)
      })
  }
  const handOver = (content: Blob, extension: string): string => {
    saveBlob(content, exportFileName(audience, extension, services.now()))
    return t('export.saved')
  }
  const save = ({ content, extension, mediaType }: SavedContent): string =>
    handOver(new Blob([content], { type: mediaType }), extension)
  const pictures = () => namedPictures(pagesOf(parts, choices))

  return {
    making,
    outcome,
    /** Everything that was chosen, as one file or as a zip. */
    saveChosen: () =>
      run(async (signal) => {
        const { makeFiles } = await import('./makeFiles.ts')
        const onProgress = (done: number) =>
          setMaking({ done, cancel: () => under.current?.abort() })
        const how = { signal, onProgress }
        const table = listedView(parts, choices, parts.tells)
        const { files, notes } = await makeFiles(pictures(), table, choices, how)
        const one = await asOneFile(files)
        const said = one ? [handOver(one.content, one.extension)] : []
        return [...said, ...notes.map(noteWords)]
      }),
    copyPng: (at: number) =>
      run(async () => {
        const picture = pictures()[at]
        if (!picture) return []
        const { pngStep } = await import('./makeFiles.ts')
        const problems: MadeNote[] = []
        // The clipboard is given a promise: it may be written only as long as the click is fresh.
        const drawn = pngStep(picture, choices.width).then((made) => {
          if (made.note) problems.push(made.note)
          if (made.ok) return made.value.content
          problems.push(made.error)
          throw new Error(made.error.code)
        })
        try {
          await navigator.clipboard.write([new ClipboardItem({ 'image/png': drawn })])
          return [t('export.copied'), ...problems.map(noteWords)]
        } catch {
          await drawn.catch(() => undefined)
          return problems.length ? problems.map(noteWords) : [t('export.copyRefused')]
        }
      }),
    saveFile: () =>
      run(() => {
        const content = exportFile(doc, audience, parts.tells)
        const mediaType = 'application/json'
        const said = save({ content, extension: '.allyscope.json', mediaType })
        // A full copy is as good as a backup.
        if (audience === 'team')
          void services.reliability().then((r) => r.backups.wasSaved(doc, 'clear'))
        return Promise.resolve([said])
      }),
    /** Saves what is made when the time comes, such as a file in a format of another tool. */
    saveMade: (make: () => Promise<SavedContent>) => run(async () => [save(await make())]),
  }
}

export type ExportActionsOf = ReturnType<typeof useExportActions>

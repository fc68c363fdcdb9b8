import { useEffect, useRef, useState } from 'react'
import { t } from '../../i18n/i18n.ts'
import '../../i18n/parts/export.ts'
import { useDoc } from '../../store/openMap.ts'
import { useServices } from '../services.ts'
import { printPages } from '../print/askedPages.ts'
import { copyToClipboard } from './copyToClipboard.ts'
import { type ExportChoices, isDrawn } from './choices.ts'
import { saveBlob } from './download.ts'
import { exportFile, exportFileName } from './exportModel.ts'
import { noteWords } from './noteWords.ts'
import { namedPictures, pageAt } from './pageFiles.ts'
import { type PageParts, pagesOf, type SubjectPages } from './pages.ts'
import { listedView } from './shownView.ts'
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
  // Who closes the dialog wants no file of it any more.
  useEffect(() => () => under.current?.abort(), [])
  const { audience } = choices

  const run = (work: (signal: AbortSignal) => Promise<readonly string[]>) => {
    const stop = new AbortController()
    under.current = stop
    setMaking({ done: 0, cancel: () => stop.abort() })
    setOutcome([])
    void work(stop.signal)
      .catch(() => [t(stop.signal.aborted ? 'export.cancelled' : 'export.failed.unknown')])
      .then((said) => {
        // Of several pages each may have the same to say.
        setOutcome([...new Set(said)])
        setMaking(null)
      })
  }
  const handOver = (content: Blob, extension: string): string => {
    saveBlob(content, exportFileName(audience, extension, services.now()))
    return t('export.saved')
  }
  const save = ({ content, extension, mediaType }: SavedContent): string =>
    handOver(new Blob([content], { type: mediaType }), extension)
  /** The pages as they are chosen now, whatever the preview shows; none as long as one is missing. */
  const wholePages = (): readonly SubjectPages[] | null => {
    const pages = pagesOf(parts, choices)
    return pages.some(({ pictures }) => pictures === null) ? null : pages
  }

  return {
    making,
    outcome,
    /** Everything that was chosen, as one file or as a zip. */
    saveChosen: () =>
      run(async (signal) => {
        const pages = choices.formats.some(isDrawn) ? wholePages() : []
        if (!pages) return [t('export.network.working')]
        const { makeFiles } = await import('./makeFiles.ts')
        const onProgress = (done: number) => setMaking((now) => now && { ...now, done })
        const how = { signal, onProgress }
        const table = listedView(parts, choices, parts.tells)
        const { files, notes } = await makeFiles(namedPictures(pages), table, choices, how)
        const one = await asOneFile(files)
        signal.throwIfAborted()
        const said = one ? [handOver(one.content, one.extension)] : []
        return [...said, ...notes.map(noteWords)]
      }),
    copyPng: (turned: number) =>
      run((signal) => {
        const pages = wholePages()
        const picture = pages && namedPictures(pages)[pageAt(pages, turned).at]
        if (!picture) return Promise.resolve([t('export.network.working')])
        return copyToClipboard(picture, choices.width, signal)
      }),
    /** Hands the pages to the browser's own print dialog. */
    print: () => {
      const pages = wholePages()
      if (!pages) {
        setOutcome([t('export.network.working')])
        return
      }
      const { sheet, orientation } = choices
      printPages(doc, { pictures: namedPictures(pages), sheet, orientation })
    },
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
    saveMade: (make: () => Promise<SavedContent>) =>
      run(async (signal) => {
        const made = await make()
        signal.throwIfAborted()
        return [save(made)]
      }),
  }
}

export type ExportActionsOf = ReturnType<typeof useExportActions>

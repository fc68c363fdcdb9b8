import { t } from '../../i18n/i18n.ts'
import '../../i18n/parts/export.ts'
import type { MadeNote, NamedPicture } from './makeFiles.ts'
import { noteWords } from './noteWords.ts'

/**
 * Puts a picture on the clipboard as PNG, `width` px on its longer side, and says how it went. Rejects when it is called
 * off. It must be called in the very event of a click: the clipboard is given a promise, because browsers let it be written
 * only as long as the click is fresh.
 */
export async function copyToClipboard(
  picture: NamedPicture,
  width: number,
  signal: AbortSignal,
): Promise<readonly string[]> {
  const problems: MadeNote[] = []
  const drawn = import('./makeFiles.ts')
    .then(({ pngStep }) => pngStep(picture, width))
    .then((made) => {
      signal.throwIfAborted()
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
    signal.throwIfAborted()
    return problems.length ? problems.map(noteWords) : [t('export.copyRefused')]
  }
}

import type { Subject } from './choices.ts'
import type { NamedPicture } from './makeFiles.ts'
import type { SubjectPages } from './pages.ts'

/** Pages in a row, each with a name of ours for a file of its own. */
export const namedPictures = (pages: readonly SubjectPages[]): NamedPicture[] =>
  pages.flatMap(({ subject, pictures }) =>
    (pictures ?? []).map((picture, i, all) => ({
      name:
        all.length > 1 ? `${FILE_NAMES[subject]}-${numberIn(i, all.length)}` : FILE_NAMES[subject],
      picture,
    })),
  )

/** So that files sort as their pages do. */
const numberIn = (index: number, count: number): string =>
  String(index + 1).padStart(String(count).length, '0')

const FILE_NAMES: Readonly<Record<Subject, string>> = {
  spectrum: 'spectrum',
  network: 'network',
  power: 'power',
  table: 'table',
  blankPie: 'blank-half-pie',
  worksheets: 'worksheet',
}

/**
 * The page that is turned to, or the last one when there are fewer by now; the subject that it belongs to, and how many
 * there are.
 */
export function pageAt(
  pages: readonly SubjectPages[],
  turned: number,
): { readonly at: number; readonly of: SubjectPages | undefined; readonly count: number } {
  const all = pages.flatMap((one) => (one.pictures ?? [null]).map(() => one))
  const at = Math.max(0, Math.min(turned, all.length - 1))
  return { at, of: all[at], count: all.length }
}

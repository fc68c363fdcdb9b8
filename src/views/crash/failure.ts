import { t } from '../../i18n/i18n.ts'
import '../../i18n/parts/crash.ts'
import type { SaveState } from '../services.ts'

/** Parts of the page that can fail alone. */
export type CrashedPart =
  | 'spectrum'
  | 'network'
  | 'power'
  | 'panel'
  | 'tray'
  | 'dialog'
  | 'wall'
  | 'present'

/** A bug that somebody met: in a part, in the whole page, or in a step that was not drawing. */
export interface Failure {
  readonly what: CrashedPart | 'app' | 'step'
  readonly error: unknown
}

const NOT_LOADED = /dynamically imported module|Importing a module script|preload CSS/i

/** The code of a part did not come: the browser says so in its own words. */
const isNotLoaded = (error: unknown): boolean =>
  error instanceof Error && NOT_LOADED.test(error.message)

/** What has happened, in a sentence. */
export const failureWords = ({ what, error }: Failure): string =>
  t(isNotLoaded(error) ? 'crash.loading' : `crash.${what}`)

/** What has become of the map; never more than is known. */
export function mapStateWords({ status }: SaveState, hasMap: boolean): string {
  if (!hasMap) return t('crash.mapsSafe')
  if (status === 'not saved') return t('crash.mapNotSaved')
  return t(status === 'saving' ? 'crash.mapSaving' : 'crash.mapSaved')
}

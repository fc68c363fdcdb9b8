import type { MapChanges } from '../../domain/compareMaps.ts'
import { type MessageKey, t } from '../../i18n/i18n.ts'
import '../../i18n/parts/points.ts'
import { mapFieldName } from './pointWords.ts'

/** "1 stakeholder was added"; null when it was nobody. */
const counted = (key: MessageKey, { length: count }: { readonly length: number }): string | null =>
  count === 0 ? null : t(key, { count })

/** What has happened to stakeholders, a heading for each sort of change; null where there is none. */
export const stakeholderHeadings = ({ added, removed, moved, edited }: MapChanges) => ({
  added: counted('points.added', added),
  removed: counted('points.removed', removed),
  moved: counted('points.moved', moved),
  edited: counted('points.edited', edited),
})

/** What has happened to everything else. */
export const otherChanges = ({ ties, words, map }: MapChanges): string[] =>
  [
    counted('points.ties.added', ties.added),
    counted('points.ties.removed', ties.removed),
    counted('points.ties.edited', ties.edited),
    counted('points.words', { length: words }),
    ...map.map((field) => t('points.map', { field: mapFieldName(field) })),
  ].filter((line) => line !== null)

/** Everything that has happened, in short; empty when nothing has. */
export const changesInShort = (changes: MapChanges): string[] => [
  ...Object.values(stakeholderHeadings(changes)).filter((line) => line !== null),
  ...otherChanges(changes),
]

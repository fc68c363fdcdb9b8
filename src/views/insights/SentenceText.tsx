import { createElement, useState } from 'react'
import type { Run, Sentence } from '../../editing/insightSentence.ts'
import { t } from '../../i18n/i18n.ts'
import '../../i18n/parts/insights.ts'

/** A sentence about the map, with the names in it standing out. */
export const SentenceText = ({ sentence: { runs } }: { sentence: Sentence }) =>
  // As children in their places: the words of a sentence have no keys.
  createElement('p', { className: 'insight-text' }, ...runs.map(stretchOf))

const stretchOf = ({ text, own }: Run) =>
  own ? (
    <b>
      <bdi>{text}</bdi>
    </b>
  ) : (
    text
  )

/** Everybody that a sentence cuts short. */
export function Everybody({ of }: { of: Sentence['everybody'] }) {
  const [open, setOpen] = useState(false)
  return (
    <details className="insight-fold" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{t('insight.all', { count: of.length })}</summary>
      {open && (
        <ul className="insight-names">
          {of.map(({ key, name }) => (
            <li key={key}>
              <bdi>{name}</bdi>
            </li>
          ))}
        </ul>
      )}
    </details>
  )
}

import { useId, useState } from 'react'
import type { Difference, Side } from '../../domain/merge/rules.ts'
import { t } from '../../i18n/i18n.ts'
import { isLongText, isOnlyIn, type Said } from './fieldWords.ts'
import { ReadAll } from './ReadAll.tsx'
import './mergeField.css'
import '../../i18n/parts/merge.ts'

interface FieldChoiceProps {
  name: string
  /** Of whom or what: for those who hear one field alone. */
  of: string
  difference: Difference
  mine: Said
  theirs: Said
  side: Side
  onChoose: (side: Side) => void
}

/** One field with what both copies say; arrow keys choose. */
export function FieldChoice({
  name,
  of,
  difference,
  mine,
  theirs,
  side,
  onChoose,
}: FieldChoiceProps) {
  const group = useId()
  const [isWhole, setWhole] = useState(false)
  const isLong = [mine, theirs].some(isLongText)
  const option = (value: Side, label: string, said: Said, other: Said) => (
    <label className={`merge-side merge-${value}`}>
      <input
        type="radio"
        name={group}
        value={value}
        autoComplete="off"
        checked={side === value}
        onChange={() => onChoose(value)}
      />
      <span className="merge-said">
        <span className="merge-whose">{label} </span>
        {value !== 'both' && <SaidWords said={said} other={other} />}
      </span>
    </label>
  )
  return (
    <fieldset
      aria-label={t('merge.field', { field: name, of })}
      className={isLong && !isWhole ? 'merge-field merge-clipped' : 'merge-field'}
    >
      <legend>{name}</legend>
      <div className="merge-sides">
        {option('mine', t('merge.mine'), mine, theirs)}
        {option('theirs', t('merge.theirs'), theirs, mine)}
        {difference.canJoin && option('both', t('merge.both'), null, null)}
      </div>
      {difference.loosens && <p className="merge-note">{t('merge.loosens')}</p>}
      {isLong && <ReadAll isWhole={isWhole} onChange={setWhole} />}
    </fieldset>
  )
}

/** A text, or words one by one, with those that the other side lacks standing out. */
function SaidWords({ said, other }: { said: Said; other: Said }) {
  if (said === null) return <span className="merge-nothing">{t('merge.nothing')}</span>
  if (typeof said === 'string') {
    return (
      <bdi className="merge-text" dir="auto">
        {said}
      </bdi>
    )
  }
  return (
    <span className="merge-words">
      {said.map((word) => (
        <bdi key={word} className={isOnlyIn(word, other) ? 'merge-word merge-only' : 'merge-word'}>
          {word}
        </bdi>
      ))}
    </span>
  )
}

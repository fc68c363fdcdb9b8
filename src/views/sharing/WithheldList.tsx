import { type ReactNode, useEffect, useRef } from 'react'
import type { Review, WithheldText } from '../../audience/review.ts'
import { segmentOf } from '../../domain/spectrum.ts'
import { formatNumber, t } from '../../i18n/i18n.ts'
import '../../i18n/parts/sharing.ts'
import { segmentName } from '../../i18n/terms.ts'
import { tieSentence } from '../../i18n/tieTerms.ts'
import { useDoc } from '../../store/openMap.ts'
import { placeWords } from './placeWords.ts'

/** What the public is not told, and why. Confidential names all over: only ever shown when asked for. */
export function WithheldList({ review }: { review: Review }) {
  const { hidden, ties, texts, hints, atPublicStance, cautions } = review.withheld
  const { segmentNames } = useDoc().info
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  const isEmpty = [hidden, ties, texts, hints, atPublicStance, cautions].every(
    ({ length }) => length === 0,
  )
  return (
    <section className="review-part review-withheld" aria-label={t('sharing.withheld')}>
      <h3 ref={heading} tabIndex={-1}>
        {t('sharing.withheld')}
      </h3>
      {isEmpty && <p>{t('sharing.withheld.nothing')}</p>}
      <Reasons title={t('sharing.cautions.title')} hint={t('sharing.cautions.hint')}>
        {cautions.map(({ name, mentions }) => t('sharing.cautions.one', { name, word: mentions }))}
      </Reasons>
      <Reasons title={t('sharing.hints.title')} hint={t('sharing.hints.hint')}>
        {hints.map((hint) => quoted(hint, 'sharing.hints.one'))}
      </Reasons>
      <Reasons title={t('sharing.hidden')}>{hidden}</Reasons>
      <Reasons title={t('sharing.atPublicStance')}>
        {atPublicStance.map(({ name, publicStance }) =>
          t('sharing.atPublicStance.one', {
            name,
            segment: segmentName(segmentOf(publicStance), segmentNames),
          }),
        )}
      </Reasons>
      <Reasons title={t('sharing.textsTitle')}>
        {texts.map((text) => quoted(text, 'sharing.texts.one'))}
      </Reasons>
      <Reasons title={t('sharing.ties')}>
        {ties.map((tie) =>
          t(tie.because === 'confidential' ? 'sharing.ties.confidential' : 'sharing.ties.hidden', {
            tie: tieSentence(tie, tie.from, tie.to),
          }),
        )}
      </Reasons>
    </section>
  )
}

const quoted = (
  { place, text, mentions }: WithheldText,
  sentence: 'sharing.texts.one' | 'sharing.hints.one',
) => (
  <>
    {t(sentence, { place: placeWords(place), word: mentions })}
    <q className="review-quote" dir="auto">
      {text}
    </q>
  </>
)

interface ReasonsProps {
  title: string
  hint?: string
  children: readonly ReactNode[]
}

/** One kind of things withheld; nothing when there are none. */
function Reasons({ title, hint, children }: ReasonsProps) {
  if (children.length === 0) return null
  return (
    <section className="review-group" aria-label={title}>
      <h4>
        {title} <span className="count">{formatNumber(children.length)}</span>
      </h4>
      {hint && <p className="review-hint">{hint}</p>}
      <ul className="review-reasons">
        {children.map((one, index) => (
          // The list is as it is: nothing in it moves or changes.
          // eslint-disable-next-line react/no-array-index-key
          <li key={index} dir="auto">
            {one}
          </li>
        ))}
      </ul>
    </section>
  )
}

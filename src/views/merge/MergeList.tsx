import { type ComponentProps, useEffect, useRef, useState } from 'react'
import { type Choices, isAdded } from '../../domain/merge/choices.ts'
import { t } from '../../i18n/i18n.ts'
import { Button } from '../../ui/Button.tsx'
import { ItemCard } from './ItemCard.tsx'
import type { MergeItem } from './mergeItems.ts'
import '../../i18n/parts/merge.ts'

/** How many entries are drawn at first, and more at a time. */
const PART = 40

interface MergeListProps extends Omit<
  ComponentProps<typeof ItemCard>,
  'item' | 'chosen' | 'isChosen' | 'names'
> {
  items: readonly MergeItem[]
  choices: Choices
}

/** A long list in parts: the next one is drawn when its end comes into sight, or at the press of a button. */
export function MergeList({ items, choices, ...rest }: MergeListProps) {
  const [drawn, setDrawn] = useState(PART)
  const end = useRef<HTMLDivElement>(null)
  const left = items.length - drawn
  useEffect(() => {
    const mark = end.current
    if (left <= 0 || !mark || !('IntersectionObserver' in globalThis)) return
    const watch = new IntersectionObserver(
      (entries) => {
        if (entries.some(({ isIntersecting }) => isIntersecting)) setDrawn(drawn + PART)
      },
      { rootMargin: '100%' },
    )
    watch.observe(mark)
    return () => watch.disconnect()
  }, [left, drawn])
  return (
    <>
      <ul className="merge-list">
        {items.slice(0, drawn).map((item) => (
          <ItemCard
            key={item.key}
            item={item}
            chosen={choices.sides.get(item.key)}
            isChosen={
              item.kind === 'pair' || item.kind === 'single'
                ? choices.who.has(item.key)
                : isAdded(choices, item.key)
            }
            names={rest.doc.info.segmentNames}
            {...rest}
          />
        ))}
      </ul>
      {left > 0 && (
        <div ref={end} className="merge-more">
          <Button onClick={() => setDrawn(drawn + PART)}>
            {t('merge.more', { count: Math.min(PART, left) })}
          </Button>
        </div>
      )}
    </>
  )
}

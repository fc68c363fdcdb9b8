import { useMemo, useState } from 'react'
import {
  type Choices,
  countsOf,
  NOTHING_DECIDED,
  type Wish,
  withAdded,
  withAll,
  withFields,
  withSide,
  withWho,
} from '../../domain/merge/choices.ts'
import { compareCopies } from '../../domain/merge/compare.ts'
import type { FileCopy } from '../../domain/merge/copy.ts'
import type { MapDoc } from '../../domain/records.ts'
import { type Filter, FILTERS, isIn, itemsOf, numbersOf } from './mergeItems.ts'
import type { Choosing } from './PersonCard.tsx'

/** A merge while it is being decided about: nothing of the map changes. */
export function useMerge(doc: MapDoc, file: FileCopy) {
  const [choices, setChoices] = useState<Choices>(NOTHING_DECIDED)
  /** Who was in the part of the list when it was opened stays in it, whatever is chosen there. */
  const [part, setPart] = useState<{ filter: Filter; keys: ReadonlySet<string> | null }>({
    filter: 'all',
    keys: null,
  })
  const comparison = useMemo(() => compareCopies(doc, file, choices.who), [doc, file, choices.who])
  const items = useMemo(() => itemsOf(comparison), [comparison])
  const counts = useMemo(
    () =>
      new Map(FILTERS.map((filter) => [filter, items.filter((item) => isIn(filter, item)).length])),
    [items],
  )
  const shown = useMemo(
    () => items.filter((item) => (part.keys ? part.keys.has(item.key) : isIn('all', item))),
    [items, part],
  )
  const choosing = useMemo(
    (): Choosing => ({
      side: (key, field, side) => setChoices((now) => withSide(now, key, field, side)),
      fields: (key, differences, wish) =>
        setChoices((now) => withFields(now, key, differences, wish)),
      who: (key, who) => setChoices((now) => withWho(now, key, who)),
      added: (key, isAdded) => setChoices((now) => withAdded(now, key, isAdded)),
    }),
    [],
  )
  const wishAll = (wish: Wish) => {
    const keys = new Set(shown.map(({ key }) => key))
    setChoices((now) => withAll(now, comparison, wish, (key) => keys.has(key)))
  }
  const show = (filter: Filter) =>
    setPart({
      filter,
      keys:
        filter === 'all'
          ? null
          : new Set(items.flatMap((item) => (isIn(filter, item) ? [item.key] : []))),
    })
  return {
    choices,
    comparison,
    shown,
    filter: part.filter,
    counts,
    numbers: numbersOf(comparison, choices),
    changes: countsOf(comparison, choices),
    choosing,
    wishAll,
    show,
  }
}

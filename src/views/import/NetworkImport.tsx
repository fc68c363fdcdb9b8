import { useMemo, useState } from 'react'
import { type ImportCounts, importCounts } from '../../domain/commands/importing.ts'
import { importApart, leavesPlaces } from '../../editing/placeApart.ts'
import { useChange } from '../../editing/useChange.ts'
import type { NetworkFiles } from '../../files/network/networkFiles.ts'
import { withOutside } from '../../files/network/plan.ts'
import { t } from '../../i18n/i18n.ts'
import { useDoc, useMapState } from '../../store/openMap.ts'
import { announce } from '../../ui/announcer.tsx'
import { Button } from '../../ui/Button.tsx'
import { Checkbox } from '../../ui/fields.tsx'
import { NetworkPreview } from './NetworkPreview.tsx'
import { amountWords, nameList, unknownWords } from './planWords.ts'
import { type WhoIsKnown, whoIsKnown } from './whoIsKnown.ts'
import '../../i18n/parts/exchange.ts'

interface NetworkImportProps {
  content: NetworkFiles
  onClose: () => void
}

/** Adds a network to the open map: with those it has already, and with those whom only ties name. */
export function NetworkImport({ content, onClose }: NetworkImportProps) {
  const { plan } = content
  const change = useChange()
  const doc = useDoc()
  const readOnly = useMapState((state) => state.readOnly)
  const who = useMemo(() => whoIsKnown(doc.stakeholders.values(), plan), [doc, plan])
  const [usesKnown, setUsesKnown] = useState(true)
  // A file of nothing but ties is of no use on a map that has none of its names.
  const [addsOutside, setAddsOutside] = useState(
    plan.import.stakeholders.length + who.outside.size === 0,
  )
  const file = useMemo(
    () => (addsOutside ? withOutside(plan.import, who.unknown) : plan.import),
    [addsOutside, plan, who],
  )
  const known = useMemo(
    () => (usesKnown ? new Map([...who.inside, ...who.outside]) : who.outside),
    [usesKnown, who],
  )
  const counts = useMemo(() => importCounts(doc, file, known), [doc, file, known])
  const amount = amountWords(counts.stakeholders, counts.ties)
  const isEmpty = counts.stakeholders + counts.ties === 0
  const confirm = () => {
    const done = change(importApart(file, known), { action: 'import', stakeholders: [] })
    if (!done) return
    announce(t('exchange.imported', { what: amount }))
    onClose()
  }
  const notes = [
    ...noteWords(who, counts),
    ...(leavesPlaces(doc, file) ? [t('exchange.places.left')] : []),
  ]
  return (
    <NetworkPreview
      content={content}
      action={
        <Button look="primary" disabled={readOnly || isEmpty} onClick={confirm}>
          {isEmpty ? t('exchange.nothing') : t('exchange.import', { what: amount })}
        </Button>
      }
    >
      {who.inside.size > 0 && (
        <Checkbox
          label={t('exchange.useKnown')}
          checked={usesKnown}
          onChange={setUsesKnown}
          hint={t('exchange.again', { count: who.inside.size, names: nameList(who.insideNames) })}
        />
      )}
      {who.unknown.length > 0 && (
        <Checkbox
          label={t('exchange.outside.add', { count: who.unknown.length })}
          checked={addsOutside}
          onChange={setAddsOutside}
          hint={unknownWords(who.unknown)}
        />
      )}
      {notes.length > 0 && (
        <ul className="import-notes">
          {notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      )}
    </NetworkPreview>
  )
}

/** What becomes of ties whose ends are not both in the file. */
const noteWords = ({ outside, ambiguous }: WhoIsKnown, counts: ImportCounts): string[] => [
  ...(outside.size > 0 ? [t('exchange.outside.found', { count: outside.size })] : []),
  ...(ambiguous.length > 0
    ? [
        t('exchange.outside.ambiguous', {
          count: ambiguous.length,
          names: nameList(ambiguous.map(({ name }) => name)),
        }),
      ]
    : []),
  ...(counts.tiesLoose > 0 ? [t('exchange.loose', { count: counts.tiesLoose })] : []),
  ...(counts.tiesThere > 0 ? [t('exchange.tiesThere', { count: counts.tiesThere })] : []),
]

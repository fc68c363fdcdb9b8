import { memo } from 'react'
import { type FieldChoices, SECTORS } from '../../domain/merge/choices.ts'
import type { TieFacts } from '../../domain/merge/tieRules.ts'
import type { MapDoc, SegmentNames, Stakeholder } from '../../domain/records.ts'
import { isolated } from '../../i18n/direction.ts'
import { formatList, t } from '../../i18n/i18n.ts'
import { strengthName } from '../../i18n/tieTerms.ts'
import { Checkbox } from '../../ui/fields.tsx'
import { Fields } from './Fields.tsx'
import {
  mapFieldName,
  mapSaid,
  type NameOfEnd,
  textSaid,
  tieFieldName,
  tieSaid,
  tieWords,
} from './fieldWords.ts'
import { MergeCard } from './MergeCard.tsx'
import type { MergeItem } from './mergeItems.ts'
import { type Choosing, PersonCard } from './PersonCard.tsx'
import '../../i18n/parts/dialogs.ts'
import '../../i18n/parts/merge.ts'
import '../../i18n/parts/network.ts'

interface ItemCardProps {
  item: MergeItem
  chosen: FieldChoices | undefined
  /** For somebody: it was said who that is. For what only the file has: it is added. */
  isChosen: boolean
  doc: MapDoc
  free: readonly Stakeholder[]
  names: SegmentNames
  nameOfEnd: NameOfEnd
  choosing: Choosing
}

/** One entry, whatever it is about. Only those that change are drawn again. */
export const ItemCard = memo(function ItemCard(props: ItemCardProps) {
  const { item, chosen, isChosen, nameOfEnd, choosing } = props
  const choose = (field: string, side: Parameters<Choosing['side']>[2]) =>
    choosing.side(item.key, field, side)
  switch (item.kind) {
    case 'pair':
    case 'single': {
      const { doc, free, names } = props
      return (
        <PersonCard
          person={item.kind === 'pair' ? item.pair : item.single}
          chosen={chosen}
          isDecided={isChosen}
          doc={doc}
          free={free}
          names={names}
          choosing={choosing}
        />
      )
    }
    case 'map': {
      const { mine, theirs, differences } = item.map
      const title = t('merge.map')
      return (
        <MergeCard title={title} look="pair">
          <Fields
            of={title}
            differences={differences}
            nameOf={mapFieldName}
            mine={(field) => mapSaid(field, mine)}
            theirs={(field) => mapSaid(field, theirs)}
            chosen={chosen}
            onChoose={choose}
          />
        </MergeCard>
      )
    }
    case 'tie': {
      const { facts, theirs, differences } = item.pair
      const title = tieWords(facts, nameOfEnd)
      return (
        <MergeCard title={title} look="pair">
          <Fields
            of={title}
            differences={differences}
            nameOf={tieFieldName}
            mine={(field) => tieSaid(field, facts, nameOfEnd)}
            theirs={(field) => tieSaid(field, theirs, nameOfEnd)}
            chosen={chosen}
            onChoose={choose}
          />
        </MergeCard>
      )
    }
    case 'new tie': {
      const { theirs } = item.tie
      return (
        <MergeCard title={tieWords(theirs, nameOfEnd)} look={isChosen ? 'new' : 'out'}>
          <Checkbox
            label={t('merge.tie.add')}
            checked={isChosen}
            onChange={(isAdded) => choosing.added(item.key, isAdded)}
            hint={newTieWords(theirs)}
          />
        </MergeCard>
      )
    }
    case 'words':
      return (
        <MergeCard
          title={t(item.key === SECTORS ? 'settings.sectors' : 'settings.resources')}
          look={isChosen ? 'new' : 'out'}
        >
          <Checkbox
            label={t('merge.words.add')}
            checked={isChosen}
            onChange={(isAdded) => choosing.added(item.key, isAdded)}
            hint={formatList(item.words.map(isolated))}
          />
        </MergeCard>
      )
  }
})

/** What else the file says of a tie that only it has. */
const newTieWords = ({ strength, confidentiality, notes }: TieFacts): string =>
  [
    t('merge.tie.strength', { strength: strengthName(strength) }),
    confidentiality === 'confidential' ? t('tie.confidential') : '',
    textSaid(notes) ?? '',
  ]
    .filter((words) => words !== '')
    .join(' · ')

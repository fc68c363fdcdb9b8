import { confidentialityOfNamesakes, isConfidential, isHidden } from '../../domain/hidden.ts'
import type { FieldChoices, Wish } from '../../domain/merge/choices.ts'
import type { Pair, Single } from '../../domain/merge/compare.ts'
import type { Who } from '../../domain/merge/identities.ts'
import type { Difference, Side } from '../../domain/merge/rules.ts'
import type { MapDoc, SegmentNames, Stakeholder } from '../../domain/records.ts'
import { asWritten, isolated } from '../../i18n/direction.ts'
import { t } from '../../i18n/i18n.ts'
import { MergeCard } from './MergeCard.tsx'
import { Fields } from './Fields.tsx'
import { fieldName, fieldSaid } from './fieldWords.ts'
import { NewcomerFacts } from './NewcomerFacts.tsx'
import { WhoField } from './WhoField.tsx'
import '../../i18n/parts/merge.ts'

/** What a card may ask for; everything goes by the file's ids. */
export interface Choosing {
  readonly side: (key: string, field: string, side: Side) => void
  readonly fields: (key: string, differences: readonly Difference[], wish: Wish) => void
  readonly who: (key: string, who: Who) => void
  readonly added: (key: string, isAdded: boolean) => void
}

interface PersonCardProps {
  person: Pair | Single
  chosen: FieldChoices | undefined
  isDecided: boolean
  doc: MapDoc
  free: readonly Stakeholder[]
  names: SegmentNames
  choosing: Choosing
}

/** Somebody of the file: who that is on the map, and what differs. */
export function PersonCard({
  person,
  chosen,
  isDecided,
  doc,
  free,
  names,
  choosing,
}: PersonCardProps) {
  const { id, identity, theirs } = person
  const pair = 'mine' in person ? person : null
  const name = pair?.mine.name ?? theirs.name
  const notes = noteWords(person, isDecided, doc)
  return (
    <MergeCard
      title={asWritten(name)}
      look={pair ? 'pair' : identity.who === 'new' ? 'new' : 'out'}
      {...(pair && pair.differences.length > 1
        ? { onWish: (wish: Wish) => choosing.fields(id, pair.differences, wish) }
        : {})}
      aside={
        <WhoField
          name={theirs.name}
          identity={identity}
          isDecided={isDecided}
          doc={doc}
          free={free}
          names={names}
          onChoose={(who) => choosing.who(id, who)}
        />
      }
    >
      {notes.map((note) => (
        <p key={note} className="merge-note">
          {note}
        </p>
      ))}
      {pair ? (
        <Fields
          of={name}
          differences={pair.differences}
          nameOf={fieldName}
          mine={(field) => fieldSaid(field, pair.facts, names)}
          theirs={(field) => fieldSaid(field, theirs, names)}
          chosen={chosen}
          onChoose={(field, side) => choosing.side(id, field, side)}
        />
      ) : (
        <NewcomerFacts facts={theirs} names={names} />
      )}
    </MergeCard>
  )
}

/** How this one was recognised, where that may be wrong. */
function noteWords(person: Pair | Single, isDecided: boolean, doc: MapDoc): string[] {
  const { identity, theirs } = person
  if (!('mine' in person)) {
    const isOpen = identity.who === 'out' && identity.candidates.length > 0 && !isDecided
    const comesHidden =
      identity.who === 'new' &&
      !isHidden(theirs) &&
      isHidden({ confidentiality: beginsAs(doc)(theirs.name, theirs.confidentiality) })
    return [
      ...(isOpen ? [t('merge.note.unsure')] : []),
      ...(comesHidden ? [t('merge.note.hidden')] : []),
    ]
  }
  const like = person.namedLike === null ? undefined : doc.stakeholders.get(person.namedLike)
  return [
    ...(identity.by === 'name' && !isDecided ? [t('merge.note.name')] : []),
    ...(like ? [t('merge.note.namedLike', { name: isolated(theirs.name) })] : []),
    ...(person.differences.length === 0 ? [t('merge.note.same')] : []),
  ]
}

const beginsAs = (doc: MapDoc) => confidentialityOfNamesakes(doc, isConfidential)

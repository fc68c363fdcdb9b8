import type {
  Direction,
  MapDoc,
  Relationship,
  RelationshipKind,
  SegmentIndex,
  Stakeholder,
} from '../domain/records.ts'
import { SEGMENTS } from '../domain/spectrum.ts'
import { isHidden } from '../domain/hidden.ts'
import { wordsOf } from './confidentialWords.ts'
import { hiddenWords, publicView } from './gate.ts'
import type { MapView, PublicChoices } from './view.ts'

/** Where a text stands that is withheld. */
export type TextPlace =
  | { readonly kind: 'map name' | 'we' | 'goal' }
  | { readonly kind: 'segment'; readonly segment: SegmentIndex }
  | { readonly kind: 'sector' | 'resource' }
  | { readonly kind: 'tag' | 'description'; readonly of: string }
  | { readonly kind: 'tie'; readonly from: string; readonly to: string }

export interface WithheldText {
  readonly place: TextPlace
  readonly text: string
  /** The name or alias that it mentions. */
  readonly mentions: string
}

export interface WithheldTie {
  readonly from: string
  readonly to: string
  readonly kind: RelationshipKind
  readonly label: string
  readonly direction: Direction
  readonly because: 'confidential' | 'somebody hidden'
}

/** What the public is not told, and why. Full of confidential names. */
export interface Withheld {
  readonly hidden: readonly string[]
  readonly ties: readonly WithheldTie[]
  readonly texts: readonly WithheldText[]
  /** Texts that are shown though they have a part of a hidden person's name in them. */
  readonly hints: readonly WithheldText[]
  /** Who is shown, at another stance than the real one. */
  readonly atPublicStance: readonly { readonly name: string; readonly publicStance: number }[]
  /** Visible names that themselves mention somebody hidden: a card without a name would be useless, so they stay. */
  readonly cautions: readonly { readonly name: string; readonly mentions: string }[]
}

export interface Review {
  /** What a public output with these choices carries. */
  readonly view: MapView<'public'>
  readonly withheld: Withheld
}

/**
 * What to look through before a map is shared: what a public output tells, and everything that it leaves out.
 * For the team's eyes: `withheld` is never part of an output, and `view` alone may be shown to anybody.
 */
export function reviewOf(doc: MapDoc, choices: PublicChoices): Review {
  const { view, stakeholders: visible } = publicView(doc, choices)
  const { mentionedIn } = hiddenWords(doc)
  const people = [...doc.stakeholders.values()]
  const { mentionedIn: hintedAt } = wordsOf(partsOfNames(people.filter(isHidden)))
  const texts = textsOf(doc, visible, choices)
  return {
    view,
    withheld: {
      hidden: people.filter(isHidden).map(({ name }) => name),
      ties: withheldTies(doc),
      texts: texts.flatMap(({ place, text }) => {
        const mentions = mentionedIn(text)
        return mentions === null ? [] : [{ place, text, mentions }]
      }),
      hints: texts.flatMap(({ place, text }) => {
        const mentions = mentionedIn(text) === null ? hintedAt(text) : null
        return mentions === null ? [] : [{ place, text, mentions }]
      }),
      atPublicStance: visible.flatMap(({ name, confidentiality }) =>
        confidentiality.level === 'confidential' && confidentiality.publicStance !== null
          ? [{ name, publicStance: confidentiality.publicStance }]
          : [],
      ),
      cautions: visible.flatMap(({ name }) => {
        const mentions = mentionedIn(name)
        return mentions === null ? [] : [{ name, mentions }]
      }),
    },
  }
}

/** A shorter word is in too many texts by chance. */
const LEAST_PART = 4

/** First and last names alone, of people: a word of an organisation's name says little. */
const partsOfNames = (hidden: readonly Stakeholder[]): string[] =>
  hidden.flatMap(({ kind, name }) =>
    kind === 'person' ? name.split(/[\s,،、，]+/u).filter((part) => part.length >= LEAST_PART) : [],
  )

function withheldTies(doc: MapDoc): WithheldTie[] {
  return Array.from(doc.relationships.values()).flatMap((tie): WithheldTie[] => {
    const from = doc.stakeholders.get(tie.from)
    const to = doc.stakeholders.get(tie.to)
    const because = from && to && reasonOf(tie, isHidden(from) || isHidden(to))
    if (!because) return []
    const { kind, label, direction } = tie
    return [{ from: from.name, to: to.name, kind, label, direction, because }]
  })
}

const reasonOf = (tie: Relationship, hasHiddenEnd: boolean): WithheldTie['because'] | null =>
  hasHiddenEnd ? 'somebody hidden' : tie.confidentiality === 'confidential' ? 'confidential' : null

interface PlacedText {
  readonly place: TextPlace
  readonly text: string
}

/** Every free text that a public output with these choices would carry, were nobody hidden. */
function textsOf(
  doc: MapDoc,
  visible: readonly Stakeholder[],
  choices: PublicChoices,
): readonly PlacedText[] {
  const { info } = doc
  const texts: PlacedText[] = [
    { place: { kind: 'map name' }, text: info.name },
    { place: { kind: 'we' }, text: info.we },
    { place: { kind: 'goal' }, text: info.goal },
    ...SEGMENTS.map((segment): PlacedText => ({
      place: { kind: 'segment', segment },
      text: info.segmentNames[segment] ?? '',
    })),
  ]
  const sectors = new Set(visible.flatMap(({ sector }) => sector ?? []))
  for (const id of sectors) {
    texts.push({ place: { kind: 'sector' }, text: doc.sectors.get(id)?.name ?? '' })
  }
  if (choices.offersAndNeeds) {
    for (const id of new Set(visible.flatMap(({ offers, needs }) => [...offers, ...needs]))) {
      texts.push({ place: { kind: 'resource' }, text: doc.resources.get(id)?.name ?? '' })
    }
  }
  for (const { name: of, tags, description } of visible) {
    for (const text of choices.tags ? tags : []) texts.push({ place: { kind: 'tag', of }, text })
    if (choices.description) texts.push({ place: { kind: 'description', of }, text: description })
  }
  if (choices.description) texts.push(...tieLabels(doc, visible))
  return texts
}

function tieLabels(doc: MapDoc, visible: readonly Stakeholder[]): PlacedText[] {
  const names = new Map(visible.map(({ id, name }) => [id, name]))
  return Array.from(doc.relationships.values()).flatMap(({ from, to, label, confidentiality }) => {
    const [first, second] = [names.get(from), names.get(to)]
    if (first === undefined || second === undefined || confidentiality !== 'public') return []
    return [{ place: { kind: 'tie', from: first, to: second }, text: label }]
  })
}

import { stakeholdersInOrder } from '../domain/doc.ts'
import type { MapDoc, Placement, Relationship, Stakeholder } from '../domain/records.ts'
import { isHidden } from '../domain/hidden.ts'
import { INFLUENCE_LEVELS, influenceLevel } from '../domain/influence.ts'
import { byCode } from '../domain/names.ts'
import { segmentOf, stanceOfSegment } from '../domain/spectrum.ts'
import { confidentialWords, type ConfidentialWords } from './confidentialWords.ts'
import { NOTHING_CHOSEN } from './policy.ts'
import { publicTies } from './publicTies.ts'
import type { Audience, MapView, PublicChoices, ViewInfo, ViewStakeholder } from './view.ts'

/**
 * The redaction gate: everything that is shown, written or sent starts from what this returns.
 * A view is built up from what the audience may see; nothing is ever hidden afterwards.
 * The public view of a map equals the public view of the same map without its hidden stakeholders, its confidential
 * ties and the texts that mention somebody hidden (`confidentialWords`).
 */
export function viewFor<A extends Audience>(
  doc: MapDoc,
  audience: A,
  choices?: PublicChoices,
): MapView<A>
export function viewFor(
  doc: MapDoc,
  audience: Audience,
  choices: PublicChoices = NOTHING_CHOSEN,
): MapView {
  return viewWithRecords(doc, audience, choices).view
}

/** A view, and the records behind it: entry i of each list is behind entry i of the view's. Never an output. */
export interface ViewWithRecords<A extends Audience = Audience> {
  readonly view: MapView<A>
  readonly stakeholders: readonly Stakeholder[]
  readonly ties: readonly Relationship[]
}

/** As `viewFor`, with the way back to the records: for `Subject` alone. */
export const viewWithRecords = (
  doc: MapDoc,
  audience: Audience,
  choices: PublicChoices = NOTHING_CHOSEN,
): ViewWithRecords => (audience === 'team' ? teamView(doc) : publicView(doc, choices))

/** The names and aliases that no text outside the team may mention. */
export const hiddenWords = (doc: MapDoc): ConfidentialWords =>
  confidentialWords(doc.info, stakeholdersInOrder(doc).filter(isHidden))

/** A text that somebody typed for this map, such as a picture's title, as an audience may read it: empty when withheld. */
export const textFor = (doc: MapDoc, audience: Audience, text: string): string =>
  audience === 'public' && hiddenWords(doc).mentionedIn(text) !== null ? '' : text

function teamView(doc: MapDoc): ViewWithRecords<'team'> {
  const word = vocabulary(doc)
  const records = stakeholdersInOrder(doc)
  // Where somebody's own row is damaged, their ties lead nowhere until it is there again; no file could say them.
  const ties = [...doc.relationships.values()].filter(
    ({ from, to }) => from !== to && doc.stakeholders.has(from) && doc.stakeholders.has(to),
  )
  const view: MapView<'team'> = {
    audience: 'team',
    info: infoOf(doc, (text) => text),
    stakeholders: records.map((s) =>
      remembered(teamStakeholders, s, word.stamp, () => ({
        key: s.id,
        name: s.name,
        kind: s.kind,
        placement: s.placement,
        influence: s.influence,
        role: s.role,
        sector: s.sector && word.sector(s.sector),
        targetSegment: s.targetSegment,
        offers: s.offers.map(word.resource),
        needs: s.needs.map(word.resource),
        tags: s.tags,
        description: s.description,
        team: {
          aliases: s.aliases,
          confidentiality: s.confidentiality,
          notes: s.notes,
          contact: s.contact,
          networkPosition: s.networkPosition,
        },
      })),
    ),
    relationships: ties.map((r) => ({
      key: r.id,
      from: r.from,
      to: r.to,
      kind: r.kind,
      label: r.label,
      direction: r.direction,
      strength: r.strength,
      team: { confidentiality: r.confidentiality, notes: r.notes },
    })),
    sectors: sorted(Array.from(doc.sectors.values(), ({ name }) => name)),
    resources: sorted(Array.from(doc.resources.values(), ({ name }) => name)),
  }
  return { view, stakeholders: records, ties }
}

/** The public view with the records behind it: for the review before sharing. */
export function publicView(doc: MapDoc, choices: PublicChoices): ViewWithRecords<'public'> {
  const everybody = stakeholdersInOrder(doc)
  const { stamp: secrets, mentionedIn } = confidentialWords(doc.info, everybody.filter(isHidden))
  const open: Redactor = (text) => (mentionedIn(text) === null ? text : '')
  const word = vocabulary(doc)
  const records = everybody.filter((stakeholder) => !isHidden(stakeholder))
  const ranks = new Map(records.map(({ id }, index) => [id, index]))
  const ties = publicTies(doc, ranks, choices, open)
  const stakeholders = records.map((s, index) => {
    const key = publicKey(index)
    const { targets, offersAndNeeds, tags, description } = choices
    const stamp = [key, word.stamp, secrets, targets, offersAndNeeds, tags, description].join('|')
    return remembered(publicStakeholders, s, stamp, () =>
      publicStakeholder(s, key, choices, word, open),
    )
  })
  const view: MapView<'public'> = {
    audience: 'public',
    info: infoOf(doc, open),
    stakeholders,
    relationships: ties.map(({ from, to, shown }, index) => ({
      key: `r${index + 1}`,
      from: publicKey(from),
      to: publicKey(to),
      ...shown,
      team: null,
    })),
    sectors: sorted(stakeholders.flatMap(({ sector }) => sector ?? [])),
    resources: sorted(stakeholders.flatMap(({ offers, needs }) => [...offers, ...needs])),
  }
  return { view, stakeholders: records, ties: ties.map(({ record }) => record) }
}

/** Gives a text as it is, or empty when it mentions somebody hidden. */
type Redactor = (text: string) => string

const publicKey = (index: number): string => `s${index + 1}`

function publicStakeholder(
  s: Stakeholder,
  key: string,
  choices: PublicChoices,
  word: Vocabulary,
  open: Redactor,
): ViewStakeholder<'public'> {
  const standsInPublic = s.confidentiality.level === 'public'
  const openWords = (words: readonly string[]) => words.filter((text) => open(text) !== '')
  const resources = (ids: Stakeholder['offers']) => openWords(ids.map(word.resource))
  return {
    key,
    name: s.name,
    kind: s.kind,
    placement: publicPlacement(s),
    influence: publicInfluence(s),
    role: s.role,
    sector: (s.sector && open(word.sector(s.sector))) || null,
    // An arrow away from a public stance would hint at the real one.
    targetSegment: choices.targets && standsInPublic ? s.targetSegment : null,
    offers: choices.offersAndNeeds ? resources(s.offers) : [],
    needs: choices.offersAndNeeds ? resources(s.needs) : [],
    tags: choices.tags ? openWords(s.tags) : [],
    description: choices.description ? open(s.description) : '',
    team: null,
  }
}

/**
 * The public is told a segment and no place in it: an exact stance or depth would show holes where somebody
 * hidden stands, and would tell those at a public stance from those that a hand has placed. Who is shown at a
 * public stance stands there whether or not the team has placed it, or the public would see it come and go.
 */
function publicPlacement({ confidentiality, placement }: Stakeholder): Placement | null {
  const stance =
    confidentiality.level === 'public' ? placement?.stance : confidentiality.publicStance
  return typeof stance === 'number'
    ? { stance: stanceOfSegment(segmentOf(stance)), depth: 0.5 }
    : null
}

/** The public is told a level: an exact number may be what is left beside somebody hidden on the power grid. */
const publicInfluence = ({ influence }: Stakeholder): number | null =>
  influence === null ? null : INFLUENCE_LEVELS[influenceLevel(influence)]

function infoOf({ info }: MapDoc, open: Redactor): ViewInfo {
  const { name, we, goal, alliesSide, segmentNames } = info
  const [a, b, c, d, e] = segmentNames
  const named = (segment: string | null) => (segment && open(segment)) || null
  return {
    name: open(name),
    we: open(we),
    goal: open(goal),
    alliesSide,
    segmentNames: [named(a), named(b), named(c), named(d), named(e)],
  }
}

interface Vocabulary {
  /** Changes whenever a word does. */
  readonly stamp: string
  readonly sector: (id: NonNullable<Stakeholder['sector']>) => string
  readonly resource: (id: Stakeholder['offers'][number]) => string
}

const tableStamps = new WeakMap<object, number>()
let lastStamp = 0
const stampOf = (table: object): number => {
  let stamp = tableStamps.get(table)
  if (stamp === undefined) tableStamps.set(table, (stamp = ++lastStamp))
  return stamp
}

const vocabulary = (doc: MapDoc): Vocabulary => ({
  stamp: `${stampOf(doc.sectors)}.${stampOf(doc.resources)}`,
  sector: (id) => doc.sectors.get(id)?.name ?? '',
  resource: (id) => doc.resources.get(id)?.name ?? '',
})

/** Unchanged stakeholders keep their object, so that only what changed is drawn again. */
type Memory<A extends Audience> = WeakMap<Stakeholder, readonly [string, ViewStakeholder<A>]>
const teamStakeholders: Memory<'team'> = new WeakMap()
const publicStakeholders: Memory<'public'> = new WeakMap()

function remembered<A extends Audience>(
  memory: Memory<A>,
  record: Stakeholder,
  stamp: string,
  build: () => ViewStakeholder<A>,
): ViewStakeholder<A> {
  const known = memory.get(record)
  if (known?.[0] === stamp) return known[1]
  const view = build()
  memory.set(record, [stamp, view])
  return view
}

const sorted = (words: readonly string[]): string[] => [...new Set(words)].toSorted(byCode)

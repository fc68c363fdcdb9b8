import { stakeholdersInOrder } from '../domain/doc.ts'
import type {
  MapDoc,
  Placement,
  Relationship,
  Stakeholder,
  StakeholderId,
} from '../domain/records.ts'
import { INFLUENCE_LEVELS, influenceLevel } from '../domain/influence.ts'
import { segmentOf, stanceOfSegment } from '../domain/spectrum.ts'
import { NOTHING_CHOSEN } from './policy.ts'
import type {
  Audience,
  MapView,
  PublicChoices,
  ViewInfo,
  ViewRelationship,
  ViewStakeholder,
} from './view.ts'

/**
 * The redaction gate: everything that is shown, written or sent starts from what this returns.
 * A view is built up from what the audience may see; nothing is ever hidden afterwards.
 * The public view of a map equals the public view of the same map without its hidden stakeholders.
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
  return audience === 'team' ? teamView(doc) : publicView(doc, choices)
}

/** True for a stakeholder that must not appear outside the team at all. */
export const isHidden = ({ confidentiality }: Stakeholder): boolean =>
  confidentiality.level === 'confidential' && confidentiality.publicStance === null

/** The stakeholders an audience sees, in the order of its view: entry i is the record behind `stakeholders[i]`. */
export function visibleStakeholders(doc: MapDoc, audience: Audience): Stakeholder[] {
  const all = stakeholdersInOrder(doc)
  return audience === 'team' ? all : all.filter((stakeholder) => !isHidden(stakeholder))
}

function teamView(doc: MapDoc): MapView<'team'> {
  const word = vocabulary(doc)
  return {
    audience: 'team',
    info: infoOf(doc),
    stakeholders: visibleStakeholders(doc, 'team').map((s) =>
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
          confidentiality: s.confidentiality,
          notes: s.notes,
          contact: s.contact,
          networkPosition: s.networkPosition,
        },
      })),
    ),
    relationships: Array.from(doc.relationships.values(), (r) => ({
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
}

function publicView(doc: MapDoc, choices: PublicChoices): MapView<'public'> {
  const word = vocabulary(doc)
  const keys = new Map<StakeholderId, string>()
  const stakeholders = visibleStakeholders(doc, 'public').map((s, index) => {
    const key = publicKey(index)
    keys.set(s.id, key)
    const { targets, offersAndNeeds, tags, description } = choices
    const stamp = [key, word.stamp, targets, offersAndNeeds, tags, description].join('|')
    return remembered(publicStakeholders, s, stamp, () => publicStakeholder(s, key, choices, word))
  })
  return {
    audience: 'public',
    info: infoOf(doc),
    stakeholders,
    relationships: publicRelationships(doc, keys, choices),
    sectors: sorted(stakeholders.flatMap(({ sector }) => sector ?? [])),
    resources: sorted(stakeholders.flatMap(({ offers, needs }) => [...offers, ...needs])),
  }
}

function publicStakeholder(
  s: Stakeholder,
  key: string,
  choices: PublicChoices,
  word: Vocabulary,
): ViewStakeholder<'public'> {
  const standsInPublic = s.confidentiality.level === 'public'
  return {
    key,
    name: s.name,
    kind: s.kind,
    placement: publicPlacement(s),
    influence: publicInfluence(s),
    role: s.role,
    sector: s.sector && word.sector(s.sector),
    // An arrow away from a public stance would hint at the real one.
    targetSegment: choices.targets && standsInPublic ? s.targetSegment : null,
    offers: choices.offersAndNeeds ? s.offers.map(word.resource) : [],
    needs: choices.offersAndNeeds ? s.needs.map(word.resource) : [],
    tags: choices.tags ? s.tags : [],
    description: choices.description ? s.description : '',
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

/** The ties an audience sees, in the order of its view: entry i is the record behind `relationships[i]`. */
export function visibleTies(
  doc: MapDoc,
  audience: Audience,
  choices: PublicChoices = NOTHING_CHOSEN,
): Relationship[] {
  if (audience === 'team') return [...doc.relationships.values()]
  const keys = new Map(
    visibleStakeholders(doc, audience).map(({ id }, index) => [id, publicKey(index)]),
  )
  return publicTies(doc, keys, choices).map(({ r }) => r)
}

const publicKey = (index: number): string => `s${index + 1}`

function publicTies(
  doc: MapDoc,
  keys: ReadonlyMap<StakeholderId, string>,
  choices: PublicChoices,
): { readonly r: Relationship; readonly tie: Omit<ViewRelationship<'public'>, 'key'> }[] {
  const rank = (key: string) => Number(key.slice(1))
  const visible = (r: Relationship) => {
    const from = keys.get(r.from)
    const to = keys.get(r.to)
    return from && to && r.confidentiality === 'public' ? [{ from, to, r }] : []
  }
  return Array.from(doc.relationships.values())
    .flatMap(visible)
    .map(({ from, to, r }) => ({
      r,
      tie: {
        from,
        to,
        kind: r.kind,
        label: choices.description ? r.label : '',
        direction: r.direction,
        strength: r.strength,
        team: null,
      },
    }))
    .toSorted(
      ({ tie: a }, { tie: b }) =>
        rank(a.from) - rank(b.from) ||
        rank(a.to) - rank(b.to) ||
        compare(a.kind, b.kind) ||
        compare(a.label, b.label) ||
        compare(a.direction, b.direction) ||
        a.strength - b.strength,
    )
}

const publicRelationships = (
  doc: MapDoc,
  keys: ReadonlyMap<StakeholderId, string>,
  choices: PublicChoices,
): ViewRelationship<'public'>[] =>
  publicTies(doc, keys, choices).map(({ tie }, index) => ({ key: `r${index + 1}`, ...tie }))

const infoOf = ({ info }: MapDoc): ViewInfo => ({
  name: info.name,
  we: info.we,
  goal: info.goal,
  alliesSide: info.alliesSide,
  segmentNames: info.segmentNames,
})

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

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
const sorted = (words: readonly string[]): string[] => [...new Set(words)].toSorted(compare)

import type { MapView, ViewStakeholder } from '../audience/view.ts'
import type { SegmentIndex } from '../domain/records.ts'
import { segmentOf, SEGMENTS } from '../domain/spectrum.ts'
import { graphOf, untied } from './graph.ts'
import { isVague, type VagueWords } from './vagueNames.ts'

/** What a map lacks. Lists of keys are in view order unless said otherwise. */
export type Gap =
  | {
      readonly kind: 'sector without active ally'
      readonly sector: string
      /** All of the sector. */
      readonly stakeholders: readonly string[]
      /** Whom to move: passive allies of the sector, or where there is none its neutrals. */
      readonly nearest: readonly string[]
    }
  | {
      readonly kind: 'need nobody meets'
      readonly resource: string
      readonly neededBy: readonly string[]
      /** Who offers it and could be won: passive allies, then neutrals, then those not placed yet. */
      readonly couldOffer: readonly string[]
    }
  | {
      readonly kind: 'unused offer'
      readonly resource: string
      readonly offeredBy: readonly string[]
    }
  | { readonly kind: 'empty segment'; readonly segment: SegmentIndex }
  | { readonly kind: 'vague name'; readonly stakeholders: readonly string[] }
  | { readonly kind: 'no tie'; readonly stakeholders: readonly string[] }

/**
 * What a map lacks, in the order of `Gap`; sectors and resources in the order of the vocabularies. Depends on nothing
 * but the view: the public is told the gaps of a map without the confidential parts.
 */
export const gapsOf = (view: MapView, vague: VagueWords): Gap[] => [
  ...sectorGaps(view),
  ...unmetNeeds(view),
  ...unusedOffers(view),
  ...emptySegments(view),
  ...aboutSome(
    'vague name',
    keys(view.stakeholders, ({ name }) => isVague(name, vague)),
  ),
  ...aboutSome('no tie', untied(graphOf(view))),
]

const standing = ({ placement }: ViewStakeholder): SegmentIndex | null =>
  placement && segmentOf(placement.stance)
const isIn = (segment: SegmentIndex) => (one: ViewStakeholder) => standing(one) === segment

/** An active ally, or a member whom nobody has placed yet: a member is "us". */
const actsWithUs = (one: ViewStakeholder): boolean =>
  standing(one) === 0 || (one.role === 'member' && standing(one) === null)

function sectorGaps({ sectors, stakeholders }: MapView): Gap[] {
  const bySector = grouped(stakeholders, ({ sector }) => (sector === null ? [] : [sector]))
  return sectors.flatMap((sector): Gap[] => {
    const ours = bySector.get(sector) ?? []
    if (ours.length === 0 || ours.some(actsWithUs)) return []
    const passive = keys(ours, isIn(1))
    const nearest = passive.length > 0 ? passive : keys(ours, isIn(2))
    return [{ kind: 'sector without active ally', sector, stakeholders: keys(ours), nearest }]
  })
}

function unmetNeeds({ resources, stakeholders }: MapView): Gap[] {
  const needing = grouped(stakeholders, ({ needs }) => needs)
  const offering = grouped(stakeholders, ({ offers }) => offers)
  return resources.flatMap((resource): Gap[] => {
    const neededBy = keys(needing.get(resource) ?? [])
    const offers = offering.get(resource) ?? []
    if (neededBy.length === 0 || offers.some(isOfUs)) return []
    const couldOffer = [1, 2, null].flatMap((place) =>
      keys(offers, (one) => standing(one) === place),
    )
    return [{ kind: 'need nobody meets', resource, neededBy, couldOffer }]
  })
}

const isOfUs = (one: ViewStakeholder): boolean => one.role === 'member' || standing(one) === 0

function unusedOffers({ resources, stakeholders }: MapView): Gap[] {
  const needed = new Set(stakeholders.flatMap(({ needs }) => needs))
  const offering = grouped(stakeholders, ({ offers }) => offers)
  return resources.flatMap((resource): Gap[] => {
    const offeredBy = keys(offering.get(resource) ?? [])
    if (offeredBy.length === 0 || needed.has(resource)) return []
    return [{ kind: 'unused offer', resource, offeredBy }]
  })
}

/** Nothing is missing from a spectrum that nobody has begun to fill. */
function emptySegments({ stakeholders }: MapView): Gap[] {
  const taken = new Set(stakeholders.map(standing).filter((segment) => segment !== null))
  if (taken.size === 0) return []
  return SEGMENTS.filter((segment) => !taken.has(segment)).map((segment) => ({
    kind: 'empty segment',
    segment,
  }))
}

const aboutSome = (kind: 'vague name' | 'no tie', stakeholders: readonly string[]): Gap[] =>
  stakeholders.length > 0 ? [{ kind, stakeholders }] : []

const keys = (
  some: readonly ViewStakeholder[],
  fits: (one: ViewStakeholder) => boolean = () => true,
): string[] => some.filter(fits).map(({ key }) => key)

/** Stakeholders by each of the words that they have. */
function grouped(
  stakeholders: readonly ViewStakeholder[],
  wordsOf: (one: ViewStakeholder) => readonly string[],
): Map<string, ViewStakeholder[]> {
  const groups = new Map<string, ViewStakeholder[]>()
  for (const one of stakeholders) {
    for (const word of new Set(wordsOf(one))) {
      const group = groups.get(word) ?? []
      groups.set(word, group)
      group.push(one)
    }
  }
  return groups
}

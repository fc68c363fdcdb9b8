import { type SegmentIndex } from '../../../src/domain/records.ts'
import { pointOf, segmentOf, stanceOfSegment } from '../../../src/domain/spectrum.ts'

export const CARD = { width: 132, height: 40 } as const

export interface SyntheticCard {
  readonly id: string
  readonly name: string
  readonly stance: number
  readonly depth: number
  readonly influence: number
  readonly segment: SegmentIndex
  /** Centre in px at zoom 1, for the pages that have no layout of their own; the hub is at (radius, radius). */
  readonly x: number
  readonly y: number
}

export interface SyntheticTie {
  readonly id: string
  readonly from: number
  readonly to: number
}

export interface SyntheticMap {
  readonly cards: readonly SyntheticCard[]
  readonly ties: readonly SyntheticTie[]
  readonly width: number
  readonly height: number
}

const FIRST = [
  'Harbour',
  'Rural',
  'Northern',
  'Open',
  'Valley',
  'Free',
  'Island',
  'Joint',
  'Old Town',
]
const SECOND = [
  'Teachers',
  'Nurses',
  'Tenants',
  'Farmers',
  'Students',
  'Drivers',
  'Bakers',
  'Fishers',
]
const THIRD = ['Union', 'Council', 'Alliance', 'Trust', 'Forum', 'Association', 'Ministry']
const GOLDEN = (Math.sqrt(5) - 1) / 2
/** Distances in a sunflower's sequence at which seeds are neighbours. */
const NEIGHBOURS = [13, 21, 34]

/** A small seeded generator of numbers from 0 to 1 (mulberry32, Tommy Ettinger, public domain). */
function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/**
 * A map of `count` stakeholders, spread over the half-pie like the seeds of a sunflower with a little
 * disorder, and twice as many ties, half of them between neighbours. The same count gives the same map.
 * Cards cover about a third of the half-pie at every count.
 */
export function syntheticMap(count: number): SyntheticMap {
  const random = seeded(count)
  const pick = (words: readonly string[]) => words[Math.floor(random() * words.length)] ?? ''
  const radius = Math.sqrt((2 * count * CARD.width * CARD.height * 3) / Math.PI)
  const cards = Array.from({ length: count }, (_, i): SyntheticCard => {
    const stance = clampTo(1 - 2 * ((i * GOLDEN + 0.02 * random()) % 1), 0.97)
    const depth = clampTo(Math.sqrt((i + 0.5 + 0.4 * random()) / count), 0.96)
    const { x, y } = pointOf({ stance, depth }, 'left')
    return {
      id: `s${i}`,
      name: [pick(FIRST), pick(SECOND), pick(THIRD)].slice(random() < 0.4 ? 1 : 0).join(' '),
      stance: apart(stance),
      depth,
      influence: [0.2, 0.5, 0.85][Math.floor(random() * 3)] ?? 0.5,
      segment: segmentOf(stance),
      x: radius + x * (radius - CARD.width * 0.6),
      y: radius + y * radius - CARD.height * 0.6,
    }
  })
  return { cards, ties: tiesAmong(count, random), width: 2 * radius, height: radius }
}

function tiesAmong(count: number, random: () => number): SyntheticTie[] {
  const any = () => Math.floor(random() * count)
  const seen = new Set<string>()
  const ties: SyntheticTie[] = []
  while (ties.length < 2 * count) {
    const from = any()
    const near = from + (NEIGHBOURS[Math.floor(random() * NEIGHBOURS.length)] ?? 1)
    const to = random() < 0.5 && near < count ? near : any()
    const pair = `${Math.min(from, to)}-${Math.max(from, to)}`
    if (from === to || seen.has(pair)) continue
    seen.add(pair)
    ties.push({ id: `t${ties.length}`, from, to })
  }
  return ties
}

const clampTo = (value: number, most: number): number => Math.max(-most, Math.min(most, value))

/** Kept a little off the segments' borders, so that every page agrees on the segment. */
function apart(stance: number): number {
  const middle = stanceOfSegment(segmentOf(stance))
  return Math.round((middle + (stance - middle) * 0.92) * 1e5) / 1e5
}

/** The map as an Allyscope file. */
export function asFile({ cards, ties }: SyntheticMap): string {
  return JSON.stringify({
    format: 'allyscope',
    formatVersion: 1,
    map: { name: `Synthetic map of ${cards.length}`, we: 'The measuring page' },
    stakeholders: cards.map(({ id, name, stance, depth, influence }) => ({
      id,
      name,
      influence,
      placement: { stance, depth: Math.round(depth * 1e5) / 1e5 },
    })),
    relationships: ties.map(({ id, from, to }) => ({
      id,
      from: `s${from}`,
      to: `s${to}`,
      kind: 'works with',
      direction: 'mutual',
    })),
  })
}

import type { MapView, ViewStakeholder } from '../../../audience/view.ts'
import type { Rect } from '../../halfPie.ts'
import { type DotLook, dotShapeOf, labelRect } from '../dotShape.ts'
import type { NetworkPlaces } from '../networkLayout.ts'

/** A stakeholder while it is being laid out: its dot with the name below, around a centre that moves. */
export interface Body {
  readonly key: string
  readonly index: number
  x: number
  y: number
  /** Stays exactly where it is. */
  readonly held: boolean
  /** Of the dot. */
  readonly reach: number
  /** Of the name, counted from the centre. */
  readonly name: Rect
  /** Half the width, and the height above and below the centre, of dot, name and the space they keep. */
  readonly halfWidth: number
  readonly above: number
  readonly below: number
  /** Where its stance pulls it: x, allies on the left. */
  readonly wishedX: number
  readonly isPlaced: boolean
  /** Those it is tied to. */
  readonly friends: Body[]
}

/** A tie while it is being laid out; several between the same two count as one. */
export interface Link {
  readonly a: Body
  readonly b: Body
  /** 1 … 3: the strongest of those between the two. */
  readonly strength: number
}

/** The space that a network is laid out in; its middle is (0, 0). */
export interface Frame {
  readonly width: number
  readonly height: number
}

export interface Figure {
  readonly frame: Frame
  /** In the view's order. */
  readonly bodies: readonly Body[]
  readonly links: readonly Link[]
}

/** Kept free around a dot with its name. */
const MARGIN = 9

const ASPECT = 1.6
/** World units² for each stakeholder: room for its dot, its name, and ties between them. */
const ROOM = 26_000
/** Stance pulls as far as this share of the frame. */
const PULL = 0.84

/** What is to be laid out, with allies on the left; `held` are mirrored to match. */
export function figureOf(
  view: MapView,
  held: NetworkPlaces,
  frame = frameFor(view.stakeholders.length),
  look: DotLook = 'map',
): Figure {
  const mirror = view.info.alliesSide === 'right' ? -1 : 1
  const wishFor = wishes(view.stakeholders, frame)
  const bodies = view.stakeholders.map((stakeholder, index): Body => {
    const shape = dotShapeOf(stakeholder, look)
    const name = labelRect(shape, 'below')
    const place = held.get(stakeholder.key)
    const wishedX = wishFor(stakeholder.placement?.stance ?? 0)
    return {
      key: stakeholder.key,
      index,
      x: place ? place.x * mirror : wishedX,
      y: place ? place.y : 0,
      held: place !== undefined,
      reach: shape.reach,
      name,
      halfWidth: Math.max(shape.reach, name.width / 2) + MARGIN,
      above: shape.reach + MARGIN,
      below: name.y + name.height + MARGIN,
      wishedX,
      isPlaced: stakeholder.placement !== null,
      friends: [],
    }
  })
  return { frame, bodies, links: linksOf(view, bodies) }
}

/** Grows with the number of stakeholders, so that a large map is no denser than a small one. */
function frameFor(count: number): Frame {
  const height = Math.sqrt((ROOM * Math.max(count, 6)) / ASPECT)
  return { width: height * ASPECT, height }
}

/**
 * Where on the x axis a stance belongs: half-way between what the stance says and what its rank says, so that allies
 * stay left of opponents, and a map of many allies still uses its width.
 */
function wishes(stakeholders: readonly ViewStakeholder[], { width }: Frame) {
  const stances = stakeholders
    .flatMap(({ placement }) => (placement ? [placement.stance] : []))
    .toSorted((a, b) => b - a)
  const firstRank = new Map<number, number>()
  const counts = new Map<number, number>()
  for (const [rank, stance] of stances.entries()) {
    if (!firstRank.has(stance)) firstRank.set(stance, rank)
    counts.set(stance, (counts.get(stance) ?? 0) + 1)
  }
  return (stance: number): number => {
    const before = firstRank.get(stance) ?? stances.filter((other) => other > stance).length
    const among = before + (counts.get(stance) ?? 0) / 2
    const rank = stances.length ? (2 * among) / stances.length - 1 : 0
    return ((rank - stance) / 2) * (width / 2) * PULL
  }
}

function linksOf({ relationships, stakeholders }: MapView, bodies: readonly Body[]): Link[] {
  const byKey = new Map(bodies.map((body) => [body.key, body]))
  const strongest = new Map<number, { a: Body; b: Body; strength: number }>()
  for (const { from, to, strength } of relationships) {
    const [one, other] = [byKey.get(from), byKey.get(to)]
    if (!one || !other || one === other) continue
    const [a, b] = one.index < other.index ? [one, other] : [other, one]
    const pair = a.index * stakeholders.length + b.index
    const known = strongest.get(pair)
    if (known) known.strength = Math.max(known.strength, strength)
    else strongest.set(pair, { a, b, strength })
  }
  const links = [...strongest.values()]
  for (const { a, b } of links) {
    a.friends.push(b)
    b.friends.push(a)
  }
  return links
}

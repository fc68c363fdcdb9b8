import type { MapView } from '../../audience/view.ts'
import type { Rect } from '../halfPie.ts'
import { isConfidential } from '../isConfidential.ts'
import { textWidth } from '../measure.ts'
import { pathNumber } from '../pathNumber.ts'
import type { PictureFrame } from '../pictureFrame.ts'
import { drawable, isRtl } from '../wrap.ts'
import type { HandoutWords, WorksheetField } from './handoutWords.ts'
import { type MovePie, movePie, type Spot } from './movePie.ts'
import { type PlacedText, placeText } from '../placedText.ts'
import type { ToMove } from './toMove.ts'
import { type Rule, writingFields, type WritingField } from './writing.ts'

/** A worksheet for one stakeholder, or for one whom a group writes in. */
export interface WorksheetCard {
  readonly texts: readonly PlacedText[]
  /** Where the name is written by hand. */
  readonly nameRule: Rule | null
  /** Around the name of somebody confidential. */
  readonly confidential: (Rect & { readonly rtl: boolean }) | null
  readonly pie: MovePie
  /** What the spots of the half-pie mean, each in front of its text. */
  readonly signs: readonly { readonly spot: Spot; readonly x: number; readonly y: number }[]
  readonly fields: readonly WritingField[]
}

/** What worksheets are made from besides who is to be moved. */
export interface WorksheetParts {
  readonly info: MapView['info']
  readonly words: HandoutWords
  readonly frame: PictureFrame
}

const EYEBROW = [17, 16, 15]
const NAME = [38, 34, 30, 26, 23, 20, 18]
const LABEL = [15]
const FACT = [19, 18, 17, 16, 15]
const GAP = 20
const BEFORE_FIELDS = 32
const GUTTER = 52
/** Of a card that lies: the part for name and half-pie, and what a half-pie needs for its labels. */
const LEFT_SHARE = 0.46
const LEAST_PIE = 470
const SMALLEST_PIE = 200
/** Height that is kept for what is written below the half-pie. */
const LEAST_FIELDS = { standing: 340, lying: 110 } as const
/** Of a card that stands: the half-pie's part of its width and of its height. */
const PIE_OF_WIDTH = 0.8
const PIE_OF_HEIGHT = 0.3

/** Rows of fields, and how many lines each wants compared with others. */
type Rows = readonly { readonly fields: readonly WorksheetField[]; readonly share: number }[]

const APPEAL: Rows = [{ fields: ['appeal'], share: 3 }]
const PLAN: Rows = [
  { fields: ['tactic'], share: 3 },
  { fields: ['request'], share: 2 },
  { fields: ['who', 'when'], share: 1 },
]

/**
 * A worksheet in its part of the page. What is written by hand stands below the half-pie; on a card that lies the plan
 * stands beside it.
 */
export function worksheetCard(
  room: Rect,
  one: ToMove | null,
  { info, words, frame }: WorksheetParts,
): WorksheetCard {
  const bottom = room.y + room.height
  const isStanding = room.height > room.width * 0.95
  const width = isStanding
    ? room.width
    : Math.max(room.width * LEFT_SHARE, Math.min(LEAST_PIE, room.width * 0.6))
  const head = headOf({ ...room, width }, one, words, frame)
  // Long texts are at the half-pie's cost, not at that of the lines to write on.
  const facts = (top: number) => factsOf(one, words, { x: room.x, top, width })
  const spare =
    bottom -
    head.bottom -
    facts(0).bottom -
    2 * GAP -
    BEFORE_FIELDS -
    LEAST_FIELDS[isStanding ? 'standing' : 'lying']
  const wished = isStanding
    ? Math.min(width * PIE_OF_WIDTH, Math.max(LEAST_PIE, room.height * PIE_OF_HEIGHT * 2))
    : width
  const pie = movePie(info, words.spectrum, one?.move ?? null, {
    middle: room.x + width / 2,
    top: head.bottom + GAP,
    width: Math.max(SMALLEST_PIE, Math.min(wished, spare * 1.9)),
  })
  const { texts, signs, bottom: factsEnd } = facts(pie.bottom + GAP)
  const written = (rows: Rows, where: Rect) =>
    writingFields(
      rows.map(({ fields, share }) => ({ labels: fields.map((f) => words.fields[f]), share })),
      where,
    )
  const top = factsEnd + BEFORE_FIELDS
  const below = { x: room.x, y: top, width, height: bottom - top }
  const x = room.x + width + GUTTER
  const beside = { x, y: room.y, width: room.x + room.width - x, height: room.height }
  return {
    texts: [...head.texts, ...texts],
    nameRule: head.rule,
    confidential: head.confidential,
    pie,
    signs,
    fields: isStanding
      ? written([...APPEAL, ...PLAN], below)
      : [...written(APPEAL, below), ...written(PLAN, beside)],
  }
}

/** The map's title, and below it the name, or a line for one. */
function headOf(
  { x, y, width }: Rect,
  one: ToMove | null,
  words: HandoutWords,
  frame: PictureFrame,
) {
  const eyebrow = placeText(frame.title, {
    x,
    top: y,
    width,
    sizes: EYEBROW,
    mostLines: 2,
    bold: true,
    muted: true,
  })
  const under = placeText(frame.subtitle, {
    x,
    top: eyebrow.bottom,
    width,
    sizes: LABEL,
    mostLines: 1,
    muted: true,
  })
  const above = [...eyebrow.lines, ...under.lines]
  const isMarked = one !== null && isConfidential(one.stakeholder)
  const top = under.bottom + (isMarked ? 14 : 6)
  const text = one?.stakeholder.name ?? ''
  if (!text) {
    const label = placeText(words.stakeholder, {
      x,
      top: top + 4,
      width,
      sizes: LABEL,
      mostLines: 1,
      bold: true,
    })
    const rule = { x, y: pathNumber(label.bottom + 40), width }
    return {
      texts: [...above, ...label.lines],
      rule,
      confidential: null,
      bottom: rule.y,
    }
  }
  const pad = isMarked ? 14 : 0
  const name = placeText(text, {
    x: x + pad,
    top: top + pad / 2,
    width: width - 2 * pad,
    sizes: NAME,
    mostLines: 2,
    bold: true,
  })
  const bottom = name.bottom + pad / 2
  return {
    texts: [...above, ...name.lines],
    rule: null,
    confidential: isMarked
      ? { x, y: pathNumber(top), width, height: pathNumber(bottom - top), rtl: isRtl(text) }
      : null,
    bottom,
  }
}

/** What the spots mean, beside each other; without a move, how to begin. */
function factsOf(
  one: ToMove | null,
  words: HandoutWords,
  { x, top, width }: { readonly x: number; readonly top: number; readonly width: number },
) {
  if (!one) {
    const hint = placeText(words.markIt, {
      x,
      top,
      width,
      sizes: FACT.slice(1),
      mostLines: 2,
      muted: true,
    })
    return { texts: hint.lines, signs: [], bottom: hint.bottom }
  }
  const { now, next, target } = one.move
  const facts = [
    { spot: 'now' as const, label: words.now, segment: now },
    { spot: 'next' as const, label: words.nextStep, segment: next },
    ...(target === next ? [] : [{ spot: 'target' as const, label: words.target, segment: target }]),
  ]
  const column = width / facts.length
  const slot = 34
  const room = column - slot - 12
  const names = facts.map(({ segment }) => words.segments[segment] ?? '')
  // All in the same size.
  const fits = (size: number) =>
    names.every((name) => textWidth(drawable(name), { size, weight: 700 }) <= room)
  const sizes = [FACT.find(fits) ?? 15]
  const placed = facts.map(({ spot, label }, i) => {
    const at = { x: x + i * column + slot, width: room, hugs: true }
    const over = placeText(label, { ...at, top, sizes: LABEL, mostLines: 1, muted: true })
    const under = placeText(names[i] ?? '', {
      ...at,
      top: over.bottom,
      sizes,
      mostLines: 2,
      bold: true,
    })
    return {
      texts: [...over.lines, ...under.lines],
      sign: { spot, x: pathNumber(x + i * column + 13), y: pathNumber(over.bottom) },
      bottom: under.bottom,
    }
  })
  return {
    texts: placed.flatMap(({ texts }) => texts),
    signs: placed.map(({ sign }) => sign),
    bottom: Math.max(...placed.map((fact) => fact.bottom)),
  }
}

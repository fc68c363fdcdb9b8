import type { MapView } from '../../audience/view.ts'
import { SEGMENTS } from '../../domain/spectrum.ts'
import type { CardLook } from '../card.ts'
import { standingIn, type SpectrumLayout } from '../layout.ts'
import { textWidth } from '../measure.ts'
import { SIZES } from '../palette.ts'
import { BASE_RADIUS } from '../halfPie.ts'
import type { SceneWords } from '../spectrumScene.ts'
import { tidiedIn } from '../tidiedLayout.ts'
import { drawable } from '../wrap.ts'
import { readable } from './wallLooks.ts'
import { LEAST_TYPE } from './wallPage.ts'
import { wallPieFor } from './wallPie.ts'

/** Share of a segment's arc that its name may fill: as on the canvas, and a little air. */
const LABEL_SHARE = 0.9

/**
 * Where everybody stands on a wall whose half-pie has this radius, in units of the page: spread by their order alone,
 * as in every public drawing, on cards as large as the pie can hold.
 */
export function wallLayoutFor(view: MapView, words: SceneWords, radius: number): SpectrumLayout {
  const { standing, pie } = readable(
    view.stakeholders.length,
    (look) => {
      const fitted = fittedAs(view, words, radius, look)
      const type = (SIZES.card.font * radius) / fitted.pie.radius
      return type >= LEAST_TYPE - 0.01 ? fitted : null
    },
    () => fittedAs(view, words, radius, 'wall'),
  )
  return tidiedIn(view, standing, pie, 'spread')
}

/**
 * The same with whole names, however small they become. What the team put somewhere stays near there; in public all
 * are spread by their order alone.
 */
export function wholeLayoutFor(view: MapView, words: SceneWords, radius: number): SpectrumLayout {
  const { standing, pie } = fittedAs(view, words, radius, 'whole')
  return tidiedIn(view, standing, pie, view.audience === 'team' ? 'keep' : 'spread')
}

function fittedAs(view: MapView, words: SceneWords, radius: number, look: CardLook) {
  const standing = standingIn(view, look)
  const pie = wallPieFor(standing, {
    radius,
    alliesSide: view.info.alliesSide,
    leastWidths: leastWidths(view, words, standing, radius),
  })
  return { standing, pie }
}

/** The angle that each segment's name takes up in the least type, no more than its equal part. */
function leastWidths(
  { info }: MapView,
  words: SceneWords,
  standing: readonly { readonly segment: number }[],
  radius: number,
): number[] {
  const beyond = 1 + (SIZES.pie.rim + SIZES.pie.labelGap) / BASE_RADIUS
  return SEGMENTS.map((segment) => {
    const name = drawable(info.segmentNames[segment] ?? '') || words.segments[segment]
    const count = standing.filter((one) => one.segment === segment).length
    const width =
      textWidth(name, { size: LEAST_TYPE, weight: 700 }) +
      textWidth(` ${words.count(count)}`, { size: LEAST_TYPE, weight: 400 })
    return Math.min(Math.PI / SEGMENTS.length, width / LABEL_SHARE / (radius * beyond))
  })
}

import type { Audience, MapView } from '../../audience/view.ts'
import { halfPie } from '../halfPie.ts'
import { influenceGroup, targetGroup } from '../legendSigns.ts'
import { type PlacedText, placeText } from '../placedText.ts'
import { footFor, type PictureFoot } from '../pictureFoot.ts'
import { headingAcross, pageFor, type PictureFrame } from '../pictureFrame.ts'
import type { TitleLine } from '../pictureTitle.ts'
import { MARGIN } from '../sheet.ts'
import type { SpectrumScene } from '../spectrumScene.ts'
import { emptyPie } from './emptyPie.ts'
import type { HandoutWords } from './handoutWords.ts'
import { writingFields, type WritingField } from './writing.ts'

/** An empty half-pie for a group that works on paper. */
export interface BlankPieSheet {
  readonly kind: 'blank pie'
  readonly heading: readonly TitleLine[]
  readonly scene: SpectrumScene
  /** From world units to the page: scaled, then moved. */
  readonly at: { readonly scale: number; readonly x: number; readonly y: number }
  readonly hint: readonly PlacedText[]
  /** Under the half-pie of a page that stands. */
  readonly fields: readonly WritingField[]
  readonly audience: Audience
  readonly foot: PictureFoot
}

const HINT = [16, 15, 14]
/** Nothing on the half-pie is smaller, in units of the page: 8 pt. */
const LEAST_FONT = 14.4
const BELOW_PIE = 16
/** Height of a page that must be left under pie and hint to be worth lines to write on. */
const FOR_FIELDS = 150

/** The half-pie of a map before anybody stands on it: told of the map's own facts, and whom the page is for. */
export function blankPieSheet(
  { audience, info }: Pick<MapView, 'audience' | 'info'>,
  words: HandoutWords,
  frame: PictureFrame,
): BlankPieSheet {
  const foot = footFor(frame, null, (legend) => [
    ...influenceGroup(['high'], legend),
    targetGroup(legend),
  ])
  const { page } = frame
  const width = page.width - 2 * MARGIN.x
  const usual = halfPie(0, info.alliesSide)
  const reach = Math.min(width / 2, foot.top - MARGIN.top)
  const pie = { ...usual, leastFont: (LEAST_FONT * usual.radius) / reach }
  const scene = emptyPie(info, words.spectrum, pie)
  const hintAt = (top: number) =>
    placeText(words.fillIn, { x: MARGIN.x, top, width, sizes: HINT, mostLines: 1, muted: true })
  const hintHeight = hintAt(0).bottom
  const { title, top } = headingAcross(frame)
  const scale = width / scene.bounds.width
  const left = foot.top - top - scene.bounds.height * scale - hintHeight - 2 * BELOW_PIE
  if (left > FOR_FIELDS) return standing()
  return lying()

  /** As a picture of the map, on a page that ends where the hint begins. */
  function lying(): BlankPieSheet {
    const bare = { ...frame, legend: null }
    const bottom = foot.top - hintHeight - BELOW_PIE / 2
    const lost = footFor(bare, null).top - bottom
    const shorter = { ...page, height: page.height - lost }
    const { title: heading, scale: size, x, y } = pageFor(scene, { ...bare, page: shorter })
    const at = { scale: size, x, y }
    const hint = hintAt(at.y + BELOW_PIE).lines
    return { kind: 'blank pie', heading, scene, at, hint, fields: [], audience, foot }
  }

  function standing(): BlankPieSheet {
    const at = {
      scale,
      x: page.width / 2,
      y: top - scene.bounds.y * scale,
    }
    const hint = hintAt(at.y + BELOW_PIE)
    const room = hint.bottom + 2 * BELOW_PIE
    const fields = writingFields([{ labels: [words.notPlaced, words.findOut], share: 1 }], {
      x: MARGIN.x,
      y: room,
      width,
      height: foot.top - room,
    })
    return {
      kind: 'blank pie',
      heading: title,
      scene,
      at,
      hint: hint.lines,
      fields,
      audience,
      foot,
    }
  }
}

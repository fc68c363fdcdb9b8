import type { MapView } from '../../../../src/audience/view.ts'
import { RELATIONSHIP_KINDS } from '../../../../src/domain/records.ts'
import { blankPie, worksheets } from '../../../../src/drawing/handouts/handouts.ts'
import { layoutNetwork } from '../../../../src/drawing/network/networkLayout.ts'
import { buildNetworkScene } from '../../../../src/drawing/network/networkScene.ts'
import { buildPowerScene } from '../../../../src/drawing/power/powerScene.ts'
import type { Picture } from '../../../../src/drawing/picture.ts'
import type { PictureFrame } from '../../../../src/drawing/pictureFrame.ts'
import { buildSpectrumScene } from '../../../../src/drawing/spectrumScene.ts'
import { svgMarkup } from '../../../../src/drawing/svgText.ts'
import { tablePages } from '../../../../src/drawing/table/tablePages.ts'
import { handoutWords } from '../../../../src/i18n/handoutWords.ts'
import { tableWords } from '../../../../src/i18n/tableWords.ts'
import { confidentialTie, tie } from '../../drawing/network/networks.ts'
import { powerWords } from '../../drawing/power/maps.ts'
import { confidential, frame, stakeholder, viewOf, words } from '../../drawing/views.ts'

const at = (stance: number, depth: number) => ({ placement: { stance, depth } })

/** Everything that a drawing can show: all kinds of ties, what is confidential, several scripts, targets. */
export const everything = (audience: 'team' | 'public' = 'team'): MapView => {
  const isTeam = audience === 'team'
  const people = [
    stakeholder('a', 'Nurses’ union', { ...at(0.8, 0.4), influence: 0.9, targetSegment: 2 }),
    stakeholder('b', 'اتحاد المعلمين في المدينة القديمة', at(0.4, 0.6)),
    stakeholder('c', 'Профсоюз учителей & родители <школы>', at(0, 0.5)),
    stakeholder('d', 'Mothers who sell at the Saturday market', {
      ...at(-0.4, 0.7),
      influence: null,
      targetSegment: 1,
    }),
    stakeholder('e', 'Haulage federation', {
      ...at(-0.8, 0.5),
      ...(isTeam ? confidential : { team: null }),
    }),
    stakeholder('f', 'Bishop’s office'),
    stakeholder('g', 'Us', { ...at(1, 0.8), role: 'member', influence: 0.1 }),
  ]
  const ties = RELATIONSHIP_KINDS.flatMap((kind, i) => {
    const [from, to] = [people[i % 7]?.key ?? '', people[(i + 1) % 7]?.key ?? '']
    const label = kind === 'own' ? 'يعرف' : ''
    return [
      tie(from, to, { kind, label, strength: 3 }),
      ...(isTeam
        ? [tie(to, from, { key: `${i}`, kind, ...confidentialTie, direction: 'mutual' })]
        : []),
    ]
  })
  return viewOf(people, { audience, relationships: ties })
}

/** All pages that there are of a view, by kind: a new kind doesn't compile until it is here. */
const PICTURES: {
  readonly [K in Picture['kind']]: (view: MapView, frame: PictureFrame) => readonly Picture[]
} = {
  map: (view, around) => {
    const places = layoutNetwork(view, new Map())
    return [
      buildSpectrumScene(view, words, { ties: true }),
      buildNetworkScene(view, places, { ownTie: 'another tie' }),
      buildPowerScene(view, powerWords, 'stance across'),
      buildPowerScene(view, powerWords, 'influence across'),
    ].map((scene) => ({ kind: 'map', scene, frame: around }))
  },
  table: (view, around) => tablePages(view, tableWords(view.info.segmentNames), around),
  handout: (view, around) => {
    const said = handoutWords(view.info.segmentNames)
    return [blankPie(view, said, around), ...worksheets(view, said, around)]
  },
}

/** The pictures of a view: spectrum, network and both power grids; other kinds of pages when asked for. */
export const svgsOf = (
  view: MapView,
  around = frame,
  kinds: readonly Picture['kind'][] = ['map'],
): readonly string[] =>
  kinds.flatMap((kind) => PICTURES[kind](view, around).map((picture) => svgMarkup(picture)))

export const ALL_KINDS = ['map', 'table', 'handout'] as const satisfies readonly Picture['kind'][]

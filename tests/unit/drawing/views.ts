import { chance } from '../../../src/drawing/network/layout/chance.ts'
import type { MapView, TeamFields, ViewStakeholder } from '../../../src/audience/view.ts'
import type { Placement } from '../../../src/domain/records.ts'
import { segmentOf } from '../../../src/domain/spectrum.ts'
import { cardFor } from '../../../src/drawing/card.ts'
import { pieFor } from '../../../src/drawing/pieFor.ts'
import { LIGHT } from '../../../src/drawing/palette.ts'
import type { PictureFrame } from '../../../src/drawing/pictureFrame.ts'
import type { Scene } from '../../../src/drawing/scene.ts'
import { pageOf } from '../../../src/drawing/sheet.ts'
import type { SceneWords } from '../../../src/drawing/spectrumScene.ts'
import { svgMarkup } from '../../../src/drawing/svgText.ts'
import { tidy } from '../../../src/drawing/tidy.ts'

export const words: SceneWords = {
  segments: ['Active allies', 'Passive allies', 'Neutral', 'Passive opponents', 'Active opponents'],
  ourGoal: 'Our goal',
  count: String,
}

export const frame: PictureFrame = {
  title: 'Close the Ridge Road incinerator',
  subtitle: 'Ridge Road coalition',
  date: '22 November 2026',
  stamp: 'TEAM ONLY – CONFIDENTIAL',
  legend: {
    influence: 'Influence',
    low: 'low',
    medium: 'medium',
    high: 'high',
    notSaid: 'not said',
    target: 'where we want them',
    confidential: 'confidential',
    segments: [
      'Active allies',
      'Passive allies',
      'Neutral',
      'Passive opponents',
      'Active opponents',
    ],
    notPlaced: 'not placed yet',
    ties: {
      influences: 'influences',
      trusts: 'trusts',
      'works with': 'works with',
      funds: 'funds',
      'reports to': 'reports to',
      opposes: 'opposes',
      own: 'another tie',
    },
    confidentialTie: 'confidential tie',
  },
  footer: '',
  page: pageOf('16:9'),
  palette: LIGHT,
}

export const svgOf = (
  scene: Scene,
  around: PictureFrame = frame,
  how: Parameters<typeof svgMarkup>[1] = {},
): string => svgMarkup({ kind: 'map', scene, frame: around }, how)

const TEAM: TeamFields = {
  aliases: [],
  confidentiality: { level: 'public' },
  notes: '',
  contact: '',
  networkPosition: null,
}

export const stakeholder = (
  key: string,
  name: string,
  more: Partial<ViewStakeholder> = {},
): ViewStakeholder => ({
  key,
  name,
  kind: 'group',
  placement: null,
  influence: 0.5,
  role: 'prospect',
  sector: null,
  targetSegment: null,
  offers: [],
  needs: [],
  tags: [],
  description: '',
  team: TEAM,
  ...more,
})

export const confidential: Partial<ViewStakeholder> = {
  team: { ...TEAM, confidentiality: { level: 'confidential', publicStance: null } },
}

export const viewOf = (
  stakeholders: readonly ViewStakeholder[],
  more: Partial<MapView> = {},
): MapView => ({
  audience: 'team',
  info: {
    name: 'Close the Ridge Road incinerator',
    we: 'Ridge Road coalition',
    goal: 'shut by 2028',
    alliesSide: 'left',
    segmentNames: [null, null, null, null, null],
  },
  stakeholders,
  relationships: [],
  sectors: [],
  resources: [],
  ...more,
})

/** The same stakeholders with the placements that Tidy gives them. */
export function tidied(stakeholders: readonly ViewStakeholder[]): ViewStakeholder[] {
  const standing = stakeholders.flatMap((s) =>
    s.placement
      ? [
          {
            key: s.key,
            placement: s.placement,
            shape: cardFor(s),
            segment: segmentOf(s.placement.stance),
          },
        ]
      : [],
  )
  const places = tidy(standing, pieFor(standing, 'left'), 'keep')
  return stakeholders.map((s) => ({ ...s, placement: places.get(s.key) ?? s.placement }))
}

const FIRST = [
  'Mothers',
  'Nurses’',
  'Riverside',
  'Youth',
  'Tenants’',
  'Haulage',
  'Bishop’s',
  'Mill Lane',
  'Transport',
  'Teachers’',
  'St Anne’s',
  'Asthma',
]
const THEN = [
  'union',
  'federation',
  'parish council',
  'chronicle',
  'at the Saturday market',
  'association',
  'network',
  'workers, depot branch',
  'office',
  'trust',
]

export function crowd(count: number, seed = 1): ViewStakeholder[] {
  const random = chance(seed)
  const pick = <T>(list: readonly T[]): T | undefined => list[Math.floor(random() * list.length)]
  return Array.from({ length: count }, (_, i) => {
    const placement: Placement = { stance: random() * 2 - 1, depth: random() }
    const name = `${pick(FIRST)} ${pick(THEN)}${random() < 0.2 ? ` ${i}` : ''}`
    const influence = random() < 0.15 ? null : random()
    return stakeholder(`k${i}`, name, {
      placement,
      influence,
      ...(random() < 0.08 ? confidential : {}),
    })
  })
}

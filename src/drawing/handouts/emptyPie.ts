import type { ViewInfo } from '../../audience/view.ts'
import type { HalfPie } from '../halfPie.ts'
import { buildSpectrumScene, type SceneWords, type SpectrumScene } from '../spectrumScene.ts'

/** The map's half-pie with its segments' names and its goal, and nobody on it: no count either. */
export function emptyPie(info: ViewInfo, words: SceneWords, pie: HalfPie): SpectrumScene {
  const nobody = {
    audience: 'public' as const,
    info,
    stakeholders: [],
    relationships: [],
    sectors: [],
    resources: [],
  }
  const layout = { pie, cards: [], unplaced: [] }
  return buildSpectrumScene(nobody, { ...words, count: () => '' }, { layout })
}

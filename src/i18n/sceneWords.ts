import type { SceneWords } from '../drawing/spectrumScene.ts'
import { formatNumber, t } from './i18n.ts'

/** The words of a drawing in the language of the screen. */
export const sceneWords = (): SceneWords => ({
  segments: [t('segment.0'), t('segment.1'), t('segment.2'), t('segment.3'), t('segment.4')],
  ourGoal: t('hub.ourGoal'),
  count: formatNumber,
})

import type { PowerWords } from '../drawing/power/powerWords.ts'
import { t } from './i18n.ts'
import { sceneWords } from './sceneWords.ts'
import './parts/network.ts'

/** The words of the power grid in the language of the screen. */
export const powerWords = (): PowerWords => {
  const { segments, count } = sceneWords()
  return {
    segments,
    count,
    influence: t('power.axis'),
    levels: {
      high: t('power.level.high'),
      medium: t('power.level.medium'),
      low: t('power.level.low'),
      unknown: t('power.level.unknown'),
    },
    quadrants: {
      'powerful allies': t('power.quadrant.allies'),
      'powerful opponents': t('power.quadrant.opponents'),
      'allies with little power': t('power.quadrant.weakAllies'),
      'opponents with little power': t('power.quadrant.weakOpponents'),
    },
  }
}

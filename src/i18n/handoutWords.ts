import type { SegmentNames } from '../domain/records.ts'
import type { HandoutWords } from '../drawing/handouts/handoutWords.ts'
import { t } from './i18n.ts'
import './parts/dialogs.ts'
import './parts/pictures.ts'
import { sceneWords } from './sceneWords.ts'
import { segmentNames } from './terms.ts'

/** The words of hand-outs to be written on; the map's own names of segments win. */
export const handoutWords = (own: SegmentNames): HandoutWords => ({
  spectrum: sceneWords(),
  segments: segmentNames(own),
  fillIn: t('pictures.handout.fillIn'),
  notPlaced: t('tray.notPlaced'),
  findOut: t('pictures.handout.findOut'),
  stakeholder: t('pictures.worksheet.stakeholder'),
  now: t('pictures.worksheet.now'),
  nextStep: t('pictures.worksheet.nextStep'),
  target: t('legend.target'),
  markIt: t('pictures.worksheet.markIt'),
  fields: {
    appeal: t('pictures.worksheet.appeal'),
    tactic: t('pictures.worksheet.tactic'),
    request: t('pictures.worksheet.request'),
    who: t('pictures.worksheet.who'),
    when: t('pictures.worksheet.when'),
  },
})

import { t } from './i18n.ts'
import './parts/network.ts'
import type { NetworkWords } from '../drawing/network/networkScene.ts'

/** The words of a network drawing, in the language of the screen. */
export const networkWords = (): NetworkWords => ({ ownTie: t('network.ownTie') })

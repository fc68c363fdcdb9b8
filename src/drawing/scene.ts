import type { NetworkScene } from './network/networkScene.ts'
import type { PowerScene } from './power/powerScene.ts'
import type { SpectrumScene } from './spectrumScene.ts'

/** Whatever can become a picture. */
export type Scene = SpectrumScene | NetworkScene | PowerScene

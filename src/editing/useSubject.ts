import { createContext, use } from 'react'
import type { Subject } from '../audience/subject.ts'
import type { SpectrumScene } from '../drawing/spectrumScene.ts'

/** What the editor's own window shows right now, for its audience, and how it is drawn. */
export interface Shown {
  readonly subject: Subject
  readonly scene: SpectrumScene
}

const ShownContext = createContext<Shown | null>(null)
export const ShownProvider = ShownContext.Provider

export function useShown(): Shown {
  const shown = use(ShownContext)
  if (!shown) throw new Error('nothing is shown here')
  return shown
}

export const useSubject = (): Subject => useShown().subject

import { createContext, use } from 'react'
import type { Subject } from '../audience/subject.ts'
import type { SpectrumScene } from '../drawing/spectrumScene.ts'

/** What the editor's own window shows right now, for its audience, and how it is drawn. */
export interface Shown {
  readonly subject: Subject
  readonly scene: SpectrumScene
}

/** What is shown, with the half-pie drawn when it is first asked for: other views don't need it. */
export function shownOf(subject: Subject, drawScene: () => SpectrumScene): Shown {
  let scene: SpectrumScene | null = null
  return {
    subject,
    get scene() {
      return (scene ??= drawScene())
    },
  }
}

const ShownContext = createContext<Shown | null>(null)
export const ShownProvider = ShownContext.Provider

export function useShown(): Shown {
  const shown = use(ShownContext)
  if (!shown) throw new Error('nothing is shown here')
  return shown
}

export const useSubject = (): Subject => useShown().subject

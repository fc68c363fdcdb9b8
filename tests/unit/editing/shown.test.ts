import { expect, it, vi } from 'vitest'
import { subjectFor } from '../../../src/audience/subject.ts'
import { emptyDoc, newMapInfo } from '../../../src/domain/doc.ts'
import { asId, type MapId } from '../../../src/domain/records.ts'
import { buildSpectrumScene, type SpectrumScene } from '../../../src/drawing/spectrumScene.ts'
import { shownOf } from '../../../src/editing/useSubject.ts'
import { sceneWords } from '../../../src/i18n/sceneWords.ts'

it('draws the half-pie when it is first asked for, and once', () => {
  const subject = subjectFor(emptyDoc(newMapInfo(asId<MapId>('map'), 'Buses', 'Us')), 'team')
  const draw = vi.fn<() => SpectrumScene>(() =>
    buildSpectrumScene(subject.view, sceneWords(), { ties: false }),
  )
  const shown = shownOf(subject, draw)
  expect(draw).not.toHaveBeenCalled()
  expect(shown.scene).toBe(shown.scene)
  expect(draw).toHaveBeenCalledOnce()
})

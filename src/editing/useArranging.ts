import { useCallback, useEffect, useRef } from 'react'
import { t } from '../i18n/i18n.ts'
import '../i18n/parts/network.ts'
import { useNetworkPlaces, useOpenMap } from '../store/openMap.ts'
import { announce, speak } from '../ui/announcer.tsx'
import { keepArrangement, pinnedPlaces } from './networkPlacing.ts'
import { useBackground } from './useBackground.ts'
import { useSubject } from './useSubject.ts'

export interface ArrangingNetwork {
  /** Share of the work done, 0…1; null at rest. */
  readonly done: number | null
  readonly arrange: () => void
  readonly cancel: () => void
}

/** Arrange: lays the network out anew around whoever was put somewhere by hand, off the main thread. */
export function useArranging(): ArrangingNetwork {
  const map = useOpenMap()
  const subject = useSubject()
  const background = useBackground()
  const done = useNetworkPlaces((state) => state.arranging)
  const running = useRef<AbortController | null>(null)
  const { networkPlaces } = map
  useEffect(
    () => () => {
      running.current?.abort()
      networkPlaces.setState({ arranging: null })
    },
    [networkPlaces],
  )

  const arrange = useCallback(() => {
    if (subject.view.audience === 'public') return announce(t('network.arrange.public'))
    if (subject.view.stakeholders.length === 0) return
    running.current?.abort()
    const stop = new AbortController()
    running.current = stop
    const onProgress = (share: number) => {
      if (!stop.signal.aborted) networkPlaces.setState({ arranging: share })
    }
    onProgress(0)
    background
      .arrange(subject.view, pinnedPlaces(subject), { signal: stop.signal, onProgress })
      .then((places) => {
        if (!stop.signal.aborted) keepArrangement(map, subject, places)
      })
      .catch(() => {
        if (!stop.signal.aborted) announce(t('network.arrange.failed'), 'problem')
      })
      .finally(() => {
        if (running.current !== stop) return
        running.current = null
        networkPlaces.setState({ arranging: null })
      })
  }, [map, subject, background, networkPlaces])

  const cancel = useCallback(() => {
    running.current?.abort()
    speak(t('network.arrange.cancelled'))
  }, [])

  return { done, arrange, cancel }
}

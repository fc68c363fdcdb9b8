import type { Finding } from '../analysis/findings.ts'
import type { Gap } from '../analysis/gaps.ts'
import type { WaysResult } from '../analysis/ways.ts'
import type { MapView } from '../audience/view.ts'
import type { NetworkPlaces } from '../drawing/network/networkLayout.ts'

/** What a map tells of itself. */
export interface Insights {
  readonly findings: readonly Finding[]
  readonly gaps: readonly Gap[]
}

export interface Arranging {
  readonly signal?: AbortSignal
  /** Is told the share of the work done, 0…1. */
  readonly onProgress?: (done: number) => void
}

/**
 * What is worked out off the main thread. All of it starts from an audience's view, so that nothing
 * found for the public can depend on what is hidden. A promise whose signal is aborted rejects with the
 * signal's reason.
 */
export interface Background {
  analyse(view: MapView, signal?: AbortSignal): Promise<Insights>
  ways(view: MapView, target: string, signal?: AbortSignal): Promise<WaysResult>
  /** Places for everybody in the view; those `held` stay where they are. */
  arrange(view: MapView, held: NetworkPlaces, how?: Arranging): Promise<NetworkPlaces>
}
